package check

import (
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// shared refuses a phrasing that two entries have in one language: nothing could say which one is meant.
func (c *checking) shared() {
	for _, lang := range files.Languages {
		first := map[string]knowledge.ID{}
		ids := c.base.IDs()
		slices.SortStableFunc(ids, knowledge.CompareIDs)
		for _, id := range ids {
			e := c.base.Entries[id]
			t, ok := e.Text[lang]
			if !ok || e.Status == knowledge.Archived {
				continue
			}
			for _, q := range append([]string{t.Title}, t.Phrases...) {
				key := Fold(q)
				switch other, taken := first[key]; {
				case taken && other == id:
					c.add(Warning, e, lang, "remove one", "%s: the phrasing %q stands twice", lang, q)
				case taken:
					c.add(Error, e, lang, "keep it in the entry that answers it", "%s: the phrasing %q is also in %s", lang, q, other)
				}
				first[key] = id
			}
		}
	}
}
