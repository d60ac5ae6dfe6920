package bot

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nonmerci/knowledge"
)

// deviceIn is the one device that some steps are for, "" when they are for several or for any.
func deviceIn(steps []knowledge.DeviceSteps) string {
	only := ""
	for _, s := range steps {
		switch d := string(s.Device); {
		case s.Device == knowledge.AnyDevice || d == only:
		case only != "":
			return ""
		default:
			only = d
		}
	}
	return only
}

// linesOf are the sentences of a card, in the order that put reads them back, and what its links are called when it is wanted in another language.
func linesOf(c *Card, steps []knowledge.DeviceSteps, to string) []Line {
	var out []Line
	add := func(kind LineKind, device knowledge.Device, texts ...string) {
		for _, t := range texts {
			out = append(out, Line{kind, device, t})
		}
	}
	if c.Short != "" {
		add(LineShort, "", c.Short)
	}
	for _, d := range steps {
		add(LineStep, d.Device, d.Steps...)
	}
	add(LineChange, "", c.Changes...)
	add(LineKeep, "", c.Keeps...)
	add(LineNote, "", c.Notes...)
	if to != c.Lang {
		for _, l := range c.Links {
			if l.Text != "" { // a button names it in the reader's language
				add(LineLink, "", l.Text)
			}
		}
	}
	return out
}

// put puts other sentences into a card, in the order of linesOf. The slices that it had stay as they were: they are the entry's.
func (c *Card) put(steps []knowledge.DeviceSteps, texts []string) {
	take := func(n int) []string {
		head := texts[:n:n]
		texts = texts[n:]
		return head
	}
	if c.Short != "" {
		c.Short = take(1)[0]
	}
	c.Steps = nil
	for _, d := range steps {
		c.Steps = append(c.Steps, knowledge.DeviceSteps{Device: d.Device, Steps: take(len(d.Steps))})
	}
	c.Changes, c.Keeps, c.Notes = take(len(c.Changes)), take(len(c.Keeps)), take(len(c.Notes))
	if len(texts) > 0 {
		c.Links = slices.Clone(c.Links)
		for i := range c.Links {
			if c.Links[i].Text != "" {
				c.Links[i].Text = take(1)[0]
			}
		}
	}
}

// sound says whether words can stand where the lines stood: one for each, of inline Markdown as they are, on one line when they are. What
// they say has been compared before; this is so that a mistake there spoils no list.
func sound(lines []Line, words Rewritten) bool {
	if len(words.Lines) != len(lines) || words.Opening != "" && !fits(words.Opening, "") {
		return false
	}
	for i, l := range lines {
		if !fits(words.Lines[i], l.Text) || l.Kind == LineLink && strings.ContainsAny(words.Lines[i], "[]*") {
			return false
		}
	}
	return true
}

func fits(s, before string) bool {
	_, now := knowledge.Spans(s)
	_, was := knowledge.Spans(before)
	return strings.TrimSpace(s) != "" && utf8.ValidString(s) && !strings.ContainsRune(s, 0) && (now == nil || was != nil) &&
		(!strings.ContainsAny(s, "\n\r") || strings.Contains(before, "\n"))
}
