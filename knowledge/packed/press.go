package packed

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
)

// Press makes packed bytes smaller, to about a third: what the program carries is what somebody downloads.
func Press(data []byte) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil { // neither the level nor a buffer in memory gives one
		panic("packed: " + err.Error())
	}
	return b.Bytes()
}

// maxExpanded is far above any base, and bounds what damaged bytes may become.
const maxExpanded = 64 << 20

// Expand gives back what was pressed. The bytes that Press gives may be others with another Go; what they expand to is the same.
func Expand(pressed []byte) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(pressed)), maxExpanded))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	return data, nil
}
