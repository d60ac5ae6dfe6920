package understand

import (
	"slices"

	"nonmerci/knowledge/linear"
)

// How much each kind of feature weighs; every kind is brought to length one first, so that a long story and three words count alike.
const (
	weightWords    = 1.0
	weightPairs    = 0.7
	weightChars    = 0.5
	weightConcepts = 0.8
	weightShape    = 0.35
	weightAlone    = 0.8
)

// masked stands in the place of a subject's name.
const masked = "§"

// words returns the tokens as the intent models see them: names masked, numbers alike.
func (a *Analysis) maskedWords(stems bool) []string {
	out := make([]string, 0, len(a.Tokens))
	for i := 0; i < len(a.Tokens); i++ {
		t := a.Tokens[i]
		if t.Mention >= 0 {
			m := a.Mentions[t.Mention]
			if i == m.Start {
				out = append(out, maskOf(m))
			}
			continue
		}
		if stems {
			out = append(out, t.Stem)
		} else {
			out = append(out, t.Text)
		}
	}
	return out
}

func maskOf(m Mention) string {
	if m.Subject == unlisted {
		return "§u"
	}
	return masked
}

// intentFeatures are what the intent models look at.
func (a *Analysis) intentFeatures(s *scratch) []linear.Feature {
	s.features, s.start = s.features[:0], 0
	stems, words := a.maskedWords(true), a.maskedWords(false)
	for i := range words {
		s.add(newHash('w').string(words[i]), 1)
		s.add(newHash('s').string(stems[i]), 1)
	}
	s.close(weightWords)
	pairs(s, stems)
	s.close(weightPairs)
	for _, w := range words {
		chars(s, w)
	}
	s.close(weightChars)
	a.conceptFeatures(s)
	s.close(weightConcepts)
	if !a.namesSubject() {
		alone(s, stems)
		s.close(weightAlone)
	}
	a.shapeFeatures(s, len(words))
	return s.features
}

// namesSubject says whether a service is named or described.
func (a *Analysis) namesSubject() bool {
	if a.named {
		return true
	}
	for _, m := range a.Mentions {
		if m.Subject != unlisted && !m.Weak {
			return true
		}
	}
	return false
}

// alone are the words again, for a text that names no service: there, the same words often ask a general question.
func alone(s *scratch, stems []string) {
	prev := "^"
	for _, w := range stems {
		s.add(newHash('n').string(w), 1)
		s.add(newHash('N').string(prev).string(w), 0.6)
		prev = w
	}
}

// pairs are neighbours, with marks for the first and the last word, and neighbours but one.
func pairs(s *scratch, stems []string) {
	prev, before := "^", ""
	for i, w := range stems {
		s.add(newHash('b').string(prev).string(w), 1)
		if before != "" {
			s.add(newHash('k').string(before).string(w), 0.5)
		}
		if i >= 2 {
			s.add(newHash('t').string(stems[i-2]).string(stems[i-1]).string(w), 0.7)
		}
		before, prev = prev, w
	}
	if prev != "^" {
		s.add(newHash('b').string(prev).string("$"), 1)
	}
}

// chars are runs of two to five bytes inside a word between two marks.
func chars(s *scratch, w string) {
	if w == masked {
		return
	}
	var buf [34]byte
	b := append(buf[:0], ' ')
	b = append(b, w[:min(len(w), 32)]...)
	b = append(b, ' ')
	for i := range b {
		h := newHash('c')
		for n := 1; n <= 5 && i+n <= len(b); n++ {
			h = h.byte(b[i+n-1])
			if n >= 2 {
				s.add(h, 1)
			}
		}
	}
}

// conceptFeatures are the concepts met, and each two of them that follow one another or stand in the same question.
func (a *Analysis) conceptFeatures(s *scratch) {
	var seq []uint8
	for i, t := range a.Tokens {
		if t.Mention >= 0 {
			if i == a.Mentions[t.Mention].Start {
				seq = append(seq, 255)
			}
			continue
		}
		seq = append(seq, t.Concepts...)
	}
	for i, c := range seq {
		s.add(newHash('o').byte(c), 1)
		if i > 0 {
			s.add(newHash('p').byte(seq[i-1]).byte(c), 0.5)
		}
	}
	slices.Sort(seq)
	seq = slices.Compact(seq)
	if len(seq) > 12 {
		seq = seq[:12]
	}
	for i, c := range seq {
		for _, d := range seq[i+1:] {
			s.add(newHash('q').byte(c).byte(d), 0.4)
		}
	}
}

// shapeFeatures say what kind of text it is: how long, whether it names a subject, how much of it is unknown.
func (a *Analysis) shapeFeatures(s *scratch, n int) {
	flag := func(name string, on bool) {
		if on {
			s.add(newHash('f').string(name), weightShape)
		}
	}
	subjects, weak, unknown := 0, 0, 0
	if a.named {
		subjects++
	}
	for _, m := range a.Mentions {
		switch {
		case m.Subject == unlisted:
		case m.Weak:
			weak++
		default:
			subjects++
		}
	}
	for _, t := range a.Tokens {
		if !t.Known {
			unknown++
		}
	}
	flag("subject", subjects > 0)
	flag("none", subjects == 0)
	flag("weak", weak > 0 && subjects == 0)
	flag("two", subjects > 1)
	flag("unlisted", a.Unlisted != "")
	flag("question", a.Question)
	flag(lengthBucket(n), true)
	flag("subject"+lengthBucket(n), subjects > 0)
	flag("unknown"+shareBucket(unknown, len(a.Tokens)), true)
	s.start = len(s.features)
}

func lengthBucket(n int) string {
	for i, top := range []int{1, 2, 3, 5, 8, 12, 20, 40} {
		if n <= top {
			return string(rune('a' + i))
		}
	}
	return "z"
}

func shareBucket(n, of int) string {
	switch {
	case n == 0:
		return "0"
	case 4*n <= of:
		return "1"
	case 2*n <= of:
		return "2"
	}
	return "3"
}
