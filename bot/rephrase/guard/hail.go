package guard

import "strings"

// hails are what a model says before it begins: « Bien sûr ! », « Sure, », each alone before a sign. They sound like a yes, and are read as
// politeness only before an entry that tells how to refuse.
var hails = map[string][]string{
	"fr": {"bien sûr", "bien entendu", "avec plaisir", "volontiers", "parfait", "pas de souci", "pas de problème", "certainement", "d accord", "très bien"},
	"en": {"sure", "of course", "certainly", "absolutely", "no problem", "happy to help", "glad to help", "sure thing", "okay", "ok", "great question", "good question"},
	"de": {"gern", "gerne", "natürlich", "selbstverständlich", "klar", "kein problem"},
	"es": {"claro", "por supuesto", "con gusto", "sin problema"},
	"it": {"certo", "certamente", "volentieri", "con piacere", "nessun problema"},
	"pt": {"claro", "com certeza", "com prazer", "sem problema"},
	"nl": {"natuurlijk", "graag", "zeker", "uiteraard", "geen probleem"},
}

// hail is how many words at the start of some tokens only greet the question.
func hail(in []token, lang string) int {
	if len(in) == 0 || !in[0].start {
		return 0
	}
next:
	for _, h := range hails[lang] {
		n := 0
		for w := range strings.FieldsSeq(h) {
			if n >= len(in) || in[n].form != w || in[n].kind != word {
				continue next
			}
			n++
		}
		if n < len(in) && (in[n].kind == stop && in[n].text != "?" || in[n].kind == pause && in[n].text == ",") {
			return n
		}
	}
	return 0
}
