package discordtest

import "encoding/json"

// Component types (docs: components/reference).
const (
	ActionRow         = 1
	Button            = 2
	StringSelect      = 3
	TextInput         = 4
	UserSelect        = 5
	RoleSelect        = 6
	MentionableSelect = 7
	ChannelSelect     = 8
	Section           = 9
	TextDisplay       = 10
	Thumbnail         = 11
	MediaGallery      = 12
	FileComponent     = 13
	Separator         = 14
	Container         = 17
	Label             = 18
	FileUpload        = 19
	RadioGroup        = 21
	CheckboxGroup     = 22
	Checkbox          = 23
)

// LinkButton is the style of a button that opens an address instead of being heard of.
const LinkButton = 5

// A Component is a part of a message or of a form; which fields mean something depends on its type.
type Component struct {
	Type        int             `json:"type"`
	ID          int             `json:"id"`
	CustomID    string          `json:"custom_id"`
	Style       int             `json:"style"`
	Label       string          `json:"label"` // of a button, a text input, a Label
	Description string          `json:"description"`
	Emoji       json.RawMessage `json:"emoji"`
	URL         string          `json:"url"`
	Disabled    bool            `json:"disabled"`
	Placeholder string          `json:"placeholder"`
	MinValues   *int            `json:"min_values"`
	MaxValues   *int            `json:"max_values"`
	MinLength   *int            `json:"min_length"`
	MaxLength   *int            `json:"max_length"`
	Required    *bool           `json:"required"`
	Value       any             `json:"value"` // what a text input is filled in with; a string
	Options     []Option        `json:"options"`
	Defaults    []Default       `json:"default_values"` // of a select that Discord fills
	Content     string          `json:"content"`
	AccentColor *int            `json:"accent_color"`
	Spoiler     bool            `json:"spoiler"`
	Divider     *bool           `json:"divider"`
	Spacing     *int            `json:"spacing"`
	Media       json.RawMessage `json:"media"`
	Items       json.RawMessage `json:"items"`
	File        json.RawMessage `json:"file"`
	Components  []Component     `json:"components"`
	Component   *Component      `json:"component"` // of a Label
	Accessory   *Component      `json:"accessory"`
}

// An Option is a line of a select, a radio group or a checkbox group.
type Option struct {
	Label       string          `json:"label"`
	Value       string          `json:"value"`
	Description string          `json:"description,omitempty"`
	Emoji       json.RawMessage `json:"emoji,omitempty"`
	Default     bool            `json:"default,omitempty"`
}

// A Default is what is chosen already in a select of people, roles or channels.
type Default struct {
	ID   string `json:"id"`
	Type string `json:"type"` // user, role or channel
}

// walk calls see for the components and everything in them, outermost first, with the path of each in the form.
func walk(path string, list []Component, see func(path string, c *Component)) {
	for i := range list {
		walkOne(path+"."+decimal(i), &list[i], see)
	}
}

func walkOne(path string, c *Component, see func(string, *Component)) {
	see(path, c)
	walk(path+".components", c.Components, see)
	if c.Component != nil {
		walkOne(path+".component", c.Component, see)
	}
	if c.Accessory != nil {
		walkOne(path+".accessory", c.Accessory, see)
	}
}

func (c *Component) isSelect() bool {
	return c.Type == StringSelect || c.Type >= UserSelect && c.Type <= ChannelSelect
}

// isInput says that the component has a custom_id that a person's action is reported under.
func (c *Component) isInput() bool {
	return c.isSelect() || c.Type == TextInput || c.Type >= FileUpload || c.Type == Button && c.Style != LinkButton && c.Style != 6
}

// number gives every component that has none an id of its own.
func number(list []Component) {
	used := map[int]bool{}
	walk("", list, func(_ string, c *Component) { used[c.ID] = true })
	next := 1
	walk("", list, func(_ string, c *Component) {
		if c.ID != 0 {
			return
		}
		for used[next] {
			next++
		}
		c.ID, used[next] = next, true
	})
}

func wires(list []Component) []object {
	out := []object{}
	for i := range list {
		out = append(out, list[i].wire())
	}
	return out
}

// wire is the component as Discord gives it back: with the fields that a client left out.
func (c *Component) wire() object {
	o := object{"type": c.Type, "id": c.ID}
	switch c.Type {
	case ActionRow:
		o["components"] = wires(c.Components)
	case Button:
		c.addButton(o)
	case StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect:
		c.addSelect(o)
	case Section:
		o["components"], o["accessory"] = wires(c.Components), c.Accessory.wire()
	case TextDisplay:
		o["content"] = c.Content
	case Separator:
		o["spacing"], o["divider"] = or(c.Spacing, 1), or(c.Divider, true)
	case Container:
		o["components"], o["spoiler"], o["accent_color"] = wires(c.Components), c.Spoiler, nil
		if c.AccentColor != nil {
			o["accent_color"] = *c.AccentColor
		}
	case Thumbnail:
		o["media"], o["description"], o["spoiler"] = media(c.Media), nil, c.Spoiler
	case MediaGallery:
		o["items"] = c.Items
	case FileComponent:
		o["file"], o["spoiler"] = c.File, c.Spoiler
	}
	return o
}

// media is a picture as given back: with a proxied address and what is known of it.
func media(raw json.RawMessage) object {
	var m struct{ URL string }
	_ = json.Unmarshal(raw, &m) // checked by the specification; "" otherwise
	return object{"url": m.URL, "proxy_url": m.URL, "id": "0", "width": nil, "height": nil, "content_type": nil}
}

func (c *Component) addButton(o object) {
	o["style"] = c.Style
	if c.CustomID != "" {
		o["custom_id"] = c.CustomID
	}
	if c.Label != "" {
		o["label"] = c.Label
	}
	if c.URL != "" {
		o["url"] = c.URL
	}
	if c.Disabled {
		o["disabled"] = true
	}
	addEmoji(o, c.Emoji)
}

func (c *Component) addSelect(o object) {
	o["custom_id"], o["min_values"], o["max_values"] = c.CustomID, or(c.MinValues, 1), or(c.MaxValues, 1)
	if c.Placeholder != "" {
		o["placeholder"] = c.Placeholder
	}
	if c.Disabled {
		o["disabled"] = true
	}
	if len(c.Defaults) > 0 {
		o["default_values"] = c.Defaults
	}
	if c.Type != StringSelect {
		return
	}
	options := []object{}
	for _, opt := range c.Options {
		line := object{"label": opt.Label, "value": opt.Value}
		if opt.Description != "" {
			line["description"] = opt.Description
		}
		if opt.Default {
			line["default"] = true
		}
		addEmoji(line, opt.Emoji)
		options = append(options, line)
	}
	o["options"] = options
}

// addEmoji gives back the name of an emoji, and its id when it is a custom one.
func addEmoji(o object, raw json.RawMessage) {
	var e struct {
		ID       *string
		Name     string
		Animated bool
	}
	if len(raw) == 0 || json.Unmarshal(raw, &e) != nil || e.Name == "" {
		return
	}
	out := object{"name": e.Name}
	if e.ID != nil {
		out["id"], out["animated"] = *e.ID, e.Animated
	}
	o["emoji"] = out
}
