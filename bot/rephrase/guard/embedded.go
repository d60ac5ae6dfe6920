package guard

import "strings"

// embedded reads the « whether » of German, Dutch and Portuguese behind « we do not know », German « erst ab » as « only from », and Italian « faccia prima una
// copia » as « first make a copy ».
func embedded(in []token, lang string) {
	v := words().concepts
	for i := range in {
		t := &in[i]
		if lang == "nl" && lower(t.text) == "worden tot" && i+1 < len(in) && in[i+1].kind == number {
			t.op, t.n = opAtMost, 0 // « worden tot 3 jaar bewaard »
			continue
		}
		if t.kind != word || t.quote > 0 || i+1 >= len(in) || strings.Contains(t.text, " ") {
			continue
		}
		switch {
		case lang == "de" && t.form == "ob" && (i == 0 || in[i-1].form != "als"):
			t.op, t.glue, t.n = opIf, false, 0
		case lang == "nl" && t.form == "of" && knownBefore(in, i), lang == "pt" && t.form == "se" && i > 0 && in[i-1].is(v["know"]):
			t.op, t.glue, t.n = opIf, false, 0
		case lang == "de" && t.form == "erst" && t.op == opFirst && (in[i+1].op == opFuture || in[i+1].op == opSince || in[i+1].form == "ab"):
			t.op = opOnly
		case lang == "it" && t.form == "prima" && t.op == opBefore && in[i+1].glue && italianArticles[in[i+1].form]:
			t.op = opFirst
		}
	}
}

var italianArticles = map[string]bool{"un": true, "una": true, "il": true, "la": true, "i": true, "le": true, "gli": true, "lo": true, "l": true}

// knownBefore says whether « know » stands among the few words before a place.
func knownBefore(in []token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if in[k].is(words().concepts["know"]) {
			return true
		}
	}
	return false
}

// anyOrAll says whether the « everybody », « n’importe qui » of one text is the « anybody » of the other, « tout ce qui » its « anything », where nothing is denied.
func anyOrAll(own, theirs [ops]int, u *unit, run *run) bool {
	which := func(more, less [ops]int, all, any []token) bool {
		if more[opAll] != less[opAll]+1 || more[opAnyone]+more[opAnything]+1 != less[opAnyone]+less[opAnything] {
			return false
		}
		i, k := at(any, opAnyone), at(all, opAll)
		if i < 0 {
			i = at(any, opAnything)
			return !deniedHere(any, i) && !deniedHere(all, k) && k+1 < len(all) && (all[k+1].form == "ce" || all[k+1].form == "lo" || all[k+1].form == "ciò" || all[k+1].form == "o")
		}
		return !deniedHere(any, i) && !deniedHere(all, k) && whoever[lower(all[k].text)]
	}
	return which(own, theirs, u.tokens, run.tokens) || which(theirs, own, run.tokens, u.tokens)
}

// whoever are words for « everybody » by which a language says « anybody ».
var whoever = map[string]bool{"n importe qui": true, "cualquiera": true, "chiunque": true, "qualquer pessoa": true, "qualquer um": true, "jeder": true, "jedermann": true, "iedereen": true}

// premodified says whether the actor at a place stands right before what is theirs in the unit, and behind it and « of » in another language: « Amazon’s staff »,
// « Mitarbeiter von Amazon »; « other companies’ robots », « los robots de otras empresas ».
func premodified(u *unit, place int, run *run, match []places, i int) bool {
	of, k := false, i-1
	for ; k >= 0 && k >= i-4 && run.tokens[k].kind == word; k-- {
		if run.tokens[k].glue && belonging[run.tokens[k].form] {
			of = true
			continue
		}
		if of && run.tokens[k].content() {
			break
		}
	}
	own := nextFact(u.tokens, place)
	return of && k >= 0 && own >= 0 && run.tokens[k].content() && match[k].has(own) && (preposition(u.tokens, place) == "" || owning(u.tokens, place)) && own <= place+2
}

var belonging = map[string]bool{"von": true, "de": true, "di": true, "do": true, "da": true, "dos": true, "das": true, "del": true, "della": true, "dei": true, "delle": true, "van": true, "d": true}
