package live

import (
	"cmp"
	"hash/maphash"
	"maps"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/search"
	"nonmerci/knowledge/text"
)

// A wording is one way to ask for an entry, as a hash of its folded words.
type wording struct {
	hash     uint64
	doc, nth uint32 // its place: 0 is the title of a doc, n its phrasing n-1
}

// seed is of this run of the program: nobody can choose wordings that share a hash.
var seed = maphash.MakeSeed()

// read collects the wordings: those of own entries first, so that an own entry wins over a phrase added to a shared one.
func (o *Overlay) read(shared *snapshot) {
	o.docs = o.asDocs(shared)
	for i, d := range o.docs {
		for n := range 1 + len(d.Phrasings) {
			all := text.Words(text.Fold(nth(d, n)))
			if len(all) == 0 {
				continue
			}
			o.wordings = append(o.wordings, wording{hashOf(all), uint32(i), uint32(n)})
			for _, w := range all {
				o.clues = append(o.clues, clue{beginning(w, keyLetters), uint32(i)})
			}
		}
	}
	slices.SortStableFunc(o.wordings, func(a, b wording) int { return cmp.Compare(a.hash, b.hash) })
	o.wordings = slices.Clip(o.wordings)
	o.sortClues()
}

// nth is the title of a doc, or a phrasing.
func nth(d search.Doc, n int) string {
	if n == 0 {
		return d.Title
	}
	return d.Phrasings[n-1]
}

// Exact returns the entry that has a question among its wordings here, whatever the case, the accents and the punctuation: an own entry, as
// « local/ » and its key, or a shared one to which the community added the wording.
func (o *Overlay) Exact(question string) (id knowledge.ID, ok bool) {
	var buf [64]string
	asked := text.AppendWords(buf[:0], text.Fold(question))
	if len(asked) == 0 {
		return "", false
	}
	hash := hashOf(asked)
	i, _ := slices.BinarySearchFunc(o.wordings, hash, func(w wording, h uint64) int { return cmp.Compare(w.hash, h) })
	for ; i < len(o.wordings) && o.wordings[i].hash == hash; i++ {
		w := o.wordings[i]
		if d := o.docs[w.doc]; slices.Equal(text.Words(text.Fold(nth(d, int(w.nth)))), asked) {
			return knowledge.ID(d.ID), true
		}
	}
	return "", false
}

// hashOf is of words and their order.
func hashOf(words []string) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, w := range words {
		_, _ = h.WriteString(w)
		_ = h.WriteByte(' ')
	}
	return h.Sum64()
}

// asDocs are the entries as the engine of search sees them: own ones, one for each language, then shared ones with the wordings that are
// theirs here alone.
func (o *Overlay) asDocs(shared *snapshot) []search.Doc {
	var out []search.Doc
	for _, own := range o.own {
		for _, lang := range slices.Sorted(maps.Keys(own.Entry.Text)) {
			t := own.Entry.Text[lang]
			out = append(out, search.Doc{ID: Local + "/" + own.Key, Lang: lang, Title: t.Title, Phrasings: t.Phrases})
		}
	}
	for _, a := range o.Adapted() {
		if a.Hidden {
			continue
		}
		added := a.added(shared.base.Entries[a.ID])
		for _, lang := range slices.Sorted(maps.Keys(added)) {
			if all := added[lang]; len(all) > 0 {
				out = append(out, search.Doc{ID: string(a.ID), Lang: lang, Title: all[0], Phrasings: all[1:]})
			}
		}
	}
	return out
}

// added are the wordings that an entry has here, and not in the shared base, by language.
func (a *Adaptation) added(shared *knowledge.Entry) map[string][]string {
	out := map[string][]string{}
	for lang, all := range a.Phrases {
		out[lang] = append(out[lang], all...)
	}
	if a.Entry == nil {
		return out
	}
	for lang, t := range a.Entry.Text {
		var old knowledge.Text
		if shared != nil {
			old = shared.Text[lang]
		}
		for _, s := range append([]string{t.Title}, t.Phrases...) {
			if s != old.Title && !slices.Contains(old.Phrases, s) {
				out[lang] = append(out[lang], s)
			}
		}
	}
	return out
}
