package search

// match is a feature of the question that a form has, and how often.
type match struct {
	feature uint16
	times   uint16
}

// scratch is the memory one search works in; searches take turns with it through
// a sync.Pool. Between searches every slot is nought.
type scratch struct {
	reader reader

	stemAt []uint16 // stem → 1 + its place among the question's features
	gramAt []uint16 // n-gram → the same
	pairAt table    // pair → its place in pairs
	pairs  []uint16 // a pair's place among the question's features

	matches []match  // of each form met, one after the other
	from    []uint32 // form → 1 + its first place in matches, 0 when not met
	until   []uint32
	met     []uint32 // forms to forget

	wording counter // question's feature → tf in a wording
	entry   []float32
	touched []uint16 // features with an entry tf

	// of the first stage, in a large base
	clues    []clue
	near     counter   // form → n-grams shared with a word
	sums     []float32 // wording → what it earned
	wordings []uint32  // with a sum
	best     []float32 // entry → its best wording
	entries  []uint32  // with a best wording
}

// begin turns to another index; the room is used again.
func (s *scratch) begin(x *Index) {
	forms := len(x.corpus.words.formStem)
	s.stemAt, s.gramAt = zeroed(s.stemAt, len(x.rare.stems)), zeroed(s.gramAt, len(x.rare.grams))
	s.from, s.until = zeroed(s.from, forms), zeroed(s.until, forms)
	s.reader.begin(x)
	s.wording.begin(maxFeatures)
	s.entry = zeroed(s.entry, maxFeatures)
	if x.stage != nil {
		s.near.begin(forms)
		s.sums, s.best = zeroed(s.sums, x.wordings.len()), zeroed(s.best, len(x.ids))
	}
}

// prepare files the question's features under their numbers.
func (s *scratch) prepare(q *question) {
	for i, f := range q.features {
		switch {
		case f.kind == kindPair:
			at := int(s.pairAt.number(f.key))
			if at == len(s.pairs) {
				s.pairs = append(s.pairs, 0)
			}
			s.pairs[at] = uint16(i)
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
	s.pairAt.reset()
	s.pairs = s.pairs[:0]
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
