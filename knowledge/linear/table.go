package linear

import (
	"encoding/binary"
	"math/bits"
)

// A Table finds what belongs to a key. It keeps rows of one size, each a key and then its values, as they were stored, and reads them
// in place, so that a model that is part of the program costs memory only where it is looked at. Beside them it keeps an index of eight
// to sixteen bytes for each row. It is immutable and safe for concurrent use.
//
// A key and its values lie side by side, because a question looks for some hundreds of keys in tables much larger than a processor's
// nearest memory: what it costs is the number of places visited.
type Table struct {
	rows  []byte   // in rising order of their keys, little-endian
	size  int      // of a row, in bytes
	slots []uint32 // an open hash table, half empty at least, or nil: the mark of a key above its row + 1; 0 where there is none
	shift int      // the place of a key is what is left of its hash after a shift to the right
	low   int      // bits of a slot that hold the row
}

const keyBytes = 8

// NewTable makes a table of sorted keys, each with the values that value returns for its row: as many bytes for each.
func NewTable(sorted []uint64, valueBytes int, value func(row int) []byte) Table {
	rows := make([]byte, 0, (keyBytes+valueBytes)*len(sorted))
	for r, k := range sorted {
		rows = append(binary.LittleEndian.AppendUint64(rows, k), value(r)...)
	}
	return tableOf(rows, keyBytes+valueBytes)
}

// tableOf makes a table of the bytes that Bytes gave. It goes once through the keys.
func tableOf(rows []byte, size int) Table {
	n := len(rows) / size
	if n == 0 {
		return Table{size: size}
	}
	index := bits.Len(uint(2 * n))
	t := Table{rows: rows, size: size, slots: make([]uint32, 1<<index), shift: 64 - index, low: bits.Len(uint(n))}
	for row := range n {
		k := t.Key(row)
		at := int(k * hashFactor >> t.shift)
		for t.slots[at] != 0 {
			at = (at + 1) & (len(t.slots) - 1)
		}
		t.slots[at] = t.mark(k)<<t.low | uint32(row+1)
	}
	return t
}

// hashFactor is that of D. Knuth's multiplicative hashing (The Art of Computer Programming, volume 3, 6.4): keys are not spread evenly in
// their highest bits.
const hashFactor = 0x9e3779b97f4a7c15

// mark is what a slot holds of a key, as many bits as the row leaves.
func (t Table) mark(k uint64) uint32 { return uint32(k*hashFactor) >> t.low }

// DecodeTable makes a table of n rows at the front of data, which must not change afterwards, and returns the rest; ok is false when
// data is too short or the keys do not rise.
func DecodeTable(data []byte, n, valueBytes int) (t Table, rest []byte, ok bool) {
	size := keyBytes + valueBytes
	if n < 0 || valueBytes < 0 || n > len(data)/size {
		return Table{}, data, false
	}
	t = Table{rows: data[:size*n], size: size}
	for row := 1; row < n; row++ {
		if t.Key(row-1) >= t.Key(row) {
			return Table{}, data, false
		}
	}
	return tableOf(t.rows, size), data[size*n:], true
}

// Len returns the number of rows.
func (t Table) Len() int { return len(t.rows) / max(t.size, 1) }

// Bytes returns the rows as they are stored. They must not be changed.
func (t Table) Bytes() []byte { return t.rows }

// Key returns the key of a row.
func (t Table) Key(row int) uint64 { return binary.LittleEndian.Uint64(t.rows[t.size*row:]) }

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
// The values must not be changed. It goes through the features three times, so that the memory that one needs is on its way while the
// others ask for theirs; one after the other took a third longer.
func (t Table) Find(fs []Feature, out [][]byte) {
	if len(t.slots) == 0 {
		clear(out)
		return
	}
	var at, slots [Batch]uint32
	for i := range fs {
		at[i] = uint32(fs[i].Key * hashFactor >> t.shift)
		slots[i] = t.slots[at[i]]
	}
	var keys [Batch]uint64
	for i := range fs {
		at[i], slots[i] = t.probe(fs[i].Key, at[i], slots[i])
		keys[i] = t.Key(t.row(slots[i]))
	}
	for i := range fs {
		for slots[i] != 0 && keys[i] != fs[i].Key { // another key with the same mark
			at[i] = (at[i] + 1) & uint32(len(t.slots)-1)
			at[i], slots[i] = t.probe(fs[i].Key, at[i], t.slots[at[i]])
			keys[i] = t.Key(t.row(slots[i]))
		}
		out[i] = nil
		if slots[i] != 0 {
			row := t.size * t.row(slots[i])
			out[i] = t.rows[row+keyBytes : row+t.size]
		}
	}
}

// probe goes on from a slot to the first one that is empty or has the mark of a key.
func (t Table) probe(k uint64, at, slot uint32) (uint32, uint32) {
	for slot != 0 && slot>>t.low != t.mark(k) {
		at = (at + 1) & uint32(len(t.slots)-1)
		slot = t.slots[at]
	}
	return at, slot
}

// row is the row that a slot holds, 0 for an empty one.
func (t Table) row(slot uint32) int { return max(int(slot&(1<<t.low-1))-1, 0) }
