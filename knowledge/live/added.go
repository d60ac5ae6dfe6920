package live

import (
	"maps"
	"slices"
	"sync"

	"nonmerci/knowledge"
	"nonmerci/knowledge/search"
)

// A Release is the base that a model was made with. It knows which ways to ask are younger than the model. It is safe for concurrent use.
type Release struct {
	base *knowledge.Base
	rare func() *rarities // made when something was added
}

// NewRelease returns the release of a base, which must not change any more.
func NewRelease(b *knowledge.Base) *Release {
	return &Release{base: b, rare: sync.OnceValue(func() *rarities { return newRarities(wordingsOf(b)) })}
}

// Added returns the ways to ask that published entries of a base have and those of the release do not, whole entries that the release lacks among
// them; nil when there are none. It takes a millisecond or two, and some more the first time that there are any.
func (r *Release) Added(now *knowledge.Base) *Phrasebook {
	var docs []search.Doc
	for _, id := range now.IDs() {
		e := now.Entries[id]
		if e.Status != knowledge.Published {
			continue
		}
		for _, lang := range slices.Sorted(maps.Keys(e.Text)) {
			if added := beyond(e.Text[lang], r.base.Entries[id], lang); len(added) > 0 {
				docs = append(docs, search.Doc{ID: string(id), Lang: lang, Title: added[0], Phrasings: added[1:]})
			}
		}
	}
	if len(docs) == 0 {
		return nil
	}
	p := &Phrasebook{rare: r.rare()}
	p.read(docs)
	return p
}
