package guard

// subjects are words after which somebody or something does what comes next.
var subjects = map[string]bool{"it": true, "they": true, "these": true, "this": true, "there": true, "you": true, "we": true, "that": true}

// sinceBecause reads « , since it is on » and « Since LinkedIn … » as reasons, and « using » as a preposition where no « is » stands before it.
func sinceBecause(in []token) {
	if len(in) > 1 && in[0].form == "since" && in[0].op == opSince && (in[1].name || subjects[in[1].form]) {
		in[0].op = opBecause
	}
	for i := 1; i+1 < len(in); i++ {
		if in[i].form == "since" && in[i].op == opSince && in[i-1].kind == pause && (subjects[in[i+1].form] || in[i+1].form == "in" && i+2 < len(in) && in[i+2].kind != date && in[i+2].kind != number) {
			in[i].op = opBecause
		}
		switch in[i].form {
		case "purposes":
			if in[i-1].content() {
				in[i].flags |= mayAdd | mayDrop // « for advertising purposes »
			}
		case "get", "gets", "receive", "receives":
			if soon(in[i+1:], 2, func(t *token) bool { return t.is(words().concepts["answer"]) }) {
				in[i].flags |= mayAdd | mayDrop // « if you get no answer »
			}
		case "leave", "leaves":
			if soon(in[i+1:], 4, func(t *token) bool {
				return t.is(words().concepts["on"]) || t.is(words().concepts["off"]) || t.is(words().concepts["empty"])
			}) {
				in[i].addKey(words().concepts["remain"]) // « leave it on », not « leave the group »
			}
		}
		if in[i].form == "using" && in[i].content() && !finished[in[i-1].form] && in[i-1].form != "be" {
			in[i].flags |= mayAdd | mayDrop // « using the form »
		}
	}
}

// soon says whether one of the next tokens, before any pause, is such a one.
func soon(in []token, reach int, is func(*token) bool) bool {
	for i := 0; i < len(in) && i < reach && in[i].kind != pause && in[i].kind != stop; i++ {
		if is(&in[i]) {
			return true
		}
	}
	return false
}
