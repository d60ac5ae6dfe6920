package modeltest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// A Reply answers one request.
type Reply func(e *Exchange)

// An Exchange is a request that is being answered. It is used by one goroutine.
type Exchange struct {
	Call

	HTTP *http.Request
	rw   http.ResponseWriter
	kind Kind
	open bool // the head of a stream was written
	out  int  // bytes of words

	context int // tokens of a request that are read; 0: all
}

// Raw writes a head and a body as they are.
func (e *Exchange) Raw(status int, header map[string]string, body string) {
	for k, v := range header {
		e.rw.Header().Set(k, v)
	}
	e.rw.WriteHeader(status)
	fmt.Fprint(e.rw, body)
	e.flush()
}

// Line writes a line of a stream as it is, and begins the stream when it has not begun.
func (e *Exchange) Line(s string) {
	if !e.open {
		e.rw.Header().Set("Content-Type", "text/event-stream")
		e.rw.WriteHeader(http.StatusOK)
		e.open = true
	}
	fmt.Fprint(e.rw, s+"\n\n")
	e.flush()
}

func (e *Exchange) flush() {
	if f, ok := e.rw.(http.Flusher); ok {
		f.Flush()
	}
}

// Delta writes a piece of a stream: what a choice adds, and its finish_reason or "".
func (e *Exchange) Delta(delta map[string]any, finish string) {
	choice := map[string]any{"index": 0, "delta": e.kind.delta(delta), "finish_reason": nil}
	if finish != "" {
		choice["finish_reason"] = finish
	}
	e.event(map[string]any{"choices": []any{choice}})
}

// Words writes a piece of text.
func (e *Exchange) Words(s string) {
	e.out += len(s)
	e.Delta(map[string]any{"content": s}, "")
}

// Stop ends a stream as it should end: the reason, the tokens where they are told, and [DONE].
func (e *Exchange) Stop() { e.end("stop") }

func (e *Exchange) end(reason string) {
	e.Delta(map[string]any{}, reason)
	if e.kind.usage || e.Request.Options != nil && e.Request.Options.IncludeUsage {
		e.event(map[string]any{"choices": []any{}, "usage": e.usage()})
	}
	e.Line("data: [DONE]")
}

func (e *Exchange) usage() map[string]any {
	prompt, out := tokens(e.Body), e.out/4
	if e.context > 0 {
		prompt = min(prompt, e.context)
	}
	return map[string]any{"prompt_tokens": prompt, "completion_tokens": out, "total_tokens": prompt + out}
}

func (e *Exchange) event(body map[string]any) {
	body["id"], body["object"], body["created"], body["model"] = "chatcmpl-1", "chat.completion.chunk", 1, e.Request.Model
	data, err := json.Marshal(e.kind.signed(body))
	if err != nil {
		panic("modeltest: " + err.Error())
	}
	e.Line("data: " + string(data))
}

// Whole writes an answer that is no stream.
func (e *Exchange) Whole(text string) { e.whole(text, "stop") }

func (e *Exchange) whole(text, reason string) {
	e.out += len(text)
	writeJSON(e.rw, http.StatusOK, e.kind.signed(map[string]any{
		"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": e.Request.Model, "usage": e.usage(),
		"choices": []any{map[string]any{"index": 0, "message": map[string]any{"role": "assistant", "content": text}, "finish_reason": reason}},
	}))
}

// Wait lets time pass; it returns false when who asked has left meanwhile.
func (e *Exchange) Wait(d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-e.HTTP.Context().Done():
		return false
	}
}

// Abort cuts the connection.
func (e *Exchange) Abort() { panic(http.ErrAbortHandler) }
