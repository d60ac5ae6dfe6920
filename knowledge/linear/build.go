package linear

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
)

// place is where the row of a key goes.
type place struct {
	bucket uint64
	mark   uint16
	row    int // in the order of the keys
}

func (p place) compare(q place) int {
	return cmp.Or(cmp.Compare(p.bucket, q.bucket), cmp.Compare(p.mark, q.mark), cmp.Compare(p.row, q.row))
}

// NewTable makes a table of keys, all different, each with the values that value returns for its place among the keys: as many bytes for each.
//
// It is stored as a seed of four bytes, one for each bucket that tells how many rows it has, two for the mark of each row, sixteen zeros, and the values.
// The seed is the first for which no two keys look alike, of a hash of some thirty bits, and no bucket overflows: found after
// one try for ten thousand keys, after ten to a hundred for a hundred thousand.
func NewTable(keys []uint64, valueBytes int, value func(row int) []byte) Table {
	buckets := bucketsOf(len(keys))
	places := make([]place, len(keys))
	seed := uint64(0)
	for !tell(places, keys, seed, buckets) {
		seed++
	}
	data := binary.LittleEndian.AppendUint32(nil, uint32(seed))
	counts := make([]byte, buckets)
	for _, p := range places {
		counts[p.bucket]++
	}
	data = append(data, counts...)
	for _, p := range places {
		data = binary.LittleEndian.AppendUint16(data, p.mark)
	}
	data = append(data, make([]byte, beyond)...)
	rows := bytes.NewBuffer(make([]byte, 0, len(places)*valueBytes))
	for _, p := range places {
		rows.Write(value(p.row))
	}
	t, _, ok := DecodeTable(append(data, rows.Bytes()...), len(keys), valueBytes)
	if !ok {
		panic("linear: a table that cannot be read back; a row of another size?")
	}
	return t
}

// tell sets the places of keys in their order, and says whether all can be told apart.
func tell(places []place, keys []uint64, seed uint64, buckets int) bool {
	shift := shiftOf(buckets)
	for row, k := range keys {
		h := hashOf(k, seed)
		places[row] = place{h >> shift, uint16(h), row}
	}
	slices.SortFunc(places, place.compare)
	first := 0 // of the bucket
	for i, p := range places {
		if places[first].bucket != p.bucket {
			first = i
		}
		if i-first >= maxBucket || i > first && places[i-1].mark == p.mark {
			return false
		}
	}
	return true
}
