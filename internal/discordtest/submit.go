package discordtest

import (
	"fmt"
	"slices"
)

// Submit fills in a form and sends it: values by custom_id, a string for a text and a radio group, []string for a select or a
// checkbox group, a bool for a checkbox. A field that is not given keeps what it was filled in with. It fails when the client would
// not send the form: a field that is required and empty, a text too short or too long, an unknown field.
func (u *User) Submit(m *Modal, values map[string]any) (*Exchange, error) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if m == nil || m.action.user != u {
		return nil, fmt.Errorf("%s submits: %w", u.name, errNotShown)
	}
	known := m.Inputs()
	for id := range values {
		if !slices.ContainsFunc(known, func(c Component) bool { return c.CustomID == id }) {
			return nil, fmt.Errorf("field %q: %w", id, errOption)
		}
	}
	lines := []object{}
	for i := range m.Components {
		line, err := m.Components[i].submitted(values)
		if err != nil {
			return nil, fmt.Errorf("%s submits %q: %w", u.name, m.Title, err)
		}
		lines = append(lines, line)
	}
	data := object{"custom_id": m.CustomID, "components": lines}
	parent := m.action
	return s.act(interaction{
		kind: KindModal, user: u, channel: parent.channel, owners: parent.owners, data: data, source: parent.source, parent: parent,
	}), nil
}

// submitted is a line of a form as the interaction carries it.
func (c *Component) submitted(values map[string]any) (object, error) {
	o := object{"type": c.Type, "id": c.ID}
	switch c.Type {
	case ActionRow:
		inner, err := c.Components[0].filled(values)
		o["components"] = []object{inner}
		return o, err
	case Label:
		inner, err := c.Component.filled(values)
		o["component"] = inner
		return o, err
	}
	return o, nil
}

// filled is a field with its value.
func (c *Component) filled(values map[string]any) (object, error) {
	o := object{"type": c.Type, "id": c.ID, "custom_id": c.CustomID}
	given, ok := values[c.CustomID]
	switch c.Type {
	case TextInput:
		if !ok {
			given = c.Value
		}
		text, _ := given.(string)
		o["value"] = text
		return o, c.takes(text)
	case RadioGroup:
		o["value"] = given
	case Checkbox:
		on, _ := given.(bool)
		o["value"] = on
		return o, nil
	default:
		list, _ := given.([]string)
		if list == nil {
			list = []string{}
		}
		o["values"] = list
		if len(list) > 0 {
			return o, c.takesAll(list)
		}
		ok = false
	}
	if !ok && or(c.Required, true) {
		return nil, fmt.Errorf("field %q: %w", c.CustomID, errRequired)
	}
	return o, nil
}

func (c *Component) takes(text string) error {
	n := runes(text)
	switch {
	case n == 0 && or(c.Required, true):
		return fmt.Errorf("field %q: %w", c.CustomID, errRequired)
	case n > or(c.MaxLength, 4000), n > 0 && n < or(c.MinLength, 0):
		return fmt.Errorf("field %q of %d characters: %w", c.CustomID, n, errValue)
	}
	return nil
}

func (c *Component) takesAll(values []string) error {
	if c.isSelect() {
		_, err := c.choose(values)
		return err
	}
	for _, v := range values {
		if !slices.ContainsFunc(c.Options, func(o Option) bool { return o.Value == v }) {
			return fmt.Errorf("field %q: %w", c.CustomID, errValue)
		}
	}
	return nil
}
