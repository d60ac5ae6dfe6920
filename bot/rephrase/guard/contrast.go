package guard

// contrasted refuses a run whose one « not » that stands before a bare phrase (« A, not B ») is followed by something that the entry does not deny
// with its own: « B, not A » has the same words on both sides of it.
func contrasted(u *unit, run *run, r *reasons) {
	theirs, mine := bareNot(u.tokens), bareNot(run.tokens)
	if theirs < 0 || mine < 0 {
		return
	}
	denied := phrase{from: theirs + 1, to: phraseEnd(u.tokens, theirs+1)}
	first := nextFact(run.tokens, mine)
	if first < 0 || first >= phraseEnd(run.tokens, mine+1) {
		return
	}
	for j := denied.from; j < denied.to; j++ {
		if u.tokens[j].content() && (alike(&run.tokens[first], &u.tokens[j]) || same(&run.tokens[first], &u.tokens[j])) {
			return
		}
	}
	r.add(Negation, around(run.tokens, mine))
}

// bareNot finds the only « not » of some tokens when it opens a phrase after a comma, or the sentence, and nothing else that turns it stands in
// that phrase; -1 when there is none, or are more. « ne » stands before a verb, and opens no phrase.
func bareNot(in []token) int {
	at := -1
	for i := range in {
		if in[i].op != opNot {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	if at < 0 || in[at].form == "ne" || in[at].form == "n" || at > 0 && (in[at-1].kind != pause || in[at-1].text != ",") {
		return -1
	}
	end := phraseEnd(in, at+1)
	if at == 0 && (end == len(in) || in[end].text != ",") {
		return -1 // « No setting exists. »
	}
	for i := at + 1; i < end; i++ {
		if in[i].op != none {
			return -1
		}
	}
	return at
}

// phraseEnd is where the phrase that begins at a place ends: at a pause with a sign, or with the sentence.
func phraseEnd(in []token, from int) int {
	for i := from; i < len(in); i++ {
		if in[i].kind == stop || in[i].kind == pause && in[i].text != "" {
			return i
		}
	}
	return len(in)
}
