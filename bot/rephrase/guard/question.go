package guard

import "slices"

// maxTopic is how many words with a fact a question may have that only names what is spoken of: « L’autorité compétente ? Celle de … ».
const maxTopic = 2

// asked refuses a statement that was made a question. A question that goes on with the rest of the same sentence of the entry may stand for
// what the entry supposes (« Vous avez deux comptes ? Refusez … »), name what is spoken of, or ask what the entry says is not known.
func asked(c *candidate, u *unit, run *run, match []places, r *reasons) {
	if u.question {
		return
	}
	for n := 0; n < len(run.pieces); {
		sen, from := run.pieces[n].sentence, run.pieces[n].at
		for n < len(run.pieces) && run.pieces[n].sentence == sen {
			n++
		}
		if !c.sentences[sen].question {
			continue
		}
		if n == len(run.pieces) {
			r.add(Question, written(run.tokens[from:]))
			return
		}
		to := run.pieces[n].at
		switch {
		case supposes(u, match, from, to):
			run.topic = true
		case names(run.tokens[from:to]), wonders(run.tokens[from:to], match[from:to]) && run.pieces[n].sentence == sen+1, u.ignores(match[from:to]) && ignored(run.tokens[to:]):
		default:
			r.add(Question, written(run.tokens[from:to]))
		}
	}
}

// supposes says whether all that some tokens of a run match is a circumstance of the unit, or one clause with « if ».
func supposes(u *unit, match []places, from, to int) bool {
	clause := int16(-1)
	for i := from; i < to; i++ {
		if match[i].empty() {
			continue
		}
		s, _, _ := where(u, &match[i])
		if s.clause < 0 {
			continue
		}
		if clause >= 0 && s.clause != clause {
			return false
		}
		clause = s.clause
	}
	return clause >= 0 && (circumstance(u, clause) || conditioned(u, clause))
}

// conditioned says whether a clause of a unit begins with « if », and another clause says what then holds.
func conditioned(u *unit, clause int16) bool {
	begun, others := false, false
	for j := range u.tokens {
		t := &u.tokens[j]
		if t.clause != clause {
			others = others || t.content()
			continue
		}
		if !begun && t.kind != pause && !t.soft {
			if t.op != opIf {
				return false
			}
			begun = true
		}
	}
	return begun && others
}

// names says whether tokens are a few words that name something and say nothing of it.
func names(in []token) bool {
	n := 0
	for i := range in {
		t := &in[i]
		if t.op != none || finished[t.form] || t.verb() || ofReader[t.form] || t.flags&negative != 0 || decides(t) || t.kind == number {
			return false
		}
		if t.content() {
			n++
		}
	}
	return n > 0 && n <= maxTopic
}

// ignores says whether a unit says, before all that some tokens match, that something is not known.
func (u *unit) ignores(match []places) bool {
	known := slices.IndexFunc(u.tokens, func(t token) bool { return t.is(words().concepts["know"]) })
	for i := range match {
		if _, j, single := where(u, &match[i]); single && j < known {
			return false
		}
	}
	return known >= 0 && ignored(u.tokens)
}

func ignored(in []token) bool {
	for i := range in {
		if in[i].is(words().concepts["know"]) {
			return countOp(in, opNot) > 0
		}
	}
	return false
}
