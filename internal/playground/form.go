package playground

import (
	"fmt"

	"nonmerci/internal/discordtest"
)

// A form is one of Discord's, ready to be drawn.
type form struct {
	Title  string
	Fields []field
}

// A field is a text to fill in.
type field struct {
	Label, Hint, Value string
	Required           bool
}

// formOf draws a form. Of its parts only texts to fill in are drawn.
func formOf(m *discordtest.Modal) *form {
	f := &form{Title: m.Title}
	for _, part := range m.Components {
		if part.Component == nil {
			continue
		}
		in := field{Label: part.Label, Hint: part.Description, Required: part.Component.Required == nil || *part.Component.Required}
		if part.Component.Value != nil {
			in.Value = fmt.Sprint(part.Component.Value)
		}
		f.Fields = append(f.Fields, in)
	}
	return f
}
