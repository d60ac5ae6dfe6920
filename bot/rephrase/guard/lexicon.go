package guard

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"nonmerci/knowledge/text"
)

//go:embed words/*.txt
var wordFiles embed.FS

// A meaning is what a word or an expression stands for.
type meaning struct {
	keys  []key // concepts, any of which it may be
	more  []key // further concepts that it says besides
	ops   []op
	flags flag
	glue  bool
	soft  bool
	value int // of a number in words, 0 for none
}

// An expression is a meaning of several words.
type expression struct {
	words      []string
	tied       []bool // no space before the word: « peut-être » is not « peut être »
	conjugated bool   // made of one that a list has, by another form of its verb
	meaning
}

// A lexicon is what is known of the words of one language.
type lexicon struct {
	lang        string
	exact       map[string]meaning // by form, with its accents
	plain       map[string]string  // form without accents → form
	stems       map[string]meaning
	expressions map[string][]expression // by first word, the longest first
	spare       map[string]bool         // may be left out
}

// Languages are those the guard reads.
var languages = []string{"fr", "en", "de", "es", "it", "pt", "nl"}

// A vocabulary is all that is known of words. It never changes once it is read.
type vocabulary struct {
	lexicons    map[string]*lexicon
	concepts    map[string]key
	wish        key // « if you like »
	months      map[key]int
	telling     map[string]uint8           // words by which a language is told, with the languages that they tell, as bits
	actors      map[key]bool               // who may do something, or have it done to them
	deciding    map[key]bool               // what happens
	restricting map[key]bool               // which things are meant
	stations    map[key]bool               // places of the screen
	replaceable map[key]bool               // what carries a sentence more than it decides
	spareable   map[key]bool               // which of that may be missing
	kin         map[key]uint64             // lines of kin, as bits
	light       map[string]map[string]flag // by language, words that may be added, or left out as well
}

// wordLists are the files under words; what is met first stays.
var wordLists = []string{"operators", "glue", "concepts", "world", "law", "general", "wide_fr_en", "wide_translations", "turns", "purposes", "rewordings", "replies"}

// words is read once, when it is first needed.
var words = sync.OnceValue(readWords)

func readWords() *vocabulary {
	r := newReader()
	for _, f := range wordLists {
		data, err := wordFiles.ReadFile("words/" + f + ".txt")
		if err != nil {
			panic("guard: " + err.Error()) // embedded: it is there
		}
		r.file = f
		for n, line := range strings.Split(string(data), "\n") {
			if err := r.line(line); err != nil {
				panic(fmt.Sprintf("guard: words/%s.txt:%d: %v", f, n+1, err)) // a test reads them all
			}
		}
	}
	r.finish()
	v := &vocabulary{lexicons: r.lexicons, concepts: r.concepts, wish: r.concepts["ifyouwish"], months: map[key]int{}, telling: r.telling, actors: map[key]bool{}, deciding: map[key]bool{}, restricting: map[key]bool{}, stations: map[key]bool{}, replaceable: map[key]bool{}, spareable: map[key]bool{}, kin: map[key]uint64{}}
	for _, c := range actors {
		v.actors[r.concepts[c]] = true
	}
	for _, c := range deciding {
		v.deciding[r.concepts[c]] = true
	}
	for _, c := range restricting {
		v.restricting[r.concepts[c]] = true
	}
	for _, c := range stations {
		v.stations[r.concepts[c]] = true
	}
	harmless, err := wordFiles.ReadFile("words/harmless.txt")
	if err != nil {
		panic("guard: " + err.Error()) // embedded: it is there
	}
	v.light = lightWords(string(harmless))
	for _, c := range spareable {
		v.spareable[r.concepts[c]] = true
	}
	for i, line := range kin {
		for c := range strings.FieldsSeq(line) {
			v.kin[r.concepts[c]] |= 1 << i
		}
	}
	for _, c := range replaceable {
		v.replaceable[r.concepts[c]] = true
	}
	for i, m := range months {
		v.months[r.concepts[m]] = i + 1
	}
	return v
}

// isMonth is the number of a month, 0 for any other concept.
func isMonth(k key) int { return words().months[k] }

// lower is a form of a word in which capitals and typographic apostrophes make no difference; accents do.
func lower(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return strings.ToLower(s)
	}
	return strings.Map(unicode.ToLower, norm.NFC.String(s))
}

// american turns the spelling of one English into the other's.
var american = strings.NewReplacer("iz", "is", "yz", "ys")

// find returns what a form means: as it is written, without its accents, or by its stem.
func (l *lexicon) find(form string) (meaning, bool) {
	if m, ok := l.exact[form]; ok {
		return m, true
	}
	plain := text.Fold(form)
	if full, ok := l.plain[plain]; ok && plain == form {
		return l.exact[full], true
	}
	if last := len(form) - 1; last >= minStem-1 && (form[last] == 's' || form[last] == 'x') && l.lang != "de" {
		if m, ok := l.exact[form[:last]]; ok {
			return m, true
		}
	}
	if len(plain) >= minStem {
		if m, ok := l.stems[stem(plain, l.lang)]; ok {
			return m, true
		}
	}
	if british := american.Replace(form); l.lang == "en" && british != form {
		return l.find(british)
	}
	if other := l.otherMood(form); other != "" {
		if m, ok := l.exact[other]; ok {
			return m, true
		}
	}
	if m, ok := l.withoutClitic(plain); ok {
		return m, true
	}
	if whole, ok := withoutZu(form); ok && l.lang == "de" {
		return l.find(whole)
	}
	return meaning{}, false
}
