package telegram

import (
	"bytes"
	"encoding/json"
	"strconv"

	"nonmerci/adapters/internal/jsoncut"
)

// The structs of this file are the parts of updates that we use (https://core.telegram.org/bots/api#update). Fields that are not
// here cannot make an update unreadable, whatever Telegram puts into them.

type update struct {
	ID       int64          `json:"update_id"`
	Message  *message       `json:"message"`
	Callback *callbackQuery `json:"callback_query"`
	Inline   *inlineQuery   `json:"inline_query"`
	Member   *memberUpdated `json:"my_chat_member"`
	Others   *memberUpdated `json:"chat_member"`
}

type user struct {
	ID       int64  `json:"id"`
	IsBot    bool   `json:"is_bot"`
	Username string `json:"username"`
	Language string `json:"language_code"`
}

type chat struct {
	ID   int64  `json:"id"`
	Type string `json:"type"`
}

func (c chat) private() bool { return c.Type == "private" }

type entity struct {
	Type   string `json:"type"`
	Offset int    `json:"offset"` // in UTF-16 units
	Length int    `json:"length"`
	User   *user  `json:"user"`
	URL    string `json:"url"` // of a text_link
}

type message struct {
	ID        int    `json:"message_id"`
	Thread    int    `json:"message_thread_id"`
	InTopic   bool   `json:"is_topic_message"`
	Date      int64  `json:"date"`
	From      *user  `json:"from"`
	Sender    *chat  `json:"sender_chat"`
	Chat      chat   `json:"chat"`
	Automatic bool   `json:"is_automatic_forward"`
	ViaBot    *user  `json:"via_bot"`
	ReplyTo   *reply `json:"reply_to_message"`

	Text            string   `json:"text"`
	Entities        []entity `json:"entities"`
	Caption         string   `json:"caption"`
	CaptionEntities []entity `json:"caption_entities"`
	attached

	Markup json.RawMessage `json:"reply_markup"` // of a message of ours

	MigrateTo   int64 `json:"migrate_to_chat_id"`
	MigrateFrom int64 `json:"migrate_from_chat_id"`
}

// attached is what a message brings that is not text; only whether it is there matters.
type attached struct {
	Voice, Audio, Video, Photo, Sticker, Animation, Document, Contact, Location, Poll json.RawMessage
	VideoNote                                                                         json.RawMessage `json:"video_note"`
}

// A document is a file that somebody sent.
type document struct {
	ID   string `json:"file_id"`
	Name string `json:"file_name"`
	Type string `json:"mime_type"`
	Size int64  `json:"file_size"`
}

// document is the file of a message; ok is false when there is none.
func (a attached) document() (d document, ok bool) {
	return d, len(a.Document) > 0 && json.Unmarshal(a.Document, &d) == nil && d.ID != ""
}

// wordless says that a person sent something other than text.
func (a attached) wordless() bool {
	for _, part := range []json.RawMessage{
		a.Voice, a.Audio, a.Video, a.Photo, a.Sticker, a.Animation, a.Document, a.Contact, a.Location, a.Poll, a.VideoNote,
	} {
		if len(part) > 0 {
			return true
		}
	}
	return false
}

// words are what a message says: its text, or the caption of its picture.
func (m *message) words() (string, []entity) {
	if m.Text != "" {
		return m.Text, m.Entities
	}
	return m.Caption, m.CaptionEntities
}

// thread is the topic to answer in: plain reply threads have a number that nothing may be sent to, and General is number 1, which may
// not be sent to either.
func (m *message) thread() int {
	if m.InTopic && m.Thread > 1 {
		return m.Thread
	}
	return 0
}

// place is where to answer a message.
func (m *message) place() place {
	return place{m.Chat.ID, m.thread(), !m.Chat.private(), m.Chat.Type == "supergroup"}
}

// A reply is the message that was replied to.
type reply struct {
	ID      int             `json:"message_id"`
	From    *user           `json:"from"`
	Text    string          `json:"text"`
	Caption string          `json:"caption"`
	Markup  json.RawMessage `json:"reply_markup"`
}

func (r *reply) words() string {
	switch {
	case r == nil:
		return ""
	case r.Text != "":
		return r.Text
	}
	return r.Caption
}

type callbackQuery struct {
	ID       string   `json:"id"`
	From     user     `json:"from"`
	Message  *message `json:"message"` // with a date of 0 when it is out of our reach
	InlineID string   `json:"inline_message_id"`
	Instance string   `json:"chat_instance"`
	Data     string   `json:"data"`
}

type inlineQuery struct {
	ID    string `json:"id"`
	From  user   `json:"from"`
	Query string `json:"query"`
}

type memberUpdated struct {
	Chat chat `json:"chat"`
	New  struct {
		User     user   `json:"user"`
		Status   string `json:"status"`
		IsMember *bool  `json:"is_member"`
		CanSend  *bool  `json:"can_send_messages"`
	} `json:"new_chat_member"`
}

// updateID reads the id alone, so that an update that cannot be read otherwise can still be confirmed.
func updateID(raw []byte) (int64, bool) {
	if id, ok := leadingID(raw); ok {
		return id, true
	}
	if id, err := strconv.ParseInt(string(jsoncut.Member(raw, `"update_id"`)), 10, 64); err == nil {
		return id, true
	}
	var u struct {
		ID *int64 `json:"update_id"`
	}
	if json.Unmarshal(raw, &u) != nil || u.ID == nil {
		return 0, false
	}
	return *u.ID, true
}

// leadingID reads an id that comes first, as Telegram writes it, without going through the rest.
func leadingID(raw []byte) (id int64, ok bool) {
	raw, ok = bytes.CutPrefix(raw, []byte(`{"update_id":`))
	end := bytes.IndexByte(raw, ',')
	if !ok || end <= 0 || end > 18 {
		return 0, false
	}
	for _, c := range raw[:end] {
		if c < '0' || c > '9' {
			return 0, false
		}
		id = 10*id + int64(c-'0')
	}
	return id, true
}

// A profile is the answer of getMe. The library reads inline mode from a field that does not exist, so it is read here.
type profile struct {
	ID       int64  `json:"id"`
	Username string `json:"username"`
	ReadsAll bool   `json:"can_read_all_group_messages"`
	Inline   bool   `json:"supports_inline_queries"`
	Groups   bool   `json:"can_join_groups"`
}
