package quality

import (
	"slices"
	"strings"
)

// Got is the outcome of a question.
type Got struct {
	Kind    string
	Subject string   // "" for a general question
	Intents []string // the intent, then what else its entry answers
	Offered []Pair   // the choices of a clarify
}

// An Outcome is the verdict on one item.
type Outcome string

// The outcomes.
const (
	Right    Outcome = "right"
	OneTap   Outcome = "one tap"  // a clarify that offers the right answer
	Wrong    Outcome = "wrong"    // another answer, or the wrong question back
	Needless Outcome = "needless" // it did not answer what it should have
	False    Outcome = "false"    // it answered what is not ours
)

// Judge compares what was got with what an item expects, by the rules of the question files.
func Judge(it Item, got Got) Outcome {
	pairs, kinds := it.Alternatives()
	kind := it.Kind
	if _, want, ok := strings.Cut(it.Note, "expected: "); ok {
		kind = want
	}
	if got.Kind == "answer" && matches(pairs, got) || slices.Contains(kinds, got.Kind) {
		return Right
	}
	switch kind {
	case "abstain":
		switch got.Kind {
		case "unknown", "smalltalk":
			return Right
		case "answer":
			return False
		}
		return Wrong
	case "clarify", "smalltalk":
		if got.Kind == kind {
			return Right
		}
		if got.Kind == "unknown" {
			return Needless
		}
		return Wrong
	}
	var want []Pair
	for _, i := range it.Intents {
		want = append(want, Pair{it.Subject, i})
	}
	want = append(want, pairs...)
	switch got.Kind {
	case "answer":
		if matches(want, got) {
			return Right
		}
		return Wrong
	case "clarify":
		for _, o := range got.Offered {
			if slices.Contains(want, o) {
				return OneTap
			}
		}
		return Wrong
	}
	return Needless
}

func matches(want []Pair, got Got) bool {
	for _, w := range want {
		if w.Subject == got.Subject && slices.Contains(got.Intents, w.Intent) {
			return true
		}
	}
	return false
}
