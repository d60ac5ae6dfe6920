package discordrest

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestFetch goes to Discord's own hosts alone, sends no token, follows nothing, and reads no more than it may.
func TestFetch(t *testing.T) {
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Header.Get("Authorization") != "":
			t.Error("the token is sent along")
		case r.URL.Path == "/attachments/1/2/a.csv":
			_, _ = w.Write([]byte("12345"))
		case r.URL.Path == "/moved":
			http.Redirect(w, r, "http://127.0.0.1:1/secret", http.StatusFound)
		default:
			http.NotFound(w, r)
		}
	}))
	defer web.Close()
	c, err := New(Options{Token: "t", URL: web.URL})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got, err := c.Fetch(t.Context(), web.URL+"/attachments/1/2/a.csv?ex=1", 5); err != nil || string(got) != "12345" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := c.Fetch(t.Context(), web.URL+"/attachments/1/2/a.csv", 4); !errors.Is(err, ErrLarge) {
		t.Errorf("too large: %v", err)
	}
	for _, address := range []string{
		"https://evil.example/a", "http://cdn.discordapp.com/a", "https://cdn.discordapp.com.evil.example/a", "https://u:p@cdn.discordapp.com/a", "file:///etc/passwd",
		"https://cdn.discordapp.com:444/a", "", "::",
	} {
		if _, err := c.Fetch(t.Context(), address, 4); !errors.Is(err, ErrElsewhere) {
			t.Errorf("%q: %v", address, err)
		}
	}
	for _, path := range []string{"/moved", "/gone"} {
		if _, err := c.Fetch(t.Context(), web.URL+path, 4); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", path, err)
		}
	}
}
