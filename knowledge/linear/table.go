package linear

import (
	"encoding/binary"
	"math/bits"
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
	marks  []byte   // of each row, two bytes, rising within a bucket
	rows   []byte   // values, in the order of the marks
	size   int      // of a row's values, in bytes
	seed   uint64
	shift  int // what is left of a hash after a shift to the right is its bucket
}

const (
	seedBytes = 4
	markBytes = 2
	maxBucket = 255 // rows in a bucket
)

// DecodeTable makes a table of n rows at the front of data, which must not change afterwards, and returns the rest; ok is false when
// data is too short or was not made by NewTable.
func DecodeTable(data []byte, n, valueBytes int) (t Table, rest []byte, ok bool) {
	buckets := bucketsOf(n)
	if n < 0 || valueBytes < 0 || len(data) < seedBytes+buckets || n > (len(data)-seedBytes-buckets)/(markBytes+valueBytes) {
		return Table{}, data, false
	}
	size := seedBytes + buckets + n*(markBytes+valueBytes)
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
	t.marks = data[seedBytes+buckets:][:markBytes*n]
	t.rows = data[seedBytes+buckets+markBytes*n:][:valueBytes*n]
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
func (t Table) Len() int { return len(t.marks) / markBytes }

// Bytes returns the table as it is stored. They must not be changed.
func (t Table) Bytes() []byte { return t.data }

// Values returns the values of a key, or nil. They must not be changed.
func (t Table) Values(k uint64) []byte {
	fs := [1]Feature{{Key: k}}
	var out [1][]byte
	t.Find(fs[:], out[:])
	return out[0]
}

// Batch is how many features Find looks for at once.
const Batch = 64

// Find sets each place of out to the values of the feature in the same place of fs, or to nil; both have the same length, Batch at most.
// The values must not be changed. It goes through the features twice, so that the memory that one needs is on its way while the others
// ask for theirs.
func (t Table) Find(fs []Feature, out [][]byte) {
	if len(t.marks) == 0 {
		clear(out)
		return
	}
	var first, end [Batch]uint32
	var marks [Batch]uint16
	for i := range fs {
		h := hashOf(fs[i].Key, t.seed)
		bucket := h >> t.shift
		first[i], end[i], marks[i] = t.starts[bucket], t.starts[bucket+1], uint16(h)
	}
	for i := range fs {
		out[i] = nil
		for row := first[i]; row < end[i]; row++ {
			if t.mark(row) == marks[i] {
				out[i] = t.rows[t.size*int(row):][:t.size:t.size]
				break
			}
		}
	}
}
