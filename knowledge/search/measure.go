package search

// measures are those of one entry for one question.
type measures struct {
	entry    uint32
	best     uint32  // its wording nearest to the question
	wording  float32 // cosine with that wording
	centroid float32 // cosine with the mean of the wordings
	bm25     float32 // share of the most that BM25 could be
	class    float32 // probability by the classifier, 0 without one
	coverage float32 // share of the question's stems, by rarity, in a wording
	score    float32
}

// measure compares one entry with the question.
func (x *Index) measure(s *scratch, q *question, e uint32) measures {
	m := measures{entry: e, best: x.first[e]}
	sum := float32(0)
	for w := x.first[e]; w < x.first[e+1]; w++ {
		a, b := x.dots(s, q, w)
		if a /= x.length.wording[w]; a > m.wording {
			m.wording, m.best = a, w
		}
		sum += b / x.length.centroid[w]
	}
	m.centroid = sum / x.length.sum[e]
	for _, i := range s.touched {
		if f := &q.features[i]; f.kind == kindStem {
			m.coverage += f.r.wording
		}
	}
	if q.stems > 0 {
		m.coverage /= q.stems
	}
	m.bm25 = x.bm25(s, q, e)
	return m
}

// dots returns the products of the question's vectors with the wording's, and
// adds the wording's features to those of its entry.
func (x *Index) dots(s *scratch, q *question, w uint32) (wording, centroid float32) {
	v := x.corpus.words
	last := uint32(startMark)
	for _, form := range x.wordings.of(w) {
		stem := v.formStem[form]
		if last == startMark || s.stemAt[last] > 0 {
			if s.stemAt[stem] > 0 {
				if at, ok := s.pairAt.find(pairKey(last, stem)); ok {
					s.wording.add(uint32(s.pairs[at]), 1)
				}
			}
		}
		last = stem
		for _, m := range s.matchesOf(v, form) {
			s.wording.add(uint32(m.feature), uint32(m.times))
		}
	}
	for _, i := range s.wording.touched {
		f := &q.features[i]
		times := int(s.wording.times[i])
		scale := tfScale(times)
		wording += f.wording * scale
		centroid += f.centroid * scale
		if f.kind != kindPair {
			s.addEntry(uint16(i), float32(times))
		}
	}
	s.wording.reset()
	return wording, centroid
}

func (s *scratch) addEntry(i uint16, tf float32) {
	if s.entry[i] == 0 {
		s.touched = append(s.touched, i)
	}
	s.entry[i] += tf
}

// bm25 adds the answer to the features of the entry, scores them and forgets them.
func (x *Index) bm25(s *scratch, q *question, e uint32) float32 {
	v := x.corpus.words
	for _, form := range x.answers.of(e) {
		if at := s.stemAt[v.formStem[form]]; at > 0 {
			s.addEntry(at-1, bmAnswer)
		}
	}
	sum, k := float32(0), x.length.bm25[e]
	for _, i := range s.touched {
		tf := s.entry[i]
		sum += q.features[i].bm25 * tf / (tf + k)
		s.entry[i] = 0
	}
	s.touched = s.touched[:0]
	if q.bm25 == 0 {
		return 0
	}
	return sum / q.bm25
}
