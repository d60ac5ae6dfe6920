package neural

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"nonmerci/knowledge/linear"
)

const magic = "nmnet003"

// ErrFormat is returned by Decode for bytes that Encode did not write.
var ErrFormat = errors.New("not a network")

// Encode writes m so that Decode reads it back: the magic; the numbers of hidden units, classes and features; the classes each with
// its bias; the bias of the hidden units; the output weights; a table of the features, each a scale and a vector. Numbers are little-endian,
// of 32 bits but for the table. The same model gives the same bytes.
func (m *Model) Encode(w io.Writer) error {
	var b bytes.Buffer
	put := func(v uint32) { b.Write(binary.LittleEndian.AppendUint32(nil, v)) }
	b.WriteString(magic)
	put(uint32(len(m.hiddenBias)))
	put(uint32(len(m.classes)))
	put(uint32(m.Len()))
	for i, c := range m.classes {
		put(uint32(len(c)))
		b.WriteString(c)
		put(math.Float32bits(m.bias[i]))
	}
	for _, v := range slices.Concat(m.hiddenBias, m.out) {
		put(math.Float32bits(v))
	}
	b.Write(m.features.rows.Bytes())
	_, err := w.Write(b.Bytes())
	return err
}

// Decode reads what Encode wrote from the front of data, and returns the rest. The model reads its vectors in data, which must not
// change afterwards.
func Decode(data []byte) (*Model, []byte, error) {
	if !bytes.HasPrefix(data, []byte(magic)) {
		return nil, nil, ErrFormat
	}
	d := decoder{data: data[len(magic):]}
	hidden, classes, features := d.count(), d.count(), d.count()
	// Each takes at least so much of what follows: no size can be a lie that costs memory.
	if d.short || hidden == 0 || hidden > maxHidden || hidden%4 > 0 || 8*classes > len(d.data) || features > len(d.data) {
		return nil, nil, fmt.Errorf("%w: impossible size", ErrFormat)
	}
	m := &Model{classes: make([]string, classes), bias: make([]float32, classes)}
	for i := range m.classes {
		m.classes[i] = string(d.take(d.count()))
		m.bias[i] = d.float()
	}
	if (len(d.data)-4*hidden)/4/hidden < classes {
		return nil, nil, fmt.Errorf("%w: cut short", ErrFormat)
	}
	m.hiddenBias, m.out = d.floats(hidden), d.floats(hidden*classes)
	var ok bool
	if m.features.rows, d.data, ok = linear.DecodeTable(d.data, features, linear.ScaleBytes+hidden/4); !ok {
		return nil, nil, fmt.Errorf("%w: a table cut short, or that nobody made", ErrFormat)
	}
	if d.short {
		return nil, nil, fmt.Errorf("%w: cut short", ErrFormat)
	}
	return m, d.data, nil
}

// decoder takes values from the front of data; once it has run out, short stays set and it gives zeros.
type decoder struct {
	data  []byte
	short bool
}

func (d *decoder) take(n int) []byte {
	if d.short || n > len(d.data) {
		d.short = true
		return nil
	}
	b := d.data[:n]
	d.data = d.data[n:]
	return b
}

func (d *decoder) count() int {
	b := d.take(4)
	if b == nil {
		return 0
	}
	return int(binary.LittleEndian.Uint32(b))
}

func (d *decoder) float() float32 { return math.Float32frombits(uint32(d.count())) }

func (d *decoder) floats(n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = d.float()
	}
	return out
}
