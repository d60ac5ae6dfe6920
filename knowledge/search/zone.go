package search

// Zone says what to do with the best hit.
type Zone int

// The three zones, from least to most confident.
const (
	Unknown Zone = iota // say that one does not know
	Clarify             // ask which of the first hits was meant
	Answer              // give the first hit
)

func (z Zone) String() string {
	return [...]string{"unknown", "clarify", "answer"}[z]
}

// Thresholds are the least confidences, in 0..1, of two zones; below Clarify
// lies Unknown. They are a choice of the product, which depends on how many
// questions lie outside the base, not a property of the engine.
type Thresholds struct {
	Answer  float64
	Clarify float64
}

// DefaultThresholds suits a base that covers about two questions in three.
var DefaultThresholds = Thresholds{Answer: 0.75, Clarify: 0.35}

// Zone returns the zone of a confidence.
func (t Thresholds) Zone(p float64) Zone {
	switch {
	case p >= t.Answer:
		return Answer
	case p >= t.Clarify:
		return Clarify
	}
	return Unknown
}
