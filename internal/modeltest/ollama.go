package modeltest

import (
	"maps"
	"net/http"
	"strings"
)

// What Ollama does otherwise than the others: it has names in any case, and with « :latest » or without; each piece of a stream has the role and a
// content; it accepts every field and any key; a request that is longer than its context is cut and not refused, which only the tokens that it tells
// show; and a model that ends in the middle of an answer is neither an error nor a broken connection: see Gone.

// listed is the model in the list of models.
func (s *Server) listed() map[string]any {
	m := map[string]any{"id": s.o.Model, "object": "model", "created": 1, "owned_by": "test"}
	if s.o.Kind.ollama {
		m["id"], m["owned_by"] = s.o.Model+":latest", "library"
	}
	return m
}

// has says whether the server has a model of a name.
func (s *Server) has(name string) bool {
	if s.o.Kind.ollama {
		return strings.EqualFold(strings.TrimSuffix(name, ":latest"), s.o.Model)
	}
	return name == s.o.Model || s.o.Kind.anyModel
}

// delta is a piece of a stream as this kind of server writes it.
func (k Kind) delta(d map[string]any) map[string]any {
	if !k.ollama {
		return d
	}
	full := map[string]any{"role": "assistant", "content": ""}
	maps.Copy(full, d)
	return full
}

// signed is an answer with what this kind of server puts beside it.
func (k Kind) signed(body map[string]any) map[string]any {
	if k.ollama {
		body["system_fingerprint"] = "fp_ollama"
	}
	return body
}

// Gone is what Ollama answers when the program that it runs for a model ends in the middle of an answer, after a text: a piece of nothing, of a model without a
// name, and the proper end of the connection, without a reason and without [DONE].
func Gone(text string) Reply {
	return func(e *Exchange) {
		if text != "" {
			e.Words(text)
		}
		e.Request.Model = ""
		e.Delta(map[string]any{}, "")
	}
}

// QueueFull is what Ollama answers when more wait than OLLAMA_MAX_QUEUE. It does not say when to come back.
func QueueFull() Reply {
	return func(e *Exchange) {
		e.Raw(http.StatusServiceUnavailable, map[string]string{"Content-Type": "application/json"},
			`{"error":{"message":"server busy, please try again.  maximum pending requests exceeded","type":"api_error","param":null,"code":null}}`+"\n")
	}
}
