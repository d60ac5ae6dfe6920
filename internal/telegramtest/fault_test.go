package telegramtest

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"nonmerci/internal/memnet"
)

// raw calls a method and returns the status and the body as they are.
func raw(t *testing.T, s *Server, method string, a args) (int, string, string) {
	t.Helper()
	req := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/bot"+s.Token()+"/"+method, bytes.NewReader(mustJSON(a)))
	req.Header.Set("Content-Type", "application/json")
	rec := httptest.NewRecorder()
	s.ServeHTTP(rec, req)
	return rec.Code, rec.Header().Get("Content-Type"), rec.Body.String()
}

func TestFaults(t *testing.T) {
	s := newServer(t, unlimited())
	_, c := started(t, s)
	_, other := started(t, s)
	text := args{"chat_id": c.ID(), "text": "x"}

	rule := s.Fail(Fault{Method: "send*", Chat: c.ID(), Times: 2, Err: TooManyRequests(7)})
	must[bool](t, s, "sendChatAction", args{"chat_id": other.ID(), "action": "typing"})
	must[[]update](t, s, "getUpdates", nil)
	for range 2 {
		if r := refused(t, s, "sendMessage", text, 429, "Too Many Requests: retry after 7"); r.Parameters.RetryAfter != 7 {
			t.Errorf("%+v", r)
		}
	}
	must[Message](t, s, "sendMessage", text)
	if rule.Used() != 2 || s.Flood().Refused != 0 {
		t.Errorf("used %d", rule.Used())
	}

	s.Fail(BadGateway())
	must[[]update](t, s, "getUpdates", nil) // is struck by name alone
	if code, kind, body := raw(t, s, "sendMessage", text); code != 502 || kind != "text/html" || !strings.HasPrefix(body, "<html>") {
		t.Error(code, kind, body)
	}
	lost := BadGateway()
	lost.Accepted = true
	s.Fail(lost)
	before := len(c.FromBot())
	if code, _, _ := raw(t, s, "sendMessage", text); code != 502 || len(c.FromBot()) != before+1 {
		t.Error("an accepted call left nothing")
	}
	forever := s.Fail(Fault{Method: "sendMessage", Times: -1, Err: &Error{Code: 401, Description: "Unauthorized"}})
	for range 5 {
		refused(t, s, "sendMessage", text, 401, "Unauthorized")
	}
	forever.Stop()
	s.Fail(Refusal(404, "Not Found"))
	refused(t, s, "sendMessage", text, 404, "Not Found")
	s.Fail(Fault{Method: "getUpdates", Status: 200, Body: `{"ok":tru`, ContentType: "application/json"})
	if code, _, body := raw(t, s, "getUpdates", nil); code != 200 || body != `{"ok":tru` {
		t.Error(code, body)
	}
	must[Message](t, s, "sendMessage", text)
	all := s.Requests("sendMessage")
	if last := all[len(all)-2]; last.Status != 404 || last.Description != "Not Found" {
		t.Errorf("%+v", last)
	}
	s.Forget()
	if len(s.Requests("")) != 0 {
		t.Error("the record is kept")
	}
}

// TestConnectionFaults needs a connection: delays, and an end without an answer.
func TestConnectionFaults(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		p, c := started(t, s)
		var network memnet.Network
		l, err := network.Listen("api.telegram.test:80")
		if err != nil {
			t.Fatal(err)
		}
		web := &http.Server{Handler: s, ReadHeaderTimeout: time.Minute}
		go func() { _ = web.Serve(l) }()
		client := network.Client()
		defer func() {
			client.CloseIdleConnections()
			_ = web.Close()
			_ = network.Close()
		}()
		post := func(text string) (string, error) {
			req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://api.telegram.test/bot"+s.Token()+"/sendMessage",
				strings.NewReader(fmt.Sprintf("chat_id=%d&text=%s", c.ID(), text)))
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			resp, err := client.Do(req)
			if err != nil {
				return "", err
			}
			defer func() { _ = resp.Body.Close() }()
			body, err := io.ReadAll(resp.Body)
			return string(body), err
		}
		start := time.Now()
		s.Fail(Fault{Delay: 10 * time.Second})
		if body, err := post("late"); err != nil || !strings.Contains(body, `"ok":true`) || time.Since(start) != 10*time.Second {
			t.Error(body, err, time.Since(start))
		}
		s.Fail(Fault{Cut: true})
		if _, err := post("cut"); err == nil {
			t.Error("an answer came")
		}
		s.Fail(Fault{Cut: true, Accepted: true})
		if _, err := post("kept"); err == nil {
			t.Error("an answer came")
		}
		var texts []string
		for _, m := range p.Visible(c) {
			texts = append(texts, m.Text)
		}
		if got := strings.Join(texts, " "); got != "/start late kept" {
			t.Error(got)
		}
	})
}
