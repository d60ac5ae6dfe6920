package search

// match is a feature of the question that a form has, and how often.
type match struct {
	feature uint16
	times   uint16
}

// matched is a form that was met, and what it has of the question.
type matched struct {
	from   uint32       // its first place among the matches
	n      uint16       // how many they are
	stem   uint16       // 1 + the place of its stem among the question's features, 0 when the question lacks it
	times  uint32       // in the entry that is bounded
	weight contribution // the most that it adds to a wording by being there once, coverage aside
}

// matcher finds what forms have of a question. Each form is looked at once per question.
type matcher struct {
	v       *vocabulary
	at      *places
	q       *question
	matches []match   // of each form met, one after the other
	met     []matched // the forms met
	forms   []uint32  // form → 1 + its place in met, 0 when it was not met
	numbers []uint32  // place in met → form
	last    []uint32  // question's feature → 1 + its last place in matches
}

// begin turns to another vocabulary; the room is used again.
func (m *matcher) begin(v *vocabulary, at *places) {
	m.v, m.at = v, at
	m.forms, m.last = zeroed(m.forms, len(v.formStem)), zeroed(m.last, maxFeatures)
}

// forget makes room for another question.
func (m *matcher) forget() {
	for _, form := range m.numbers {
		m.forms[form] = 0
	}
	m.met, m.numbers, m.matches = m.met[:0], m.numbers[:0], m.matches[:0]
	clear(m.last)
}

// of returns a form's place in met.
func (m *matcher) of(form uint32) uint32 {
	if at := m.forms[form]; at > 0 {
		return at - 1
	}
	return m.meet(form)
}

// meet looks a form up in the question, the stem first.
func (m *matcher) meet(form uint32) uint32 {
	first := uint32(len(m.matches))
	f := matched{from: first, stem: m.at.stems[m.v.formStem[form]]}
	if f.stem > 0 {
		m.matches = append(m.matches, match{f.stem - 1, 1})
	}
	for _, g := range m.v.gramsOf(form) {
		at := m.at.grams[g]
		if at == 0 {
			continue
		}
		if last := m.last[at-1]; last > first {
			m.matches[last-1].times++
			continue
		}
		m.matches = append(m.matches, match{at - 1, 1})
		m.last[at-1] = uint32(len(m.matches))
	}
	for _, in := range m.matches[first:] {
		w, times := &m.q.weights[in.feature], int(in.times)
		f.weight.wording += w.wording * tfScale(times)
		f.weight.centroid += w.centroid * tfScale(times)
		f.weight.bm25 += w.bm25 * float32(times)
	}
	f.n = uint16(uint32(len(m.matches)) - first)
	m.met = append(m.met, f)
	m.numbers = append(m.numbers, form)
	m.forms[form] = uint32(len(m.met))
	return uint32(len(m.met) - 1)
}

// list returns the matches of a form.
func (m *matcher) list(f *matched) []match { return m.matches[f.from:][:f.n] }
