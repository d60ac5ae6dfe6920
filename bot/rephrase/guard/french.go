package guard

import "strings"

// stations are concepts of places one may start from on a screen.
var stations = []string{"app", "website", "phone", "computer", "profile", "dashboard", "menu", "setting", "account", "adminconsole", "device", "link", "button", "form", "address", "space", "path", "switch", "domain", "server"}

// fromPlaces takes « depuis » for « from » where a place of the screen follows: « depuis la console », but « depuis 2025 ».
func fromPlaces(in []token) {
	for i := range in {
		if in[i].form != "depuis" || in[i].op != opSince {
			continue
		}
		for j := i + 1; j < len(in) && j <= i+3 && in[j].kind != pause && in[j].kind != stop; j++ {
			if in[j].kind == label || isStation(&in[j]) {
				in[i].op, in[i].glue = none, true
			}
			if in[j].kind != word || in[j].content() {
				break
			}
		}
	}
}

func isStation(t *token) bool {
	for _, k := range t.list() {
		if words().stations[k] {
			return true
		}
	}
	return false
}

// conditional says whether a French word is a verb in the conditional: « servirait », by which an entry says that something is only reported.
func conditional(form string) bool {
	for _, ending := range []string{"erait", "eraient", "irait", "iraient", "drait", "draient"} {
		if strings.HasSuffix(form, ending) && len(form) > len(ending)+1 {
			switch form {
			case "serait", "seraient", "faudrait", "voudrait", "voudraient", "aimerait", "aimeraient", "souhaiterait", "souhaiteraient":
				return false // listed, or no report
			}
			return true
		}
	}
	return false
}

// evenWhen takes « même » for « even if » where a noun without article follows a pause: « , même réglage coupé ».
func evenWhen(in []token) {
	for i := 1; i+1 < len(in); i++ {
		if in[i].form == "même" && in[i].op == none && in[i].kind == word && in[i-1].kind == pause && in[i-1].text == "," && in[i+1].content() {
			in[i].op, in[i].n = opEvenIf, 0
		}
	}
}

// upTo takes « c’est à … de faire » for « … doit faire », and « même » after a name for « itself ».
func upTo(in []token) {
	for i := range in {
		if i > 0 && in[i-1].name && in[i].op == none && (in[i].form == "même" || lastWord(in[i].text) == "même") {
			in[i].glue = true
		}
		if i+3 >= len(in) || in[i].form != "c" || in[i+1].form != "est" || in[i+2].form != "à" && in[i+2].form != "au" && in[i+2].form != "aux" {
			continue
		}
		for j := i + 4; j+1 < len(in) && j < i+14 && in[j].kind != pause && in[j].kind != stop; j++ {
			if (in[j].form == "de" || in[j].form == "d") && (infinitive(in[j+1].form) || j+2 < len(in) && in[j+1].glue && clitic[in[j+1].form] && infinitive(in[j+2].form)) {
				in[i+1].op, in[i+1].glue = opMust, false
				break
			}
		}
	}
}

func infinitive(form string) bool {
	return strings.HasSuffix(form, "er") || strings.HasSuffix(form, "ir") || strings.HasSuffix(form, "re")
}

// clitic are pronouns that stand before an infinitive.
var clitic = map[string]bool{"l": true, "le": true, "la": true, "les": true, "y": true, "en": true, "lui": true, "leur": true, "vous": true, "s": true, "se": true}
