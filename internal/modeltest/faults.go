package modeltest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Status refuses with a status and a body like OpenAI's.
func Status(status int, message string) Reply {
	return func(e *Exchange) {
		writeJSON(e.rw, status, map[string]any{"error": map[string]any{"message": message, "type": "error", "code": nil}})
	}
}

// RetryAfter refuses with a status, and says when to come back.
func RetryAfter(status int, after string) Reply {
	return func(e *Exchange) {
		e.rw.Header().Set("Retry-After", after)
		Status(status, "come back later")(e)
	}
}

// Loading is what llama.cpp answers while it reads the model.
func Loading() Reply {
	return func(e *Exchange) {
		e.Raw(http.StatusServiceUnavailable, map[string]string{"Content-Type": "application/json"},
			`{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}`)
	}
}

// HTML answers with a page, as a proxy does that wants a login.
func HTML(status int) Reply {
	return func(e *Exchange) {
		e.Raw(status, map[string]string{"Content-Type": "text/html; charset=utf-8"}, "<!doctype html><title>Sign in</title><p>Please sign in.")
	}
}

// Page answers 200 with a page that calls itself a stream.
func Page() Reply {
	return func(e *Exchange) {
		e.Raw(http.StatusOK, map[string]string{"Content-Type": "text/event-stream"}, "<!doctype html>\n<p>data: nothing\n")
	}
}

// ErrorInside answers 200 with an error where the answer should be, in a stream in the spacing given: `{"error":`, `{ "error" :`.
func ErrorInside(frame string) Reply {
	return func(e *Exchange) {
		if !e.Request.Stream {
			e.Raw(http.StatusOK, map[string]string{"Content-Type": "application/json"}, frame)
			return
		}
		e.Words("[1] ")
		e.Line("data: " + frame)
		e.Line("data: [DONE]")
	}
}

// NoStream refuses to stream, and otherwise answers as then does.
func NoStream(then Reply) Reply {
	return func(e *Exchange) {
		if e.Request.Stream {
			Status(http.StatusBadRequest, "streaming is not supported by this model")(e)
			return
		}
		then(e)
	}
}

// NeverStream answers with the whole, whatever was asked for.
func NeverStream(text string) Reply { return func(e *Exchange) { e.Whole(text) } }

// KeepAlives writes n comments before what then does.
func KeepAlives(n int, pause time.Duration, then Reply) Reply {
	return func(e *Exchange) {
		for range n {
			if pause > 0 && !e.Wait(pause) {
				return
			}
			e.Line(": keep-alive")
		}
		then(e)
	}
}

// Silent says nothing at all until who asked leaves; Begun writes the head of a stream and a word first.
func Silent() Reply { return func(e *Exchange) { <-e.HTTP.Context().Done() } }

// Begun is Silent after a word.
func Begun() Reply {
	return func(e *Exchange) {
		e.Words("[1] ")
		<-e.HTTP.Context().Done()
	}
}

// Unfinished writes a text and ends the stream without a reason and without [DONE]; with done, with [DONE]; with cut the connection breaks.
func Unfinished(text string, done, cut bool) Reply {
	return func(e *Exchange) {
		e.Words(text)
		if done {
			e.Line("data: [DONE]")
		}
		if cut {
			e.Abort()
		}
	}
}

// NoDone writes a text with its reason to stop, and no [DONE].
func NoDone(text string) Reply {
	return func(e *Exchange) {
		e.Words(text)
		e.Delta(map[string]any{}, "stop")
	}
}

// Finish writes a text and ends for a reason.
func Finish(text, reason string) Reply {
	return func(e *Exchange) {
		e.Words(text)
		e.Delta(map[string]any{}, reason)
		e.Line("data: [DONE]")
	}
}

// Delta writes one piece and stops.
func Delta(delta map[string]any) Reply {
	return func(e *Exchange) {
		e.Delta(delta, "")
		e.Stop()
	}
}

// Raw writes lines of a stream, as they are.
func Raw(lines ...string) Reply {
	return func(e *Exchange) {
		for _, l := range lines {
			e.Line(l)
		}
	}
}

// Endless writes a piece again and again until who asked leaves, or n bytes are written.
func Endless(piece string, n int) Reply {
	return func(e *Exchange) {
		for sent := 0; sent < n && e.HTTP.Context().Err() == nil; sent += len(piece) {
			e.Words(piece)
		}
		e.Stop()
	}
}

// Bomb is a small answer that unpacks to n megabytes.
func Bomb(n int) Reply {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	for range n {
		fmt.Fprint(z, strings.Repeat(": ", 1<<19))
	}
	_ = z.Close() // into memory
	return func(e *Exchange) {
		e.Raw(http.StatusOK, map[string]string{
			"Content-Type": "text/event-stream", "Content-Encoding": "gzip", "Content-Length": strconv.Itoa(b.Len()),
		}, b.String())
	}
}

// Redirect sends elsewhere.
func Redirect(to string) Reply {
	return func(e *Exchange) { http.Redirect(e.rw, e.HTTP, to, http.StatusTemporaryRedirect) }
}
