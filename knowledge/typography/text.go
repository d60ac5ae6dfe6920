package typography

import "nonmerci/knowledge"

// FrenchText returns a text with French applied to everything a reader sees of it. Addresses stay as they are, and so does the
// position. t is not changed.
func FrenchText(t knowledge.Text) knowledge.Text {
	t.Title, t.Short = French(t.Title), French(t.Short)
	t.Phrases, t.Changes, t.Keeps, t.Notes = each(t.Phrases), each(t.Changes), each(t.Keeps), each(t.Notes)
	steps := make([]knowledge.DeviceSteps, len(t.Steps))
	for i, d := range t.Steps {
		steps[i] = knowledge.DeviceSteps{Device: d.Device, Steps: each(d.Steps)}
	}
	links := make([]knowledge.Link, len(t.Links))
	for i, l := range t.Links {
		l.Text = French(l.Text)
		links[i] = l
	}
	if t.Steps != nil {
		t.Steps = steps
	}
	if t.Links != nil {
		t.Links = links
	}
	return t
}

func each(list []string) []string {
	if list == nil {
		return nil
	}
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = French(s)
	}
	return out
}
