package guard

// ratherThan says whether one text says with « rather than B » what the other says with « , not B »: one has a « than » more, the other a « not ».
func ratherThan(own, theirs [ops]int, entry, candidate []token) bool {
	switch {
	case theirs[opThan] == own[opThan]+1 && own[opNot] == theirs[opNot]+1 && own[opThan] == 0:
		return deniedAlike(entry, candidate)
	case own[opThan] == theirs[opThan]+1 && theirs[opNot] == own[opNot]+1 && theirs[opThan] == 0:
		return deniedAlike(candidate, entry)
	}
	return false
}

// deniedAlike says whether what follows the bare « not » of one text follows the « than » of another.
func deniedAlike(not, than []token) bool {
	i, j := bareNot(not), at(than, opThan)
	if i < 0 || j < 0 {
		return false
	}
	a, b := nextFact(not, i), nextFact(than, j)
	return a >= 0 && b >= 0 && alike(&not[a], &than[b])
}

// allThis says whether « all » is said once, of « this »: « all of this is from memory » for « this is from memory ».
func allThis(in []token) bool {
	i := at(in, opAll)
	if i < 0 || countOp(in, opAll) > 1 {
		return false
	}
	for j := i + 1; j < len(in) && j <= i+2; j++ {
		if demonstrative[in[j].form] {
			return true
		}
	}
	return false
}

var demonstrative = map[string]bool{
	"ceci": true, "cela": true, "ça": true, "this": true, "that": true, "dies": true, "das": true, "esto": true, "eso": true, "questo": true, "ciò": true, "isto": true, "isso": true, "dit": true,
}

// inverted says whether « should » at i opens a condition: « should there be a loss, … ».
func inverted(in []token, i int, lang string) bool {
	if lang != "en" || in[i].op != opShould || in[i].form != "should" || i > 0 && in[i-1].kind != pause || i+1 == len(in) || !afterShould[in[i+1].form] {
		return false
	}
	return in[len(in)-1].text != "?"
}

var afterShould = map[string]bool{"you": true, "there": true, "it": true, "they": true, "your": true, "the": true, "this": true, "a": true, "an": true}

// anybody says whether the candidate says « everybody » for the « anybody » of an entry that denies nothing: « von jedem » for « by anybody ».
func anybody(own, theirs [ops]int, candidate []token) bool {
	if own[opAnyone] != 1 || theirs[opAnyone] != 0 || own[opAll] != 0 || theirs[opAll] != 1 || own[opNot]+theirs[opNot] > 0 {
		return false
	}
	i := at(candidate, opAll)
	if i == 0 || !everybody[candidate[i].form] || !byWhom[candidate[i-1].form] {
		return false
	}
	for j := i + 1; j < len(candidate) && candidate[j].kind == word; j++ {
		if capital(candidate[j].text) {
			return false // « von jedem Partner », « von jedem neuen Partner »
		}
	}
	return true
}

var everybody = map[string]bool{"everybody": true, "everyone": true, "jedem": true, "jeder": true, "jeden": true, "iedereen": true}

var byWhom = map[string]bool{"by": true, "von": true, "door": true}
