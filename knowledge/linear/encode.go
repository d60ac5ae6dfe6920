package linear

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

const magic = "nmlin004"

// ErrFormat is returned by Decode for bytes that Encode did not write.
var ErrFormat = errors.New("not a linear model")

// Encode writes m so that Decode reads it back: the magic, the numbers of classes and rows, the classes each with its bias, a
// table of the rows (their scale, their weights); numbers are little-endian. The same model gives the same bytes.
func (m *Model) Encode(w io.Writer) error {
	var b bytes.Buffer
	b.WriteString(magic)
	u32 := func(v int) { b.Write(binary.LittleEndian.AppendUint32(nil, uint32(v))) }
	u32(len(m.classes))
	u32(m.rows.Len())
	for i, c := range m.classes {
		u32(len(c))
		b.WriteString(c)
		u32(int(math.Float32bits(m.bias[i])))
	}
	b.Write(m.rows.Bytes())
	_, err := w.Write(b.Bytes())
	return err
}

// Decode reads what Encode wrote from the front of data, and returns the rest. The model reads its weights in data, which must not
// change afterwards.
func Decode(data []byte) (*Model, []byte, error) {
	r := reader{data: data}
	if string(r.take(len(magic))) != magic {
		return nil, nil, ErrFormat
	}
	nc, nk := r.u32(), r.u32()
	if r.failed || nc > 1<<16 || nk > 1<<26 || nc*nk > 1<<31 {
		return nil, nil, fmt.Errorf("%w: impossible size", ErrFormat)
	}
	m := &Model{classes: make([]string, nc), bias: make([]float32, nc)}
	for i := range nc {
		m.classes[i] = string(r.take(r.u32()))
		m.bias[i] = r.f32()
	}
	if r.failed {
		return nil, nil, fmt.Errorf("%w: cut short", ErrFormat)
	}
	var ok bool
	if m.rows, r.data, ok = DecodeTable(r.data, nk, ScaleBytes+nc); !ok {
		return nil, nil, fmt.Errorf("%w: a table cut short, or that nobody made", ErrFormat)
	}
	return m, r.data, nil
}

// reader takes bytes from the front of data; once it has run out, failed stays set and it gives zeros.
type reader struct {
	data   []byte
	failed bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.failed, r.data = true, nil
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) u32() int {
	if b := r.take(4); b != nil {
		return int(binary.LittleEndian.Uint32(b))
	}
	return 0
}

func (r *reader) f32() float32 { return math.Float32frombits(uint32(r.u32())) }
