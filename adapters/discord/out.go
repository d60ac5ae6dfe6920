package discord

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
	styleSecondary  = 2
	styleLink       = 5
)

type row struct {
	Type    int      `json:"type"`
	Buttons []button `json:"components"`
}

type button struct {
	Type     int    `json:"type"`
	Style    int    `json:"style"`
	Label    string `json:"label"`
	CustomID string `json:"custom_id,omitempty"`
	URL      string `json:"url,omitempty"`
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
