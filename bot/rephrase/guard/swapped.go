package guard

// bothDenied says whether the actor at a place of the run, and at one of the unit, stands right after a « not » or a « rather than »: « not to HubSpot but
// to the company », « to the company, not to HubSpot ». What is denied stays so wherever it stands.
func bothDenied(u *unit, place int, run *run, i int) bool {
	return afterDenial(u.tokens, place) && afterDenial(run.tokens, i)
}

func afterDenial(in []token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if in[j].op == opNot || in[j].op == opThan {
			return true
		}
		if in[j].content() || in[j].kind != word {
			return false
		}
	}
	return false
}

// renamed says whether the actor at a place of the run stands beside its other name, as it does in the unit, the two only turned round: « GPTBot, OpenAI’s
// crawler », « OpenAI’s crawler, GPTBot ». What marks whose it is stays with its name.
func renamed(u *unit, place int, run *run, match []places, i int) bool {
	for _, step := range []int{-1, 1} {
		other := beyondComma(run.tokens, i, step)
		if other < 0 {
			continue
		}
		_, j, single := where(u, &match[other])
		if single && beyondComma(u.tokens, place, -step) >= 0 && place-j <= 4 && j-place <= 4 && owning(run.tokens, i) == owning(u.tokens, place) && owning(run.tokens, other) == owning(u.tokens, j) {
			return true
		}
	}
	return false
}

// beyondComma is the next word with a fact in a direction, when there is one comma and nothing else with a sign in between; -1 otherwise.
func beyondComma(in []token, i, step int) int {
	commas := 0
	for j := i + step; j >= 0 && j < len(in) && j-i < 5 && i-j < 5; j += step {
		switch {
		case in[j].kind == pause && in[j].text == ",":
			commas++
		case in[j].kind == pause && in[j].text != "", in[j].kind == stop, in[j].op != none:
			return -1
		case in[j].content() && commas == 1:
			return j
		case in[j].content() && commas == 0 && (in[j].kind != word || in[j].name):
			return -1
		}
	}
	return -1
}

// identified says whether a unit only says that one thing is another, « the lead authority is the Irish DPC », and the run the same the other way round:
// what stands before « is » in one stands after it in the other.
func identified(u *unit, run *run, match []places) bool {
	i, j := copula(run.tokens), copula(u.tokens)
	if i < 0 || j < 0 || j+1 >= len(u.tokens) || !definite[u.tokens[j+1].form] {
		return false
	}
	for k := range run.tokens {
		if match[k].empty() || run.tokens[k].glue {
			continue
		}
		if match[k].any(func(p int) bool { return (p < j) == (k < i) }) {
			return false
		}
	}
	return true
}

// copula is where the one « is » of some tokens stands that hold no other clause and nothing that turns them; -1 when there is none.
func copula(in []token) int {
	out := -1
	for i := range in {
		t := &in[i]
		switch {
		case t.op != none, t.kind == pause && t.text != "", t.kind == number:
			return -1
		case (t.form == "is" || t.form == "est") && t.glue:
			if out >= 0 {
				return -1
			}
			out = i
		case having[t.form] || joints[t.form] || t.form == "que" || t.form == "that":
			return -1
		}
	}
	return out
}

var definite = map[string]bool{"the": true, "le": true, "la": true, "l": true}
