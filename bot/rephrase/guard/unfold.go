package guard

import "strings"

// unfolded says whether the « when » of a candidate only makes a clause of a noun and what is said of it: « quand vous supprimez une conversation,
// elle disparaît », « les conversations que vous supprimez disparaissent ». The unit then is of one clause, strings nothing together and has all that
// is said.
func unfolded(u *unit, run *run, match []places) bool {
	at := -1
	for i := range run.tokens {
		if run.tokens[i].op == opIf {
			at = i
		}
	}
	if at < 0 || !timely[run.tokens[at].form] || strings.Contains(run.tokens[at].text, " ") || adding(u.tokens) || u.count(opOr) > 0 || countOp(run.tokens, opOr) > 0 {
		return false
	}
	clause := int16(-1)
	for i := at + 1; i < len(run.tokens) && run.tokens[i].clause == run.tokens[at].clause; i++ {
		t := &run.tokens[i]
		if t.op != none || t.glue || match[i].empty() {
			continue
		}
		s, _, _ := where(u, &match[i])
		if s.clause < 0 || clause >= 0 && s.clause != clause {
			return false
		}
		clause = s.clause
	}
	after := false // something else of the same clause is said outside it
	for i := range run.tokens {
		if run.tokens[i].clause == run.tokens[at].clause || match[i].empty() || run.tokens[i].glue {
			continue
		}
		s, _, _ := where(u, &match[i])
		after = after || s.clause == clause
	}
	// « quand vous supprimez vos messages, ils disparaissent » is no way to say that messages disappear
	return clause >= 0 && after && deciders(run.tokens) <= deciders(u.tokens)
}

// timely are the words for « when » that may open such a clause.
var timely = map[string]bool{"quand": true, "lorsque": true, "lorsqu": true, "when": true, "whenever": true}

// beDone says whether what may be is done to something: « peuvent être refusés ».
func beDone(in []token) bool {
	for i := range in {
		if in[i].op == opCan && (i+1 < len(in) && (in[i+1].form == "être" || in[i+1].form == "be") || lastWord(in[i].text) == "be") {
			return true
		}
	}
	return false
}

// leftToDo says whether « to », « à » with what is to be done stands among some tokens.
func leftToDo(in []token) bool {
	for i := 0; i+1 < len(in); i++ {
		if in[i].glue && (in[i].form == "to" && in[i+1].form == "do" || in[i].form == "à" && in[i+1].form == "faire") && in[i+1].glue {
			return true
		}
		if in[i].glue && (in[i].form == "to" || in[i].form == "à") && in[i+1].content() && (in[i].form == "to" || infinitive(in[i+1].form)) {
			return true
		}
	}
	return false
}

// needed says whether the « must » among some tokens only says what there is to do, so that denied it forbids nothing: « has to », « besoin ».
func needed(in []token) bool {
	for i := range in {
		if in[i].op == opMust && (forbidding[in[i].form] || in[i].form == "il") {
			return false
		}
	}
	return countOp(in, opForbid) == 0
}

// deciders counts the words that say what is done.
func deciders(in []token) int {
	n := 0
	for i := range in {
		if in[i].content() && decides(&in[i]) {
			n++
		}
	}
	return n
}
