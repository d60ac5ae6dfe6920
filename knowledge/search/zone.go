package search

// Zone says what to do with the hits of a question.
type Zone int

// The three zones, from least to most confident.
const (
	Unknown Zone = iota // say that one does not know
	Clarify             // ask which of the first hits was meant
	Answer              // give the first hit
)

func (z Zone) String() string {
	switch z {
	case Answer:
		return "answer"
	case Clarify:
		return "clarify"
	}
	return "unknown"
}

// Thresholds are the least probabilities, 0 to 1, of two zones; below them lies
// Unknown. They are a choice of the product, not a property of the engine: they
// weigh a wrong answer against a needless question.
type Thresholds struct {
	Answer  float64 // of Hit.Confidence
	Clarify float64 // of Hit.InScope
}

// DefaultThresholds gives a wrong first entry to 2 to 4 % of the questions that
// the base can answer, and an entry to 2 to 9 % of those that it cannot, on the dev
// halves to which the confidence model was fitted. Expect worse on another kind of
// base, and choose thresholds from its own questions as soon as there are some.
var DefaultThresholds = Thresholds{Answer: 0.7, Clarify: 0.5}

// Zone returns what to do with the hits of one question, as Search returned them.
func (t Thresholds) Zone(hits []Hit) Zone {
	switch {
	case len(hits) == 0:
		return Unknown
	case hits[0].Confidence >= t.Answer:
		return Answer
	case hits[0].InScope >= t.Clarify:
		return Clarify
	}
	return Unknown
}
