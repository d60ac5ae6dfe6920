package telegramtest

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// specDir holds the specification, beside the repository.
const specDir = "../../../shared/specs/telegram"

// sharedSpec is the specification, read once, or nil.
var sharedSpec = sync.OnceValue(func() *spec {
	if s, err := New(Options{Spec: specDir}); err == nil {
		return s.spec
	}
	return nil
})

// newServer returns a server that is closed with the test. With the specification at hand, its own answers and updates must fit it.
func newServer(t *testing.T, o Options) *Server {
	t.Helper()
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	s.spec = sharedSpec()
	t.Cleanup(func() {
		s.Close()
		for _, p := range s.Problems() {
			if strings.HasPrefix(p.Where, "answer ") || strings.HasPrefix(p.Where, "update ") {
				t.Errorf("the server itself: %s", p)
			}
		}
	})
	return s
}

// unlimited is for tests that are not about speed.
func unlimited() Options {
	return Options{Limits: Limits{Off: true}, Inline: true, InlineFeedback: true, Local: true}
}

// A reply is what came back, and args the arguments of a call.
type (
	reply struct {
		status int
		OK     bool            `json:"ok"`
		Result json.RawMessage `json:"result"`
		Error
	}
	args map[string]any
)

// do calls a method as JSON, without a network.
func do(t *testing.T, s *Server, method string, a args) reply {
	t.Helper()
	return doContext(t.Context(), t, s, method, a)
}

func doContext(ctx context.Context, t *testing.T, s *Server, method string, a args) reply {
	t.Helper()
	req := httptest.NewRequestWithContext(ctx, http.MethodPost, "/bot"+s.Token()+"/"+method, bytes.NewReader(mustJSON(a)))
	req.Header.Set("Content-Type", "application/json")
	return send(t, s, req)
}

func send(t *testing.T, s *Server, req *http.Request) reply {
	t.Helper()
	rec := httptest.NewRecorder()
	s.ServeHTTP(rec, req)
	r := reply{status: rec.Code}
	if err := json.Unmarshal(rec.Body.Bytes(), &r); err != nil {
		t.Errorf("%s: no JSON: %s", req.URL.Path, rec.Body)
	}
	if r.OK != (r.status == 200) || !r.OK && r.Code != r.status {
		t.Errorf("%s: status %d, body %s", req.URL.Path, r.status, rec.Body)
	}
	return r
}

// must calls a method that has to succeed, and decodes its result.
func must[T any](t *testing.T, s *Server, method string, a args) T {
	t.Helper()
	r := do(t, s, method, a)
	if !r.OK {
		t.Fatalf("%s: %s", method, r.Description)
	}
	return as[T](t, r.Result)
}

func as[T any](t *testing.T, raw []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatalf("%s: %v", raw, err)
	}
	return v
}

// refused calls a method that has to be refused with these words.
func refused(t *testing.T, s *Server, method string, a args, code int, words string) reply {
	t.Helper()
	r := do(t, s, method, a)
	if r.OK || r.Code != code || r.Description != words {
		t.Errorf("%s %v:\n got %d %q\nwant %d %q", method, a, r.status, r.Description, code, words)
	}
	return r
}

// An update as the bot reads it.
type update struct {
	ID       int64    `json:"update_id"`
	Message  *Message `json:"message"`
	Edited   *Message `json:"edited_message"`
	Post     *Message `json:"channel_post"`
	Callback *struct {
		ID      string   `json:"id"`
		Data    string   `json:"data"`
		Message *Message `json:"message"`
		Inline  string   `json:"inline_message_id"`
	} `json:"callback_query"`
	Inline *struct {
		ID    string `json:"id"`
		Query string `json:"query"`
	} `json:"inline_query"`
	Chosen *struct {
		Result string `json:"result_id"`
		Inline string `json:"inline_message_id"`
	} `json:"chosen_inline_result"`
	Mine *struct {
		Old struct {
			Status string `json:"status"`
		} `json:"old_chat_member"`
		New struct {
			Status string `json:"status"`
		} `json:"new_chat_member"`
	} `json:"my_chat_member"`
}

// fresh returns the updates that were not confirmed, and confirms them.
func fresh(t *testing.T, s *Server) []update {
	t.Helper()
	var all []update
	s.mu.Lock()
	waiting := s.queue.waiting
	s.queue.waiting = nil
	s.mu.Unlock()
	for _, q := range waiting {
		all = append(all, as[update](t, q.Body))
	}
	return all
}

// started is somebody who has started the bot.
func started(t *testing.T, s *Server) (*Person, *Chat) {
	t.Helper()
	p := s.NewPerson(User{FirstName: "Zoé", LanguageCode: "fr"})
	start := p.Start("")
	if start.Err() != nil {
		t.Fatal(start.Err())
	}
	start.Settle()
	fresh(t, s)
	return p, p.Private()
}

// inGroup is a chat of somebody's, with the bot in it.
func inGroup(t *testing.T, s *Server, kind ChatKind) (*Person, *Chat) {
	t.Helper()
	p := s.NewPerson(User{FirstName: "Ana"})
	c := s.NewChat(kind, "Salon", p, s.NewPerson(User{FirstName: "Bob"}))
	if err := p.AddBot(c); err != nil {
		t.Fatal(err)
	}
	fresh(t, s)
	return p, c
}

// soon is a context that ends in a second, of real time or of a bubble's.
func soon(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	t.Cleanup(cancel)
	return ctx
}
