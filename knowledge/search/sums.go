package search

import (
	"cmp"
	"math"
	"slices"
)

// sums adds up the unit vectors of an entry's wordings.
type sums struct {
	stems, grams sum
	pairs        []pairTerm
}

// sum is a vector by number, most of it nought.
type sum struct {
	weights []float32
	touched []uint32
}

type pairTerm struct {
	key    uint64
	weight float32
}

// begin makes room for so many stems and n-grams.
func (s *sums) begin(stems, grams int) {
	s.stems.weights, s.grams.weights = zeroed(s.stems.weights, stems), zeroed(s.grams.weights, grams)
}

func (s *sum) add(id uint32, w float32) {
	if s.weights[id] == 0 {
		s.touched = append(s.touched, id)
	}
	s.weights[id] += w
}

// squared adds up the squares, onto a total, and forgets the vector.
func (s *sum) squared(total float32) float32 {
	for _, id := range s.touched {
		total += s.weights[id] * s.weights[id]
		s.weights[id] = 0
	}
	s.touched = s.touched[:0]
	return total
}

// addAll adds the wording that v has read, of which the length is given.
func (s *sums) addAll(v *vectors, length float32) {
	for _, id := range v.stems.touched {
		s.stems.add(id, kindWeight[kindStem]*tfScale(int(v.stems.times[id]))*v.rare.stems[id].centroid/length)
	}
	for _, id := range v.grams.touched {
		s.grams.add(id, kindWeight[kindGram]*tfScale(int(v.grams.times[id]))*v.rare.grams[id].centroid/length)
	}
	for _, p := range v.pairs {
		s.pairs = append(s.pairs, pairTerm{p.key, kindWeight[kindPair] * tfScale(p.times) * v.rare.pair(p.key).centroid / length})
	}
}

// length returns the Euclidean length of the sum, and forgets it.
func (s *sums) length() float32 {
	total := s.grams.squared(s.stems.squared(0))
	slices.SortStableFunc(s.pairs, func(a, b pairTerm) int { return cmp.Compare(a.key, b.key) }) // so that rounding is the same in every run
	for i := 0; i < len(s.pairs); {
		key, w := s.pairs[i].key, float32(0)
		for ; i < len(s.pairs) && s.pairs[i].key == key; i++ {
			w += s.pairs[i].weight
		}
		total += w * w
	}
	s.pairs = s.pairs[:0]
	return float32(math.Sqrt(float64(total)))
}
