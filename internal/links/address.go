package links

import (
	"maps"
	"slices"
	"strings"

	"nonmerci/knowledge"
)

// What an address is used as, besides the kinds of knowledge.Link.
const (
	TextKind   = "text"   // in a sentence of an entry
	SourceKind = "source" // what an entry rests on
)

// An Address is one URL of a base with everything that uses it.
type Address struct {
	URL     string         // without its fragment, which no server sees
	Kinds   []string       // what it is used as, in alphabetical order
	Entries []knowledge.ID // in the order of the files; of a source that no entry names, none
}

// Collect returns the addresses of a base in alphabetical order, each once: those of the links, of the sentences and of the sources, in
// every language. Archived entries are left out.
func Collect(b *knowledge.Base) []Address {
	c := collection{}
	for _, slug := range b.Slugs() {
		for _, sources := range b.Subjects[slug].Sources {
			for _, s := range sources {
				c.add(s.URL, SourceKind, "")
			}
		}
	}
	for _, id := range slices.SortedFunc(maps.Keys(b.Entries), knowledge.CompareIDs) {
		e := b.Entries[id]
		if e.Status == knowledge.Archived {
			continue
		}
		for lang, t := range e.Text {
			for _, l := range t.Links {
				c.add(l.URL, string(l.Kind), id)
			}
			for _, url := range inSentences(t) {
				c.add(url, TextKind, id)
			}
			for _, s := range b.Sources(e, lang) {
				c.add(s.URL, SourceKind, id)
			}
		}
	}
	var out []Address
	for _, url := range slices.Sorted(maps.Keys(c)) {
		slices.Sort(c[url].Kinds)
		out = append(out, *c[url])
	}
	return out
}

// Of returns the addresses that an entry sends its readers to, in alphabetical order, each once: its links and those of its sentences,
// in lang, or in every language when lang is "". Sources are not among them.
func Of(e *knowledge.Entry, lang string) []string {
	c := collection{}
	for l, t := range e.Text {
		if lang != "" && lang != l {
			continue
		}
		for _, link := range t.Links {
			c.add(link.URL, "", e.ID)
		}
		for _, url := range inSentences(t) {
			c.add(url, "", e.ID)
		}
	}
	return slices.Sorted(maps.Keys(c))
}

// collection is what is known so far, by address.
type collection map[string]*Address

// add notes a use of an address; entries come in their order.
func (c collection) add(url, kind string, id knowledge.ID) {
	url, _, _ = strings.Cut(url, "#")
	if url == "" {
		return
	}
	a := c[url]
	if a == nil {
		a = &Address{URL: url}
		c[url] = a
	}
	if !slices.Contains(a.Kinds, kind) {
		a.Kinds = append(a.Kinds, kind)
	}
	if id != "" && !slices.Contains(a.Entries, id) {
		a.Entries = append(a.Entries, id)
	}
}

// inSentences are the addresses that the sentences of a text link to.
func inSentences(t knowledge.Text) []string {
	sentences := slices.Concat([]string{t.Short}, t.Changes, t.Keeps, t.Notes)
	for _, d := range t.Steps {
		sentences = append(sentences, d.Steps...)
	}
	var out []string
	for _, s := range sentences {
		spans, _ := knowledge.Spans(s) // what is not valid was refused when the base was read
		for _, sp := range spans {
			if sp.Kind == knowledge.LinkSpan {
				out = append(out, sp.URL)
			}
		}
	}
	return out
}
