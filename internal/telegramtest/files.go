package telegramtest

import (
	"net/http"
	"strings"
)

// A FileInfo is https://core.telegram.org/bots/api#file.
type FileInfo struct {
	FileID       string `json:"file_id"`
	FileUniqueID string `json:"file_unique_id"`
	FileSize     int    `json:"file_size,omitempty"`
	FilePath     string `json:"file_path,omitempty"`
}

// maxDownload is the largest file that a bot can fetch.
const maxDownload = 20 << 20

// An Upload is a document that a person sends.
type Upload struct {
	Name string
	Data []byte
	Gone bool // it can no longer be fetched
}

// SendFile sends a document to a chat; the caption may be empty.
func (p *Person) SendFile(c *Chat, u Upload, caption string) *Sent {
	return p.Write(c, Post{Text: caption, Document: &u})
}

// bring makes a message one with a document, whose text becomes the caption. s.mu is held.
func (s *Server) bring(r *record, u *Upload) {
	doc := documentOf(u.Name, u.Data)
	r.msg.Document, r.data = doc, u.Data
	r.msg.Text, r.msg.Caption = "", r.msg.Text
	r.msg.Entities, r.msg.CaptionEntities = nil, r.msg.Entities
	if !u.Gone {
		s.files[doc.FileID] = r
	}
}

// getFile is https://core.telegram.org/bots/api#getfile.
func (s *Server) getFile(c *call) (any, *Error) {
	r := s.files[c.args["file_id"]]
	switch {
	case r == nil:
		return nil, badRequest("Wrong file_id or the file is temporarily unavailable")
	case r.msg.Document.FileSize > maxDownload:
		return nil, badRequest("File is too big")
	}
	d := r.msg.Document
	return FileInfo{FileID: d.FileID, FileUniqueID: d.FileUniqueID, FileSize: d.FileSize, FilePath: "documents/" + d.FileUniqueID}, nil
}

// serveFile answers who fetches a file: /file/bot<token>/<path>.
func (s *Server) serveFile(w http.ResponseWriter, path string) {
	token, at, _ := strings.Cut(path, "/")
	s.mu.Lock()
	var data []byte
	found := false
	for _, r := range s.files {
		if d := r.msg.Document; token == s.opts.Token && at == "documents/"+d.FileUniqueID {
			data, found = r.data, true
		}
	}
	s.mu.Unlock()
	if !found {
		respond(w, answer{err: &Error{Code: http.StatusNotFound, Description: "Not Found"}})
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	_, _ = w.Write(data) // the client may be gone
}
