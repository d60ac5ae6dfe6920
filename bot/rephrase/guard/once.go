package guard

import "strings"

// onceDone reads « once you have refused », « dès que vous refusez » as « when you refuse »: with the reader as its subject it says under which condition, and
// « une fois connecté » what comes first.
func onceDone(in []token) {
	for i := 0; i+1 < len(in); i++ {
		t := &in[i]
		if t.op != opAfter {
			continue
		}
		switch strings.ReplaceAll(lower(t.text), "’", "'") {
		case "once", "as soon as", "dès que", "dès qu", "aussitôt que", "une fois que", "sobald", "una vez que", "non appena", "uma vez que", "zodra":
		default:
			continue
		}
		if clauseHeads[in[i+1].form] {
			t.op = opIf
		}
	}
}

// clauseHeads are the words by which the reader is the subject of a clause.
var clauseHeads = map[string]bool{"you": true, "vous": true, "sie": true, "ihr": true, "usted": true, "u": true, "je": true, "lei": true, "você": true}
