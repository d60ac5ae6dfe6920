package links

import (
	"crypto/x509"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/internal/memnet"
)

// A world is a network in memory with servers in it, whose clock a test owns.
type world struct {
	t       *testing.T
	net     *memnet.Network
	opts    Options
	servers []*httptest.Server

	mu   sync.Mutex
	seen []request
}

// A request is what a server saw.
type request struct {
	url    string // host and path
	start  time.Time
	end    time.Time
	header http.Header
}

// discard keeps servers from saying that a client left.
var discard = log.New(io.Discard, "", 0)

// inWorld runs a test in a world where no time passes.
func inWorld(t *testing.T, test func(w *world)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := &world{t: t, net: &memnet.Network{}}
		w.opts = Options{UserAgent: Agent + "/test", Dial: w.net.DialContext, RootCAs: x509.NewCertPool()}
		test(w)
		_ = w.net.Close()
		for _, s := range w.servers {
			s.Close()
		}
	})
}

// serve starts a site that answers http and https; robots.txt is not there unless h answers it.
func (w *world) serve(host string, h http.Handler) {
	w.t.Helper()
	for _, port := range []string{":80", ":443"} {
		l, err := w.net.Listen(host + port)
		if err != nil {
			w.t.Fatal(err)
		}
		s := &httptest.Server{Listener: l, Config: &http.Server{Handler: w.noting(h), ErrorLog: discard}}
		if port == ":80" {
			s.Start()
		} else {
			s.StartTLS()
			w.opts.RootCAs.AddCert(s.Certificate())
		}
		w.servers = append(w.servers, s)
	}
}

// noting is a handler that notes what it was asked.
func (w *world) noting(h http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		start := time.Now()
		defer func() {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.seen = append(w.seen, request{r.Host + r.URL.RequestURI(), start, time.Now(), r.Header})
		}()
		h.ServeHTTP(rw, r)
	})
}

// asked is how often an address, host and path, was asked.
func (w *world) asked(url string) int {
	n := 0
	for _, r := range w.requests() {
		if r.url == url {
			n++
		}
	}
	return n
}

// requests are what the servers have answered so far, but for robots.txt.
func (w *world) requests() []request {
	synctest.Wait() // a handler may still be at its end
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(w.seen), func(r request) bool { return isRobots(r.url) })
}

func isRobots(url string) bool { return len(url) > 11 && url[len(url)-11:] == "/robots.txt" }

// check asks one address.
func (w *world) check(url string, last Record) Record {
	w.t.Helper()
	rec, err := newChecker(w.opts).check(w.t.Context(), url, last)
	if err != nil {
		w.t.Fatal(err)
	}
	return rec
}

// run asks addresses, and wants no error.
func (w *world) run(state State, due ...string) {
	w.t.Helper()
	if _, err := Run(w.t.Context(), due, state, w.opts); err != nil {
		w.t.Fatal(err)
	}
}

// pages is a handler with a page for each path.
type pages map[string]http.HandlerFunc

func (p pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h, ok := p[r.URL.Path]; ok {
		h(w, r)
		return
	}
	http.NotFound(w, r)
}

func htmlPage(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte("<!doctype html><title>T</title><body><main>" + body + "</main>"))
	}
}

func redirect(status int, to string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Location"] = []string{to}
		w.WriteHeader(status)
	}
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}
