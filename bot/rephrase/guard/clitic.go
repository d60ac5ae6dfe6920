package guard

import "strings"

// clitics are pronouns that a Spanish or Italian verb carries at its end, the longest first.
var clitics = map[string][]string{
	"es": {"selas", "selos", "sela", "selo", "las", "los", "les", "nos", "la", "lo", "le", "se", "me", "te"},
	"it": {"gliela", "glielo", "gli", "la", "lo", "li", "le", "ne", "si", "vi", "ci"},
}

// withoutClitic finds a verb by what is left of it without its pronoun: « desactívela », « desactivarlo », « disattivarla ».
func (l *lexicon) withoutClitic(plain string) (meaning, bool) {
	for _, c := range clitics[l.lang] {
		verb, cut := strings.CutSuffix(plain, c)
		if !cut || len(verb) < minStem {
			continue
		}
		tries := []string{verb}
		if l.lang == "it" && strings.HasSuffix(verb, "r") {
			tries = []string{verb + "e"}
		}
		for _, v := range tries {
			if full, ok := l.plain[v]; ok {
				if m := l.exact[full]; len(m.keys) > 0 && len(m.ops) == 0 && !m.glue {
					return m, true
				}
			}
			if m, ok := l.stems[stem(v, l.lang)]; ok && verbal(v, l.lang) {
				return m, true
			}
		}
	}
	return meaning{}, false
}

// verbal says whether a form without its pronoun ends as an infinitive, a gerund or an imperative does.
func verbal(form, lang string) bool {
	endings := []string{"ar", "er", "ir", "ando", "iendo", "e", "a", "en", "an"}
	if lang == "it" {
		endings = []string{"are", "ere", "ire", "ando", "endo", "i", "a"}
	}
	for _, e := range endings {
		if strings.HasSuffix(form, e) {
			return true
		}
	}
	return false
}
