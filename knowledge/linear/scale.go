package linear

import (
	"encoding/binary"
	"math"
)

// ScaleBytes is what a scale takes: the upper half of a float32, little-endian, which keeps its range and 8 bits of its precision.
const ScaleBytes = 2

// AppendScale appends a scale, which is not negative, to b: the next one above it that can be stored, so that nothing divided by it
// is larger than it was meant to be.
func AppendScale(b []byte, scale float32) []byte {
	return binary.LittleEndian.AppendUint16(b, uint16((math.Float32bits(scale)+0xffff)>>16))
}

// Scale is the scale at the front of b.
func Scale(b []byte) float32 {
	return math.Float32frombits(uint32(binary.LittleEndian.Uint16(b)) << 16)
}
