package neural

import (
	"encoding/binary"
	"math"

	"nonmerci/knowledge/linear"
)

// vectors are the vectors of the features, four bits for each number: a half byte b stands for (b-8)·scale/7, from -scale to scale.
// They are read where they are stored. Four bits instead of eight cost 0.06 points of accuracy and halve the program.
type vectors struct {
	keys   linear.Table
	scale  []byte // one per vector: a little-endian float32
	halves []byte // vectors × size/2: two numbers a byte, the first in the lower half
}

// levels is how many steps there are on each side of zero.
const levels = 7

// pack makes vectors of size numbers each, an even number, for sorted keys.
func pack(keys []uint64, w []float32, size int) vectors {
	v := vectors{keys: linear.NewTable(keys), halves: make([]byte, len(w)/2)}
	for r := range keys {
		row := w[r*size : r*size+size]
		var top float32
		for _, x := range row {
			top = max(top, float32(math.Abs(float64(x))))
		}
		v.scale = binary.LittleEndian.AppendUint32(v.scale, math.Float32bits(top))
		for k, x := range row {
			half := byte(8)
			if top > 0 {
				half = byte(8 + math.Round(float64(x/top*levels)))
			}
			v.halves[(r*size+k)/2] |= half << (4 * (k % 2))
		}
	}
	return v
}

// add adds the vector of a feature to h, which has an even number of places; a feature that is not known adds nothing.
func (v vectors) add(f linear.Feature, h []float32) {
	r := v.keys.Row(f.Key)
	if r < 0 {
		return
	}
	step := f.Value * math.Float32frombits(binary.LittleEndian.Uint32(v.scale[4*r:])) / levels
	var value [16]float32
	for i := range value {
		value[i] = step * float32(i-8)
	}
	n := len(h) / 2
	row := v.halves[r*n : r*n+n]
	for len(row) >= 4 && len(h) >= 8 {
		b, x := (*[4]byte)(row), (*[8]float32)(h) // one check of bounds instead of twelve
		x[0] += value[b[0]&15]
		x[1] += value[b[0]>>4]
		x[2] += value[b[1]&15]
		x[3] += value[b[1]>>4]
		x[4] += value[b[2]&15]
		x[5] += value[b[2]>>4]
		x[6] += value[b[3]&15]
		x[7] += value[b[3]>>4]
		row, h = row[4:], h[8:]
	}
	for k, b := range row {
		h[2*k] += value[b&15]
		h[2*k+1] += value[b>>4]
	}
}
