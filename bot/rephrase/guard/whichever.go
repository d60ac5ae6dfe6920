package guard

// loosely reads English « whatever you upload » as « what you upload », « whichever tool you use » as « the tool that you use »: a relative that opens
// a clause with a subject or a verb of its own. « Whatever their date » is a condition, and stays one.
func loosely(in []token) {
	for i := range in {
		t := &in[i]
		if i+2 < len(in) && t.op == opAll && lower(t.text) == "whatever the" && soon(in[i+1:], 3, func(o *token) bool { return o.form == "have" || o.form == "has" }) {
			t.op, t.n, t.glue = none, 0, true // « whatever the models have learned »
			continue
		}
		if i+1 >= len(in) || t.kind != word || t.name || t.form != "whatever" && t.form != "whichever" {
			continue
		}
		for j := i + 1; j < len(in) && j <= i+4 && in[j].kind == word; j++ {
			if subjects[in[j].form] || finished[in[j].form] || having[in[j].form] {
				t.op, t.n, t.glue, t.known = none, 0, true, true
				break
			}
			if j == i+1 && ofReader[in[j].form] || in[j].form == "their" || in[j].form == "its" || in[j].form == "the" {
				break
			}
		}
	}
}

// asFarAs reads « as far as training goes », « as far as photos are concerned » as « for training », and « as long as one week » as « up to one week ».
func asFarAs(in []token) {
	for i := range in {
		t := &in[i]
		if t.kind != word || t.op != opUntil && t.op != opIf {
			continue
		}
		switch lower(t.text) {
		case "as far as":
			for j := i + 1; j < len(in) && j <= i+6 && in[j].kind == word; j++ {
				if in[j].form == "goes" || in[j].form == "go" || in[j].is(words().concepts["concerned"]) && finished[in[j-1].form] {
					t.op, t.glue, t.n = none, true, 0
					in[j].glue, in[j].n, in[j].op = true, 0, none
					break
				}
			}
		case "as long as":
			if i+1 < len(in) && in[i+1].kind == number || i+2 < len(in) && measured(&in[i+2]) && (in[i+1].form == "a" || in[i+1].form == "an" || in[i+1].form == "one") {
				t.op = opUntil
			}
		}
	}
}

// upToWhom reads « it is up to the owner to write » as « the owner has to write », as « c’est au propriétaire d’écrire » is read, and « it is up to the
// administrator », with nothing after it, as « the administrator decides ».
func upToWhom(in []token) {
	for i := 1; i < len(in); i++ {
		t := &in[i]
		if t.op != opUntil || lower(t.text) != "up to" || !finished[in[i-1].form] && in[i-1].form != "s" && in[i-1].form != "be" {
			continue
		}
		t.op, t.n = none, 0
		for j := i + 1; j < len(in) && j <= i+7 && in[j].kind == word; j++ {
			if in[j].form == "to" && in[j].glue {
				t.op = opMust
				break
			}
		}
		switch {
		case t.op == opMust:
		case in[0].kind == word && gerund(&in[0]): // « refusing is up to you »
			t.op = opMust
		default:
			t.addKey(words().concepts["decision"])
		}
	}
}

// measured says whether a token is a unit of time.
func measured(t *token) bool {
	v := words().concepts
	return t.is(v["day"]) || t.is(v["week"]) || t.is(v["month"]) || t.is(v["year"]) || t.is(v["hour"]) || t.is(v["minute"])
}

// onwards takes the « on » of « from 21 April 2025 on » for a part of its « from ».
func onwards(in []token) {
	for i := 1; i < len(in); i++ {
		if in[i].form == "on" && in[i].op == none && (in[i-1].kind == date || in[i-1].kind == number && len(in[i-1].form) == 4) && (i+1 == len(in) || in[i+1].kind == pause || in[i+1].kind == stop) {
			in[i].glue, in[i].n = true, 0
		}
	}
}

// portions reads « part of X » as « some » where nothing says that it is a part: « part of this entry rests on memory », not « is part of ».
func portions(in []token) {
	for i := range in {
		if t := &in[i]; t.form == "part" && lower(t.text) == "part of" && (i == 0 || in[i-1].kind == pause || in[i-1].kind == stop || in[i-1].glue && in[i-1].form == "a" || in[i-1].op != none && in[i-1].op != opNot) {
			t.op, t.n, t.glue = opSome, 0, false
		}
	}
}
