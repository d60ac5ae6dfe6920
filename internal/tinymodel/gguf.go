package tinymodel

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
)

// A field is a key of the metadata of a file with its value: a string, uint32, float32 or bool, or a slice of strings, int32 or float32.
type field struct {
	key   string
	value any
}

// A tensor is a matrix of a file. Its rows are in has one after another, each as long as the first of shape.
type tensor struct {
	name  string
	shape []int
	data  []float32
}

// alignment is where the data of a tensor may begin: at a multiple of it. It is what readers take where a file does not say.
const alignment = 32

// The numbers that the format gives to types of values.
const (
	typeUint32  = 4
	typeInt32   = 5
	typeFloat32 = 6
	typeBool    = 7
	typeString  = 8
	typeArray   = 9
)

// writeGGUF writes a file of version 3 of the format, with numbers of four bytes. Its error is that of w.
func writeGGUF(w io.Writer, fields []field, tensors []tensor) error {
	var b bytes.Buffer
	b.WriteString("GGUF")
	put(&b, uint32(3), uint64(len(tensors)), uint64(len(fields)))
	for _, f := range fields {
		putString(&b, f.key)
		putValue(&b, f.value)
	}
	offset := 0
	for _, t := range tensors {
		putString(&b, t.name)
		put(&b, uint32(len(t.shape)))
		for _, n := range t.shape {
			put(&b, uint64(n))
		}
		put(&b, uint32(0), uint64(offset)) // 0: numbers of four bytes
		offset += padded(4 * len(t.data))
	}
	pad(&b)
	for _, t := range tensors {
		for _, x := range t.data {
			put(&b, math.Float32bits(x))
		}
		pad(&b)
	}
	_, err := w.Write(b.Bytes())
	return err
}

func padded(n int) int { return (n + alignment - 1) / alignment * alignment }

func pad(b *bytes.Buffer) { b.Write(make([]byte, padded(b.Len())-b.Len())) }

// put writes numbers, the lowest byte first.
func put(b *bytes.Buffer, numbers ...any) {
	for _, n := range numbers {
		_ = binary.Write(b, binary.LittleEndian, n) // into memory
	}
}

func putString(b *bytes.Buffer, s string) {
	put(b, uint64(len(s)))
	b.WriteString(s)
}

// putValue writes the type of a value and the value.
func putValue(b *bytes.Buffer, value any) {
	switch v := value.(type) {
	case string:
		put(b, uint32(typeString))
		putString(b, v)
	case uint32:
		put(b, uint32(typeUint32), v)
	case float32:
		put(b, uint32(typeFloat32), v)
	case bool:
		put(b, uint32(typeBool), v)
	case []string:
		put(b, uint32(typeArray), uint32(typeString), uint64(len(v)))
		for _, s := range v {
			putString(b, s)
		}
	case []int32:
		put(b, uint32(typeArray), uint32(typeInt32), uint64(len(v)), v)
	case []float32:
		put(b, uint32(typeArray), uint32(typeFloat32), uint64(len(v)), v)
	default:
		panic(fmt.Sprintf("tinymodel: no type for %T", value)) // a mistake of this package
	}
}
