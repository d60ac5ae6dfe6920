package understand

import (
	"math"

	"nonmerci/knowledge/linear"
)

// scratch is the working memory of one question.
type scratch struct {
	features []linear.Feature
	start    int
	spare    []linear.Feature // for sort
}

func (s *scratch) add(h hash, v float32) {
	s.features = append(s.features, linear.Feature{Key: uint64(h), Value: v})
}

// close ends a kind of feature: equal ones are joined (1 + ln of how many), and the whole is brought to length weight.
func (s *scratch) close(weight float64) {
	group := s.features[s.start:]
	s.sort(group)
	n := 0
	for i := 0; i < len(group); {
		j, sum := i, float32(0)
		for ; j < len(group) && group[j].Key == group[i].Key; j++ {
			sum += group[j].Value
		}
		if sum > 1 {
			sum = 1 + float32(math.Log(float64(sum)))
		}
		group[n] = linear.Feature{Key: group[i].Key, Value: sum}
		n, i = n+1, j
	}
	group = group[:n]
	var norm float64
	for _, f := range group {
		norm += float64(f.Value) * float64(f.Value)
	}
	if norm > 0 {
		scale := float32(weight / math.Sqrt(norm))
		for i := range group {
			group[i].Value *= scale
		}
	}
	s.features = s.features[:s.start+n]
	s.start = len(s.features)
}

// Bounds of sort.
const (
	fewFeatures = 24 // sorted by insertion
	keyBits     = 64
	digitBits   = 8
)

// sort puts features in the order of their keys; equal ones stay in the order that they were found in. It sorts by the highest byte, then within each byte
// (a radix sort from the left), because a general sort took an eighth of the time of a question: BenchmarkSort.
func (s *scratch) sort(fs []linear.Feature) {
	if len(s.spare) < len(fs) {
		s.spare = make([]linear.Feature, 2*len(fs))
	}
	sortFrom(fs, s.spare[:len(fs)], keyBits-digitBits)
}

func sortFrom(fs, spare []linear.Feature, shift int) {
	if len(fs) <= fewFeatures {
		for i := 1; i < len(fs); i++ {
			f := fs[i]
			j := i
			for ; j > 0 && fs[j-1].Key > f.Key; j-- {
				fs[j] = fs[j-1]
			}
			fs[j] = f
		}
		return
	}
	var end [1 << digitBits]uint32
	for i := range fs {
		end[byte(fs[i].Key>>shift)]++
	}
	at := uint32(0)
	for d, n := range end {
		end[d] = at
		at += n
	}
	for _, f := range fs {
		d := byte(f.Key >> shift)
		spare[end[d]] = f
		end[d]++
	}
	copy(fs, spare)
	if shift == 0 {
		return
	}
	start := uint32(0)
	for _, e := range end {
		if e-start > 1 {
			sortFrom(fs[start:e], spare[start:e], shift-digitBits)
		}
		start = e
	}
}
