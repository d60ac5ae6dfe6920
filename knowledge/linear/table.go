package linear

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// A Table finds what belongs to a key: rows of one size, read where they are stored, so that a model that is part of the program costs
// memory only where it is looked at. It is immutable and safe for concurrent use.
//
// Of a key no more is stored than sixteen bits of its hash, its mark: others follow from the bucket in which its row lies (the quotient and
// the remainder of J. Cleary, Compact Hash Tables Using Bidirectional Linear Probing, IEEE Transactions on Computers, 1984). Keys
// that are in a table are always told apart; one that is not is taken for another about three times in 100,000, where a model sums up the
// evidence of some hundreds. Marks lie side by side, apart from the rows, so that what is not there is seldom looked for in slow memory.
type Table struct {
	data   []byte   // as it is stored: see NewTable
	starts []uint32 // the first row of each bucket, and after the last one the number of rows
	marks  []byte   // of each row, two bytes, rising within a bucket; and what may be read beyond the last one
	rows   []byte   // values, in the order of the marks
	n      int      // rows
	size   int      // of a row's values, in bytes
	seed   uint64
	shift  int // what is left of a hash after a shift to the right is its bucket
}

const (
	seedBytes = 4
	markBytes = 2
	beyond    = 16  // zeros after the marks, because eight are read at once
	maxBucket = 255 // rows in a bucket
)

// DecodeTable makes a table of n rows at the front of data, which must not change afterwards, and returns the rest; ok is false when
// data is too short or was not made by NewTable.
func DecodeTable(data []byte, n, valueBytes int) (t Table, rest []byte, ok bool) {
	buckets := bucketsOf(n)
	if n < 0 || valueBytes < 0 || len(data) < seedBytes+buckets+beyond || n > (len(data)-seedBytes-buckets-beyond)/(markBytes+valueBytes) {
		return Table{}, data, false
	}
	size := seedBytes + buckets + n*(markBytes+valueBytes) + beyond
	t = Table{
		data: data[:size:size], starts: make([]uint32, buckets+1), size: valueBytes,
		seed: uint64(binary.LittleEndian.Uint32(data)), shift: shiftOf(buckets),
	}
	at := uint32(0)
	for i, c := range data[seedBytes : seedBytes+buckets] {
		t.starts[i] = at
		at += uint32(c)
	}
	if t.starts[buckets] = at; int(at) != n {
		return Table{}, data, false
	}
	t.n = n
	t.marks = data[seedBytes+buckets:][:markBytes*n+beyond]
	if slices.ContainsFunc(t.marks[markBytes*n:], func(b byte) bool { return b != 0 }) {
		return Table{}, data, false
	}
	t.rows = data[seedBytes+buckets+markBytes*n+beyond:][:valueBytes*n]
	for b := range buckets {
		for row := t.starts[b] + 1; row < t.starts[b+1]; row++ {
			if t.mark(row-1) >= t.mark(row) {
				return Table{}, data, false
			}
		}
	}
	return t, data[size:], true
}

// bucketsOf is how many buckets n rows have: a power of two, so that there are two to four rows in each.
func bucketsOf(n int) int { return 1 << max(bits.Len(uint(max(n, 0)))-2, 0) }

// shiftOf is how far a hash is shifted to give one of so many buckets: by all its bits when there is one.
func shiftOf(buckets int) int { return 64 - bits.TrailingZeros(uint(buckets)) }

// hashOf spreads keys evenly: the finalizer of splitmix64 (Steele, Lea, Flood, OOPSLA 2014).
func hashOf(key, seed uint64) uint64 {
	h := key + seed*0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

func (t Table) mark(row uint32) uint16 { return binary.LittleEndian.Uint16(t.marks[markBytes*row:]) }

// Len returns the number of rows.
func (t Table) Len() int { return t.n }

// Bytes returns the table as it is stored. They must not be changed.
func (t Table) Bytes() []byte { return t.data }

// Values returns the values of a key, or nil. They must not be changed.
func (t Table) Values(k uint64) []byte {
	var found Found
	if t.Find([]Feature{{Key: k}}, &found); found.N == 0 {
		return nil
	}
	return found.Values(0)
}

// Batch is how many features are looked for at once.
const Batch = 64

// Found are the features of a batch that a table has, in their order: n places in the batch, each with its values, which must not be changed.
type Found struct {
	N      int
	Places [Batch]uint8
	rows   [Batch]uint32
	table  Table
}

// Values returns the values of the i-th feature found.
func (f *Found) Values(i int) []byte {
	at := f.table.size * int(f.rows[i])
	return f.table.rows[at : at+f.table.size : at+f.table.size]
}

// Find sets found to those of the features, Batch at most, that the table has. It goes through them twice, so that the memory that one
// needs is on its way while the others ask for theirs, and without a branch that depends on whether one is there, which a processor cannot foresee.
func (t Table) Find(fs []Feature, found *Found) {
	found.N, found.table = 0, t
	if t.n == 0 {
		return
	}
	var first, last [Batch]uint32
	var marks [Batch]uint16
	fs = fs[:min(len(fs), Batch)]
	for i := range fs {
		h := hashOf(fs[i].Key, t.seed)
		bucket := h >> t.shift
		first[i], last[i], marks[i] = t.starts[bucket], t.starts[bucket+1], uint16(h)
	}
	n := 0
	for i := range fs {
		row, rows, want := first[i], last[i]-first[i], uint64(marks[i])*0x0001_0001_0001_0001
		// Eight marks at a time, of which those after the bucket do not count.
		for {
			at := t.marks[markBytes*row:]
			low, high := same(binary.LittleEndian.Uint64(at)^want), same(binary.LittleEndian.Uint64(at[8:])^want)
			hits := (low | high<<4) & (1<<min(rows, 8) - 1)
			found.rows[n&(Batch-1)], found.Places[n&(Batch-1)] = row+uint32(bits.TrailingZeros8(hits)), uint8(i)
			n += int((uint32(hits) + 0xff) >> 8)
			if rows <= 8 {
				break
			}
			row, rows = row+8, rows-8
		}
	}
	found.N = n
}

// same has a bit for each of four 16-bit lanes, set where the lane is zero.
func same(x uint64) uint8 {
	const low, high = 0x7fff_7fff_7fff_7fff, 0x8000_8000_8000_8000
	zero := ^((x&low + low) | x | low) & high // exactly where a lane is zero (H. Warren, Hacker's Delight, 6-1)
	return uint8(zero >> 15 * 0x0001_0002_0004_0008 >> 48)
}
