package guard

// offeredIs says whether a word of a unit that no word of the run stands for is an « offered » for which the run has « exists »: « nous ne savons pas s’il est
// proposé », « s’il existe ».
func offeredIs(t *token, run *run, match []places) bool {
	v := words().concepts
	if !t.is(v["offer"]) || t.kind != word || t.name || t.quote > 0 {
		return false
	}
	for i := range run.tokens {
		if match[i].empty() && run.tokens[i].is(v["exist"]) {
			return true
		}
	}
	return false
}

// itselfSaid says whether « itself » stands among some tokens: « a Microsoft page itself » for « a page of Microsoft’s own ».
func itselfSaid(in []token) bool {
	for i := range in {
		switch in[i].form {
		case "itself", "themselves", "même", "mêmes":
			return true
		}
	}
	return false
}

// itself says whether the word at a place of a run is the « own » by which other languages say « itself »: « la propia Notion », « Notion itself ».
func itself(u *unit, run *run, i int) bool {
	t := &run.tokens[i]
	return (t.is(words().concepts["own"]) || t.is(words().concepts["selfsame"])) && itselfSaid(u.tokens) && (i > 0 && run.tokens[i-1].name || i+1 < len(run.tokens) && run.tokens[i+1].name)
}

// twiceSaid says whether the word at a place is the « times » of a number that the unit says in one word: « dos veces », « twice ».
func twiceSaid(in []token, match []places, i int) bool {
	return in[i].is(words().concepts["times"]) && i > 0 && in[i-1].kind == number && !match[i-1].empty()
}

// companyOf says whether the word at a place of a run says that what the unit calls Swedish is a Swedish company.
func companyOf(u *unit, run *run, match []places, i int) bool {
	t := &run.tokens[i]
	if !t.is(words().concepts["company"]) || i < 2 || i+1 >= len(run.tokens) {
		return false
	}
	swedish := func(k int) bool {
		_, _, single := where(u, &match[k])
		return single && run.tokens[k].flags&proper != 0 && !run.tokens[k].name
	}
	return oneOf[run.tokens[i-1].form] && swedish(i+1) || swedish(i-1) && oneOf[run.tokens[i-2].form]
}

// unchanging says whether the « nothing » of some tokens stands before « changes »: « rien ne change dans les modèles », « les modèles ne changent pas ».
func unchanging(in []token) bool {
	i := at(in, opAnything)
	k := nextFact(in, i)
	return i >= 0 && k >= 0 && in[k].is(words().concepts["change"])
}

// asNoun says whether a word of an entry is none that a subject does: a preposition stands before it, or an article before a refusal, which is the reader’s.
func asNoun(in []token, j int) bool {
	if j == 0 || in[j-1].kind != word {
		return false
	}
	switch in[j-1].form {
	case "on", "upon", "after", "by", "par", "sur", "après":
		return true
	case "a", "the", "un", "le":
		return in[j].is(words().concepts["refuse"]) && in[j].flags&negative != 0
	}
	return false
}
