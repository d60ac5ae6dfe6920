package live

import "math/bits"

// buckets say where in a sorted list the hashes with the same first bits are, so that one is not looked for all over a list that the processor
// has not seen for long. There are some two hashes in each.
type buckets struct {
	start []uint32 // bucket → its first place; one more at the end
	shift int
}

// newBuckets cuts a list of n hashes.
func newBuckets(n int, hash func(i int) uint32) buckets {
	size := bits.Len(uint(n / 4))
	b := buckets{make([]uint32, 1<<size+1), 32 - size}
	for i := range n {
		b.start[hash(i)>>b.shift+1]++
	}
	for i := 1; i < len(b.start); i++ {
		b.start[i] += b.start[i-1]
	}
	return b
}

// of returns where the bucket of a hash begins, and where it ends.
func (b *buckets) of(hash uint32) (from, to int) {
	if len(b.start) == 0 {
		return 0, 0
	}
	i := hash >> b.shift
	return int(b.start[i]), int(b.start[i+1])
}
