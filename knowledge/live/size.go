package live

import "nonmerci/knowledge"

// What things take in memory, in bytes, by estimate: sizes are bounded by it, and a test compares it with what the runtime says.
const (
	overlayRoom = 1500 // an Overlay with its maps
	entryRoom   = 420  // an entry, without its texts
	textRoom    = 460  // a text, without its words
	itemRoom    = 26   // a string with its header and what the allocator adds
	wordingRoom = 16
	docRoom     = 130
)

// size is what an overlay takes. A nil Overlay takes what it takes to remember that there is none.
func (o *Overlay) size() int64 {
	if o == nil {
		return 200
	}
	n := overlayRoom + wordingRoom*len(o.wordings) + 8*len(o.clues) + 4*(len(o.wordingAt.start)+len(o.clueAt.start)) + docRoom*len(o.docs)
	for i := range o.docs {
		n += o.docs[i].Size()
	}
	for _, own := range o.own {
		n += len(own.Key) + sizeOf(own.Entry)
	}
	for _, a := range o.adapted {
		n += entryRoom/2 + len(a.ID)
		for _, s := range a.Note {
			n += itemRoom + len(s)
		}
		for _, all := range a.Phrases {
			n += lengths(all)
		}
		if a.Entry != nil {
			n += sizeOf(a.Entry)
		}
	}
	return int64(n)
}

func sizeOf(e *knowledge.Entry) int {
	n := entryRoom + len(e.ID) + len(e.Author) + lengths(e.Also) + lengths(e.Regions) + lengths(e.Plans) + lengths(e.Sources)
	for _, t := range e.Text {
		n += textRoom + len(t.Title) + len(t.Short) + lengths(t.Phrases) + lengths(t.Changes) + lengths(t.Keeps) + lengths(t.Notes)
		for _, d := range t.Steps {
			n += itemRoom + lengths(d.Steps)
		}
		for _, l := range t.Links {
			n += 2*itemRoom + len(l.Text) + len(l.URL)
		}
	}
	return n
}

func lengths(all []string) int {
	n := itemRoom * len(all)
	for _, s := range all {
		n += len(s)
	}
	return n
}
