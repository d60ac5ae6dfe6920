package search

import (
	"cmp"
	"slices"
)

// weights are the features of one kind: what each weighs in a wording that has it, and what a wording and an entry have of it.
type weights struct {
	kind    float32
	all     []weight
	counted []uint32 // that the wording has
	added   []uint32 // that the entry has
}

// weight is one feature. What is needed of it stands side by side.
type weight struct {
	squareWording, squareCentroid float64 // of what it weighs when it occurs once
	wording, centroid             float32 // its rarities
	sum                           float32 // over the unit vectors of the entry
	times                         uint32  // that it occurs in the wording
}

// begin weighs features of a kind, of which the rarities are given.
func (s *weights) begin(kind float32, all []rarities) {
	s.kind = kind
	s.all = slices.Grow(s.all[:0], len(all))[:len(all)]
	for i := range all {
		r := &all[i]
		x, y := float64(kind*r.wording), float64(kind*r.centroid)
		s.all[i] = weight{squareWording: x * x, squareCentroid: y * y, wording: r.wording, centroid: r.centroid}
	}
}

func (s *weights) count(id uint32) {
	w := &s.all[id]
	if w.times == 0 {
		s.counted = append(s.counted, id)
	}
	w.times++
}

func (s *weights) forget() {
	for _, id := range s.counted {
		s.all[id].times = 0
	}
	s.counted = s.counted[:0]
}

// squares adds the squares of what was counted to a and b.
func (s *weights) squares(a, b float64) (wording, centroid float64) {
	for _, id := range s.counted {
		w := &s.all[id]
		if w.times == 1 {
			a += w.squareWording
			b += w.squareCentroid
			continue
		}
		k := s.kind * tfScale(int(w.times))
		x, y := float64(k*w.wording), float64(k*w.centroid)
		a += x * x
		b += y * y
	}
	return a, b
}

// addUnit adds what was counted, divided by a length, to the sums.
func (s *weights) addUnit(length float32) {
	for _, id := range s.counted {
		w := &s.all[id]
		if w.sum == 0 {
			s.added = append(s.added, id)
		}
		w.sum += s.kind * tfScale(int(w.times)) * w.centroid / length
	}
}

// squaredSums adds the squares of the sums to a total, and forgets them.
func (s *weights) squaredSums(total float32) float32 {
	for _, id := range s.added {
		w := &s.all[id]
		total += w.sum * w.sum
		w.sum = 0
	}
	s.added = s.added[:0]
	return total
}

// pairTerm is what a pair weighs in the unit vector of a wording.
type pairTerm struct {
	key    uint64
	weight float32
}

// squaredPairs adds the squares of the sums of each pair to a total, in the order of their keys, so that rounding is the same in every run.
func squaredPairs(total float32, all []pairTerm) float32 {
	slices.SortStableFunc(all, func(a, b pairTerm) int { return cmp.Compare(a.key, b.key) })
	for i := 0; i < len(all); {
		key, w := all[i].key, float32(0)
		for ; i < len(all) && all[i].key == key; i++ {
			w += all[i].weight
		}
		total += w * w
	}
	return total
}
