package neural

import (
	"encoding/binary"
	"math"

	"nonmerci/knowledge/linear"
)

// vectors are the vectors of the features, two bits for each number: the code c stands for (2c-3)·scale. They are read where they are
// stored.
//
// -3, -1, 1 and 3 are nearly the four levels that represent a normal distribution best (J. Max, Quantizing for Minimum Distortion, IRE
// Transactions on Information Theory, 1960: ±0.4528 and ±1.510 of its deviation). The scale is not the one of the smallest error, which
// draws every sum towards zero and costs 0.3 points of accuracy, but the one for which the vector that is kept has the same inner product with
// the one it stands for as that one with itself (as in Vargaftik and others, DRIVE, NeurIPS 2021): the errors of some hundred features then
// cancel out. So two bits are as good as the 32 of training (docs/decisions/0017-two-bits.md).
type vectors struct {
	rows linear.Table // values: the scale, and size/4 bytes: four codes each, the first in the lowest bits
}

// pack makes vectors of size numbers each, a multiple of four, for keys.
func pack(keys []uint64, w []float32, size int) vectors {
	return vectors{linear.NewTable(keys, linear.ScaleBytes+size/4, func(r int) []byte { return packRow(w[r*size : r*size+size]) })}
}

func packRow(row []float32) []byte {
	var square float64
	for _, x := range row {
		square += float64(x) * float64(x)
	}
	limit := 0.9816 * math.Sqrt(square/float64(len(row))) // between the two levels of a sign, as Max has it
	codes, inner := make([]byte, len(row)), 0.0
	for i, x := range row {
		level := 1.0
		if math.Abs(float64(x)) > limit {
			level = 3
		}
		inner += level * math.Abs(float64(x))
		codes[i] = byte((3 + math.Copysign(level, float64(x))) / 2)
	}
	scale := 0.0
	if inner > 0 {
		scale = square / inner
	}
	out := linear.AppendScale(make([]byte, 0, linear.ScaleBytes+len(row)/4), float32(scale))
	for i := 0; i < len(row); i += 4 {
		out = append(out, codes[i]|codes[i+1]<<2|codes[i+2]<<4|codes[i+3]<<6)
	}
	return out
}

// unpack is what the vectors of keys stand for, one after the other.
func (v vectors) unpack(keys []uint64, size int) []float32 {
	out := make([]float32, 0, len(keys)*size)
	for _, k := range keys {
		row := v.rows.Values(k)
		scale := linear.Scale(row)
		for _, b := range row[linear.ScaleBytes:] {
			for i := range 4 {
				out = append(out, scale*float32(2*int(b>>(2*i)&3)-3))
			}
		}
	}
	return out
}

// lanes are the four codes of a byte, sixteen bits for each, so that one multiplication and one addition do for four numbers.
var lanes = func() (t [256]uint64) {
	for b := range t {
		for i := range 4 {
			t[b] |= uint64(b>>(2*i)&3) << (16 * i)
		}
	}
	return t
}()

// finest is what the weights of a batch of rows add up to, in units of a sum: three times as much stays within the sixteen bits of a lane,
// and with sixty-four rows a unit is some hundredth of what one of them weighs, far below what two bits leave open.
const finest = 10_000

// A sum adds up rows times values, in whole numbers: Σ v·s·(2c-3) = 2·Σ v·s·c - 3·Σ v·s.
type sum struct {
	found   linear.Found
	weights [linear.Batch]float32
	lanes   [maxHidden / 4]uint64
}

// add adds the rows of features, linear.Batch at most, to h, whose length is a multiple of four.
func (s *sum) add(t linear.Table, fs []linear.Feature, h []float32) {
	t.Find(fs, &s.found)
	var total float32
	for i := range s.found.N {
		w := fs[s.found.Places[i]].Value * linear.Scale(s.found.Values(i))
		s.weights[i] = w
		total += float32(math.Abs(float64(w)))
	}
	unit := total / finest
	if unit == 0 {
		return
	}
	acc := s.lanes[:len(h)/4]
	clear(acc)
	all := 0
	for i := range s.found.N {
		w := int(math.Round(float64(s.weights[i] / unit)))
		all += w
		addLanes(acc, s.found.Values(i)[linear.ScaleBytes:], uint64(w))
	}
	for i, a := range acc {
		x := (*[4]float32)(h[4*i:])
		for k := range x {
			c := int16(a) // what is borrowed by a negative lane is given back to the next
			a = (a - uint64(int64(c))) >> 16
			x[k] += unit * float32(2*int(c)-3*all)
		}
	}
}

func addLanes(acc []uint64, row []byte, w uint64) {
	for len(acc) >= 4 && len(row) >= 4 {
		b, x := binary.LittleEndian.Uint32(row), (*[4]uint64)(acc) // one check of bounds instead of eight
		x[0] += lanes[b&255] * w
		x[1] += lanes[b>>8&255] * w
		x[2] += lanes[b>>16&255] * w
		x[3] += lanes[b>>24] * w
		acc, row = acc[4:], row[4:]
	}
	for i, b := range row[:len(acc)] {
		acc[i] += lanes[b] * w
	}
}
