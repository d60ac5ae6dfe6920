package search

import (
	"slices"
	"strings"
	"sync"
)

// Compare returns what the index of these docs that Build makes without a classifier would find, to the bit, but does not keep the index: it
// makes what this one question needs, in memory that the next comparison uses again. A few docs take about a tenth of a millisecond, most of it
// the n-grams of their words; it is made for some dozens. It is safe for concurrent use.
func Compare(docs []*Folded, q string, limit int) []Hit {
	if limit <= 0 || len(docs) == 0 {
		return nil
	}
	c := comparisons.Get().(*comparison)
	hits := c.search(docs, q, limit)
	c.forget()
	comparisons.Put(c)
	return hits
}

func (c *comparison) search(docs []*Folded, q string, limit int) []Hit {
	c.read(docs)
	if c.index.wordings.len() > c.index.options.ExactWordings {
		return build(docs).Search(q, limit)
	}
	c.rare.count(&c.corpus)
	c.vectors.begin(&c.corpus, &c.rare)
	c.vectors.measure(&c.index.length)
	c.scratch.begin(&c.index)
	return c.index.search(&c.scratch, q, limit)
}

// forget lets go of the texts of the docs: a community may be gone before the next comparison.
func (c *comparison) forget() {
	clear(c.met)
	clear(c.corpus.ids)
	clear(c.corpus.original)
}

// build indexes docs of which there are too many to measure each.
func build(docs []*Folded) *Index {
	all := make([]Doc, len(docs))
	for i, d := range docs {
		all[i] = d.doc
	}
	return Build(all, comparing)
}

var comparing = Options{ClassifierEntries: -1}

// comparison is an index with all that is needed to make it and to ask it once. Comparisons take turns with it.
type comparison struct {
	index   Index
	corpus  corpus
	words   vocabulary
	rare    frequencies
	vectors vectors
	scratch scratch
	known   known
	forms   table   // hash of a word, and the number of its language added → its form
	met     []met   // form → its word
	called  float64 // says nothing
}

var comparisons = sync.Pool{New: func() any { return newComparison() }}

func newComparison() *comparison {
	c := &comparison{}
	c.corpus.words, c.corpus.speller = &c.words, &c.known
	c.index.corpus, c.index.rare, c.index.options, c.index.mix = &c.corpus, &c.rare, comparing.withDefaults(), mixWithout
	return c
}

// read is readCorpus, from words that were found before. What is remembered of the words is far from the processor, most often: first it is found
// out of which words, then all is called for at once, and only then read, so that one is not waited for after the other.
func (c *comparison) read(docs []*Folded) {
	c.begin(docs)
	for e, d := range docs {
		c.corpus.ids = append(c.corpus.ids, d.doc.ID)
		lang := slices.Index(c.corpus.langs, letters(d.doc.Lang))
		n := 0
		for line := range strings.Lines(d.words) {
			if len(line) > 1 {
				c.readWording(line, lang)
				c.corpus.wordings.end()
				c.corpus.original = append(c.corpus.original, d.doc.Wording(n))
				c.corpus.entryOf = append(c.corpus.entryOf, uint32(e))
			}
			n++
		}
		c.corpus.first = append(c.corpus.first, uint32(len(c.corpus.original)))
		c.corpus.answers.end()
	}
	back := blendOf(c.corpus.langs)
	c.words.back = *back
	for i := range c.met {
		m := &c.met[i]
		m.facts = factsOf(m.word, c.corpus.langs[m.lang], back, m.hash)
	}
	for i := range c.met {
		for f := c.met[i].facts.features; len(f) > 0; f = f[min(len(f), perLine):] {
			c.called += f[0].p
		}
	}
	for i := range c.met {
		c.known.learn(uint32(i), c.met[i].facts)
		c.words.read(c.met[i].facts)
	}
}

// perLine is how many features stand in what a processor fetches at once.
const perLine = 4

func (c *comparison) readWording(line string, lang int) {
	for line[0] != '\n' {
		end := strings.IndexByte(line, ' ')
		c.corpus.wordings.forms = append(c.corpus.wordings.forms, c.form(line[:end], lang))
		line = line[end+1:]
	}
}

// form is that of a vocabulary; of a new one the facts are still to be found.
func (c *comparison) form(word string, lang int) uint32 {
	h := hashOf(word)
	form := c.forms.number(h + uint64(lang))
	if int(form) == len(c.met) {
		c.met = append(c.met, met{word: word, lang: lang, hash: h})
		c.known.add(h)
	}
	c.known.count(form)
	return form
}

// met is the word of a form.
type met struct {
	word  string // of the text of a doc
	lang  int
	hash  uint64
	facts *facts
}

// begin forgets the last comparison.
func (c *comparison) begin(docs []*Folded) {
	c.words.begin()
	c.forms.reset()
	c.met = c.met[:0]
	c.known.begin()
	k := &c.corpus
	k.ids, k.entryOf, k.original = k.ids[:0], k.entryOf[:0], k.original[:0]
	k.first = append(k.first[:0], 0)
	for _, s := range []*sequences{&k.wordings, &k.answers} {
		s.start, s.forms = append(s.start[:0], 0), s.forms[:0]
	}
	k.langs = languages(len(docs), func(i int) string { return docs[i].doc.Lang })
}
