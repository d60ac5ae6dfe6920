package bulk

import (
	"strings"
	"time"

	"nonmerci/knowledge"
)

// Publishing are the saves that publish a content; what they have in common is in as. A draft that waits is saved again after it, by the one
// who wrote it, so that it still waits.
func Publishing(r knowledge.Record, c knowledge.Content, as knowledge.Save) []knowledge.Save {
	as.Entry, as.Expect, as.Content = r.Entry, r.Latest, Numbered(c, r.Latest+1)
	out := []knowledge.Save{as}
	if r.Draft != nil {
		out = append(out, redraft(r, r.Draft.Content, r.Latest+1, as.At))
	}
	return out
}

// redraft saves the draft of a record again, with a content. That of a release is kept to the letter: the next start looks for it.
func redraft(r knowledge.Record, c knowledge.Content, expect int, at time.Time) knowledge.Save {
	if r.Draft.Origin != knowledge.FromRelease {
		c = Numbered(c, expect+1)
	}
	return knowledge.Save{
		Community: r.Community, Entry: r.Entry, Expect: expect, Draft: true, By: r.Draft.By, Origin: r.Draft.Origin, Summary: r.Draft.Summary,
		Content: c, At: at,
	}
}

// Numbered is a content whose entry bears at least the number of the revision that it will be.
func Numbered(c knowledge.Content, n int) knowledge.Content {
	if c.Entry != nil {
		e := *c.Entry
		e.Revision = max(e.Revision, n)
		c.Entry = &e
	}
	return c
}

// Summary is a summary as a history shows it: one line that is not too long.
func Summary(s string) string {
	const most = 200
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
