package rephrase

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// cut reads a text as numbered lines, in pieces of some bytes.
func cut(text string, count, piece int) (lines []string, err error) {
	r := newLineReader(upTo(count), func(int) int { return 50 }, func(n int, text string) error {
		lines = append(lines, fmt.Sprintf("%d:%s", n, text))
		return nil
	})
	for len(text) > 0 {
		n := min(piece, len(text))
		if err := r.write(text[:n]); err != nil {
			return lines, err
		}
		text = text[n:]
	}
	return lines, r.close()
}

func TestNumberedLines(t *testing.T) {
	for text, want := range map[string][]string{
		"[1] a\n[2] b\n":               {"1:a", "2:b"},
		"[1] a\n[2] b":                 {"1:a", "2:b"},
		"\n [1]a \r\n\n\n\t[2]  b\t\n": {"1:a", "2:b"},
		"[0] o\n[1] a\n[2] b":          {"0:o", "1:a", "2:b"},
		"[1] [2] a\n[2] [x](y)":        {"1:[2] a", "2:[x](y)"},
	} {
		if got, err := cut(text, 2, 3); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
	for _, text := range []string{
		"", "[1] a", "[2] b\n[1] a", "[1] a\n[1] a\n[2] b", "[1] a\n[2] b\n[3] c", "[1] a\n[0] o\n[2] b", "[0] o\n[0] o\n[1] a\n[2] b", "[1] a\nand\n[2] b",
		"1. a\n2. b", "[01] a\n[2] b", "[1 ] a\n[2] b", "[-1] a", "[1] \n[2] b", "1] a\n[2] b", "[] a", "[1] a\x00\n[2] b", "[1] a\u2028[2] b\n[2] b",
		"[1] a\x85\n[2] b", "[1] \ufffd\n[2] b", "[1] a\r[2] b\n[2] b",
	} {
		if got, err := cut(text, 2, 3); class(t, err) != Format {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
	if _, err := cut("[1] "+strings.Repeat("a", 51)+"\n[2] b", 2, 7); class(t, err) != Huge {
		t.Errorf("a long line: %v", err)
	}
}

// FuzzLines: where a stream is cut changes nothing, and what is taken is in the text, in order, with the numbers that were asked for.
func FuzzLines(f *testing.F) {
	for _, s := range []string{"[1] a\n[2] b\n", "[0] o\n[1] a\n[2] b", "[1] é\x00", "[2] b", "[1]\n", strings.Repeat("[", 200), "[1] a\r\n\r\n[2] b\r\n"} {
		f.Add(s, 2, 3)
	}
	f.Fuzz(func(t *testing.T, text string, count, piece int) {
		count, piece = 1+abs(count)%5, 1+abs(piece)%40
		whole, errWhole := cut(text, count, len(text)+1)
		pieces, errPieces := cut(text, count, piece)
		if (errWhole == nil) != (errPieces == nil) || errWhole == nil && !slices.Equal(whole, pieces) {
			t.Fatalf("whole %q, %v; in pieces %q, %v", whole, errWhole, pieces, errPieces)
		}
		if errWhole != nil {
			return
		}
		if first := strings.HasPrefix(whole[0], "0:"); first {
			whole = whole[1:]
		}
		if len(whole) != count {
			t.Fatalf("%d lines of %d", len(whole), count)
		}
		rest := text
		for i, l := range whole {
			n, line, _ := strings.Cut(l, ":")
			_, after, ok := strings.Cut(rest, line)
			if rest = after; !ok || n != fmt.Sprint(i+1) || !plain(line) || line != strings.TrimSpace(line) {
				t.Fatalf("line %q of %q", l, text)
			}
		}
	})
}

func abs(n int) int { return max(n, -(n + 1)) }

// FuzzEvents: nothing that a server puts into an event ends the program, and words come out only of what is an answer.
func FuzzEvents(f *testing.F) {
	for _, s := range []string{
		`{"choices":[{"delta":{"content":"[1] a\n"}}]}`, `{"choices":[{"finish_reason":"stop"}]}`, `{"error":null}`, `{ "error":{}}`, `{"usage":{"total_tokens":-1}}`,
		`{"choices":[{"index":1}]}`, `[]`, `null`, `{"choices":null}`, `{"choices":[null]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		got := ""
		w := &writing{sink: func(s string) error { got += s; return nil }}
		err := w.event(raw)
		if class(t, err); len(got) != w.bytes || err == nil && w.ended() == nil && w.finish != "stop" {
			t.Errorf("%q gives %q, %v", raw, got, err)
		}
	})
}
