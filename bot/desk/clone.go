package desk

import (
	"maps"
	"slices"

	"nonmerci/knowledge"
)

func cloneEntry(e *knowledge.Entry) *knowledge.Entry {
	if e == nil {
		return nil
	}
	c := *e
	c.Also, c.Regions, c.Plans, c.Sources = slices.Clone(e.Also), slices.Clone(e.Regions), slices.Clone(e.Plans), slices.Clone(e.Sources)
	c.Text = make(map[string]knowledge.Text, len(e.Text))
	for lang, t := range e.Text {
		t.Phrases, t.Links = slices.Clone(t.Phrases), slices.Clone(t.Links)
		t.Changes, t.Keeps, t.Notes = slices.Clone(t.Changes), slices.Clone(t.Keeps), slices.Clone(t.Notes)
		t.Steps = slices.Clone(t.Steps)
		for i := range t.Steps {
			t.Steps[i].Steps = slices.Clone(t.Steps[i].Steps)
		}
		c.Text[lang] = t
	}
	return &c
}

func cloneContent(c knowledge.Content) knowledge.Content {
	c.Entry = cloneEntry(c.Entry)
	c.Note = maps.Clone(c.Note)
	phrases := make(map[string][]string, len(c.Phrases))
	for lang, p := range c.Phrases {
		phrases[lang] = slices.Clone(p)
	}
	if c.Phrases != nil {
		c.Phrases = phrases
	}
	return c
}
