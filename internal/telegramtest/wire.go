package telegramtest

import "encoding/json"

// The types of the wire: what the bot is sent. Values handed out are copies; what their pointers reach must not be changed.

// A User is https://core.telegram.org/bots/api#user.
type User struct {
	ID           int64  `json:"id"`
	IsBot        bool   `json:"is_bot"`
	FirstName    string `json:"first_name"`
	LastName     string `json:"last_name,omitempty"`
	Username     string `json:"username,omitempty"`
	LanguageCode string `json:"language_code,omitempty"`
}

// A ChatInfo is https://core.telegram.org/bots/api#chat.
type ChatInfo struct {
	ID        int64  `json:"id"`
	Type      string `json:"type"`
	Title     string `json:"title,omitempty"`
	Username  string `json:"username,omitempty"`
	FirstName string `json:"first_name,omitempty"`
	LastName  string `json:"last_name,omitempty"`
	IsForum   bool   `json:"is_forum,omitempty"`
}

// An Entity is https://core.telegram.org/bots/api#messageentity; Offset and Length count UTF-16 units.
type Entity struct {
	Type          string `json:"type"`
	Offset        int    `json:"offset"`
	Length        int    `json:"length"`
	URL           string `json:"url,omitempty"`
	User          *User  `json:"user,omitempty"`
	Language      string `json:"language,omitempty"`
	CustomEmojiID string `json:"custom_emoji_id,omitempty"`
}

// A Message is https://core.telegram.org/bots/api#message, as far as this server makes them.
type Message struct {
	ID                 int             `json:"message_id"`
	ThreadID           int             `json:"message_thread_id,omitempty"`
	From               *User           `json:"from,omitempty"`
	SenderChat         *ChatInfo       `json:"sender_chat,omitempty"`
	Date               int64           `json:"date"`
	Chat               ChatInfo        `json:"chat"`
	ForwardOrigin      *Origin         `json:"forward_origin,omitempty"`
	IsTopicMessage     bool            `json:"is_topic_message,omitempty"`
	IsAutomaticForward bool            `json:"is_automatic_forward,omitempty"`
	ReplyTo            *Message        `json:"reply_to_message,omitempty"`
	Quote              *Quote          `json:"quote,omitempty"`
	ViaBot             *User           `json:"via_bot,omitempty"`
	EditDate           int64           `json:"edit_date,omitempty"`
	ProtectContent     bool            `json:"has_protected_content,omitempty"`
	Text               string          `json:"text,omitempty"`
	Entities           []Entity        `json:"entities,omitempty"`
	LinkPreview        *LinkPreview    `json:"link_preview_options,omitempty"`
	Document           *Document       `json:"document,omitempty"`
	Caption            string          `json:"caption,omitempty"`
	CaptionEntities    []Entity        `json:"caption_entities,omitempty"`
	NewMembers         []User          `json:"new_chat_members,omitempty"`
	LeftMember         *User           `json:"left_chat_member,omitempty"`
	NewTitle           string          `json:"new_chat_title,omitempty"`
	GroupCreated       bool            `json:"group_chat_created,omitempty"`
	MigrateTo          int64           `json:"migrate_to_chat_id,omitempty"`
	MigrateFrom        int64           `json:"migrate_from_chat_id,omitempty"`
	Pinned             *Message        `json:"pinned_message,omitempty"`
	TopicCreated       *TopicCreated   `json:"forum_topic_created,omitempty"`
	TopicClosed        *struct{}       `json:"forum_topic_closed,omitempty"`
	Keyboard           *InlineKeyboard `json:"reply_markup,omitempty"`
	Attachment
}

// An Origin is where a forwarded post comes from: https://core.telegram.org/bots/api#messageoriginchannel.
type Origin struct {
	Type      string   `json:"type"`
	Date      int64    `json:"date"`
	Chat      ChatInfo `json:"chat"`
	MessageID int      `json:"message_id"`
}

// A Quote is https://core.telegram.org/bots/api#textquote.
type Quote struct {
	Text     string   `json:"text"`
	Entities []Entity `json:"entities,omitempty"`
	Position int      `json:"position"`
	IsManual bool     `json:"is_manual,omitempty"`
}

// A LinkPreview is https://core.telegram.org/bots/api#linkpreviewoptions.
type LinkPreview struct {
	IsDisabled       bool   `json:"is_disabled,omitempty"`
	URL              string `json:"url,omitempty"`
	PreferSmallMedia bool   `json:"prefer_small_media,omitempty"`
	PreferLargeMedia bool   `json:"prefer_large_media,omitempty"`
	ShowAboveText    bool   `json:"show_above_text,omitempty"`
}

// A Document is https://core.telegram.org/bots/api#document.
type Document struct {
	FileID       string `json:"file_id"`
	FileUniqueID string `json:"file_unique_id"`
	FileName     string `json:"file_name,omitempty"`
	MimeType     string `json:"mime_type,omitempty"`
	FileSize     int    `json:"file_size,omitempty"`
}

// A TopicCreated is https://core.telegram.org/bots/api#forumtopiccreated.
type TopicCreated struct {
	Name      string `json:"name"`
	IconColor int    `json:"icon_color"`
}

// inaccessible is https://core.telegram.org/bots/api#inaccessiblemessage.
type inaccessible struct {
	Chat ChatInfo `json:"chat"`
	ID   int      `json:"message_id"`
	Date int64    `json:"date"`
}

// short is a message as another one shows it: without the one that it replies to itself.
func (m Message) short() *Message {
	m.ReplyTo, m.Quote = nil, nil
	if m.Pinned != nil {
		m.Pinned = m.Pinned.short()
	}
	return &m
}

// mustJSON encodes the server's own types, which cannot fail.
func mustJSON(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic("telegramtest: " + err.Error())
	}
	return b
}
