package evaluate

// Result is one entry that an engine returned.
type Result struct {
	ID    string
	Score float64
}

// Engine returns the best entries for a question, best first, at most limit.
type Engine func(question string, limit int) []Result

// Outcome is what an engine made of one question.
type Outcome struct {
	Dev     bool
	InScope bool // the base has a right entry
	Rank    int  // place of the right entry, 1 for the first; 0 when not among three
	Score   float64
}

// Right reports whether the first entry is the right one.
func (o Outcome) Right() bool { return o.Rank == 1 }

// Run asks every question of the set. Where nothing is found the score is low:
// under every other.
func Run(s *Set, find Engine) []Outcome {
	out := make([]Outcome, 0, len(s.Questions))
	for _, q := range s.Questions {
		o := Outcome{Dev: q.Dev, InScope: q.ID != nil, Score: -1e9}
		for i, r := range find(q.Text, 3) {
			if i == 0 {
				o.Score = r.Score
			}
			if q.ID != nil && r.ID == *q.ID && o.Rank == 0 {
				o.Rank = i + 1
			}
		}
		out = append(out, o)
	}
	return out
}
