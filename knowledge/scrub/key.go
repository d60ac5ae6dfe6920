package scrub

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nonmerci/knowledge/text"
)

// MaxKey is how long a key can be, in bytes.
const MaxKey = 200

// Key returns a text that is equal for questions that are alike: the stems of their words in lang, each once, sorted, without the words
// that a question is not about and without what Text puts in. Words that turn a question round (« pas », « sans », « contre ») are kept,
// and so are names of services, whole. Of a language other than the seven it stems and drops nothing.
//
// A key has MaxKey bytes at most; questions too long for it end with a sum of all their stems. It is "" for a text without any word.
// Safe for concurrent use; linear in the length of s but for sorting.
func Key(lang, s string) string {
	if len(lang) > 2 && (lang[2] == '-' || lang[2] == '_') {
		lang = lang[:2]
	}
	words := text.Words(text.Squeeze(text.Fold(bare(s))))
	stems := make([]string, 0, len(words))
	for i, w := range words {
		switch {
		case lang == "en" && turned(words[:i], w):
			stems = append(stems, "not")
		case lang == "en" && w == "in" && i > 0 && strings.HasPrefix(words[i-1], "opt"): // not to be taken for « opt out »
			stems = append(stems, w)
		case !stopWords[lang][w] && (utf8.RuneCountInString(w) > 1 || w == "x" || w[0] <= '9'):
			stems = append(stems, stem(w, lang))
		}
	}
	if len(stems) == 0 { // « comment faire ? » is alike to itself
		stems = append(stems, words...)
	}
	slices.Sort(stems)
	return bounded(strings.Join(slices.Compact(stems), " "))
}

// glued are negations of English without their apostrophe.
var glued = set("cant cannot dont doesnt didnt wont isnt arent wasnt shouldnt couldnt wouldnt havent hasnt aint")

// turned says whether a word of English after others is a negation: the t of « can't », or « dont ».
func turned(before []string, word string) bool {
	return glued[word] || word == "t" && len(before) > 0 && strings.HasSuffix(before[len(before)-1], "n")
}

func stem(word, lang string) string {
	if services[word] {
		return word
	}
	s := text.Stem(word, lang)
	if lang == "fr" && strings.HasSuffix(s, "os") { // « photos », « vidéos »: Snowball leaves them
		s = s[:len(s)-1]
	}
	return s
}

// bare is a text without what Text puts in.
func bare(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '[')
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		s = s[i:]
		size := max(1, len(placeholder(s)))
		b.WriteByte(' ')
		s = s[size:]
	}
}

// bounded shortens a key to whole stems, and a sum of the rest.
func bounded(key string) string {
	if len(key) <= MaxKey {
		return key
	}
	sum := " " + strconv.FormatUint(text.Hash('k', key), 36)
	cut := strings.LastIndexByte(key[:MaxKey-len(sum)], ' ')
	return strings.TrimPrefix(key[:max(cut, 0)]+sum, " ")
}
