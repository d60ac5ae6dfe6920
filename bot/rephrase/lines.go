package rephrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A lineReader cuts what a model writes into numbered lines, as it arrives: « [1] … », « [2] … », each number that was asked for once, in
// order, and nothing else but empty lines. A line 0 may stand before the first. Whatever breaks that is a Failure, after which the reader must not
// be used again.
type lineReader struct {
	left  []int                          // the numbers that must still come
	limit func(n int) int                // how long line n may be, in bytes, without its number
	line  func(n int, text string) error // is given each line as soon as it is complete, trimmed
	buf   []byte                         // a line that is not complete
	fresh bool                           // no line has been met
}

// newLineReader returns a lineReader that gives the lines of the numbers, which rise, to line.
func newLineReader(numbers []int, limit func(n int) int, line func(n int, text string) error) *lineReader {
	return &lineReader{left: numbers, limit: limit, line: line, fresh: true}
}

// upTo returns the numbers from 1 to n.
func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i + 1
	}
	return out
}

// maxNumber is the room for « [123] », and some spaces.
const maxNumber = 16

// write takes the next piece, cut anywhere.
func (r *lineReader) write(s string) error {
	for s != "" {
		head, rest, whole := strings.Cut(s, "\n")
		most := r.limit(0)
		if len(r.left) > 0 {
			most += r.limit(r.left[0])
		}
		if len(r.buf)+len(head) > most+maxNumber {
			return fail(Huge)
		}
		r.buf = append(r.buf, head...)
		if s = rest; !whole {
			return nil
		}
		if err := r.end(); err != nil {
			return err
		}
	}
	return nil
}

// close says that nothing more comes.
func (r *lineReader) close() error {
	if err := r.end(); err != nil {
		return err
	}
	if len(r.left) > 0 {
		return fail(Format)
	}
	return nil
}

// end reads the line in buf.
func (r *lineReader) end() error {
	s := strings.TrimSpace(string(r.buf))
	if r.buf = r.buf[:0]; s == "" {
		return nil
	}
	n, text, ok := numbered(s)
	switch {
	case !ok || !plain(text):
		return fail(Format)
	case n == 0 && r.fresh:
	case len(r.left) == 0 || n != r.left[0]:
		return fail(Format)
	default:
		r.left = r.left[1:]
	}
	if r.fresh = false; len(text) > r.limit(n) {
		return fail(Huge)
	}
	return r.line(n, text)
}

// numbered takes the number from the start of a line; ok is false where there is none, or nothing after it.
func numbered(s string) (n int, text string, ok bool) {
	digits, text, ok := strings.Cut(strings.TrimPrefix(s, "["), "]")
	if !ok || s[0] != '[' || digits == "" || len(digits) > 3 || digits != "0" && digits[0] == '0' {
		return 0, "", false
	}
	for _, d := range []byte(digits) {
		if d < '0' || d > '9' {
			return 0, "", false
		}
		n = 10*n + int(d-'0')
	}
	text = strings.TrimSpace(text)
	return n, text, text != ""
}

// plain says whether a line holds only characters that stand in a line: valid, and none that controls.
func plain(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || r == unicode.ReplacementChar || r == '\u2028' || r == '\u2029'
	})
}
