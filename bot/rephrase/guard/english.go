package guard

import "strings"

// expandNot makes two words of « don’t », « can’t » and the like.
func expandNot(in []token) []token {
	for i := 1; i < len(in); i++ {
		if in[i].form != "t" || !in[i].glued || in[i-1].kind != word || !strings.HasSuffix(in[i-1].form, "n") {
			continue
		}
		base, ok := map[string]string{"can": "can", "won": "will", "shan": "shall"}[in[i-1].form]
		if !ok {
			base = strings.TrimSuffix(in[i-1].form, "n")
		}
		in[i-1].form = base
		in[i].form = "not"
	}
	return in
}

// byNumbers makes operators of the small words that are ones only before a number: « over 18 », « about 30 ».
func byNumbers(in []token, lang string) []token {
	for i := 0; i+1 < len(in); i++ {
		t := &in[i]
		if t.kind != word || !t.glue {
			continue
		}
		next := &in[i+1]
		if lang == "en" && next.form == "age" && i+2 < len(in) && in[i+2].kind == number {
			next.flags |= mayAdd // « from age 16 »
			next = &in[i+2]
		}
		if o := beforeNumber[lang+" "+t.form]; o != none && next.kind == number {
			t.op, t.glue = o, false
		}
	}
	if lang == "en" {
		sinceBecause(in)
	}
	if lang == "nl" || lang == "pt" {
		supposing(in, lang)
	}
	if lang == "es" || lang == "pt" {
		lets(in)
	}
	if lang == "fr" {
		fromPlaces(in)
		evenWhen(in)
		upTo(in)
	}
	ofAge(in)
	for i := range in {
		if t := &in[i]; lang == "en" && t.form == "on" && t.glue && i > 0 && (i+1 == len(in) || in[i+1].kind == pause || in[i+1].kind == stop) && !leansOn[in[i-1].form] {
			t.glue = false // « it is on. »
			t.addKey(words().concepts["on"])
		}
		if t := &in[i]; lang == "en" && t.form == "certain" && i+1 < len(in) && in[i+1].kind == word && in[i+1].content() && (i == 0 || !finished[in[i-1].form]) {
			t.op, t.n = opSome, 0 // « certain features », not « it is certain »
		}
		if t := &in[i]; lang == "en" && t.form == "save" && t.op == none && i > 0 && in[i-1].text == "," && i+1 < len(in) && in[i+1].kind == word && !in[i].glue && (in[i+1].glue || in[i+1].op != none) && !ofReader[in[i+1].form] {
			t.op, t.n = opUnless, 0 // « , save those you pinned »
		}
		if t := &in[i]; lang == "en" && t.form == "2" && lower(t.text) == "both" && soon(in[i+1:], 7, func(t *token) bool { return t.form == "and" }) {
			*t = token{kind: word, text: t.text, form: "both", glue: true, known: true, quote: t.quote}
		}
		if t := &in[i]; t.kind == number && t.form == "2" && t.text != "2" && i+1 < len(in) && in[i+1].kind == word && words().light[lang][in[i+1].form] == mayAdd|mayDrop && in[i+1].content() {
			*t = token{kind: word, text: t.text, form: lower(t.text), glue: true, known: true, quote: t.quote} // « two ways », « deux choses »
		}
		if t := &in[i]; lang == "en" && t.form == "next" && (i+1 < len(in) && in[i+1].kind == pause && in[i+1].text == ",") {
			t.op, t.glue = none, true
		}
	}
	return in
}

var beforeNumber = map[string]op{
	"en over": opMore, "en above": opMore, "en under": opLess, "en below": opLess, "en about": opAbout, "en around": opAbout, "en from": opSince, "it dai": opSince, "it da": opSince, "de über": opMore, "de unter": opLess,
	"nl boven": opMore, "nl onder": opLess,
}

// ceasing says whether two English words say « no longer »: « stop publishing ».
func ceasing(in []token) bool {
	if len(in) < 2 || !gerund(&in[1]) {
		return false
	}
	if in[1].form == "training" && (len(in) == 2 || in[2].kind != word) {
		return false // « does not stop training » is the noun
	}
	switch in[0].form {
	case "stop", "stops", "stopped", "cease", "ceases", "quit":
		return true
	}
	return false
}

// leansOn are words that « on » belongs to at the end of a clause.
var leansOn = map[string]bool{"go": true, "goes": true, "rely": true, "relies": true, "relied": true, "then": true, "now": true, "based": true, "later": true, "so": true, "carry": true}

// gerund says whether a word ends as « publishing » does.
func gerund(t *token) bool {
	return t.kind == word && strings.HasSuffix(t.form, "ing") && t.form != "being" && len(t.form) >= 5
}
