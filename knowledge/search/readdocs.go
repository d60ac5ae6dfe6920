package search

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// maxLine is the longest line, in bytes, that ReadDocs accepts.
const maxLine = 1 << 20

// ReadDocs reads entries as JSON lines, one object a line:
//
//	{"id": "…", "title": "…", "phrasings": ["…"], "answer": "…", "lang": "fr"}
//
// Only id and title are required; empty lines are skipped. It stops at the first
// line that it cannot accept, with an error that names the line and the remedy.
func ReadDocs(r io.Reader) ([]Doc, error) {
	var docs []Doc
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), maxLine)
	seen := map[string]int{}
	n := 0
	for lines.Scan() {
		n++
		line := lines.Bytes()
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		d, err := readDoc(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if first, ok := seen[d.ID]; ok {
			return nil, fmt.Errorf("line %d: the id %q is already that of line %d; give each entry its own id", n, d.ID, first)
		}
		seen[d.ID] = n
		docs = append(docs, d)
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, fmt.Errorf("line %d: longer than %d bytes; shorten the answer or split the entry", n+1, maxLine)
	} else if err != nil {
		return nil, fmt.Errorf("after line %d: %w", n, err)
	}
	return docs, nil
}

// readDoc reads one line.
func readDoc(line []byte) (Doc, error) {
	if !utf8.Valid(line) {
		return Doc{}, errors.New("not valid UTF-8; save the file as UTF-8")
	}
	var in struct {
		ID        string   `json:"id"`
		Title     string   `json:"title"`
		Phrasings []string `json:"phrasings"`
		Answer    string   `json:"answer"`
		Lang      string   `json:"lang"`
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&in); err != nil {
		return Doc{}, explain(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return Doc{}, errors.New("something follows the object; write one object a line")
	}
	switch {
	case strings.TrimSpace(in.ID) == "":
		return Doc{}, errors.New(`"id" is missing or empty; give the entry a name of its own`)
	case strings.TrimSpace(in.Title) == "":
		return Doc{}, errors.New(`"title" is missing or empty; write the question that the entry answers`)
	}
	return Doc{ID: in.ID, Lang: in.Lang, Title: in.Title, Phrasings: in.Phrasings, Answer: in.Answer}, nil
}

// explain turns an error of the JSON decoder into one with a remedy.
func explain(err error) error {
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong) && wrong.Field != "":
		return fmt.Errorf("%q cannot be a JSON %s; the keys hold text, and phrasings a list of texts", wrong.Field, wrong.Value)
	case errors.As(err, &wrong):
		return fmt.Errorf("a JSON %s instead of an object; write one object {…} a line", wrong.Value)
	case strings.HasPrefix(err.Error(), "json: unknown field "):
		return fmt.Errorf("unknown key %s; the keys are id, title, phrasings, answer and lang",
			strings.TrimPrefix(err.Error(), "json: unknown field "))
	}
	return fmt.Errorf("not a JSON object (%w); write one object {…} a line", err)
}
