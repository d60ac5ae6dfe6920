package guard

// elliptical reads a sentence that opens with a pronoun and a bare auxiliary as the answer that it is: « It does, by default » is « Yes, by default »,
// « They can’t: … » is « No: … », « Not as far as we know » is « No, as far as we know ».
func elliptical(in []token, lang string) {
	i := 0
	for i < len(in) && (in[i].kind == pause || in[i].soft || in[i].op == opAccording && lang == "fr") {
		i++
	}
	switch lang {
	case "en":
		if i+1 < len(in) && in[i].op == opNot && in[i].form == "not" && in[i+1].is(words().concepts["asfar"]) {
			in[i].op = opNo
			return
		}
		if i+2 < len(in) && answering[in[i].form] && in[i].op == none && auxiliary[in[i+1].form] {
			answer(in, i+1, bareEnd(in, i+2))
		}
	case "fr":
		for j := 2; j < len(in); j++ { // « ce n’est jamais le cas »
			if in[j].form == "cas" && in[j-1].form == "le" && in[j].content() && (finished[in[j-2].form] || in[j-2].glue && j > 2 && finished[in[j-3].form]) {
				in[j].glue, in[j].n = true, 0
			}
		}
		if i+1 < len(in) && in[i].op == opNot && in[i].form == "pas" && in[i+1].is(words().concepts["asfar"]) {
			in[i].op = opNo
			return
		}
		for j := i; j+1 < len(in) && j < i+5; j++ { // « c’est le cas », « ce n’est pas le cas »
			if in[j].form == "le" && in[j+1].form == "cas" && (in[i].form == "c" || in[i].form == "ce" || in[i].form == "cela" || in[i].form == "tel") && rounded(in, j+2) {
				in[j+1].flags |= mayAdd
				answer(in, j, j+1)
			}
		}
	}
}

var (
	answering = map[string]bool{"it": true, "they": true, "you": true, "we": true, "there": true, "he": true, "she": true}
	auxiliary = map[string]bool{
		"do": true, "does": true, "did": true, "is": true, "are": true, "was": true, "were": true, "can": true, "may": true, "will": true, "has": true, "have": true,
	}
)

// bareEnd is the last token of an auxiliary that begins before i, when no verb comes after it; -1 when it has one.
func bareEnd(in []token, i int) int {
	last := i - 1
	if i < len(in) && in[i].op == opNot && (in[i].form == "not" || in[i].form == "t") {
		last = i
	}
	if rounded(in, last+1) {
		return last
	}
	return -1
}

// rounded says whether what comes at i leaves a short sentence as it is: a pause or a stop, « by default », a condition.
func rounded(in []token, i int) bool {
	if i >= len(in) {
		return true
	}
	switch t := &in[i]; {
	case t.kind == stop, t.kind == pause && t.text != "":
		return true
	case t.op == opIf, t.op == opUnless:
		return true
	default:
		return t.is(words().concepts["default"])
	}
}

// answer makes « yes » or « no » of the tokens from one place to another, where a « not » may be.
func answer(in []token, from, to int) {
	if to < 0 {
		return
	}
	said := opYes
	for j := 0; j <= to; j++ {
		switch {
		case in[j].op == opNot:
			said = opNo
			in[j].op, in[j].glue = none, true
		case j >= from && in[j].op == opCan:
			in[j].op, in[j].glue = none, true
		}
	}
	if in[to].op == none {
		in[to].op, in[to].glue, in[to].n = said, false, 0
	}
}
