package telegramtest

// An AttachmentKind is something that people send which is not text.
type AttachmentKind string

// The kinds of attachment.
const (
	Voice   AttachmentKind = "voice"
	Photo   AttachmentKind = "photo"
	Sticker AttachmentKind = "sticker"
)

// An Attachment is what a message brings beside text; at most one of its fields is set. Nobody can fetch the file.
type Attachment struct {
	Voice   *VoiceNote   `json:"voice,omitempty"`
	Photo   []PhotoSize  `json:"photo,omitempty"`
	Sticker *StickerFile `json:"sticker,omitempty"`
}

// A VoiceNote is https://core.telegram.org/bots/api#voice.
type VoiceNote struct {
	FileID       string `json:"file_id"`
	FileUniqueID string `json:"file_unique_id"`
	Duration     int    `json:"duration"`
}

// A PhotoSize is https://core.telegram.org/bots/api#photosize.
type PhotoSize struct {
	FileID       string `json:"file_id"`
	FileUniqueID string `json:"file_unique_id"`
	Width        int    `json:"width"`
	Height       int    `json:"height"`
}

// A StickerFile is https://core.telegram.org/bots/api#sticker.
type StickerFile struct {
	FileID       string `json:"file_id"`
	FileUniqueID string `json:"file_unique_id"`
	Type         string `json:"type"`
	Width        int    `json:"width"`
	Height       int    `json:"height"`
	IsAnimated   bool   `json:"is_animated"`
	IsVideo      bool   `json:"is_video"`
}

// attached says whether there is any.
func (a Attachment) attached() bool { return a.Voice != nil || len(a.Photo) > 0 || a.Sticker != nil }

// attach makes a message one that brings something; its text becomes the caption.
func (m *Message) attach(kind AttachmentKind) {
	m.Text, m.Caption = "", m.Text
	m.Entities, m.CaptionEntities = nil, m.Entities
	switch kind {
	case Voice:
		m.Voice = &VoiceNote{FileID: "AwAD1", FileUniqueID: "AgAD1", Duration: 3}
	case Photo:
		m.Photo = []PhotoSize{{FileID: "AgAC1", FileUniqueID: "AQAD1", Width: 320, Height: 240}}
	case Sticker:
		m.Caption, m.CaptionEntities = "", nil
		m.Sticker = &StickerFile{FileID: "CAAC1", FileUniqueID: "AgAD2", Type: "regular", Width: 512, Height: 512}
	}
}

// Attach sends something that is no text to a chat.
func (p *Person) Attach(c *Chat, kind AttachmentKind) *Sent { return p.Write(c, Post{Attached: kind}) }
