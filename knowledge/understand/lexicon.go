package understand

import (
	"sync"
	"unicode/utf8"

	"nonmerci/knowledge/text"
)

// unlisted is the subject of the names of services that we do not cover.
const unlisted = "-"

// shortName is the length, in characters, up to which a name must be written right: too many words are one letter away from it.
const shortName = 3

// nameEntry is what a name stands for.
type nameEntry struct {
	subject string
	weak    bool
}

// lexicon is what analysis knows of words: immutable once built, safe for concurrent use.
type lexicon struct {
	packed    packedLexicon
	names     map[string]nameEntry
	nameStart map[string]bool
	short     map[string]map[string][]string // language → typed → words
	prefixes  map[string]map[string][]string
	words     map[string]int // vocabulary: folded word → how often it was seen
	concepts  map[string][]uint8
	starts    map[string]uint8     // first word of an expression → the most words it can have
	speller   func() *text.Speller // made when the first unknown word is met
	mask      []uint16             // concept → groups of the gate
}

// packedLexicon is the lexicon as it is stored beside the models.
type packedLexicon struct {
	Names    []packedName
	Short    map[string]map[string]string
	Prefixes map[string]map[string]string
	Concepts []packedConcept
	Words    []packedWord
}

type packedName struct {
	Name, Subject string // Name folded, words joined by one space
	Weak          bool
}

type packedConcept struct {
	Name  string
	Terms map[string][]string // language → stems joined by one space
}

type packedWord struct {
	Word  string
	Count int
}

// newLexicon builds the tables that analysis looks things up in.
func newLexicon(p packedLexicon) *lexicon {
	l := &lexicon{
		packed: p, names: make(map[string]nameEntry, len(p.Names)), nameStart: make(map[string]bool, len(p.Names)),
		short: splitValues(p.Short), prefixes: splitValues(p.Prefixes),
		words: make(map[string]int, len(p.Words)), concepts: map[string][]uint8{}, starts: map[string]uint8{},
	}
	for _, n := range p.Names {
		l.names[n.Name] = nameEntry{n.Subject, n.Weak}
		l.nameStart[firstWord(n.Name)] = true
	}
	for i, c := range p.Concepts {
		for lang, terms := range c.Terms {
			for _, t := range terms {
				key := lang + ":" + t
				l.concepts[key] = append(l.concepts[key], uint8(i))
				start := lang + ":" + firstWord(t)
				l.starts[start] = max(l.starts[start], uint8(1+countSpaces(t)))
			}
		}
	}
	vocabulary := make(map[string]int, len(p.Words)+len(p.Names))
	for _, w := range p.Words {
		l.words[w.Word] = w.Count
		vocabulary[w.Word] = w.Count
	}
	for _, n := range p.Names {
		for _, w := range text.Words(n.Name) {
			if n.Subject != unlisted {
				vocabulary[w] += 50
			}
			if l.words[w] == 0 {
				l.words[w] = 1
			}
		}
	}
	for name := range l.names {
		if utf8.RuneCountInString(name) <= shortName {
			delete(vocabulary, name)
		}
	}
	l.speller = sync.OnceValue(func() *text.Speller { return text.NewSpeller(vocabulary) })
	l.mask = l.gateMask()
	return l
}

func splitValues(in map[string]map[string]string) map[string]map[string][]string {
	out := make(map[string]map[string][]string, len(in))
	for lang, m := range in {
		out[lang] = make(map[string][]string, len(m))
		for k, v := range m {
			out[lang][k] = text.Words(v)
		}
	}
	return out
}

func firstWord(s string) string {
	for i := range len(s) {
		if s[i] == ' ' {
			return s[:i]
		}
	}
	return s
}

func countSpaces(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] == ' ' {
			n++
		}
	}
	return n
}
