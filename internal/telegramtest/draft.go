package telegramtest

import (
	"slices"
	"strconv"
	"time"
)

// A Draft is an answer that was shown while it was being written.
type Draft struct {
	Chat     int64
	ThreadID int
	ID       int64
	Text     string
	Entities []Entity
	At       time.Time
}

// An Action is what the bot showed that it was doing.
type Action struct {
	Chat     int64
	ThreadID int
	Action   string
	At       time.Time
}

// sendMessageDraft is https://core.telegram.org/bots/api#sendmessagedraft.
func (s *Server) sendMessageDraft(c *call) (any, *Error) {
	id, bad := strconv.ParseInt(c.args["draft_id"], 10, 64)
	if bad != nil || id == 0 {
		return nil, badRequest("RANDOM_ID_INVALID")
	}
	f, err := s.format(c.args["text"], c.args["parse_mode"], c.args["entities"])
	switch {
	case err != nil:
		return nil, err
	case Units(f.text) > maxText:
		return nil, badRequest("Message is too long")
	}
	chat, err := s.chatArg(c, toWrite)
	switch {
	case err != nil:
		return nil, err
	case chat.person == nil:
		return nil, badRequest("TEXTDRAFT_PEER_INVALID")
	}
	d := Draft{Chat: chat.id, ID: id, Text: f.text, Entities: f.entities, At: time.Now()}
	if t := c.integer("message_thread_id", 0, 0, 1<<31); t != 0 {
		return nil, badRequest("Message thread not found")
	}
	s.drafts = append(s.drafts, d)
	return true, nil
}

// sendChatAction is https://core.telegram.org/bots/api#sendchataction.
func (s *Server) sendChatAction(c *call) (any, *Error) {
	known := []string{
		"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document", "choose_sticker",
		"find_location", "record_video_note", "upload_video_note",
	}
	switch {
	case c.args["action"] == "":
		return nil, badRequest("parameter %q is required", "action")
	case !slices.Contains(known, c.args["action"]):
		return nil, badRequest("wrong parameter action in request")
	}
	chat, err := s.chatArg(c, toWrite)
	if err != nil {
		return nil, err
	}
	m := Message{}
	if err := chat.thread(int(c.integer("message_thread_id", 0, 0, 1<<31)), &m); err != nil {
		return nil, err
	}
	s.actions = append(s.actions, Action{chat.id, m.ThreadID, c.args["action"], time.Now()})
	return true, nil
}
