package search

import (
	"cmp"
	"slices"
)

// Bounds of the first stage of a search in a large base.
const (
	maxCandidates = 40     // entries that go on to the second stage
	heldEntries   = 160    // entries held until only those are
	minPostings   = 8_000  // wordings looked at, at least
	maxPostings   = 14_000 // and at most
	postingsShare = 16     // between the two, one in so many of the base
	longList      = 1_000  // from which a stem's wordings are put shortest first
	maxNear       = 6      // forms taken for near a word that the wordings lack
	maxGramForms  = 256    // n-grams of more forms than this say too little
	maxMissing    = 8      // words for which near forms are sought
	maxNearVisits = 4_000  // forms looked at for each
	nearShare     = 0.4    // share of n-grams (Dice) from which forms are near
)

// candidates finds the wordings that share the rarest stems of a question.
type candidates struct {
	stems sequences // stem → wordings that have it
	grams sequences // n-gram → forms that have it, where few do
}

func newCandidates(c *corpus, length []float32) *candidates {
	return &candidates{stems: invertStems(c, length), grams: invertGrams(c.words)}
}

// invertStems lists the wordings of each stem, each once.
func invertStems(c *corpus, length []float32) sequences {
	lists := newLists(c.words.stems.n)
	each := func(visit func(stem, wording uint32)) {
		last := make([]uint32, c.words.stems.n)
		for w := range uint32(c.wordings.len()) {
			for _, form := range c.wordings.of(w) {
				if stem := c.words.formStem[form]; last[stem] != w+1 {
					last[stem] = w + 1
					visit(stem, w)
				}
			}
		}
	}
	out := lists.fill(each)
	for stem := range uint32(out.len()) {
		if list := out.of(stem); len(list) > longList {
			slices.SortFunc(list, func(a, b uint32) int {
				return cmp.Or(cmp.Compare(length[a], length[b]), cmp.Compare(a, b))
			})
		}
	}
	return out
}

// invertGrams lists the forms of each n-gram that few forms have.
func invertGrams(v *vocabulary) sequences {
	n := v.grams.n
	var forms counter
	forms.begin(n)
	for f := range uint32(len(v.formStem)) {
		for _, g := range v.gramsOf(f) {
			forms.add(g, 1)
		}
	}
	return newLists(n).fill(func(visit func(gram, form uint32)) {
		for f := range uint32(len(v.formStem)) {
			for _, g := range v.gramsOf(f) {
				if forms.times[g] <= maxGramForms {
					visit(g, f)
				}
			}
		}
	})
}

// lists builds sequences in two passes over the same pairs, counting first.
type lists struct{ start []uint32 }

func newLists(n int) *lists { return &lists{make([]uint32, n+2)} }

func (l *lists) fill(each func(visit func(list, member uint32))) sequences {
	each(func(list, _ uint32) { l.start[list+2]++ })
	for i := 2; i < len(l.start); i++ {
		l.start[i] += l.start[i-1]
	}
	members := make([]uint32, l.start[len(l.start)-1])
	each(func(list, member uint32) {
		members[l.start[list+1]] = member
		l.start[list+1]++
	})
	return sequences{l.start[:len(l.start)-1], members}
}

// clue is a stem to look for and what a wording earns by having it.
type clue struct {
	stem   uint32
	weight float32
}

// earned is what a wording earned.
type earned struct {
	wording uint32
	sum     float32
}

// pick returns the entries worth measuring, in no particular order: those whose
// best wording shares most of the question's stems, by rarity, for its length.
func (x *Index) pick(s *scratch, q *question) []uint32 {
	s.clues = x.clues(s, q, s.clues[:0])
	left := min(max(minPostings, x.wordings.len()/postingsShare), maxPostings)
	for _, c := range s.clues {
		list := x.stage.stems.of(c.stem)
		list = list[:min(left, len(list))]
		left -= len(list)
		for _, w := range list {
			if at := s.earner[w]; at > 0 {
				s.earned[at-1].sum += c.weight
				continue
			}
			s.earned = append(s.earned, earned{w, c.weight})
			s.earner[w] = uint16(len(s.earned))
		}
	}
	return x.bestEntries(s)
}

// clues lists the stems of the question, and those near to a word that no
// wording has, from the rarest to the most common.
func (x *Index) clues(s *scratch, q *question, out []clue) []clue {
	for i := range q.features {
		if f := &q.features[i]; f.kind == kindStem && f.id != noStem && len(x.stage.stems.of(f.id)) > 0 {
			out = append(out, clue{f.id, q.weights[i].wording})
		}
	}
	for _, w := range q.missing[:min(maxMissing, len(q.missing))] {
		out = x.near(s, q, w, out)
	}
	slices.SortFunc(out, func(a, b clue) int {
		return cmp.Or(len(x.stage.stems.of(a.stem))-len(x.stage.stems.of(b.stem)), cmp.Compare(a.stem, b.stem))
	})
	return out
}

// near appends the stems of the forms that share most n-grams with a word.
func (x *Index) near(s *scratch, q *question, w missing, out []clue) []clue {
	left := maxNearVisits
	for _, g := range w.grams {
		forms := x.stage.grams.of(g)
		if left -= len(forms); left < 0 {
			break
		}
		for _, form := range forms {
			s.near.add(form, 1)
		}
	}
	for _, form := range nearest(&s.near) {
		share := 2 * float32(s.near.times[form]) / float32(w.total+len(x.words.gramsOf(form)))
		if share >= nearShare {
			out = append(out, clue{x.words.formStem[form], share * q.weights[w.stem].wording})
		}
	}
	s.near.reset()
	return out
}

// nearest returns the maxNear forms that share most n-grams, most first, and then in the order of their numbers. There are thousands to
// choose from: they are not sorted.
func nearest(c *counter) []uint32 {
	var buf [maxNear + 1]uint32
	best := buf[:0]
	for _, form := range c.touched {
		at := len(best)
		for at > 0 && (c.times[form] > c.times[best[at-1]] || c.times[form] == c.times[best[at-1]] && form < best[at-1]) {
			at--
		}
		if at < maxNear {
			best = slices.Insert(best, at, form)
			best = best[:min(len(best), maxNear)]
		}
	}
	return slices.Clone(best)
}

// bestEntries keeps the entries of the wordings with the best sums, and forgets
// the sums.
//
// There are thousands of wordings, and nearly all of them are worth less than the entries kept already: these are passed over by
// their length alone. It changes nothing, since an entry that falls behind maxCandidates others stays behind, unless another of its
// wordings is worth more, which is then looked at.
func (x *Index) bestEntries(s *scratch) []uint32 {
	least := float32(0)
	for _, in := range s.earned {
		w := in.wording
		score := in.sum / x.length.wording[w]
		s.earner[w] = 0
		if score < least {
			continue
		}
		e := x.entryOf[w]
		if s.best[e] == 0 {
			if len(s.entries) == heldEntries {
				least = s.drop()
			}
			s.entries = append(s.entries, e)
		}
		s.best[e] = max(s.best[e], score)
	}
	s.earned = s.earned[:0]
	s.drop()
	out := s.entries
	for _, e := range out {
		s.best[e] = 0
	}
	s.entries = out[:0]
	return out
}

// drop forgets all but the maxCandidates best entries and returns the score of the last of them.
func (s *scratch) drop() (least float32) {
	kept := keepBest(s.entries, s.best, maxCandidates)
	for _, e := range s.entries[len(kept):] {
		s.best[e] = 0
	}
	s.entries = kept
	for i, e := range kept {
		if i == 0 || s.best[e] < least {
			least = s.best[e]
		}
	}
	return least
}

// keepBest moves the n numbers with the highest scores to the front of ids, in no
// particular order but always the same, and returns them (C. Hoare's selection).
func keepBest(ids []uint32, score []float32, n int) []uint32 {
	before := func(a, b uint32) bool {
		return score[a] > score[b] || score[a] == score[b] && a < b
	}
	lo, hi := 0, len(ids)
	for n < hi && hi-lo > 1 {
		pivot := ids[lo+(hi-lo)/2]
		i, j := lo, hi-1
		for i <= j {
			for before(ids[i], pivot) {
				i++
			}
			for before(pivot, ids[j]) {
				j--
			}
			if i <= j {
				ids[i], ids[j] = ids[j], ids[i]
				i++
				j--
			}
		}
		switch {
		case n <= j:
			hi = j + 1
		case n >= i:
			lo = i
		default:
			return ids[:n]
		}
	}
	return ids[:min(n, len(ids))]
}
