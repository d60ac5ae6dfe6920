package discord

import (
	"context"
	"errors"
	"path"
	"time"

	"nonmerci/adapters/internal/discordrest"
	"nonmerci/bot/desk"
)

// fetchWithin is how long a file may take to arrive.
const fetchWithin = 20 * time.Second

// A wireAttachment is a file that somebody attached to a command.
type wireAttachment struct {
	Filename string `json:"filename"`
	Size     int    `json:"size"`
	URL      string `json:"url"`
	Type     string `json:"content_type"`
}

// handedIn is the file of a command; when there is none to be had, refusal says why in words.
func (r *room) handedIn(ctx context.Context, in interaction) (f *desk.File, refusal string) {
	w := deskWordsIn(in.Lang)
	switch {
	case in.file == nil:
		return nil, w.FileUnread
	case in.file.Size > desk.MaxImport:
		return nil, w.FileLarge
	}
	ctx, cancel := context.WithTimeout(ctx, fetchWithin)
	defer cancel()
	data, err := r.send.rest.Fetch(ctx, in.file.URL, desk.MaxImport)
	switch {
	case errors.Is(err, discordrest.ErrLarge):
		return nil, w.FileLarge
	case err != nil:
		r.log.Warn("a file that somebody attached could not be read", "why", err.Error())
		return nil, w.FileUnread
	}
	return &desk.File{Name: path.Base(in.file.Filename), Type: in.file.Type, Data: data}, ""
}
