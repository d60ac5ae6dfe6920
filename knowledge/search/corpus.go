package search

import (
	"cmp"
	"slices"
	"strings"

	"nonmerci/knowledge/text"
)

// Bounds on what is read of an entry.
const (
	maxWordingWords = 128
	maxAnswerWords  = 256
)

// sequences are lists of forms, one after the other in one block.
type sequences struct {
	start []uint32 // list → its first place; one more at the end
	forms []uint32
}

func (s *sequences) of(i uint32) []uint32 { return s.forms[s.start[i]:s.start[i+1]] }
func (s *sequences) len() int             { return len(s.start) - 1 }
func (s *sequences) end()                 { s.start = append(s.start, uint32(len(s.forms))) }

// corpus is the text of a base, as numbers.
type corpus struct {
	ids      []string // entry → ID
	langs    []string // languages of the entries, two letters, most frequent first
	first    []uint32 // entry → its first wording; one more at the end
	entryOf  []uint32 // wording → entry
	original []string // wording → as given; the title is the first of an entry
	wordings sequences
	answers  sequences // one for each entry
	words    *vocabulary
	speller  speller
}

// A speller numbers the words of a base, in all languages, and knows which of them a mistyped one stands for.
type speller interface {
	size() int                          // how many words there are
	word(w string) uint32               // the number of a folded word, noWord when the base lacks it
	Correct(word string) (string, bool) // as that of text.Speller, for a word that the base lacks
}

// dictionary is the speller of an index.
type dictionary struct {
	*text.Speller
	words map[string]uint32
}

func (d dictionary) size() int { return len(d.words) }

func (d dictionary) word(w string) uint32 {
	if id, ok := d.words[w]; ok {
		return id
	}
	return noWord
}

// readCorpus reads the entries. Wordings without a letter or a digit are left out.
func readCorpus(docs []Doc, opts Options) *corpus {
	c := &corpus{langs: languages(len(docs), func(e int) string { return docs[e].Lang }), first: []uint32{0}}
	var back blend
	if !opts.NoBackground {
		back = newBlend(c.langs)
	}
	c.words = newVocabulary(len(c.langs), back)
	c.wordings.start, c.answers.start = []uint32{0}, []uint32{0}
	var buf []string
	read := func(s *sequences, str string, lang, limit int) bool {
		buf = text.AppendWords(buf[:0], text.Fold(str))
		for _, w := range buf[:min(limit, len(buf))] {
			s.forms = append(s.forms, c.words.form(cutBytes(w, maxWordBytes), lang, c.langs[lang]))
		}
		return len(buf) > 0
	}
	for e, d := range docs {
		c.ids = append(c.ids, d.ID)
		lang := slices.Index(c.langs, letters(d.Lang))
		for i := -1; i < len(d.Phrasings); i++ {
			s := d.Title
			if i >= 0 {
				s = d.Phrasings[i]
			}
			if read(&c.wordings, s, lang, maxWordingWords) {
				c.wordings.end()
				c.original = append(c.original, s)
				c.entryOf = append(c.entryOf, uint32(e))
			}
		}
		c.first = append(c.first, uint32(len(c.original)))
		read(&c.answers, d.Answer, lang, maxAnswerWords)
		c.answers.end()
	}
	c.speller = dictionary{text.NewSpeller(c.frequencies()), c.words.words}
	return c
}

// frequencies counts each word over wordings and answers, in all languages.
func (c *corpus) frequencies() map[string]int {
	times := make([]int, len(c.words.formStem))
	for _, s := range []sequences{c.wordings, c.answers} {
		for _, form := range s.forms {
			times[form]++
		}
	}
	out := make(map[string]int, len(c.words.words))
	for word, id := range c.words.words {
		sum := 0
		for _, form := range c.words.formsOf(id) {
			if form != noForm {
				sum += times[form]
			}
		}
		out[word] = sum
	}
	return out
}

// letters returns the two letters of a language tag under which stems are known.
func letters(tag string) string { return strings.ToLower(tag[:min(2, len(tag))]) }

// languages lists the languages of n entries, of which lang tells each, the most frequent first.
func languages(n int, lang func(entry int) string) []string {
	var out []string
	var entries []int
	for e := range n {
		l := letters(lang(e))
		at := slices.Index(out, l)
		if at < 0 {
			at = len(out)
			out, entries = append(out, l), append(entries, 0)
		}
		entries[at]++
	}
	times := func(l string) int { return entries[slices.Index(out, l)] }
	sorted := slices.Clone(out)
	slices.SortFunc(sorted, func(a, b string) int { return cmp.Or(times(b)-times(a), cmp.Compare(a, b)) })
	return sorted
}
