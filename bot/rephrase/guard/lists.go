package guard

import "slices"

// otherName returns the name of the screen before the bracket that holds the one at a place, -1 when it stands in none.
func otherName(in []token, at int) int {
	if at >= 2 && at+1 < len(in) && in[at-1].text == "(" && in[at+1].text == ")" && in[at-2].kind == label {
		return at - 2
	}
	return -1
}

// besides says whether a name of the screen stands right before or after the label at i, with a bracket between: a translation may put the
// name in its own language first.
func besides(name string, in []token, i int) bool {
	return i+2 < len(in) && in[i+1].text == "(" && in[i+2].form == name || i >= 2 && in[i-1].text == "(" && in[i-2].form == name
}

// oneMove is at how many points the order of a clause may be broken: moving something as a whole breaks it at three, a second move at two
// more. Another language has an order of its own.
const oneMove = 5

// breaks counts the points at which places, all different, do not follow each other.
func breaks(places []int) int {
	if len(places) < 2 {
		return 0
	}
	sorted := slices.Clone(places)
	slices.Sort(sorted)
	last, n := -1, 0
	for _, p := range places {
		rank, _ := slices.BinarySearch(sorted, p)
		if rank != last+1 {
			n++
		}
		last = rank
	}
	if last != len(places)-1 {
		n++
	}
	return n
}

// firstBreak is where places first go back: two that stand in this order, and should not.
func firstBreak(places []int) (a, b int) {
	for i := 1; i < len(places); i++ {
		if places[i] < places[i-1] {
			return places[i-1], places[i]
		}
	}
	return -1, -1
}

// standing is the first token of a run that stands for a place alone, -1 when none does.
func standing(match []places, place int) int {
	for i := range match {
		if n := 0; match[i].has(place) {
			match[i].each(func(int) { n++ })
			if n == 1 {
				return i
			}
		}
	}
	return -1
}

// actors are concepts of those who do something, or to whom it is done.
var actors = []string{
	"company", "partner", "user", "child", "parent", "adult", "admin", "owner", "employer", "employee", "recruiter", "candidate", "customer", "consumer", "author",
	"artist", "authority", "researcher", "lawyer", "friend", "contributor", "competitor", "bot",
}

// acts says whether a token names somebody who may do something: who does what to whom is told by their order.
func acts(t *token) bool {
	if t.name {
		return true
	}
	for _, k := range t.list() {
		if words().actors[k] {
			return true
		}
	}
	return false
}

// listed says whether the name at a place is one of a list, whose order does not matter: « and », « or » or a comma stands beside it.
func listed(u *unit, place int) bool {
	for j := place + 1; j < len(u.tokens) && j <= place+3; j++ {
		if listing(&u.tokens[j]) {
			return true
		}
	}
	for j := place - 1; j >= 0 && j >= place-2; j-- {
		if listing(&u.tokens[j]) {
			return true
		}
	}
	return false
}

func listing(t *token) bool {
	switch t.form {
	case "et", "and", "und", "y", "e", "en", "ou", "or", "oder", "o", "of":
		return true
	}
	return t.kind == pause && t.text == ","
}
