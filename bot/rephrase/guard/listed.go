package guard

// verbAhead says whether a run only puts the verb of its unit before the list of what it is done to: « your posts, your photos and your voice may be used to train »,
// « it may use your posts, your photos and your voice to train ». All else must come in the order of the unit, and nothing may be denied.
func verbAhead(u *unit, run *run, seq []spot) bool {
	if u.count(opNot) > 0 || countOp(run.tokens, opNot) > 0 {
		return false
	}
	k := 0
	for k < len(seq) && ofUse(&run.tokens[seq[k].at]) {
		k++
	}
	if k == 0 || k == len(seq) {
		return false
	}
	last := int16(0)
	for _, s := range seq[k:] {
		if s.clause < 0 {
			continue
		}
		if s.clause < last {
			return false
		}
		last = s.clause
	}
	for _, s := range seq[:k] {
		if s.clause >= 0 && s.clause < last {
			return false // the verb is not that of the whole list
		}
	}
	return true
}

// ofUse says whether a token says that something may be used, taken, kept or the like.
func ofUse(t *token) bool {
	if t.op == opCan {
		return true
	}
	v := words().concepts
	return t.op == none && t.kind == word && (t.is(v["use"]) || t.is(v["serve"]) || t.is(v["take"]) || t.is(v["train"]) || t.is(v["process"]) || t.is(v["collect"]) || t.is(v["saved"]) || t.is(v["share"]) || t.is(v["transmit"]))
}
