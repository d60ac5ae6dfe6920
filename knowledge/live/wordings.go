package live

import (
	"maps"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/search"
)

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
		out[lang] = append(out[lang], beyond(t, shared, lang)...)
	}
	return out
}

// beyond are the wordings of a text that an older entry, nil for none, does not have in that language.
func beyond(t knowledge.Text, older *knowledge.Entry, lang string) []string {
	var old knowledge.Text
	if older != nil {
		old = older.Text[lang]
	}
	if t.Title == old.Title && slices.Equal(t.Phrases, old.Phrases) {
		return nil
	}
	var out []string
	for _, s := range append([]string{t.Title}, t.Phrases...) {
		if s != "" && s != old.Title && !slices.Contains(old.Phrases, s) {
			out = append(out, s)
		}
	}
	return out
}
