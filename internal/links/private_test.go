package links

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// private are addresses of this machine and of networks that are not public, as an address of the base could name them.
var private = []string{
	"http://127.0.0.1/", "https://127.0.0.1/", "http://127.8.9.10/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
	"http://0.0.0.0/", "http://[::]/", "http://10.1.2.3/", "http://172.16.0.1/", "http://192.168.1.1/", "http://100.64.0.1/",
	"http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://[fd00::1]/", "http://[64:ff9b::7f00:1]/", "http://192.0.2.1/",
	"http://224.0.0.1/",
}

// TestPrivateNetworksAreNotAsked names them directly, and has a public site redirect to them. What is refused is what is dialled: here
// nothing is, so no answer, no port and no time tells the site anything.
func TestPrivateNetworksAreNotAsked(t *testing.T) {
	for _, url := range private {
		rec, err := newChecker(Options{}).check(t.Context(), url, Record{})
		if err != nil || rec.Result != Private || rec.Status != 0 {
			t.Errorf("%s: %+v, %v", url, rec, err)
		}
	}
	inWorld(t, func(w *world) {
		site := pages{}
		w.serve("example.com", site)
		real := dialer(Options{}).DialContext
		w.opts.Dial = func(ctx context.Context, network, addr string) (net.Conn, error) {
			if strings.HasPrefix(addr, "example.com:") {
				return w.net.DialContext(ctx, network, addr)
			}
			return real(ctx, network, addr)
		}
		for _, url := range private {
			if strings.Contains(url, "localhost") {
				continue // to resolve a name takes a thread outside the bubble
			}
			site["/page"] = redirect(http.StatusFound, url)
			if rec := w.check("https://example.com/page", Record{}); rec.Result != Private || rec.Final != url {
				t.Errorf("redirected to %s: %+v", url, rec)
			}
		}
	})
}

// TestPortsOfOtherProtocolsAreNotAsked has a server on a port of its own, which is reached when that is allowed only.
func TestPortsOfOtherProtocolsAreNotAsked(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	defer s.Close()
	rec, err := newChecker(Options{}).check(t.Context(), s.URL, Record{})
	if err != nil || rec.Result != Private || rec.Detail != "the port is neither 80 nor 443" {
		t.Errorf("%+v, %v", rec, err)
	}
	a, err := newChecker(Options{AllowPrivate: true}).askRules(t.Context(), mustParse(t, s.URL+"/robots.txt"))
	if err != nil || len(a.lines) > 0 {
		t.Errorf("allowed: %+v, %v", a, err)
	}
}
