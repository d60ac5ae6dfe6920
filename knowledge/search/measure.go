package search

import "math"

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

// measure compares one entry with the question. It reports false when they share nothing.
func (x *Index) measure(s *scratch, q *question, e uint32, class []float32) (measures, bool) {
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
		m.coverage += q.weights[i].coverage
	}
	if q.stems > 0 {
		m.coverage /= q.stems
	}
	m.bm25 = x.bm25(s, q, e)
	m.score = x.mix.wording*m.wording + x.mix.centroid*m.centroid + x.mix.bm25*m.bm25
	if class != nil {
		m.class = class[e]
		m.score += x.classScore(class, e)
	}
	return m, (m.wording != 0 || m.bm25 != 0) && x.first[e] < x.first[e+1]
}

// classScore is what the classifier adds to the score of an entry, 0 when there is none.
func (x *Index) classScore(class []float32, e uint32) float32 {
	if class == nil {
		return 0
	}
	return x.mix.class * float32(math.Log(max(float64(class[e]), 1e-9)))
}

// dots returns the products of the question's vectors with the wording's, and
// adds the wording's features to those of its entry.
func (x *Index) dots(s *scratch, q *question, w uint32) (wording, centroid float32) {
	last, start := uint16(0), true
	for _, form := range x.wordings.of(w) {
		f := &s.matcher.met[s.matcher.of(form)]
		if f.stem > 0 && (start || last > 0) {
			if at, ok := s.pair(q, last, f.stem); ok {
				s.wording.add(at, 1)
			}
		}
		last, start = f.stem, false
		for _, m := range s.matcher.list(f) {
			s.wording.add(uint32(m.feature), uint32(m.times))
		}
	}
	for _, i := range s.wording.touched {
		times := s.wording.times[i]
		s.wording.times[i] = 0
		f, scale := &q.weights[i], tfScale(int(times))
		wording += f.wording * scale
		centroid += f.centroid * scale
		s.addEntry(i, float32(times))
	}
	s.wording.touched = s.wording.touched[:0]
	return wording, centroid
}

// pair returns the place of two stems in a row, given by 1 + the places of each, if the question has them in a row too. The first is 0 at
// the start of a wording.
func (s *scratch) pair(q *question, first, second uint16) (uint32, bool) {
	before := uint32(startMark)
	if first > 0 {
		before = q.features[first-1].id
	}
	return s.at.pairs.find(pairKey(before, q.features[second-1].id))
}

func (s *scratch) addEntry(i uint32, tf float32) {
	if s.entry[i] == 0 {
		s.touched = append(s.touched, i)
	}
	s.entry[i] += tf
}

// bm25 adds the answer to the features of the entry, scores them and forgets them.
func (x *Index) bm25(s *scratch, q *question, e uint32) float32 {
	v := x.words
	for _, form := range x.answers.of(e) {
		if at := s.at.stems[v.formStem[form]]; at > 0 {
			s.addEntry(uint32(at-1), bmAnswer)
		}
	}
	sum, k := float32(0), x.length.bm25[e]
	for _, i := range s.touched {
		tf := s.entry[i]
		sum += q.weights[i].bm25 * tf / (tf + k)
		s.entry[i] = 0
	}
	s.touched = s.touched[:0]
	if q.bm25 == 0 {
		return 0
	}
	return sum / q.bm25
}
