package guard

// didOnly reads « all you did was sign » as « you only signed »: what is all of what somebody did is nothing but that.
func didOnly(in []token) {
	for i := 0; i+3 < len(in); i++ {
		if in[i].form == "all" && in[i].op == opAll && subjects[in[i+1].form] && (in[i+2].form == "did" || in[i+2].form == "do" || in[i+2].form == "want" || in[i+2].form == "need") && (in[i+3].form == "was" || in[i+3].form == "is") {
			in[i].op = opOnly
		}
	}
}

// ticked reads « clear » before a name of the screen, or before « the box », as what takes a tick away.
func ticked(in []token) {
	for i := 0; i+1 < len(in); i++ {
		if in[i].form != "clear" || in[i].kind != word {
			continue
		}
		j := i + 1
		if in[j].form == "the" || in[j].form == "this" || in[j].form == "that" {
			j++
		}
		if j < len(in) && (in[j].kind == label || in[j].form == "box" || in[j].form == "checkbox") {
			in[i].n, in[i].flags = 0, negative
			in[i].addKey(words().concepts["off"])
		}
	}
}

// stating reads « state your reason » as « give your reason »: what has an object that is no clause quotes nobody.
func stating(in []token) {
	for i := 0; i+1 < len(in); i++ {
		t := &in[i]
		if t.op == opAccording && (t.form == "state" || t.form == "states" || t.form == "stated" || t.form == "stating") && objects[in[i+1].form] {
			t.op = none
			for _, c := range []string{"specify", "tell", "giveout"} {
				t.addKey(words().concepts[c])
			}
		}
		if t.op == opUntil && t.form == "until" && i > 0 && in[i-1].is(words().concepts["waiting"]) {
			t.op, t.glue = none, true // « wait until it is confirmed », « wait for the confirmation »
		}
	}
}

var objects = map[string]bool{"a": true, "an": true, "the": true, "your": true, "its": true, "their": true, "any": true, "no": true}
