package search

// scratch is the memory one search works in; searches take turns with it through
// a sync.Pool. Between searches every slot is nought.
type scratch struct {
	splitter splitter
	reader   reader
	at       places
	matcher  matcher

	wording counter // question's feature → tf in a wording
	entry   []float32
	touched []uint32  // features with an entry tf
	counted []uint32  // forms, by their place in matcher.met, of the entry that is bounded
	bounds  []float32 // entry → its bound
	found   []measures

	// of the first stage, in a large base
	clues   []clue
	near    counter  // form → n-grams shared with a word
	earner  []uint16 // wording → 1 + its place in earned, 0 when it earned nothing: maxPostings are less than 65,535
	earned  []earned
	best    []float32 // entry → its best wording
	entries []uint32  // with a best wording
}

func newScratch(x *Index) *scratch {
	s := &scratch{}
	s.begin(x)
	return s
}

// begin turns to another index; the room is used again.
func (s *scratch) begin(x *Index) {
	s.splitter.begin(x.speller)
	s.at.begin(x)
	s.reader.begin(x, &s.at)
	s.matcher.begin(x.words, &s.at)
	s.wording.begin(maxFeatures)
	s.entry, s.bounds = zeroed(s.entry, maxFeatures), zeroed(s.bounds, len(x.ids))
	if x.stage != nil {
		s.near.begin(len(x.words.formStem))
		s.earner, s.best = zeroed(s.earner, x.wordings.len()), zeroed(s.best, len(x.ids))
	}
}

// forget makes room for the next question.
func (s *scratch) forget(q *question) {
	s.splitter.forget()
	s.at.forget(q)
	s.matcher.forget()
}
