package guard

// allowed takes out of the words that a run has over its unit those that a construction of the unit says: « use the form » for « with the form », « which
// contains no data » for « without data », « you want a copy? » for « for a copy », « its own ».
func allowed(u *unit, run *run, match []places, unmatched []int) []int {
	var rest []int
	for _, i := range unmatched {
		if !employs(u, run, match, i) && !holds(u, run, match, i) && !wants(u, run, match, i) &&
			!ownMarked(run.tokens, i) && !untilToday(u, run, match, i) && !sends(u, &run.tokens[i]) &&
			!companyOf(u, run, match, i) && !permitted(u, run, match, i) && !notIncluded(u, run, match, i) &&
			!itself(u, run, i) && !twiceSaid(run.tokens, match, i) {
			rest = append(rest, i)
		}
	}
	return rest
}

// means are prepositions before what something is done with.
var means = map[string]bool{
	"with": true, "by": true, "via": true, "through": true, "using": true, "avec": true, "par": true, "mit": true, "über": true, "per": true, "con": true, "mediante": true, "com": true, "por": true, "met": true,
	"tramite": true, "através": true,
}

// employs says whether the word at a place of a run is an imperative « use », of what the unit has right after « with ».
func employs(u *unit, run *run, match []places, i int) bool {
	v := words().concepts
	t := &run.tokens[i]
	if !t.is(v["use"]) || !tells(run.tokens, i) || participle(t.form) {
		return false
	}
	k := nextFact(run.tokens, i)
	if k < 0 {
		return false
	}
	_, j, single := where(u, &match[k])
	return single && means[wordBefore(u.tokens, j)]
}

// employed says whether the word at a place of a unit is an imperative « use », of what the run has right after « with ».
func employed(u *unit, run *run, match []places, j int) bool {
	t := &u.tokens[j]
	if !t.is(words().concepts["use"]) || !imperative(u.tokens, j) {
		return false
	}
	next := nextFact(u.tokens, j)
	if next < 0 {
		return false
	}
	for i := range run.tokens {
		if _, at, single := where(u, &match[i]); single && at == next && means[wordBefore(run.tokens, i)] {
			return true
		}
	}
	return false
}

// wordBefore is the nearest small word before a place that is no article and no possessive, "" when there is none right before.
func wordBefore(in []token, i int) string {
	for j := i - 1; j >= 0 && j >= i-3 && in[j].kind == word && in[j].glue; j-- {
		switch f := in[j].form; f {
		case "the", "a", "an", "its", "your", "their", "this", "that", "le", "la", "les", "l", "un", "une", "ce", "cet", "cette", "son", "sa", "ses", "votre", "vos", "leur", "el", "los", "las", "su", "il", "lo", "o", "os", "as", "der", "die", "das", "den", "dem", "ein", "eine", "einem", "einer", "het", "de", "een":
		default:
			return f
		}
	}
	return ""
}

// holds says whether the word at a place of a run is a « contains », of what the unit has right after « with » or « without ».
func holds(u *unit, run *run, match []places, i int) bool {
	if !run.tokens[i].is(words().concepts["contain"]) {
		return false
	}
	for k := i + 1; k < len(run.tokens) && k <= i+4; k++ {
		if !run.tokens[k].content() {
			continue
		}
		_, j, single := where(u, &match[k])
		return single && j > 0 && (with[wordBefore(u.tokens, j)] || u.tokens[j-1].op == opNot && (u.tokens[j-1].form == "sans" || u.tokens[j-1].form == "without"))
	}
	return false
}

// wants says whether the word at a place of a run is the « want » or « prefer » of « you want a copy? », « if you prefer the post », where the unit has « for
// a copy », « by post » at the head of a sentence.
func wants(u *unit, run *run, match []places, i int) bool {
	t := &run.tokens[i]
	if !t.is(words().concepts["want"]) || i == 0 || !isYou(run.tokens, i-1) || i > 3 {
		return false
	}
	k := nextFact(run.tokens, i)
	if k < 0 {
		return false
	}
	return match[k].any(func(j int) bool { return intended(u.tokens, j) || carried(u.tokens, j) })
}

// carried says whether a word of an entry comes right after « by » or « for » at the head of a sentence: « by post: … », « for a copy, … ».
func carried(in []token, j int) bool {
	return j > 0 && j <= 2 && in[0].glue && (benefits[in[0].form] || byMeans[in[0].form])
}

var byMeans = map[string]bool{"by": true, "par": true, "per": true, "por": true}

// ownMarked says whether the word at a place is an « own » after a word that says whose it is: « Amazon’s own », « its own ».
func ownMarked(in []token, i int) bool {
	t := &in[i]
	if !t.is(words().concepts["own"]) {
		return false
	}
	switch lower(t.text) {
	case "own", "propre", "propres":
		return i > 0 && (in[i-1].form == "s" && in[i-1].glued || ofOthers[in[i-1].form] || in[i-1].form == "its")
	case "their own", "its own", "son propre", "sa propre":
		return true
	}
	return false
}
