package memstore

import (
	"maps"
	"slices"

	"nonmerci/knowledge"
)

// cloneContent copies a content to its depth, so that nobody changes what is kept through what they hold.
func cloneContent(c knowledge.Content) knowledge.Content {
	if c.Entry != nil {
		e := *c.Entry
		e.Also, e.Regions, e.Plans, e.Sources = slices.Clone(e.Also), slices.Clone(e.Regions), slices.Clone(e.Plans), slices.Clone(e.Sources)
		e.Text = maps.Clone(e.Text)
		for lang, t := range e.Text {
			e.Text[lang] = cloneText(t)
		}
		c.Entry = &e
	}
	if c.Subject != nil {
		s := *c.Subject
		s.Name, s.Sources = maps.Clone(s.Name), cloneLists(s.Sources)
		c.Subject = &s
	}
	c.Note, c.Phrases = maps.Clone(c.Note), cloneLists(c.Phrases)
	return c
}

// cloneText leaves out where the text was read.
func cloneText(t knowledge.Text) knowledge.Text {
	t.Position = knowledge.Position{}
	t.Phrases, t.Links = slices.Clone(t.Phrases), slices.Clone(t.Links)
	t.Changes, t.Keeps, t.Notes = slices.Clone(t.Changes), slices.Clone(t.Keeps), slices.Clone(t.Notes)
	t.Steps = slices.Clone(t.Steps)
	for i, d := range t.Steps {
		t.Steps[i].Steps = slices.Clone(d.Steps)
	}
	return t
}

func cloneLists[T any](m map[string][]T) map[string][]T {
	m = maps.Clone(m)
	for key, list := range m {
		m[key] = slices.Clone(list)
	}
	return m
}

func cloneSettings(s knowledge.Settings) knowledge.Settings {
	s.Roles = maps.Clone(s.Roles)
	return s
}

func cloneGuide(g knowledge.Guide) knowledge.Guide {
	g.Langs = slices.Clone(g.Langs)
	return g
}

func cloneAlert(a knowledge.Alert) knowledge.Alert {
	a.Text = maps.Clone(a.Text)
	return a
}
