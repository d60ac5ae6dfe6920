package transfer

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"nonmerci/knowledge/files"
)

// undecoded is why a document of JSON could not be read, at its line.
func undecoded(name string, data []byte, dec *json.Decoder, err error) files.Problem {
	at := dec.InputOffset()
	if s, ok := errors.AsType[*json.SyntaxError](err); ok {
		at = s.Offset
	}
	if t, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		at = t.Offset
	}
	if field, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok { // of which the decoder does not tell the place
		at = int64(max(0, bytes.Index(data, []byte(field))))
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		at = int64(len(bytes.TrimRight(data, " \t\r\n")))
	}
	line := bytes.Count(data[:min(int(at), len(data))], []byte{'\n'}) + 1
	return files.Problem{File: name, Line: line, Problem: err.Error(), Remedy: "begin from a file that the program exported"}
}

// entryLines returns the line on which each of n items of the list « entries », or of a document that is a list, begins; 0 where it cannot be
// told. The document could be decoded.
func entryLines(data []byte, n int) []int {
	var out []int
	dec := json.NewDecoder(bytes.NewReader(data))
	line, counted := 1, 0 // lines are counted on from the item before, not from the beginning each time
	list := func() (err error) {
		out = out[:0] // of two lists with this name the decoder keeps the last
		for err == nil && dec.More() {
			begin := int(dec.InputOffset())
			begin += len(data[begin:]) - len(bytes.TrimLeft(data[begin:], " \t\r\n,"))
			line += bytes.Count(data[counted:begin], []byte{'\n'})
			counted = begin
			out = append(out, line)
			err = dec.Decode(new(json.RawMessage))
		}
		if err == nil {
			_, err = dec.Token() // ]
		}
		return err
	}
	open, err := dec.Token()
	if err == nil && open == json.Delim('[') {
		_ = list() // what it found counts
		return append(out, make([]int, n)...)[:n]
	}
	for err == nil && dec.More() {
		var key, open json.Token
		if key, err = dec.Token(); err != nil {
			break
		}
		if name, ok := key.(string); !ok || !strings.EqualFold(name, "entries") { // as the decoder compares them
			err = dec.Decode(new(json.RawMessage))
			continue
		}
		if open, err = dec.Token(); err == nil && open == json.Delim('[') { // else null
			err = list()
		}
	}
	return append(out, make([]int, n)...)[:n]
}
