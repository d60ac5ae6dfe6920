package guard

import "strings"

// sameSubjects refuses a run in which something is done by somebody else: « Vous gardez » for « Snapchat garde », « a parent asks » for « ask a
// parent ». Only what stands right before its verb is looked at.
func sameSubjects(u *unit, run *run, match []places, r *reasons) {
	for i := range run.tokens {
		t := &run.tokens[i]
		you := isYou(run.tokens, i)
		if verb := nextFact(run.tokens, i); !you && acts(t) && verb >= 0 && whoseTurn(run.tokens, i) && match[verb].any(func(j int) bool { return doneByYou(u.tokens, j) }) {
			r.add(Name, twoOf(run.tokens, i, verb)) // « it is up to Slack to write » for « you have to write »
			return
		}
		if !you && (!acts(t) || afterPreposition(run.tokens, i)) {
			continue
		}
		verb := nextFact(run.tokens, i)
		if verb == i+1 && t.name && run.tokens[verb].flags&proper != 0 {
			verb = nextFact(run.tokens, verb) // « Meta AI shares »
		}
		if verb < 0 || run.tokens[verb].kind != word || run.tokens[verb].flags&proper != 0 || acts(&run.tokens[verb]) {
			continue
		}
		_, j, single := where(u, &match[verb])
		if !single {
			continue
		}
		if you {
			if t.form == "vous" && verb == i+1 && !strings.HasSuffix(run.tokens[verb].form, "ez") && !infinitive(run.tokens[verb].form) {
				continue // « il vous demande »: somebody else does
			}
			if t.form == "vous" && j > 0 && u.tokens[j-1].form == "vous" && strings.HasSuffix(run.tokens[verb].form, "ez") && !strings.HasSuffix(u.tokens[j].form, "ez") && !infinitive(u.tokens[j].form) {
				r.add(Name, twoOf(run.tokens, i, verb)) // « Bumble vous propose », « vous proposez à Bumble »
				return
			}
			if s := subjectBefore(u.tokens, j); s >= 0 && !isYou(u.tokens, s) && !asNoun(u.tokens, j) && !agentless(u.tokens, s, j) && (j == 0 || !infinitives[u.tokens[j-1].form]) {
				r.add(Name, twoOf(run.tokens, i, verb))
				return
			}
			continue
		}
		if yourDoing(u.tokens, j) && doesIt(run.tokens, i, verb) {
			r.add(Name, twoOf(run.tokens, i, verb)) // « your employer exercises » for « you exercise »
			return
		}
		_, a, sure := where(u, &match[i])
		if sure && a > j && !handedTo(u, a, run, i) && doesIt(run.tokens, i, verb) && nextFact(u.tokens, j) == a && (!afterPreposition(u.tokens, a) || beneficiaries[preposition(u.tokens, a)]) {
			r.add(Order, twoOf(run.tokens, i, verb))
			return
		}
	}
}

// agentless says whether the verb at a place of a unit is a participle that nobody does, or a passive: « les CV enregistrés », « content can be switched off »,
// for which a text may say « que vous avez enregistrés », « you can switch off ». s is the actor before it.
func agentless(in []token, s, j int) bool {
	if soon(in[j+1:], 3, func(t *token) bool { return agents[t.form] }) {
		return false
	}
	if j > 0 && (in[j-1].form == "be" || in[j-1].form == "être") || done(in, j) && undergoes(in[j].form) && nextFact(in, s) != j {
		return true
	}
	if !strings.HasSuffix(in[j].form, "é") && !strings.HasSuffix(in[j].form, "és") && !strings.HasSuffix(in[j].form, "ée") && !strings.HasSuffix(in[j].form, "ées") {
		return false
	}
	for k := s + 1; k < j; k++ {
		switch in[k].form {
		case "a", "ont", "avait", "avaient", "est", "sont":
			return false
		}
	}
	return true
}

// handedTo says whether the actor at a place of a run is to whom something is sent or told, right behind the verb, where the unit has « to » before them: « send
// Google feedback », « send feedback to Google ».
func handedTo(u *unit, place int, run *run, i int) bool {
	v := words().concepts
	verb := factBefore(run.tokens, i)
	if verb < 0 || verb != i-1 || !towards[preposition(u.tokens, place)] {
		return false
	}
	t := &run.tokens[verb]
	return t.is(v["send"]) || t.is(v["tell"]) || t.is(v["giveout"]) || t.is(v["write"]) || t.is(v["ask_question"]) || t.is(v["request"])
}

// whoseTurn says whether the actor at a place is whom something is up to: « it is up to Slack », « c’est à Slack de ».
func whoseTurn(in []token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if in[k].op == opMust {
			return lower(in[k].text) == "up to" || finished[in[k].form]
		}
		if in[k].content() || in[k].kind != word {
			return false
		}
	}
	return false
}

// doneByYou says whether the nearest subject before a verb is the reader, with only small words and « must » between.
func doneByYou(in []token, j int) bool {
	s := subjectBefore(in, j)
	return s >= 0 && isYou(in, s) && nextFact(in, s) == j
}

// yourDoing says whether « you » stands right before the verb at a place, as its subject: before « vous connaît » somebody else does.
func yourDoing(in []token, j int) bool {
	if j == 0 || !isYou(in, j-1) {
		return false
	}
	return in[j-1].form != "vous" || strings.HasSuffix(in[j].form, "ez")
}

// doesIt says whether the actor at a place stands right before its verb, with no « to », « vous » or « is » between.
func doesIt(in []token, i, verb int) bool {
	for k := i + 1; k < verb; k++ {
		if in[k].kind != word || infinitives[in[k].form] || ofReader[in[k].form] || finished[in[k].form] || in[k].op != none && in[k].op != opNot {
			return false
		}
	}
	return true
}

// infinitives are words before a verb whose subject is left open.
var infinitives = map[string]bool{"to": true, "pour": true, "de": true, "d": true, "à": true}

// isYou says whether the reader does something, or has it done: « vous », « you » without a preposition.
func isYou(in []token, i int) bool {
	last := lastWord(in[i].text) // « lets you »
	return in[i].kind == word && (last == "vous" || last == "you") && in[i].quote == 0 && (i == 0 || leading[in[i-1].form] != last)
}

// afterPreposition says whether a preposition stands before a token, with at most an article between.
func afterPreposition(in []token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-2 && in[j].kind == word && (in[j].glue || in[j].op == opAll || in[j].op == opSome); j-- {
		if prepositions[in[j].form] || leading[in[j].form] != "" || agents[in[j].form] || towards[in[j].form] {
			return true
		}
	}
	return false
}

// nextFact is the next word that carries a fact, before any pause and within five tokens, -1 when there is none.
func nextFact(in []token, i int) int {
	for j := i + 1; j < len(in) && j <= i+5; j++ {
		if in[j].kind == stop || in[j].kind == pause && in[j].text != "" {
			return -1
		}
		if in[j].content() {
			return j
		}
	}
	return -1
}

// subjectBefore is the nearest name, actor or « you » before a token of a unit, -1 when there is none.
func subjectBefore(in []token, at int) int {
	for j := at - 1; j >= 0; j-- {
		if isYou(in, j) || acts(&in[j]) && !afterPreposition(in, j) {
			return j
		}
	}
	return -1
}

// wished lets « que vous voulez protéger », « you want to protect » stand for « à protéger ».
func (a annotator) wished(in []token) {
	for i := 1; i+1 < len(in); i++ {
		if !in[i].is(words().concepts["want"]) || in[i-1].form != "vous" && in[i-1].form != "you" {
			continue
		}
		french := i > 1 && (in[i-2].form == "que" || in[i-2].form == "qu") && infinitive(in[i+1].form)
		english := in[i-1].form == "you" && in[i+1].form == "to" && i > 1 && in[i-2].content()
		if french || english {
			in[i].flags |= mayAdd
		}
	}
}

// beneficiaries are prepositions before whom something is done with or for, never who does it.
var beneficiaries = map[string]bool{"with": true, "to": true, "avec": true, "à": true, "for": true, "pour": true}
