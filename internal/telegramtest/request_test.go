package telegramtest

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func multipartCall(t *testing.T, s *Server, method string, fields, files map[string]string) reply {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for k, v := range fields {
		if err := w.WriteField(k, v); err != nil {
			t.Fatal(err)
		}
	}
	for k, v := range files {
		f, err := w.CreateFormFile(k, k+".txt")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(v)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	req := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/bot"+s.Token()+"/"+method, &body)
	req.Header.Set("Content-Type", w.FormDataContentType())
	return send(t, s, req)
}

// TestBodies: the same call in every form that the real server reads.
func TestBodies(t *testing.T) {
	s := newServer(t, unlimited())
	_, c := started(t, s)
	id := fmt.Sprint(c.ID())
	form := url.Values{"chat_id": {id}, "text": {"é"}, "protect_content": {"true"}}.Encode()
	path := "/bot" + s.Token() + "/sendMessage"
	for name, req := range map[string]*http.Request{
		"query":   httptest.NewRequestWithContext(t.Context(), http.MethodGet, path+"?"+form, nil),
		"form":    httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, strings.NewReader(form)),
		"json":    httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, strings.NewReader(`{"chat_id":`+id+`,"text":"é","protect_content":true,"reply_markup":null}`)),
		"strings": httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, strings.NewReader(`{"chat_id":"`+id+`","text":"é","protect_content":"true"}`)),
		"test":    httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/bot"+s.Token()+"/test/SENDmessage", strings.NewReader(form)),
	} {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if name == "json" || name == "strings" {
			req.Header.Set("Content-Type", "application/json; charset=utf-8")
		}
		if r := send(t, s, req); !r.OK || as[Message](t, r.Result).Text != "é" || !as[Message](t, r.Result).ProtectContent {
			t.Errorf("%s: %+v", name, r)
		}
	}
	if r := multipartCall(t, s, "sendMessage", map[string]string{"chat_id": id, "text": "é"}, nil); !r.OK {
		t.Errorf("multipart: %+v", r)
	}
	if r := multipartCall(t, s, "getMe", nil, nil); !r.OK {
		t.Errorf("a multipart form without parts: %+v", r)
	}
	empty := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/bot"+s.Token()+"/getMe", nil)
	empty.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	if r := send(t, s, empty); !r.OK {
		t.Errorf("a multipart form without a body: %+v", r)
	}
	if n := len(s.Requests("send*")); n != 6 {
		t.Errorf("%d calls recorded", n)
	}
	if r := s.Requests("sendMessage")[0]; r.Int("chat_id") != c.ID() || r.Status != 200 || r.Args["text"] != "é" {
		t.Errorf("recorded %+v", r)
	}
}

func TestPaths(t *testing.T) {
	s := newServer(t, unlimited())
	for path, want := range map[string]string{
		"/bot" + s.Token() + "/noSuchMethod": "404 Not Found: method not found",
		"/bot123:WRONG/getMe":                "401 Unauthorized",
		"/":                                  "404 Not Found",
		"/bot" + s.Token():                   "404 Not Found",
		"/bot" + s.Token() + "/a/b":          "404 Not Found",
	} {
		if r := send(t, s, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)); r.Error.Error() != want {
			t.Errorf("%s: %v, want %s", path, r.Error.Error(), want)
		}
	}
	broken := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/bot"+s.Token()+"/getMe", strings.NewReader("{"))
	broken.Header.Set("Content-Type", "application/json")
	if r := send(t, s, broken); r.status != 400 {
		t.Errorf("broken JSON: %+v", r)
	}
	must[bool](t, s, "close", nil)
	must[bool](t, s, "logOut", nil)
	refused(t, s, "getMe", nil, 400, "Logged out")
	if _, err := New(Options{Token: "no token"}); err == nil {
		t.Error("a token without an id is taken")
	}
	if _, err := New(Options{Spec: t.TempDir()}); err == nil {
		t.Error("a folder without a specification is taken")
	}
}
