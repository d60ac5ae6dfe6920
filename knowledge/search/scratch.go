package search

// match is a feature of the question that a form has, and how often.
type match struct {
	feature uint16
	times   uint16
}

// scratch is the memory one search works in; searches take turns with it through
// a sync.Pool. Between searches every slot is nought.
type scratch struct {
	reader *reader

	stemAt []uint16 // stem → 1 + its place among the question's features
	gramAt []uint16 // n-gram → the same
	pairAt map[uint64]uint16

	matches []match  // of each form met, one after the other
	from    []uint32 // form → 1 + its first place in matches, 0 when not met
	until   []uint32
	met     []uint32 // forms to forget

	wording *counter // question's feature → tf in a wording
	entry   []float32
	touched []uint16 // features with an entry tf

	// of the first stage, in a large base
	clues    []clue
	near     *counter  // form → n-grams shared with a word
	sums     []float32 // wording → what it earned
	wordings []uint32  // with a sum
	best     []float32 // entry → its best wording
	entries  []uint32  // with a best wording
}

func newScratch(x *Index) *scratch {
	forms := len(x.corpus.words.formStem)
	s := &scratch{
		stemAt: make([]uint16, len(x.rare.stems)), gramAt: make([]uint16, len(x.rare.grams)),
		reader: newReader(x), pairAt: map[uint64]uint16{},
		from: make([]uint32, forms), until: make([]uint32, forms),
		wording: newCounter(maxFeatures), entry: make([]float32, maxFeatures),
	}
	if x.stage != nil {
		s.near = newCounter(forms)
		s.sums = make([]float32, x.wordings.len())
		s.best = make([]float32, len(x.ids))
	}
	return s
}

// prepare files the question's features under their numbers.
func (s *scratch) prepare(q *question) {
	for i, f := range q.features {
		switch {
		case f.kind == kindPair:
			s.pairAt[f.key] = uint16(i + 1)
		case f.id == noStem || f.id == noGram:
		case f.kind == kindStem:
			s.stemAt[f.id] = uint16(i + 1)
		default:
			s.gramAt[f.id] = uint16(i + 1)
		}
	}
}

// forget undoes prepare and matchesOf.
func (s *scratch) forget(q *question) {
	for _, f := range q.features {
		switch {
		case f.kind == kindPair:
		case f.id == noStem || f.id == noGram:
		case f.kind == kindStem:
			s.stemAt[f.id] = 0
		default:
			s.gramAt[f.id] = 0
		}
	}
	clear(s.pairAt)
	for _, form := range s.met {
		s.from[form] = 0
	}
	s.met, s.matches = s.met[:0], s.matches[:0]
}

// matchesOf returns the question's features that a form has, the stem first if
// it is one. Each form is looked at once per search.
func (s *scratch) matchesOf(v *vocabulary, form uint32) []match {
	if from := s.from[form]; from > 0 {
		return s.matches[from-1 : s.until[form]]
	}
	from := len(s.matches)
	if at := s.stemAt[v.formStem[form]]; at > 0 {
		s.matches = append(s.matches, match{at - 1, 1})
	}
next:
	for _, g := range v.gramsOf(form) {
		at := s.gramAt[g]
		if at == 0 {
			continue
		}
		for i := from; i < len(s.matches); i++ {
			if s.matches[i].feature == at-1 {
				s.matches[i].times++
				continue next
			}
		}
		s.matches = append(s.matches, match{at - 1, 1})
	}
	s.from[form], s.until[form] = uint32(from+1), uint32(len(s.matches))
	s.met = append(s.met, form)
	return s.matches[from:]
}
