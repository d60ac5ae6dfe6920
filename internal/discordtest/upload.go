package discordtest

import (
	"bytes"
	"net/http"
	"path"
	"strings"
	"time"
)

// An Upload is a file that somebody attaches to a slash command. The client takes any; what the bot does not want it has to refuse.
type Upload struct {
	Name string
	Type string // its media type
	Data []byte
	Gone bool // it can no longer be fetched
}

// uploadsPath is where attachments are fetched, by everybody who knows the address.
const uploadsPath = "/attachments/"

// keepUpload puts a file where it can be fetched, and returns what an interaction says of it. s.mu is held.
func (s *Server) keepUpload(u *Upload, c *Channel) (id string, wire object) {
	id = s.ids.next()
	at := uploadsPath + c.id + "/" + id + "/" + u.Name
	if s.uploads == nil {
		s.uploads = map[string]*Upload{}
	}
	s.uploads[at] = u
	address := "https://cdn.discordapp.com" + at
	if s.reached != "" {
		address = s.reached + at
	}
	address += "?ex=6a000000&is=69000000&hm=00ff"
	return id, object{
		"id": id, "filename": u.Name, "size": len(u.Data), "url": address, "proxy_url": address, "content_type": u.Type, "ephemeral": true,
	}
}

// serveUpload answers who fetches an attachment. A token has no business there.
func (s *Server) serveUpload(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	u := s.uploads[r.URL.Path]
	if r.Header.Get("Authorization") != "" {
		s.problem("GET %s: the token of the bot is sent to where files are", uploadsPath)
	}
	s.mu.Unlock()
	if u == nil || u.Gone || !strings.HasPrefix(r.URL.RawQuery, "ex=") {
		http.NotFound(w, r)
		return
	}
	http.ServeContent(w, r, path.Base(r.URL.Path), time.Time{}, bytes.NewReader(u.Data))
}
