package telegramtest

import (
	"crypto/sha256"
	"encoding/hex"
	"mime"
	"path/filepath"
	"strings"
	"time"
)

// sendMessage is https://core.telegram.org/bots/api#sendmessage.
func (s *Server) sendMessage(c *call) (any, *Error) {
	f, err := s.messageText(c)
	if err != nil {
		return nil, err
	}
	preview, err := linkPreview(c)
	if err != nil {
		return nil, err
	}
	return s.send(c, &record{msg: Message{Text: f.text, Entities: f.entities, LinkPreview: preview}})
}

// sendDocument is https://core.telegram.org/bots/api#senddocument.
func (s *Server) sendDocument(c *call) (any, *Error) {
	doc, data, err := s.document(c)
	if err != nil {
		return nil, err
	}
	f, err := s.format(c.args["caption"], c.args["parse_mode"], c.args["caption_entities"])
	switch {
	case err != nil:
		return nil, err
	case Units(f.text) > maxCaption:
		return nil, badRequest("Message caption is too long")
	}
	r := &record{msg: Message{Document: doc, Caption: f.text, CaptionEntities: f.entities}, data: data}
	sent, err := s.send(c, r)
	if err == nil {
		s.files[doc.FileID] = r
	}
	return sent, err
}

// document is the file that a call brings, or the one that it names by its id.
func (s *Server) document(c *call) (*Document, []byte, *Error) {
	name := "document"
	if attached, ok := strings.CutPrefix(c.args["document"], "attach://"); ok {
		name = attached
	}
	f, ok := c.files[name]
	switch {
	case ok && len(f.Data) == 0:
		return nil, nil, badRequest("File must be non-empty")
	case ok:
		return documentOf(f.Name, f.Data), f.Data, nil
	case c.args["document"] == "":
		return nil, nil, badRequest("There is no document in the request")
	}
	if r := s.files[c.args["document"]]; r != nil {
		return r.msg.Document, r.data, nil
	}
	return nil, nil, badRequest("Wrong file identifier/HTTP URL specified")
}

// documentOf describes a file.
func documentOf(name string, data []byte) *Document {
	sum := sha256.Sum256(data)
	kind := mime.TypeByExtension(filepath.Ext(name))
	if kind == "" {
		kind = "application/octet-stream"
	}
	return &Document{
		FileID: "BQAD" + hex.EncodeToString(sum[:12]), FileUniqueID: "AgAD" + hex.EncodeToString(sum[:6]), FileName: name,
		MimeType: kind, FileSize: len(data),
	}
}

// send puts a message of the bot into its chat, after every check that does not depend on what is sent.
func (s *Server) send(c *call, r *record) (any, *Error) {
	reply, err := s.replyArg(c)
	if err != nil {
		return nil, err
	}
	kb, err := parseMarkup(c.args["reply_markup"])
	if err != nil {
		return nil, err
	}
	chat, err := s.chatArg(c, toWrite)
	if err != nil {
		return nil, err
	}
	r.mine, r.msg.From = true, &s.me
	if chat.kind == "channel" {
		info := chat.info()
		r.msg.From, r.msg.SenderChat = nil, &info
	}
	if err := s.reply(chat, reply, &r.msg); err != nil {
		return nil, err
	}
	if err := chat.thread(int(c.integer("message_thread_id", 0, 0, 1<<31)), &r.msg); err != nil {
		return nil, err
	}
	if err := chat.mayWrite(); err != nil {
		return nil, err
	}
	if err := s.limiter.take(chat.id, chat.group(), time.Now()); err != nil {
		return nil, err
	}
	if err := kb.inline.check(chat.person != nil); err != nil {
		return nil, err
	}
	r.msg.Keyboard, r.other, r.msg.ProtectContent = kb.inline, kb.other, c.boolean("protect_content")
	chat.add(r)
	s.attribute(chat, r)
	return r.msg, nil
}
