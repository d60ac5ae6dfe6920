package links

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// A State is the last Record of each address, by its URL.
type State map[string]Record

// maxLine is how long a line of a state may be, in bytes. A record with its fingerprint takes about 6 kB.
const maxLine = 1 << 20

// ReadState reads a file that State.WriteTo wrote: one record of JSON a line, empty lines skipped. Where an address stands twice the
// later line counts. An error names the line.
func ReadState(r io.Reader) (State, error) {
	out := State{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	n := 0
	for lines.Scan() {
		n++
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var rec Record
		dec := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		dec.DisallowUnknownFields() // another file given by mistake would be overwritten
		if err := dec.Decode(&rec); err != nil || rec.URL == "" || rec.Checked.IsZero() {
			return nil, fmt.Errorf("line %d is no record of a check; remove the line, or the file to begin anew", n)
		}
		out[rec.URL] = rec
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return nil, fmt.Errorf("line %d is longer than %d bytes; remove the line, or the file to begin anew", n+1, maxLine)
	}
	return out, lines.Err()
}

// WriteTo writes one record a line, in the order of the addresses. It implements io.WriterTo.
func (s State) WriteTo(w io.Writer) (int64, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, url := range slices.Sorted(maps.Keys(s)) {
		if err := enc.Encode(s[url]); err != nil {
			return 0, err
		}
	}
	return out.WriteTo(w)
}
