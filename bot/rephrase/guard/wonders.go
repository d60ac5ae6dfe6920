package guard

// wondering are the words by which a question asks for what the entry says.
var wondering = map[string]bool{"who": true, "whom": true, "what": true, "which": true, "where": true, "qui": true, "que": true, "quoi": true, "quel": true, "quelle": true, "quels": true, "quelles": true, "où": true, "combien": true, "how": true, "comment": true, "quand": true}

// wonders says whether some tokens ask, with a question word, for nothing but what the unit says in these words: « who do you address it to? The company … ».
func wonders(in []token, match []places) bool {
	asks, says := false, false
	for i := range in {
		t := &in[i]
		switch {
		case t.op != none, t.name && match[i].empty(), t.flags&negative != 0:
			return false
		case wondering[t.form] && i < 2:
			asks = true
		case t.content():
			if match[i].empty() && t.flags&mayAdd == 0 {
				return false
			}
			says = true
		}
	}
	return asks && says
}
