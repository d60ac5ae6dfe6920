package discordtest

import (
	"slices"
	"strings"
	"time"
)

// A Message is a message as it stood at one moment.
type Message struct {
	ID         string
	Channel    *Channel
	Author     *User
	Type       int
	Content    string
	Embeds     []Embed
	Components []Component
	Files      []string // names
	Contents   [][]byte // of Files, in the same order; not to be changed
	Flags      int
	At         time.Time
	Edited     time.Time // zero when it never was
	Edits      int       // how often it was edited, the end of a deferral not counted
	Ephemeral  bool
	Pinned     bool
	ReplyTo    string // the id of the message replied to, "" for none
	Pings      []string
	PingsRoles []string
	Everyone   bool // pings everybody
}

// snapshot copies a message. s.mu is held.
func (m *message) snapshot() Message {
	out := Message{
		ID: m.id, Channel: m.channel, Author: m.author, Type: m.kind, Content: m.content, Embeds: slices.Clone(m.embeds),
		Components: slices.Clone(m.components), Flags: m.flags, At: m.at, Edited: m.edited, Edits: len(m.edits),
		Ephemeral: m.only != nil, Pinned: m.pinned, PingsRoles: slices.Clone(m.mentions.roles), Everyone: m.mentions.everyone,
	}
	for _, f := range m.files {
		out.Files, out.Contents = append(out.Files, f.name), append(out.Contents, f.data)
	}
	for _, u := range m.mentions.users {
		out.Pings = append(out.Pings, u.id)
	}
	if m.reference != nil {
		out.ReplyTo = m.reference.MessageID
	}
	return out
}

// Text is everything to read in the message: content, embeds, texts of components, without labels of buttons.
func (m Message) Text() string {
	lines := []string{m.Content}
	for _, e := range m.Embeds {
		lines = append(lines, e.Title, e.Description)
		for _, f := range e.Fields {
			lines = append(lines, f.Name, f.Value)
		}
		if e.Footer != nil {
			lines = append(lines, e.Footer.Text)
		}
	}
	walk("", m.Components, func(_ string, c *Component) { lines = append(lines, c.Content) })
	lines = slices.DeleteFunc(lines, func(l string) bool { return l == "" })
	return strings.Join(lines, "\n")
}

// Inputs lists the buttons and selects that can be used, in order; not links.
func (m Message) Inputs() []Component {
	var out []Component
	walk("", m.Components, func(_ string, c *Component) {
		if c.isInput() {
			out = append(out, *c)
		}
	})
	return out
}

// Links lists the addresses of link buttons.
func (m Message) Links() []string {
	var out []string
	walk("", m.Components, func(_ string, c *Component) {
		if c.URL != "" {
			out = append(out, c.URL)
		}
	})
	return out
}

// Input finds a button or a select by its custom_id, its label or its placeholder, also by a part of the latter two; nil when
// there is none.
func (m Message) Input(name string) *Component {
	inputs := m.Inputs()
	for _, fits := range []func(Component) bool{
		func(c Component) bool { return c.CustomID == name },
		func(c Component) bool { return c.Label == name || c.Placeholder == name },
		func(c Component) bool {
			return strings.Contains(c.Label, name) || strings.Contains(c.Placeholder, name)
		},
	} {
		if i := slices.IndexFunc(inputs, fits); i >= 0 {
			return &inputs[i]
		}
	}
	return nil
}

// Messages lists what u sees in the channel, oldest first, ephemeral messages of theirs among it.
func (c *Channel) Messages(u *User) []Message {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	out := []Message{}
	for _, m := range c.messages {
		if m.seenBy(u) {
			out = append(out, m.snapshot())
		}
	}
	return out
}
