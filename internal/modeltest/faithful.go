package modeltest

import (
	"fmt"
	"strings"
	"time"
)

// Faithful answers as a model does that keeps to its instructions: each line « [n] … » of the user's message, as say puts it, in a stream or at
// once as it was asked.
func Faithful(say func(n int, line string) string) Reply { return Paced(0, say) }

// Paced is Faithful with a pause before each piece of the stream.
func Paced(pause time.Duration, say func(n int, line string) string) Reply {
	return func(e *Exchange) {
		var b strings.Builder
		for n, line := range Lines(e.Request.User()) {
			fmt.Fprintf(&b, "[%d] %s\n", n+1, say(n+1, line))
		}
		e.Text(b.String(), pause)
	}
}

// Text answers with a text.
func Text(s string) Reply { return func(e *Exchange) { e.Text(s, 0) } }

// Text writes a text as a model does: in a stream some letters at a time, cut anywhere but inside a character, and no more than it may, at four bytes to
// a token.
func (e *Exchange) Text(s string, pause time.Duration) {
	reason := "stop"
	if n := 4 * e.Request.MaxTokens; n > 0 && len(s) > n {
		s, reason = strings.ToValidUTF8(s[:n], ""), "length"
	}
	if !e.Request.Stream {
		if e.Wait(pause) {
			e.whole(s, reason)
		}
		return
	}
	if !e.kind.ollama {
		e.Delta(map[string]any{"role": "assistant", "content": ""}, "")
	}
	letters := []rune(s)
	for len(letters) > 0 {
		if pause > 0 && !e.Wait(pause) {
			return
		}
		n := min(len(letters), 23)
		e.Words(string(letters[:n]))
		letters = letters[n:]
	}
	e.end(reason)
}

// Lines returns the numbered lines of a message, in order, without their numbers.
func Lines(message string) []string {
	var out []string
	for line := range strings.SplitSeq(message, "\n") {
		if rest, ok := strings.CutPrefix(line, fmt.Sprintf("[%d] ", len(out)+1)); ok {
			out = append(out, rest)
		}
	}
	return out
}
