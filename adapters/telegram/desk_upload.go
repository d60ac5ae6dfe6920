package telegram

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"nonmerci/bot/desk"
)

// errLarge says that a file is larger than what is read.
var errLarge = errors.New("the file is too large")

// hands says whether a message in private hands a file in at the desk: from somebody who came to it for a group, or looks after the shared base.
func (r *room) hands(q *question) bool {
	if q.at.group || q.message == nil {
		return false
	}
	_, ok := q.message.document()
	_, known := r.last.get(q.message.Chat.ID, time.Now())
	return ok && (known || r.curators[q.message.Chat.ID])
}

// handedIn takes a file to be imported, about the group that its author last came from; false says that it was cut off.
func (r *room) handedIn(ctx context.Context, w *window, j *job, q *question) bool {
	s, words := seatFor(q), deskWordsIn(q.lang)
	d, _ := q.message.document()
	act := desk.NewAct("b-import")
	if at, ok := r.last.get(s.who, time.Now()); ok {
		s.spot, act.Verb = at, "import"
	}
	if d.Size > desk.MaxImport {
		return r.say(ctx, w, j, s, words.FileLarge)
	}
	if own, err := r.seated(ctx, s).Rights(ctx); err == nil && !own.Has(desk.Moderator) && s.spot.chat != 0 {
		return r.act(ctx, w, j, s, act) // which refuses it in words: nothing is fetched for it
	}
	data, err := r.client.fetch(ctx, d.ID, desk.MaxImport)
	switch {
	case ctx.Err() != nil:
		return false
	case errors.Is(err, errLarge):
		return r.say(ctx, w, j, s, words.FileLarge)
	case err != nil:
		r.opts.Log.Warn("a file that somebody sent could not be read", "err", err.Error())
		return r.say(ctx, w, j, s, words.FileUnread)
	}
	act.File = &desk.File{Name: path.Base(d.Name), Type: d.Type, Data: data}
	return r.act(ctx, w, j, s, act)
}

// fetch reads a file that somebody sent, of at most most bytes. Its errors hold no address: the token is in it.
func (c *client) fetch(ctx context.Context, id string, most int64) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	var info struct {
		Path string `json:"file_path"`
	}
	if err := c.call(ctx, "getFile", map[string]string{"file_id": id}, &info); err != nil {
		return nil, err
	}
	if info.Path == "" || strings.HasPrefix(info.Path, "/") || strings.Contains(info.Path, "..") {
		return nil, fmt.Errorf("read what getFile said: %w", errUnreadable)
	}
	at := (&url.URL{Path: info.Path}).EscapedPath()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.files+at, nil)
	if err != nil {
		return nil, errors.New("fetch a file: the address of the Bot API is wrong")
	}
	return c.courier.fetch(req, most)
}

// fetch carries a request for a file, and reads the answer.
func (c *courier) fetch(req *http.Request, most int64) ([]byte, error) {
	if c.stopped.Load() {
		return nil, errStopped
	}
	resp, err := c.http.Do(req)
	if err != nil {
		if e, ok := errors.AsType[*url.Error](err); ok {
			err = e.Err
		}
		return nil, fmt.Errorf("fetch a file: %w", err)
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("fetch a file: status %d", resp.StatusCode)
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, most+1))
	switch {
	case err != nil:
		return nil, errors.New("read a file: the connection ended")
	case int64(len(data)) > most:
		return nil, errLarge
	}
	return data, nil
}
