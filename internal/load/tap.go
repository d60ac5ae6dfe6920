package load

import (
	"encoding/json"
	"net/http"
	"path"
	"strings"
	"time"
)

// A recorder passes an answer on and keeps it, with the time of its first byte.
type recorder struct {
	http.ResponseWriter
	status int
	began  time.Time
	body   []byte
}

// WriteHeader notes the status.
func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(p []byte) (int, error) {
	if r.began.IsZero() {
		r.began = time.Now()
	}
	if r.status == 0 {
		r.status = http.StatusOK
	}
	r.body = append(r.body, p...)
	return r.ResponseWriter.Write(p)
}

// tapTelegram notes updates as they are given to the program, and the messages that answer them. What was said is read after the
// answer has left, so that reading it delays nothing.
func tapTelegram(next http.Handler, l *ledger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		at, rec := time.Now(), &recorder{ResponseWriter: w}
		switch path.Base(r.URL.Path) {
		case "getUpdates":
			next.ServeHTTP(rec, r)
			l.later.Go(func() { updatesDelivered(l, rec) })
		case "sendMessage":
			l.sent[telegram].Add(1)
			next.ServeHTTP(rec, r)
			l.later.Go(func() { telegramAnswered(l, rec, at) })
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// message is what a tap reads of a message of Telegram.
type message struct {
	ID      int                `json:"message_id"`
	Chat    struct{ ID int64 } `json:"chat"`
	ReplyTo *struct {
		ID int `json:"message_id"`
	} `json:"reply_to_message"`
}

func updatesDelivered(l *ledger, rec *recorder) {
	var a struct {
		Result []struct{ Message *message }
	}
	if rec.status != http.StatusOK || json.Unmarshal(rec.body, &a) != nil {
		return
	}
	for _, u := range a.Result {
		if u.Message != nil {
			l.delivered(telegramKey(u.Message.Chat.ID, u.Message.ID), rec.began)
		}
	}
}

func telegramAnswered(l *ledger, rec *recorder, at time.Time) {
	var a struct{ Result message }
	switch {
	case rec.status != http.StatusOK || json.Unmarshal(rec.body, &a) != nil:
	case a.Result.ReplyTo != nil:
		l.answered(telegramKey(a.Result.Chat.ID, a.Result.ReplyTo.ID), at)
	case a.Result.Chat.ID > 0: // in private
		l.answeredIn(telegramKey(a.Result.Chat.ID, 0), at)
	}
}

// tapDiscord notes events as they are written to the program's connection, and the messages and callbacks that answer them.
func tapDiscord(next http.Handler, l *ledger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		part := strings.Split(strings.Trim(r.URL.Path, "/"), "/") // api, version, …
		switch {
		case part[0] == "gateway":
			next.ServeHTTP(&upgraded{w, l}, r)
			return
		case len(part) < 3:
			next.ServeHTTP(w, r)
			return
		}
		at, rec := time.Now(), &recorder{ResponseWriter: w}
		if part[2] != "interactions" && part[2] != "webhooks" {
			l.sent[discord].Add(1)
		}
		next.ServeHTTP(rec, r)
		if r.Method == http.MethodPost && rec.status < http.StatusMultipleChoices {
			l.later.Go(func() { discordAnswered(l, part[2:], rec, at) })
		}
	})
}

// discordAnswered reads « channels, ID, messages » and « interactions, ID, TOKEN, callback ».
func discordAnswered(l *ledger, part []string, rec *recorder, at time.Time) {
	switch {
	case len(part) == 4 && part[3] == "callback":
		l.answered("d"+part[1], at)
	case len(part) == 3 && part[2] == "messages":
		var m struct {
			Reference struct {
				ID string `json:"message_id"`
			} `json:"message_reference"`
		}
		if json.Unmarshal(rec.body, &m) == nil && m.Reference.ID != "" {
			l.answered("d"+m.Reference.ID, at)
		}
	}
}
