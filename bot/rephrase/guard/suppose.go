package guard

// supposing takes Dutch « als » at the head of a clause for « if », and Portuguese « se » before an article, a pronoun or a « not »: elsewhere they
// are « as » and « oneself ».
func supposing(in []token, lang string) {
	for i := 0; i+1 < len(in); i++ {
		t := &in[i]
		if t.kind != word || t.op != none || t.glued {
			continue
		}
		switch {
		case lang == "nl" && t.form == "als" && in[i+1].kind == word && (i == 0 || in[i-1].kind == pause || in[i-1].kind == stop || in[i-1].op == opUnless):
			t.op, t.glue = opIf, false
		case lang == "pt" && t.form == "se" && (afterSe[in[i+1].form] || in[i+1].op == opNot && in[i+1].form == "não"):
			t.op, t.glue = opIf, false
		}
	}
}

var afterSe = map[string]bool{"o": true, "a": true, "os": true, "as": true, "um": true, "uma": true, "você": true, "ele": true, "ela": true, "eles": true, "elas": true, "seu": true, "sua": true, "seus": true, "suas": true}
