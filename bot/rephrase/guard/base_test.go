package guard

import (
	"strings"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
)

// TestTheBasePassesForItself: whatever stands in the shared base says what it says, as a whole and line by line.
func TestTheBasePassesForItself(t *testing.T) {
	b, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	checked, refused := 0, 0
	try := func(id knowledge.ID, lang, text string) {
		checked++
		if v := Check(NewSource(text, lang), text, lang); !v.Pass {
			refused++
			t.Logf("%s (%s): %v\n%s", id, lang, v.Reasons, text)
		}
	}
	for n, id := range b.IDs() {
		if testing.Short() && n%5 > 0 {
			continue
		}
		e := b.Entries[id]
		for lang, tx := range e.Text {
			for _, line := range entryLines(tx) {
				try(id, lang, line)
			}
			try(id, lang, entryText(tx))
		}
	}
	t.Logf("%d of %d refused", refused, checked)
	if checked < 800 || refused > checked/200 {
		t.Errorf("%d of %d texts are refused in their own words", refused, checked)
	}
}

// entryLines are the lines of a text as they are given away one by one.
func entryLines(t knowledge.Text) []string {
	out := []string{t.Short}
	for _, d := range t.Steps {
		out = append(out, d.Steps...)
	}
	for _, list := range [][]string{t.Changes, t.Keeps, t.Notes} {
		out = append(out, list...)
	}
	return out
}

// entryText is a text as one piece of Markdown.
func entryText(t knowledge.Text) string {
	var b strings.Builder
	b.WriteString(t.Short)
	for _, d := range t.Steps {
		b.WriteString("\n\n")
		for i, s := range d.Steps {
			b.WriteString("\n" + itoa(i+1) + ". " + s)
		}
	}
	for _, list := range [][]string{t.Changes, t.Keeps, t.Notes} {
		b.WriteString("\n\n")
		for _, item := range list {
			b.WriteString("\n- " + item)
		}
	}
	return b.String()
}
