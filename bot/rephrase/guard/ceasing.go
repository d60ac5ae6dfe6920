package guard

// weakly says whether the only reason that some tokens give is given by « as », « comme »: two things that the entry says side by side.
func weakly(in []token) bool {
	for i := range in {
		if in[i].op != opBecause {
			continue
		}
		switch in[i].form {
		case "as", "comme", "puisque", "puisqu", "da", "como", "siccome", "since":
		default:
			return false
		}
	}
	return true
}

// ceases says whether some tokens say that something stops.
func ceases(in []token) bool { return stopAt(in) >= 0 }

// stopAt is where the word stands that says so, -1 when there is none.
func stopAt(in []token) int {
	for i := range in {
		if t := &in[i]; t.kind == word && t.op == none && stopping[t.form] && (i == 0 || in[i-1].op != opNot) {
			return i
		}
	}
	return -1
}

var stopping = map[string]bool{
	"arrête": true, "arrêtent": true, "arrêter": true, "arrêté": true, "arrêtera": true, "cesse": true, "cessent": true, "cesser": true, "stop": true, "stops": true,
	"stopped": true, "ends": true, "ceases": true, "endet": true, "stoppt": true, "stopt": true, "cesa": true, "cessa": true, "smette": true, "termina": true,
}
