package guard

// settle reads the operators of one sentence together: « ne … plus » is one thing, « ne … que » is « only », a second « ni » says nothing
// new. It changes the tokens in place.
func settle(in []token, lang string) {
	switch lang {
	case "fr":
		evenSo(in)
		french(in)
	case "en":
		loosely(in)
		asFarAs(in)
		onwards(in)
		portions(in)
		upToWhom(in)
		didOnly(in)
		ticked(in)
		stating(in)
	}
	asides(in, lang)
	embedded(in, lang)
	outermost(in)
	elliptical(in, lang)
	partial(in)
	negated, neither, imagined, afresh := false, false, false, false
	for i := range in {
		t := &in[i]
		if t.kind == pause && (t.text == ";" || t.text != "" && double(lang)) {
			negated, neither = false, false
		}
		if t.kind == pause && t.text == ":" {
			afresh = true // « nothing to refuse: according to X, no model … » denies two things
		} else if t.kind == pause && t.text == ";" {
			afresh = false
		}
		if lang == "fr" { // « au cas où », « comme on effacerait »: nobody reports that
			imagined = imagined && t.kind != stop && t.kind != pause || t.op == opIf && len(t.text) > 6 || t.form == "comme" && t.op == none
			if imagined && t.op == opReported {
				t.op, t.glue = none, true
			}
		}
		if t.op == opCan && seeing(in[i+1:]) {
			t.op, t.glue = none, true // « can you see this menu? » asks whether it is seen
		}
		if inverted(in, i, lang) {
			t.op = opIf
		}
		if sinceDate(in, i, lang) {
			t.op, t.glue = opSince, false // « dal 27 maggio 2025 »
		}
		if t.op == opBefore && bareBefore[t.form] && earlier(in, i, lang) {
			t.op = opPast // « what was used before »
		}
		if t.op == opAnything && !negated && i+1 < len(in) && (in[i+1].form == "that" || t.form == "anything" && in[i+1].op == opAlready) {
			t.op, t.glue = none, true // « anything that was sent » is what was sent
		}
		if t.form == "whether" && t.op == opIf && i > 0 && in[i-1].kind == pause && in[i-1].text == "," {
			t.op, t.glue = none, true // « AI, whether its own or another’s »
		}
		if t.op == opNot && answers[t.form] && alone(in, i) {
			t.op = opNo
		}
		switch {
		case lang == "en" && t.form == "any" && t.op == none:
			t.glue = negated
			if !negated {
				t.glue, t.op = false, opAll
			}
		case t.op == opNot && negated && !afresh && nouns[t.form] && strungOn(in, i, lang):
			t.op = opNor // « no name, no address and no number »
		case t.op == opNot && !negated && double(lang) && late[t.form] && verbBefore(in, i):
			t.op, t.glue = none, true // « viene mai usato »: without « non » before it denies nothing
		case t.op == opNot && goesOn(t.form, negated, lang):
			if t.op = opNor; concords(t.form, lang) && !strungOn(in, i, lang) {
				t.op, t.glue = none, true // « no … ningún » says « no » once
			}
		case t.op == opNot:
			if negated && double(lang) && late[t.form] && !joined[in[i-1].form] && i+1 < len(in) && in[i+1].text == "" && in[i+1].op != none {
				t.op, t.glue = none, true // « no … nada »: the first no has said it
			}
			negated, afresh = true, false
			neither = neither || neithers[t.form]
		case t.op == opMore && negated && further[lang] == t.form:
			t.op = opNoMore
		case lang == "de" && neither && t.form == "noch":
			t.op, t.glue = opNor, false
		}
	}
	onceDone(in)
	untilNow(in)
	forbid(in, lang)
}

// seeing says whether « see » or « find » comes next.
func seeing(in []token) bool {
	for i := 0; i < len(in) && i < 4; i++ {
		if in[i].content() {
			return sight[in[i].form]
		}
	}
	return false
}

var sight = map[string]bool{"see": true, "find": true, "voir": true, "trouver": true, "retrouver": true}

// answers are the words that answer « no ».
var answers = map[string]bool{"non": true, "no": true, "nope": true, "nein": true, "não": true, "nee": true}

// alone says whether an answer stands by itself: between pauses, or at the start of a sentence with « for », « in » and the like after it.
func alone(in []token, i int) bool {
	before := i - 1
	for before >= 0 && in[before].glue {
		before--
	}
	if before >= 0 && in[before].kind != pause && in[before].kind != stop && in[before].op != opAccording { // « Google says no: … »
		return false
	}
	return i+1 == len(in) || in[i+1].kind == pause || in[i+1].kind == stop || in[i].start && answered[in[i+1].form]
}

// answered are words that follow an answer, and no « no » that belongs to a noun.
var answered = map[string]bool{
	"for": true, "in": true, "on": true, "with": true, "at": true, "not": true, "according": true, "pas": true, "pour": true, "en": true, "dans": true, "avec": true, "selon": true, "nicht": true, "für": true,
}
