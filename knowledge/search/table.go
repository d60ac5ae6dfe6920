package search

import "math/bits"

// table maps hashes to numbers. It is a map that is only ever added to: open addressing with linear probing (D. Knuth, The Art of Computer
// Programming 3, 6.4, algorithm L), key and value in one slot, so that looking up what is far from the processor waits once. On the
// n-grams of 10,000 entries it takes half the time of a map of Go (BenchmarkTable). The zero table is empty.
type table struct {
	slots []slot
	shift int
	n     int
	round uint32 // slots of other rounds are empty, so that emptying the table costs nothing
}

type slot struct {
	key   uint64
	value uint32
	round uint32 // in which it was filled; 0 for never
}

// find returns the number of a key.
func (t *table) find(key uint64) (uint32, bool) {
	if t.n == 0 {
		return 0, false
	}
	for i := t.home(key); ; i++ {
		s := &t.slots[i&(len(t.slots)-1)]
		if s.round != t.round {
			return 0, false
		}
		if s.key == key {
			return s.value, true
		}
	}
}

// number returns the number of a key: that of the keys before it, when it is new.
func (t *table) number(key uint64) uint32 {
	if 4*(t.n+1) > 3*len(t.slots) {
		t.grow()
	}
	for i := t.home(key); ; i++ {
		s := &t.slots[i&(len(t.slots)-1)]
		if s.round != t.round {
			*s = slot{key, uint32(t.n), t.round}
			t.n++
			return s.value
		}
		if s.key == key {
			return s.value
		}
	}
}

// add gives a number to a key that is not there.
func (t *table) add(key uint64, value uint32) {
	if 4*(t.n+1) > 3*len(t.slots) {
		t.grow()
	}
	t.put(key, value)
	t.n++
}

// numberAll appends the numbers of some features to dst, one after the other as number would. What is new of them is appended to fresh.
func (t *table) numberAll(all []likely, dst []uint32, fresh []float64) (numbers []uint32, p []float64) {
	for 4*(t.n+len(all)) > 3*len(t.slots) {
		t.grow()
	}
	slots, shift, round, n := t.slots, t.shift&63, t.round, uint32(t.n)
	for i := range all {
		key := all[i].hash
		at := int(key * spread >> shift)
		for {
			s := &slots[at&(len(slots)-1)]
			if s.round != round {
				*s = slot{key, n, round}
				dst, fresh = append(dst, n), append(fresh, all[i].p)
				n++
				break
			}
			if s.key == key {
				dst = append(dst, s.value)
				break
			}
			at++
		}
	}
	t.n = int(n)
	return dst, fresh
}

// spread is 2⁶⁴ by the golden ratio.
const spread = 0x9e3779b97f4a7c15

// home is the slot that a key is looked for in first (Fibonacci hashing, Knuth 6.4).
func (t *table) home(key uint64) int { return int(key * spread >> t.shift) }

func (t *table) put(key uint64, value uint32) {
	i := t.home(key)
	for t.slots[i&(len(t.slots)-1)].round == t.round {
		i++
	}
	t.slots[i&(len(t.slots)-1)] = slot{key, value, t.round}
}

func (t *table) grow() {
	old := t.slots
	t.round = max(1, t.round)
	t.slots = make([]slot, max(64, 2*len(old)))
	t.shift = 64 - bits.TrailingZeros(uint(len(t.slots)))
	for _, s := range old {
		if s.round == t.round {
			t.put(s.key, s.value)
		}
	}
}

// reset empties the table and keeps its room. It goes through a small one, which brings it near to the processor again.
func (t *table) reset() {
	t.n = 0
	if t.round++; t.round == 0 || len(t.slots) <= nearSlots {
		clear(t.slots)
		t.round = max(1, t.round)
	}
}

// nearSlots is how many slots are as soon cleared as waited for one by one.
const nearSlots = 1 << 13
