package guard

import "strings"

// asides reads words that look like operators and only string sentences together: « Still, it is not too late », « yet there is a right », « next open
// **X** », Spanish « sí pueden usarse », « desde su perfil ».
func asides(in []token, lang string) {
	for i := range in {
		t := &in[i]
		if lang == "en" && t.form == "on" && i > 0 && in[i-1].is(words().concepts["train"]) && (i+1 == len(in) || in[i+1].kind != word) {
			t.glue, t.n = true, 0 // « the sets it trains on »
		}
		if (lang == "es" || lang == "pt" || lang == "it") && t.op == opNot && again[t.form] && deniedBy(in[:i]) {
			t.op = opNor // « no … ni », « ni … ni »
		}
		if t.kind != word || t.quote > 0 || i+1 >= len(in) {
			continue
		}
		if (lang == "es" || lang == "pt") && (t.form == "mientras" || t.form == "enquanto") && t.op == none {
			for k := i + 1; k < len(in) && k <= i+2; k++ {
				if in[k].op == opNot {
					t.op, t.n, t.glue = opUntil, 0, false // « mientras usted no ponga »
					in[k].op, in[k].glue = none, true
					break
				}
				if in[k].content() {
					break
				}
			}
		}
		if t.op == none {
			continue
		}
		if t.op == opSince && i+3 < len(in) && in[i+1].kind == date && in[i+3].kind == date && (in[i+2].form == "to" || in[i+2].form == "al" || in[i+2].form == "au") {
			t.op, t.glue, t.n = none, true, 0 // « from 7 May to 1 August »
			continue
		}
		head := i == 0 || in[i-1].kind == pause && in[i-1].text != "" || in[i-1].kind == stop
		comma := in[i+1].kind == pause && in[i+1].text == ","
		side := t.op == opSince && in[i+1].kind == number && len(in[i+1].form) < 3 && (i+2 == len(in) || !in[i+2].is(words().concepts["year"])) // « from 16 »: an age
		switch lang {
		case "en":
			switch t.form {
			case "still":
				side = head && (comma || i+3 < len(in) && in[i+1].form == "on" && pointing[in[i+2].form])
			case "save": // « save a copy »
				if t.op == opUnless && head && lower(t.text) == "save" && (articles[in[i+1].form] || ofReader[in[i+1].form]) {
					t.op, t.flags = none, t.flags|mayAdd
					t.addKey(words().concepts["save"])
					t.addKey(words().concepts["saved"])
				}
			case "yet":
				side = head && i > 0 && in[i-1].text == "," && opensClause(in, i+1)
			case "next":
				side = (head || in[i-1].form == "and") && (comma || in[i+1].kind == label || in[i+1].is(words().concepts["open"]) || in[i+1].is(words().concepts["navigate"]))
			case "later":
				side = head && comma && i+2 < len(in) && in[i+2].content() && in[i+2].kind == word && imperative(in, i+2)
			case "when": // « the date when », « the day when »
				side = i > 0 && (in[i-1].is(words().concepts["date"]) || in[i-1].is(words().concepts["day"]))
			}
		case "fr":
			side = t.op == opStill && t.form == "encore" && i > 0 && finished[in[i-1].form] && (in[i+1].op == opMost || in[i+1].op == opMore || strings.HasPrefix(lower(in[i+1].text), "le plus")) || // « c’est encore le plus sûr »
				t.op == opPast && i > 0 && finished[in[i-1].form] && (in[i+1].form == "avec" || in[i+1].form == "entre") // « des conditions passées avec Snap »
		case "es", "pt", "it":
			switch {
			case side:
			case t.op == opYes: // « sí pueden », « sí emplea »
				side = i > 0 && (in[i+1].kind == word && (!in[i+1].glue || in[i+1].form == "se") && !contrasts[in[i-1].form] && in[i-1].form != "sino" && (!head || in[i-1].text == ")") || in[i-1].form == "que" || in[i-1].form == "che")
			case t.op == opSince && (t.form == "desde" || t.form == "a partir"):
				side = strings.HasPrefix(lower(t.text), "desde") && fromPlace(in, i+1)
			case t.op == opAfter && (lower(t.text) == "después" || lower(t.text) == "depois"):
				side = in[i+1].kind == label || i > 0 && (in[i-1].form == "y" || in[i-1].form == "e") // a step: « después **X** »; « y después »
			}
		}
		if side {
			t.op, t.glue, t.soft, t.n = none, true, true, 0
		}
	}
}

// again are words for « nor », which are words for « neither » as well.
var again = map[string]bool{"ni": true, "nem": true, "né": true, "tampoco": true}

// deniedBy says whether something was denied before, in the same part of a sentence.
func deniedBy(in []token) bool {
	for i := len(in) - 1; i >= 0; i-- {
		if in[i].kind == pause && (in[i].text == ";" || in[i].text == ":") || in[i].kind == stop {
			return false
		}
		if in[i].op == opNot && in[i].form != "sin" && in[i].form != "sem" && in[i].form != "senza" {
			return true
		}
	}
	return false
}

// opensClause says whether a clause with a subject of its own begins at a place: « yet there is », « yet you can ».
func opensClause(in []token, i int) bool {
	return i < len(in) && (subjects[in[i].form] || articles[in[i].form] || ofReader[in[i].form])
}

var articles = map[string]bool{"the": true, "a": true, "an": true, "its": true, "their": true, "no": true}

// fromPlace says whether what follows « desde » is no time: a place of the screen, a device or a document stands there.
func fromPlace(in []token, i int) bool {
	for j := i; j < len(in) && j <= i+2; j++ {
		t := &in[j]
		switch {
		case t.kind == number, t.kind == date, t.op != none:
			return false
		case t.content():
			for _, c := range []string{"app", "website", "menu", "policy", "form", "page", "link", "entry", "computer", "phone", "profile", "setting"} {
				if t.is(words().concepts[c]) {
					return true
				}
			}
			return false
		}
	}
	return false
}
