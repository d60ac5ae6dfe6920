package guard

import "strings"

// firm says whether a word that no list has must not stand for another: it ends as a word that says how, or turns one that the lists have.
func firm(lang, form string) bool {
	if len(form) < minCognate-1 {
		return true
	}
	for _, e := range manner[lang] {
		if strings.HasSuffix(form, e) {
			return true
		}
	}
	lex := words().lexicons[lang]
	for _, p := range turningPrefixes[lang] {
		if rest, ok := strings.CutPrefix(form, p); ok && len(rest) >= minStem {
			if _, known := lex.find(rest); known {
				return true
			}
		}
	}
	return false
}

var manner = map[string][]string{
	"fr": {"ment"}, "en": {"ly", "less", "free"}, "de": {"los", "frei", "weise"}, "es": {"mente"}, "it": {"mente"}, "pt": {"mente"}, "nl": {"loos", "vrij"},
}

var turningPrefixes = map[string][]string{
	"fr": {"dés", "dé", "des", "in", "im", "il", "ir", "non", "anti", "mal", "mé", "re", "ré"},
	"en": {"un", "dis", "in", "im", "ir", "non", "de", "mis", "anti", "over", "under", "re"},
	"de": {"un", "ent", "miss", "nicht", "ver", "zer", "ab", "aus", "ein", "an", "wieder", "über", "unter"},
	"es": {"des", "in", "im", "anti", "re"}, "it": {"dis", "s", "in", "im", "anti", "ri"}, "pt": {"des", "in", "im", "anti", "re"},
	"nl": {"on", "ont", "niet", "ver", "uit", "aan", "af", "her", "over", "onder"},
}
