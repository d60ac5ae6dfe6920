package search

// match is a feature of the question that a form has, and how often.
type match struct {
	feature uint16
	times   uint16
}

// matched says which matches are those of a form.
type matched struct {
	from uint32 // 1 + its first place among the matches, 0 when the form was not met
	n    uint16
	stem uint16 // 1 + the place of its stem among the question's features, 0 when the question lacks it
}

// matcher finds what forms have of a question. Each form is looked at once per question.
type matcher struct {
	v       *vocabulary
	at      *places
	matches []match   // of each form met, one after the other
	forms   []matched // form → its matches
	met     []uint32  // forms to forget
	last    []uint32  // question's feature → 1 + its last place in matches
}

// begin turns to another vocabulary; the room is used again.
func (m *matcher) begin(v *vocabulary, at *places) {
	m.v, m.at = v, at
	m.forms, m.last = zeroed(m.forms, len(v.formStem)), zeroed(m.last, maxFeatures)
}

// forget makes room for the next question.
func (m *matcher) forget() {
	for _, form := range m.met {
		m.forms[form] = matched{}
	}
	m.met, m.matches = m.met[:0], m.matches[:0]
	clear(m.last)
}

// of returns where the matches of a form are, the stem first if it is one.
func (m *matcher) of(form uint32) matched {
	if f := m.forms[form]; f.from > 0 {
		return f
	}
	return m.match(form)
}

func (m *matcher) match(form uint32) matched {
	first := uint32(len(m.matches))
	f := matched{from: first + 1, stem: m.at.stems[m.v.formStem[form]]}
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
	f.n = uint16(uint32(len(m.matches)) - first)
	m.forms[form] = f
	m.met = append(m.met, form)
	return f
}

// list returns the matches of a form.
func (m *matcher) list(f matched) []match { return m.matches[f.from-1:][:f.n] }
