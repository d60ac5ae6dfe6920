package playground

import (
	"fmt"

	"nonmerci/internal/discordtest"
)

// A form is one of Discord's, ready to be drawn.
type form struct {
	Title  string
	ID     string   // of one that can be filled in; "" for a picture of one
	Above  []string // texts before the fields
	Fields []field
}

// A field is a text to fill in.
type field struct {
	Label, Hint, Value string
	Key                string // its custom_id
	Required, Long     bool
	Most               int // characters
}

// formOf draws a form.
func formOf(m *discordtest.Modal) *form {
	f := &form{Title: m.Title}
	for _, part := range m.Components {
		if part.Component == nil {
			if part.Content != "" {
				f.Above = append(f.Above, part.Content)
			}
			continue
		}
		in := field{
			Label: part.Label, Hint: part.Description, Key: part.Component.CustomID, Required: part.Component.Required == nil || *part.Component.Required,
			Long: part.Component.Style == 2, Most: 4000,
		}
		if part.Component.MaxLength != nil {
			in.Most = *part.Component.MaxLength
		}
		if part.Component.Value != nil {
			in.Value = fmt.Sprint(part.Component.Value)
		}
		f.Fields = append(f.Fields, in)
	}
	return f
}
