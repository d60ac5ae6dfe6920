package guard

import "strings"

// toldTo says whether the « must », « should » or « must not » that a run has over its unit only tells the reader to do what the unit tells them by an
// imperative: « supprimez-les », « il faut les supprimer », « you should delete them ». Whom else it may be told to is left to the persons.
func toldTo(o op, own, theirs [ops]int, u *unit, run *run, match []places) bool {
	if theirs[o] <= own[o] {
		return false
	}
	n := 0
	for i := range run.tokens {
		if run.tokens[i].op != o || !urging(run.tokens, i) {
			continue
		}
		if doIt(run.tokens[i+1:]) && bidden(u.tokens) {
			n++ // « il faut le faire » for « faites-le »
			continue
		}
		if k := nextFact(run.tokens, i); k >= 0 {
			if match[k].any(func(j int) bool { return imperative(u.tokens, j) }) {
				n++
			}
		}
	}
	return n >= theirs[o]-own[o]
}

// doIt says whether some tokens begin with « do it », « le faire ».
func doIt(in []token) bool {
	return len(in) > 1 && (in[0].form == "le" && in[1].form == "faire" || in[0].form == "do" && (in[1].form == "it" || in[1].form == "this" || in[1].form == "so") || in[0].form == "to" && doIt(in[1:]))
}

// bidden says whether « do it », « faites-le » tells the reader to do something.
func bidden(in []token) bool {
	for i := 0; i+1 < len(in); i++ {
		if in[i].form == "faites" && in[i+1].form == "le" || in[i].form == "do" && (in[i+1].form == "it" || in[i+1].form == "so") && tells(in, i) {
			return true
		}
	}
	return false
}

// urging says whether a « must » or « should » at a place speaks to the reader or to nobody: « il faut », « mieux vaut », « you need to ».
func urging(in []token, i int) bool {
	t := &in[i]
	first, _, _ := strings.Cut(lower(t.text), " ")
	switch first {
	case "il", "mieux", "faut", "vaut", "devez", "devriez", "bisogna", "occorre", "conviene", "hay", "debe", "convém", "better", "best":
		return true
	}
	if i > 0 {
		switch in[i-1].form {
		case "you", "vous", "sie", "lei", "usted", "u", "je", "você", "tu", "du":
			return true
		}
	}
	return false
}

// imperative says whether the word at a place of an entry, in French or English, tells the reader to do something.
func imperative(in []token, j int) bool {
	t := &in[j]
	if t.kind != word || t.op != none || t.glue || t.name || t.quote > 0 {
		return false
	}
	if j > 1 && in[j-1].form == "à" && finished[in[j-2].form] || j > 1 && in[j-1].form == "to" && (in[j-2].form == "is" || in[j-2].form == "are") {
		return true // « c’est à refaire »
	}
	french := strings.HasSuffix(t.form, "ez")
	for k := j - 1; k >= 0 && k >= j-2; k-- {
		switch in[k].form {
		case "vous", "you", "nous", "we", "they", "ils", "elles", "il", "elle", "on", "it":
			if in[k].kind == word && !in[k].glued {
				return false
			}
		}
		french = french && in[k].op != opIf
	}
	return french || tells(in, j) && !participle(t.form) && !strings.HasSuffix(t.form, "ing") && plainVerb(in, j)
}

// plainVerb says whether what follows a word at the head of a clause is what an imperative has after it: an article, a pronoun, a name, a label.
func plainVerb(in []token, j int) bool {
	if j+1 >= len(in) {
		return false
	}
	n := &in[j+1]
	return n.kind == label || n.kind == address || n.name || n.glue && !finished[n.form] && !subjects[n.form] && n.form != "of"
}
