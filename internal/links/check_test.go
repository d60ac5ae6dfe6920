package links

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

const article = "<p>One may object to the use of what one has posted, in the settings, before the day on which it begins.</p>"

// TestEachAnswerIsNamed asks sites that do everything that sites do.
func TestEachAnswerIsNamed(t *testing.T) {
	long := strings.Repeat("<p>words and words that fill an article about passwords</p>", 30)
	tests := []struct {
		name   string
		h      http.HandlerFunc // of https://example.com/page
		result Result
		detail string
		status int
		final  string // a path of the same site, or an address
		hops   int
		asked  int // how often the page was asked
	}{
		{"well", htmlPage(article), Well, "", 200, "", 0, 1},
		{"no content", status(204), Well, "", 204, "", 0, 1},
		{"no page", status(404), Gone, "", 404, "", 0, 1},
		{"gone", status(410), Gone, "", 410, "", 0, 1},
		{"members only", status(401), Refused, "", 401, "", 0, 1},
		{"forbidden", status(403), Refused, "", 403, "", 0, 1},
		{"too many", status(429), Refused, "", 429, "", 0, 1},
		{"forbidden by law", status(451), Refused, "", 451, "", 0, 1},
		{"LinkedIn’s own", status(999), Refused, "", 999, "", 0, 1},
		{"broken", status(500), Failing, "", 500, "", 0, 2},
		{"unavailable", status(503), Failing, "", 503, "", 0, 2},
		{"teapot", status(418), Unexpected, "", 418, "", 0, 1},
		{"redirect to nowhere", status(302), Unexpected, "", 302, "", 0, 1},

		{"redirect for a while", redirect(302, "/fr/page"), Well, "", 200, "/fr/page", 1, 1},
		{"redirect for good", redirect(301, "/fr/page"), Moved, "", 200, "/fr/page", 1, 1},
		{"308", redirect(308, "/fr/page"), Moved, "", 200, "/fr/page", 1, 1},
		{"a chain", redirect(301, "/one"), Well, "", 200, "/fr/page", 3, 1},
		{"the same with a slash", redirect(301, "/page/"), Well, "", 200, "/page/", 1, 1},
		{"www", redirect(301, "https://www.example.com/page"), Well, "", 200, "https://www.example.com/page", 1, 1},
		{"another host", redirect(301, "//b.example.com/page"), Elsewhere, "another host", 200, "https://b.example.com/page", 1, 1},
		{"home", redirect(302, "/"), Elsewhere, "the home page", 200, "/", 1, 1},
		{"home in French", redirect(302, "/fr-FR/"), Elsewhere, "the home page", 200, "/fr-FR/", 1, 1},
		{"to a page that is gone", redirect(301, "/no-such-page"), Gone, "", 404, "/no-such-page", 1, 1},

		{"login path", redirect(302, "/uas/login?next=%2Fpage"), Login, "", 200, "/uas/login?next=%2Fpage", 1, 1},
		{"login that refuses robots", redirect(302, "/authwall"), Login, "", 999, "/authwall", 1, 1},
		{"login host", redirect(302, "https://accounts.example.com/v3"), Login, "", 200, "https://accounts.example.com/v3", 1, 1},
		{"login that robots may not see", redirect(302, "/signin/secret"), Login, "", 302, "/signin/secret", 1, 1},
		{"a form", htmlPage(`<form>E-mail <input name=m> <input type=PASSWORD></form>`), Login, "", 200, "", 0, 1},
		{"an article with a form", htmlPage(long + `<input type=password>`), Well, "", 200, "", 0, 1},

		{"a circle", redirect(302, "/page"), Loop, "it redirects in a circle", 302, "/page", 2, 2},
		{"a spiral", redirect(302, "/spiral?0"), Loop, "it redirects too often", 302, "/spiral?00000000000", 11, 1},
		{"a cookie first", cookieFirst, Well, "", 200, "/page", 1, 2},
		{"an app", redirect(302, "intent://page#Intent"), Unexpected, "it redirects to what is no page", 302, "intent://page", 1, 1},
		{"no address", redirect(302, "http://[::1"), Unexpected, "it redirects to what is no address", 302, "", 0, 1},
		{"forbidden by robots.txt further on", redirect(302, "/secret"), Robots, "", 302, "/secret", 1, 1},

		{"slow", pause(15*time.Second, htmlPage(article)), Well, "", 200, "", 0, 1},
		{"too slow", pause(time.Minute, htmlPage(article)), Timeout, "", 0, "", 0, 2},
		{"hangs in the middle", hang, Timeout, "", 0, "", 0, 2},
		{"reset", cut(""), Unreachable, "the connection was cut", 0, "", 0, 1},
		{"cut in the middle", cut("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc"), Unreachable, "the connection was cut", 0, "", 0, 1},
		{"no HTTP", cut("220 mail.example.com ESMTP\r\n"), Unreachable, "the connection failed", 0, "", 0, 1},
		{"not packed as said", packed(plainly), Unexpected, "the page cannot be unpacked", 0, "", 0, 1},
		{"packed", packed(zipped), Well, "", 200, "", 0, 1},
		{"without end", endless, Well, "", 200, "", 0, 1},
		{"a charset that does not exist", typed("text/html; charset=klingon", article), Well, "", 200, "", 0, 1},
		{"a charset that is a lie", typed("text/html; charset=utf-8", "<p>\xe9t\xe9 \xff\xfe"), Well, "", 200, "", 0, 1},
		{"no type", typed("", article), Well, "", 200, "", 0, 1},
		{"a type that is none", typed(";;;", article), Well, "", 200, "", 0, 1},
		{"a PDF", typed("application/pdf", "%PDF-1.7"), Well, "", 200, "", 0, 1},
		{"nothing", typed("text/html", ""), Well, "", 200, "", 0, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.serve("example.com", pages{
					"/robots.txt": typed("text/plain", "User-agent: *\nDisallow: /secret\nDisallow: /signin/secret"),
					"/page":       tt.h, "/page/": htmlPage(article), "/": htmlPage(article), "/fr-FR/": htmlPage(article), "/fr/page": htmlPage(article),
					"/one": redirect(307, "two"), "/two": redirect(303, "/fr/page"), "/uas/login": htmlPage("Sign in"), "/authwall": status(999),
					"/spiral": func(rw http.ResponseWriter, r *http.Request) { redirect(302, "/spiral?0"+r.URL.RawQuery)(rw, r) },
					"/secret": htmlPage(article), "/signin/secret": htmlPage(article),
				})
				for _, other := range []string{"www.example.com", "b.example.com", "accounts.example.com"} {
					w.serve(other, pages{"/page": htmlPage(article), "/v3": htmlPage("Sign in")})
				}
				rec := w.check("https://example.com/page", Record{})
				if strings.HasPrefix(tt.final, "/") {
					tt.final = "https://example.com" + tt.final
				}
				if rec.Result != tt.result || rec.Detail != tt.detail || rec.Status != tt.status || rec.Final != tt.final || len(rec.Hops) != tt.hops {
					t.Errorf("got %s %q %d, to %q after %d, want %s %q %d, to %q after %d", rec.Result, rec.Detail, rec.Status, rec.Final, len(rec.Hops),
						tt.result, tt.detail, tt.status, tt.final, tt.hops)
				}
				if got := w.asked("example.com/page"); got != tt.asked {
					t.Errorf("asked %d times, want %d", got, tt.asked)
				}
				if n := w.asked("example.com/secret") + w.asked("example.com/signin/secret"); n > 0 {
					t.Error("a page was asked that robots.txt forbids")
				}
				if rec.Checked.IsZero() {
					t.Error("the record has no date")
				}
			})
		})
	}
}

// cookieFirst redirects to itself until a cookie comes back.
func cookieFirst(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie("seen"); err != nil {
		w.Header().Add("Set-Cookie", "seen=1; Path=/")
		redirect(302, "/page")(w, r)
		return
	}
	htmlPage(article)(w, r)
}

func pause(d time.Duration, then http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-time.After(d):
			then(w, r)
		case <-r.Context().Done():
		}
	}
}

// hang sends the beginning of a page and no more.
func hang(w http.ResponseWriter, r *http.Request) {
	_, _ = io.WriteString(w, "<p>Once upon a")
	_ = http.NewResponseController(w).Flush()
	<-r.Context().Done()
}

// cut sends something raw and closes the connection.
func cut(what string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			panic(err)
		}
		_, _ = io.WriteString(conn, what)
		_ = conn.Close()
	}
}

func packed(write func(io.Writer)) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		write(w)
	}
}

func plainly(w io.Writer) { _, _ = io.WriteString(w, article) }

func zipped(w io.Writer) {
	z := gzip.NewWriter(w)
	_, _ = io.WriteString(z, article)
	_ = z.Close()
}

func typed(kind, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Type"] = []string{kind}
		_, _ = io.WriteString(w, body)
	}
}

// endless sends a page that never ends, and fails when more than its beginning is taken.
func endless(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	for n := 0; ; n++ {
		if _, err := fmt.Fprintf(w, "<p title='%s'>word</p>", strings.Repeat("title ", 10000)); err != nil {
			return
		}
		if n*60000 > 2*maxBody {
			panic("the whole of an endless page is read")
		}
	}
}

// TestConnectionsThatFail tells apart what keeps a page from being reached.
func TestConnectionsThatFail(t *testing.T) {
	inWorld(t, func(w *world) {
		w.serve("example.com", pages{"/page": htmlPage(article)})
		w.serve("other.test", pages{}) // the certificate of the test servers is for example.com
		l, err := w.net.Listen("plain.example.com:443")
		if err != nil {
			t.Fatal(err)
		}
		go func() { _ = http.Serve(l, pages{}) }() //nolint:gosec // the world closes it
		for url, want := range map[string]Record{
			"https://nowhere.example.com/page": {Result: DNS, Detail: "the name does not exist"},
			"https://other.test/page":          {Result: TLS, Detail: "the certificate is for another host"},
			"https://plain.example.com/page":   {Result: TLS, Detail: "what answers there does not speak TLS"},
			"http://plain.example.com/page":    {Result: Unreachable, Detail: "the connection is refused"},
			"ftp://example.com/page":           {Result: Unexpected, Detail: "this is no address"},
			"https://[::1":                     {Result: Unexpected, Detail: "this is no address"},
		} {
			if got := w.check(url, Record{}); got.Result != want.Result || got.Detail != want.Detail || got.Status != 0 {
				t.Errorf("%s: %s %q %d, want %s %q", url, got.Result, got.Detail, got.Status, want.Result, want.Detail)
			}
		}
		w.opts.RootCAs = nil
		if got := w.check("https://example.com/page", Record{}); got.Result != TLS || !strings.Contains(got.Detail, "authority") {
			t.Errorf("a certificate of nobody: %s %q", got.Result, got.Detail)
		}
	})
}
