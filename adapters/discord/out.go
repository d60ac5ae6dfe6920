package discord

import (
	"strings"

	"nonmerci/adapters/internal/discordrest"
)

// What the bot sends (docs: resources/message, components/reference).

// A body is a message on its way out. Every field that an edit must replace is always there.
type body struct {
	Content    string     `json:"content"`
	Embeds     []embed    `json:"embeds"`
	Components []row      `json:"components"`
	Mentions   nobody     `json:"allowed_mentions"`
	Flags      int        `json:"flags,omitempty"`
	Nonce      string     `json:"nonce,omitempty"`
	Enforce    bool       `json:"enforce_nonce,omitempty"`
	Reference  *reference `json:"message_reference,omitempty"`

	// Attachments are what an edit leaves of files and what it adds; nil leaves all.
	Attachments *[]attachment `json:"attachments,omitempty"`
	files       []discordrest.File
	instead     string // said where the files cannot be sent
}

// withoutFiles is the message without its files, which says so.
func (b body) withoutFiles() body {
	note := "\n\n" + b.instead
	b.Content = strings.TrimSpace(clip(b.Content, maxContent-count(note)) + note)
	b.Attachments, b.files = &[]attachment{}, nil
	return b
}

// An attachment names a file that is sent along, by its place.
type attachment struct {
	ID   string `json:"id"`
	Name string `json:"filename"`
}

// nobody is whom a message pings. It has one value, so that no code can forget it or send another.
type nobody struct{}

// MarshalJSON writes « nobody » as Discord reads it: without parse everybody named in the text would be pinged.
func (nobody) MarshalJSON() ([]byte, error) { return []byte(`{"parse":[],"replied_user":false}`), nil }

const flagEphemeral = 1 << 6

type embed struct {
	Description string `json:"description"`
	Color       int    `json:"color,omitempty"`
}

type reference struct {
	MessageID string `json:"message_id"`
	ChannelID string `json:"channel_id,omitempty"`
	Fail      bool   `json:"fail_if_not_exists"`
}

// Kinds and styles of components.
const (
	componentRow    = 1
	componentButton = 2
	componentSelect = 3
	componentRoles  = 6
	stylePrimary    = 1
	styleSecondary  = 2
	styleDanger     = 4
	styleLink       = 5
)

// A menuOption is a line of a select.
type menuOption struct {
	Label string `json:"label"`
	Value string `json:"value"`
}

type row struct {
	Type    int      `json:"type"`
	Buttons []button `json:"components"`
}

type button struct {
	Type     int    `json:"type"`
	Style    int    `json:"style,omitempty"`
	Label    string `json:"label,omitempty"`
	CustomID string `json:"custom_id,omitempty"`
	URL      string `json:"url,omitempty"`

	// Of a select.
	Placeholder string       `json:"placeholder,omitempty"`
	Options     []menuOption `json:"options,omitempty"`
	Least       *int         `json:"min_values,omitempty"`     // 1 when it is not said
	Defaults    []chosenOne  `json:"default_values,omitempty"` // of a select that Discord fills: what is chosen already
}

// A chosenOne is a role, by its id.
type chosenOne struct {
	Type string `json:"type"` // role
	ID   string `json:"id"`
}

// normalised has empty lists instead of none, so that an edit removes what was there.
func (b body) normalised() body {
	if b.Embeds == nil {
		b.Embeds = []embed{}
	}
	if b.Components == nil {
		b.Components = []row{}
	}
	return b
}

// plain is the message without anything that Discord could refuse but its text, and the links of its buttons as text.
func (b body) plain() body {
	if b.Content == "" && len(b.Embeds) > 0 {
		b.Content = b.Embeds[0].Description
	}
	links := ""
	for _, r := range b.Components {
		for _, to := range r.Buttons {
			if to.URL != "" {
				links += "\n" + masked(to.Label, to.URL)
			}
		}
	}
	b.Content = clip(b.Content, maxContent-count(links)) + links
	b.Embeds, b.Components = []embed{}, []row{}
	return b
}

// Callback types.
const (
	callbackMessage        = 4
	callbackDeferred       = 5
	callbackDeferredUpdate = 6
	callbackUpdate         = 7
	callbackChoices        = 8
	callbackModal          = 9
)

type callback struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`
}

type choices struct {
	Choices []choice `json:"choices"`
}

type choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}
