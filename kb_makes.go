package main

import (
	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
)

// What a community makes of an entry.
const (
	ownEntry  = "own"        // an entry of its own
	override  = "override"   // its text stands in the place of the shared one
	behind    = "behind"     // which has changed since
	hidden    = "hidden"     // the shared entry is not shown
	noted     = "note"       // a note stands above it
	phrased   = "phrasings"  // further ways to ask
	takenBack = "taken back" // nothing any more
)

// makes says what a community makes of an entry, as its standing revision has it.
func (l *look) makes(r knowledge.Record) []string {
	rev := bulk.Standing(r)
	var out []string
	if rev.Content.Entry != nil {
		switch {
		case bulk.IsOwn(r.Entry):
			out = append(out, ownEntry)
		case l.numbers[r.Entry] > rev.Content.Base:
			out = append(out, override, behind)
		default:
			out = append(out, override)
		}
	}
	for _, part := range []struct {
		name string
		has  bool
	}{{hidden, rev.Content.Hidden}, {noted, len(rev.Content.Note) > 0}, {phrased, len(rev.Content.Phrases) > 0}} {
		if part.has {
			out = append(out, part.name)
		}
	}
	if len(out) == 0 {
		out = append(out, takenBack)
	}
	return out
}
