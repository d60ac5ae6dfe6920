package modeltest

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"
)

// A Request is the body of a request for words, as far as it matters here.
type Request struct {
	Model     string  `json:"model"`
	Stream    bool    `json:"stream"`
	MaxTokens int     `json:"max_tokens"`
	Heat      float64 `json:"temperature"`
	Options   *struct {
		IncludeUsage bool `json:"include_usage"`
	} `json:"stream_options"`
	Messages []struct {
		Role    string `json:"role"`
		Content string `json:"content"`
	} `json:"messages"`
	fields []string
}

// User is the last message of the user.
func (r Request) User() string {
	for _, m := range slices.Backward(r.Messages) {
		if m.Role == "user" {
			return m.Content
		}
	}
	return ""
}

// ServeHTTP answers /v1/models and /v1/chat/completions.
func (s *Server) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	auth := r.Header.Get("Authorization")
	known := s.o.Key == "" || auth == "Bearer "+s.o.Key
	switch {
	case r.Method == http.MethodGet && r.URL.Path == "/v1/models" && (known || s.o.Kind.open):
		writeJSON(rw, http.StatusOK, map[string]any{"object": "list", "data": []any{s.listed()}})
	case r.Method == http.MethodPost && r.URL.Path == "/v1/chat/completions":
		s.complete(rw, r, known)
	case !known:
		s.refuse(rw, http.StatusUnauthorized, "Incorrect API key provided", "")
	case s.o.Kind.ollama:
		http.Error(rw, "404 page not found", http.StatusNotFound)
	default:
		s.refuse(rw, http.StatusNotFound, "no such route", "")
	}
}

// complete answers a request for words: with a refusal, where the kind of server refuses it, else as it was told to.
func (s *Server) complete(rw http.ResponseWriter, r *http.Request, known bool) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		return
	}
	c := Call{Path: r.URL.Path, Authorization: r.Header.Get("Authorization"), Body: string(body), At: time.Now()}
	problem := json.Unmarshal(body, &c.Request)
	var all map[string]json.RawMessage
	_ = json.Unmarshal(body, &all) // the same problem
	for name := range all {
		c.Request.fields = append(c.Request.fields, name)
	}
	slices.Sort(c.Request.fields)
	reply := s.begin(c)
	defer s.end()
	switch extra := s.extra(c.Request); {
	case !known:
		s.refuse(rw, http.StatusUnauthorized, "Incorrect API key provided", "")
	case problem != nil:
		s.refuse(rw, http.StatusBadRequest, "the body is not JSON", "")
	case extra != "":
		status := http.StatusBadRequest
		if s.o.Kind.errors == likeMistral {
			status = http.StatusUnprocessableEntity
		}
		s.refuse(rw, status, "Extra inputs are not permitted", extra)
	case !s.has(c.Request.Model):
		s.refuse(rw, http.StatusNotFound, fmt.Sprintf("The model %q does not exist", c.Request.Model), "model")
	case s.o.Context > 0 && tokens(c.Body)+c.Request.MaxTokens > s.o.Context && !s.o.Kind.ollama:
		s.refuse(rw, http.StatusBadRequest, "the request exceeds the available context size", "messages")
	default:
		reply(&Exchange{rw: rw, Call: c, HTTP: r, kind: s.o.Kind, context: s.o.Context})
	}
}

// tokens is how many tokens a text has here: one of four bytes, and no two words in one.
func tokens(s string) int { return max(len(s)/4, len(strings.Fields(s))) }

// extra returns a field that this kind of server does not know.
func (s *Server) extra(r Request) string {
	for _, f := range r.fields {
		if s.o.Kind.fields != nil && !slices.Contains(s.o.Kind.fields, f) {
			return f
		}
	}
	return ""
}

// refuse writes a refusal in the manner of the kind of server.
func (s *Server) refuse(rw http.ResponseWriter, status int, message, field string) {
	var body any
	switch s.o.Kind.errors {
	case likeMistral:
		body = map[string]any{"object": "error", "message": message, "type": "invalid_request_error"}
		if status == http.StatusUnprocessableEntity {
			detail := map[string]any{"type": "extra_forbidden", "loc": []string{"body", field}, "msg": message}
			body = map[string]any{"object": "error", "message": map[string]any{"detail": []any{detail}}, "type": "invalid_request_error"}
		}
	case likeVLLM:
		body = map[string]any{"object": "error", "message": strings.TrimSpace(message + " " + field), "type": "BadRequestError", "code": status}
	case likeLlama:
		refusal := map[string]any{"code": status, "message": message, "type": "invalid_request_error"}
		switch {
		case status == http.StatusUnauthorized:
			refusal["type"] = "authentication_error"
		case status == http.StatusNotFound:
			refusal["type"] = "not_found_error"
		case field == "messages": // too many for it
			refusal["type"], refusal["n_ctx"] = "exceed_context_size_error", s.o.Context
		}
		body = map[string]any{"error": refusal}
	case likeOllama:
		kind := "api_error" // whatever the model's side refuses
		if status == http.StatusBadRequest {
			kind = "invalid_request_error"
		}
		body = map[string]any{"error": map[string]any{"message": message, "type": kind, "param": nil, "code": nil}}
	default:
		body = map[string]any{"error": map[string]any{"message": message, "type": "invalid_request_error", "param": field, "code": nil}}
	}
	writeJSON(rw, status, body)
}

func writeJSON(rw http.ResponseWriter, status int, body any) {
	rw.Header().Set("Content-Type", "application/json")
	rw.WriteHeader(status)
	_ = json.NewEncoder(rw).Encode(body) // who asked may have left
}
