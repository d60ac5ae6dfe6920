package linear

import (
	"encoding/binary"
	"math/bits"
	"sort"
)

// A Table finds the row of a key. It keeps the keys as they were stored, eight bytes each, and reads them in place, so that a model
// that is part of the program costs memory only where it is looked at. It is immutable and safe for concurrent use.
type Table struct {
	raw   []byte   // keys in rising order, little-endian
	first []uint32 // for each beginning of a key, the first row that has it or a greater one
	shift int      // the beginning of a key is what is left of it after a shift to the right
}

const keyBytes = 8

// NewTable makes a table of sorted keys; the place of a key is its row.
func NewTable(sorted []uint64) Table {
	raw := make([]byte, 0, keyBytes*len(sorted))
	for _, k := range sorted {
		raw = binary.LittleEndian.AppendUint64(raw, k)
	}
	return tableOf(raw)
}

// tableOf makes a table of the bytes that Bytes gave. It goes once through the keys.
func tableOf(raw []byte) Table {
	n := len(raw) / keyBytes
	t := Table{raw: raw, shift: 64 - max(bits.Len(uint(n))-1, 1)} // one or two keys for each beginning, when they are spread evenly
	t.first = make([]uint32, 1<<(64-t.shift)+1)
	next := 0
	for row := range n {
		for b := int(t.Key(row) >> t.shift); next <= b; next++ {
			t.first[next] = uint32(row)
		}
	}
	for ; next < len(t.first); next++ {
		t.first[next] = uint32(n)
	}
	return t
}

// DecodeTable makes a table of n keys at the front of data, which must not change afterwards, and returns the rest; ok is false when
// data is too short or the keys do not rise.
func DecodeTable(data []byte, n int) (t Table, rest []byte, ok bool) {
	if n < 0 || n > len(data)/keyBytes {
		return Table{}, data, false
	}
	t = Table{raw: data[:keyBytes*n]}
	for row := 1; row < n; row++ {
		if t.Key(row-1) >= t.Key(row) {
			return Table{}, data, false
		}
	}
	return tableOf(t.raw), data[keyBytes*n:], true
}

// Len returns the number of keys.
func (t Table) Len() int { return len(t.raw) / keyBytes }

// Bytes returns the keys as they are stored. They must not be changed.
func (t Table) Bytes() []byte { return t.raw }

// Key returns the key of a row.
func (t Table) Key(row int) uint64 { return binary.LittleEndian.Uint64(t.raw[keyBytes*row:]) }

// Row returns the row of a key, or -1.
func (t Table) Row(k uint64) int {
	b := k >> t.shift
	low, high := int(t.first[b]), int(t.first[b+1])
	if high-low > 8 {
		low += sort.Search(high-low, func(i int) bool { return t.Key(low+i) >= k })
	}
	for ; low < high; low++ {
		switch v := t.Key(low); {
		case v == k:
			return low
		case v > k:
			return -1
		}
	}
	return -1
}
