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
	touched []uint32 // features with an entry tf
	found   []measures

	// of the first stage, in a large base
	clues    []clue
	near     counter   // form → n-grams shared with a word
	sums     []float32 // wording → what it earned
	wordings []uint32  // with a sum
	best     []float32 // entry → its best wording
	entries  []uint32  // with a best wording
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
	s.matcher.begin(x.corpus.words, &s.at)
	s.wording.begin(maxFeatures)
	s.entry = zeroed(s.entry, maxFeatures)
	if x.stage != nil {
		s.near.begin(len(x.corpus.words.formStem))
		s.sums, s.best = zeroed(s.sums, x.wordings.len()), zeroed(s.best, len(x.ids))
	}
}

// forget makes room for the next question.
func (s *scratch) forget(q *question) {
	s.at.forget(q)
	s.matcher.forget()
}
