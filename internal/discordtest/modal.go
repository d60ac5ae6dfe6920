package discordtest

import (
	"encoding/json"
	"slices"
)

// A Modal is a form that the application shows to a person.
type Modal struct {
	CustomID   string      `json:"custom_id"`
	Title      string      `json:"title"`
	Components []Component `json:"components"`
	action     *interaction
}

// Inputs lists the fields to fill in, in order.
func (m *Modal) Inputs() []Component {
	var out []Component
	walk("", m.Components, func(_ string, c *Component) {
		if c.isInput() {
			out = append(out, *c)
		}
	})
	return out
}

// showModal shows a form to the person.
func (s *Server) showModal(_ *call, i *interaction, data json.RawMessage) error {
	m := &Modal{action: i}
	if err := (&call{body: data}).decode(m); err != nil {
		return err
	}
	if err := m.check(); err != nil {
		return err
	}
	number(m.Components)
	i.exchange.modal = m
	return nil
}

// check refuses what Discord refuses of a form.
func (m *Modal) check() error {
	var f formErrors
	f.text("data.title", m.Title, 1, 45)
	f.text("data.custom_id", m.CustomID, 1, 100)
	if n := len(m.Components); n < 1 || n > 5 {
		f.length("data.components", 1, 5)
	}
	seen := map[string]bool{}
	for i := range m.Components {
		f.line("data.components."+decimal(i), &m.Components[i])
	}
	walk("data.components", m.Components, func(path string, c *Component) { f.unique(path, c, seen) })
	return f.err()
}

// line checks one line of a form: a Label with an input, a text, or the older row with a text input.
func (f *formErrors) line(path string, c *Component) {
	switch c.Type {
	case Label:
		f.text(path+".label", c.Label, 1, 45)
		f.text(path+".description", c.Description, 0, 100)
		if c.Component == nil {
			f.required(path + ".component")
			return
		}
		f.input(path+".component", c.Component)
	case TextDisplay:
		f.text(path+".content", c.Content, 1, 4000)
	case ActionRow:
		if len(c.Components) != 1 || c.Components[0].Type != TextInput {
			f.length(path+".components", 1, 1)
			return
		}
		f.text(path+".components.0.label", c.Components[0].Label, 1, 45)
		f.input(path+".components.0", &c.Components[0])
	default:
		f.add(path+".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1, 10, 18).")
	}
}

// input checks one field of a form.
func (f *formErrors) input(path string, c *Component) {
	switch {
	case c.Type == TextInput:
		f.textInput(path, c)
	case c.isSelect():
		f.checkSelect(path, c)
		if c.Disabled {
			f.add(path+".disabled", "COMPONENT_DISABLED_INVALID", "Components in modals cannot be disabled")
		}
	case c.Type == RadioGroup:
		f.checkOptions(path, c, 2, 10, 1)
	case c.Type == CheckboxGroup:
		f.checkOptions(path, c, 1, 10, 10)
	case c.Type != FileUpload && c.Type != Checkbox:
		f.add(path+".type", "UNION_TYPE_CHOICES", "The component cannot be used in a label.")
	}
}

func (f *formErrors) textInput(path string, c *Component) {
	value, isText := c.Value.(string)
	if c.Value != nil && !isText {
		f.add(path+".value", "BASE_TYPE_BAD_TYPE", "Only string is allowed")
	}
	f.text(path+".value", value, 0, 4000)
	f.text(path+".placeholder", c.Placeholder, 0, 100)
	if c.Style != 1 && c.Style != 2 {
		f.choices(path+".style", "(1, 2)")
	}
	least, most := or(c.MinLength, 0), or(c.MaxLength, 4000)
	if least < 0 || least > 4000 || most < 1 || most > 4000 || least > most {
		f.add(path, "COMPONENT_TEXT_INPUT_LENGTH_INVALID", "min_length and max_length must be within 0 to 4000, and in order")
	}
	if n := runes(value); value != "" && (n < least || n > most) {
		f.length(path+".value", least, most)
	}
}

// A Choice is a completion that the application offers.
type Choice struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
}

// complete takes the choices for an option that is being typed: at most 25, each name and value once.
func (s *Server) complete(_ *call, i *interaction, data json.RawMessage) error {
	var body struct {
		Choices []Choice `json:"choices"`
	}
	if err := (&call{body: data}).decode(&body); err != nil {
		return err
	}
	var f formErrors
	if len(body.Choices) > 25 {
		f.max("data.choices", 25)
	}
	var names []string
	for n, ch := range body.Choices {
		at := "data.choices." + decimal(n)
		f.text(at+".name", ch.Name, 1, 100)
		text, isText := ch.Value.(string)
		switch {
		case isText != (i.focused == optionString):
			f.add(at+".value", "BASE_TYPE_BAD_TYPE", "The value has not the type of the option")
		case isText:
			f.text(at+".value", text, 1, 100)
		}
		if slices.Contains(names, ch.Name) {
			f.add(at+".name", "APPLICATION_COMMAND_CHOICE_NAME_DUPLICATED", "The specified choice name is already used")
		}
		names = append(names, ch.Name)
		if slices.ContainsFunc(body.Choices[:n], func(o Choice) bool { return string(copyOf(o.Value)) == string(copyOf(ch.Value)) }) {
			f.add(at+".value", "APPLICATION_COMMAND_CHOICE_VALUE_DUPLICATED", "The specified choice value is already used")
		}
	}
	if err := f.err(); err != nil {
		return err
	}
	i.exchange.choices, i.exchange.completed = body.Choices, true
	return nil
}
