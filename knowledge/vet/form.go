package vet

import (
	"slices"
	"strings"

	"nonmerci/knowledge"
)

// forms tells which code stands for what knowledge.Entry.Validate says, by words of it; "" for what is looked at here.
var forms = []struct{ says, code string }{
	{"the text is not UTF-8", ""},
	{"the invisible character", ""},
	{"the short answer has", ""},
	{"is not an address", ""},
	{"does not begin with https", ""},
	{"has no host such as", ""},
	{"it is missing, or empty", Empty},
	{"it takes more than one line", Lines},
	{"a space at the beginning or the end", Spaces},
	{"it begins like a list", Block},
	{"marks in a text that takes none", Plain},
	{"braces, or a #", Braces},
	{"brackets in the words of a link", Brackets},
	{"a backslash before nothing", Backslash},
	{"an image", Image},
	{"code between backquotes", Backquote},
	{"the entity ", Entity},
	{"struck-through", Struck},
	{"an underscore that may stand", Underscore},
	{"is opened and not closed", MarkOpen},
	{"is empty, or begins or ends with a space", MarkSpace},
	{"touches the word beside it", MarkTouch},
	{"a mark inside another", MarkNested},
	{"a link inside a mark", MarkNested},
	{"a link that is not whole", LinkWhole},
	{"holds a path", LabelPath},
	{"is in quotes", LabelQuotes},
	{"ends with punctuation", LabelEnd},
	{"the device stands twice", DeviceOrder},
	{"a device without steps", DeviceEmpty},
}

// form refuses what Validate refuses of the text in lang, of the plans and of the ages. What the program fills in is not a moderator's
// mistake, and HTML is text.
func (c *checker) form(e *knowledge.Entry, lang string) {
	typed := *e
	typed.Text = map[string]knowledge.Text{lang: withoutHTML(e.Text[lang])}
	for _, p := range typed.Validate() {
		switch {
		case p.Field == "ages":
			c.refuse(p.Field, Ages, e.Ages)
		case p.Field == "plans":
			c.refuse(p.Field, Plans)
		case strings.HasPrefix(p.Field, lang+"."):
			c.formed(p)
		}
	}
}

func (c *checker) formed(p knowledge.InvalidError) {
	for _, f := range forms {
		if !strings.Contains(p.Problem, f.says) {
			continue
		}
		if f.code != "" {
			_, arg, _ := strings.Cut(p.Problem, ": ")
			c.refuse(p.Field, f.code, arg)
		}
		return
	}
	c.refuse(p.Field, Form, p.Problem, p.Remedy)
}

// withoutTags is a text in which nothing can be taken for HTML.
func withoutTags(s string) string { return strings.ReplaceAll(s, "<", "‹") }

// withoutHTML is a text in which nothing can be taken for HTML, and whose links have addresses to say nothing against: those are looked
// at elsewhere.
func withoutHTML(t knowledge.Text) knowledge.Text {
	each := func(list []string) []string {
		out := make([]string, len(list))
		for i, s := range list {
			out[i] = withoutTags(s)
		}
		return out
	}
	t.Title, t.Short = withoutTags(t.Title), withoutTags(t.Short)
	t.Phrases, t.Changes, t.Keeps, t.Notes = each(t.Phrases), each(t.Changes), each(t.Keeps), each(t.Notes)
	t.Steps, t.Links = slices.Clone(t.Steps), slices.Clone(t.Links)
	for i, d := range t.Steps {
		t.Steps[i].Steps = each(d.Steps)
	}
	for i, l := range t.Links {
		t.Links[i].Text, t.Links[i].URL = withoutTags(l.Text), "https://example.org"
	}
	return t
}
