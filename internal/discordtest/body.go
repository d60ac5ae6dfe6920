package discordtest

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// Message flags (docs: resources/message).
const (
	FlagSuppressEmbeds        = 1 << 2
	FlagEphemeral             = 1 << 6
	FlagLoading               = 1 << 7
	FlagSuppressNotifications = 1 << 12
	FlagComponentsV2          = 1 << 15
)

// messageBody is what a client sends to make or change a message, on every route that does. Absent fields are nil.
type messageBody struct {
	Content          *string         `json:"content"`
	Embeds           *[]Embed        `json:"embeds"`
	Components       *[]Component    `json:"components"`
	Flags            *int            `json:"flags"`
	AllowedMentions  *mentionRules   `json:"allowed_mentions"`
	MessageReference *referenceBody  `json:"message_reference"`
	Nonce            json.RawMessage `json:"nonce"`
	EnforceNonce     bool            `json:"enforce_nonce"`
	TTS              bool            `json:"tts"`
	StickerIDs       []string        `json:"sticker_ids"`
	Poll             json.RawMessage `json:"poll"`
	Attachments      *[]object       `json:"attachments"`
	ThreadName       string          `json:"thread_name"`
	Username         string          `json:"username"`
	AvatarURL        string          `json:"avatar_url"`
	files            []attachment
}

// A referenceBody names the message that is replied to.
type referenceBody struct {
	Type            int    `json:"type"`
	MessageID       string `json:"message_id"`
	ChannelID       string `json:"channel_id"`
	GuildID         string `json:"guild_id"`
	FailIfNotExists *bool  `json:"fail_if_not_exists"`
}

// An attachment is a file of a message.
type attachment struct {
	id, name string
	size     int
	data     []byte
}

// checks say what kind of message is checked.
type checks struct {
	before *message // the message that is changed; nil for a new one
	empty  bool     // an empty one is allowed: a deferral
}

// check refuses what Discord refuses whatever the route: 50035 for the form, 50006 for a message without anything in it.
func (b *messageBody) check(c checks) error {
	var f formErrors
	v2 := b.flags()&FlagComponentsV2 != 0
	if c.before != nil {
		if was := c.before.flags&FlagComponentsV2 != 0; was && b.Flags != nil && !v2 {
			f.add("flags", "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", "The IS_COMPONENTS_V2 flag cannot be removed from a message")
		}
		v2 = v2 || c.before.flags&FlagComponentsV2 != 0
	}
	f.text("content", or(b.Content, ""), 0, 2000)
	f.checkEmbeds(or(b.Embeds, nil))
	f.checkComponents(or(b.Components, nil), v2)
	if v2 {
		f.checkLegacy(b)
	}
	if n := len(b.nonce()); n > 25 {
		f.max("nonce", 25)
	}
	if b.EnforceNonce && b.nonce() == "" {
		f.required("nonce")
	}
	if err := f.err(); err != nil {
		return err
	}
	if b.isEmpty(c.before, v2) && !c.empty {
		return errEmptyMessage
	}
	return nil
}

// checkLegacy notes the fields that a message made of components cannot have (docs: components/reference, « Component Reference »).
func (f *formErrors) checkLegacy(b *messageBody) {
	for _, field := range []struct {
		name string
		used bool
	}{
		{"content", or(b.Content, "") != ""},
		{"embeds", len(or(b.Embeds, nil)) > 0},
		{"sticker_ids", len(b.StickerIDs) > 0},
		{"poll", len(b.Poll) > 0 && string(b.Poll) != "null"},
	} {
		if field.used {
			f.add(field.name, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
				"The '"+field.name+"' field cannot be used when using MessageFlags.IS_COMPONENTS_V2")
		}
	}
}

// isEmpty says that the message would have nothing in it, after the change when there is one.
func (b *messageBody) isEmpty(before *message, v2 bool) bool {
	content, embeds, components, files := or(b.Content, ""), or(b.Embeds, nil), or(b.Components, nil), len(b.files)
	if before != nil {
		content, embeds, components = or(b.Content, before.content), or(b.Embeds, before.embeds), or(b.Components, before.components)
		files += len(before.files)
	}
	if v2 {
		return len(components) == 0
	}
	shown := 0
	for _, e := range embeds {
		if !e.empty() {
			shown++
		}
	}
	return strings.TrimSpace(content) == "" && shown == 0 && len(components) == 0 && len(b.StickerIDs) == 0 && files == 0 &&
		(len(b.Poll) == 0 || string(b.Poll) == "null")
}

func (b *messageBody) flags() int { return or(b.Flags, 0) }

// nonce is a text or a number.
func (b *messageBody) nonce() string {
	return strings.Trim(string(b.Nonce), `"`)
}

// known are the fields that Discord reads in a message body; others are accepted and ignored, and hint at a mistake.
func knownFields() []string {
	return []string{
		"content", "embeds", "components", "flags", "allowed_mentions", "message_reference", "nonce", "enforce_nonce", "tts",
		"sticker_ids", "poll", "attachments", "thread_name", "username", "avatar_url", "applied_tags", "shared_client_theme",
		"choices", "custom_id", "title",
	}
}

func runes(s string) int { return utf8.RuneCountInString(s) }
