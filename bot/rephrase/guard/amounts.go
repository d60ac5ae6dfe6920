package guard

import "strings"

// upToAmount says whether a « can » that a run has over its unit changes nothing, because what is said is how far something goes: « it takes up to a
// week », « it can take up to a week ». A « may » that is left out was a doubt.
func upToAmount(own, theirs [ops]int, u *unit, run *run) bool {
	return theirs[opCan] == own[opCan]+1 && bounded(run.tokens) && countOp(u.tokens, opUntil)+countOp(u.tokens, opAtMost) > 0
}

// onNe says whether the « cannot » that a run lacks is said by a French « on ne … pas »: what nobody does like that cannot be done.
func onNe(own, theirs [ops]int, u *unit, run *run) bool {
	if own[opCan] != theirs[opCan]+1 || own[opNot] != 1 || theirs[opNot] != 1 || reachOf(u.tokens, "en")+reachOf(u.tokens, "fr") == 0 {
		return false
	}
	i := at(run.tokens, opNot)
	return i > 0 && run.tokens[i-1].form == "on"
}

// canVary says whether the one « can » too many is said of what varies: that it varies says as much.
func canVary(own, theirs [ops]int, run *run) bool {
	if theirs[opCan] != own[opCan]+1 {
		return false
	}
	for i := range run.tokens {
		if run.tokens[i].op == opCan {
			k := nextFact(run.tokens, i)
			return k >= 0 && strings.HasPrefix(run.tokens[k].form, "var") && run.tokens[i].form != "may" && countOp(run.tokens, opCan) == 1
		}
	}
	return false
}

// bounded says whether a « can » of some tokens is followed by a word and an « up to » with an amount.
func bounded(in []token) bool {
	for i := range in {
		if in[i].op != opCan || in[i].form == "may" {
			continue
		}
		facts := 0
		for j := i + 1; j < len(in) && in[j].kind != pause && facts < 2; j++ {
			if in[j].op == opUntil || in[j].op == opAtMost {
				return soon(in[j+1:], 3, func(t *token) bool { return t.kind == number || oneOf[t.form] })
			}
			if in[j].content() {
				facts++
			}
		}
	}
	return false
}
