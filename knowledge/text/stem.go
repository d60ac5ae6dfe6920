package text

import (
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/spanish"
)

// maxStem is the longest word, in bytes, that Stem shortens; no word of the
// seven languages is longer, and the stemmers are not linear.
const maxStem = 40

var stemmers = map[string]func(*snowballstem.Env) bool{
	"fr": french.Stem, "en": english.Stem, "de": german.Stem, "es": spanish.Stem,
	"it": italian.Stem, "pt": portuguese.Stem, "nl": dutch.Stem,
}

var envs = sync.Pool{New: func() any { return snowballstem.NewEnv("") }}

// Stem returns the Snowball stem of one folded word in lang, a language tag of
// which only the first two letters count ("fr", "fr-CH"). A word that is not
// made of the letters a to z, or is longer than 40 letters, and any word in a
// language other than fr, en, de, es, it, pt and nl, comes back unchanged.
// Stem is safe for concurrent use.
func Stem(word, lang string) string {
	if len(lang) < 2 || len(word) < 3 || len(word) > maxStem || len(lang) > 2 && lang[2] != '-' && lang[2] != '_' {
		return word
	}
	stem, ok := stemmers[lang[:2]]
	if !ok {
		return word
	}
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return word
		}
	}
	env := envs.Get().(*snowballstem.Env)
	env.SetCurrent(word)
	env.LimitBackward = 0
	stem(env)
	out := env.Current()
	env.SetCurrent("")
	envs.Put(env)
	if out == "" {
		return word
	}
	return out
}
