package links

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestChangeIsToldFromNoise checks a page again after each change.
func TestChangeIsToldFromNoise(t *testing.T) {
	const page = `<html><head><title>T</title><script>var id = "a8f3";</script><style>p{}</style></head><body>
		<header>Menu</header><nav><a>Home</a></nav><main><h1>Your data</h1>%s<p>Updated on %s, read %s times.</p>%s</main>
		<div role="dialog">%s</div><div hidden>%s</div><footer>%s</footer></body></html>`
	var many strings.Builder
	for i := range 30 {
		fmt.Fprintf(&many, "<p>Paragraph %s tells what becomes of a thing and of another one in the house of %s.</p>", words(i), words(i+7))
	}
	fill := func(page, date, count, around string) string {
		return fmt.Sprintf(page, article, date, count, many.String(), around, around, around)
	}
	first := fill(page, "12 novembre 2026", "1,024", "Cookies?")
	for _, tt := range []struct {
		name     string
		body     string
		want     Result
		from, to float64 // the share of change
	}{
		{"the same", first, Well, 0, 0},
		{"what is around it", fill(strings.ReplaceAll(page, "Menu", "Menu, more"), "12 novembre 2026", "1,024", "y z"), Well, 0, 0},
		{"dates and counts", fill(strings.ReplaceAll(page, "a8f3", "b1c2"), "3 décembre 2027", "2,048", ""), Well, 0, 0},
		{"layout", strings.NewReplacer("<p>", "<div class=new>\n<b>", "</p>", "</b></div>").Replace(first), Well, 0, 0},
		{"one word", strings.Replace(first, "One may object", "Nobody may object", 1), Well, 0.001, changedFrom},
		{"a sentence", strings.Replace(first, article, "<p>The right to object ended with the new terms.</p>", 1), Changed, 0.02, 0.15},
		{"a part", strings.ReplaceAll(first, "Paragraph", "In another paragraph it"), Changed, 0.25, 0.7},
		{"all", "<p>This page has been retired. Thank you for your visit.", Changed, 0.9, 1},
		{"no text left", `<div id="app"></div><script src="app.js"></script>`, Changed, 1, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				body := first
				w.serve("example.com", pages{"/page": func(rw http.ResponseWriter, r *http.Request) { typed("text/html", body)(rw, r) }})
				one := w.check("https://example.com/page", Record{})
				if one.Print == nil || one.Result != Well || one.Change != 0 || !one.Compared.IsZero() {
					t.Fatalf("the first time: %+v", one)
				}
				time.Sleep(24 * time.Hour)
				body = tt.body
				two := w.check("https://example.com/page", one)
				if two.Result != tt.want || two.Change < tt.from || two.Change > tt.to || !two.Compared.Equal(one.Print.Taken) {
					t.Errorf("%s, %.3f since %s; want %s, %.3f to %.3f", two.Result, two.Change, two.Compared, tt.want, tt.from, tt.to)
				}
				if three := w.check("https://example.com/page", two); three.Result != Well || three.Change != 0 {
					t.Errorf("the third time: %s, %.3f", three.Result, three.Change)
				}
			})
		})
	}
}

// TestPrintOutlivesFailures compares with the last text that was read, however long ago.
func TestPrintOutlivesFailures(t *testing.T) {
	inWorld(t, func(w *world) {
		site := pages{"/page": htmlPage(article), "/": htmlPage("Home")}
		w.serve("example.com", site)
		rec := w.check("https://example.com/page", Record{})
		taken := rec.Print
		for _, h := range []http.HandlerFunc{status(500), status(403), redirect(302, "/login"), redirect(302, "/"), cut("")} {
			site["/page"] = h
			if rec = w.check("https://example.com/page", rec); rec.Print != taken || rec.Change != 0 || !rec.Compared.IsZero() {
				t.Errorf("%s: %+v", rec.Result, rec)
			}
		}
		site["/page"] = htmlPage("<p>Nothing is as it was before, alas.")
		if rec = w.check("https://example.com/page", rec); rec.Result != Changed || rec.Compared != taken.Taken {
			t.Errorf("afterwards: %+v", rec)
		}
	})
}

// TestBytesAreTheSameOrNot compares what is no text.
func TestBytesAreTheSameOrNot(t *testing.T) {
	now := time.Now()
	a, b := readPage([]byte("%PDF-1.7 a"), "application/pdf"), readPage([]byte("%PDF-1.7 b"), "application/pdf")
	if a.print(now).change(a.print(now)) != 0 || a.print(now).change(b.print(now)) != 1 {
		t.Error("files of bytes are not told apart")
	}
	c := readPage([]byte("<p>a b c d"), "text/html")
	if a.print(now).change(c.print(now)) != 1 || c.print(now).change(a.print(now)) != 1 {
		t.Error("a file that became a page is not a change")
	}
}

// TestShareIsNearTheTruth replaces a part of texts of many lengths, and compares the share with the one that was replaced.
func TestShareIsNearTheTruth(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 2, 3, 50, 700, 5000} {
		for _, part := range []float64{0, 0.02, 0.1, 0.5, 1} {
			a := make([]string, n)
			for i := range a {
				a[i] = words(rnd.IntN(1 << 30))
			}
			b := append([]string{}, a...)
			for i := range int(part * float64(n)) { // in one piece, so that shingles lose little else
				b[i] = words(rnd.IntN(1 << 30))
			}
			now := time.Now()
			got, back := newPrint(a, now).change(newPrint(b, now)), newPrint(b, now).change(newPrint(a, now))
			want := math.Floor(part*float64(n)) / float64(n)
			if slack := 0.03 + 3/float64(n); math.Abs(got-want) > slack && n > 3 || got != back || got < 0 || got > 1 || want == 0 && got != 0 {
				t.Errorf("%d words, %.2f replaced: %.3f, and %.3f back", n, want, got, back)
			}
		}
	}
}

// words writes a number in letters.
func words(n int) string {
	out := []byte{'q'}
	for ; n > 0; n /= 20 {
		out = append(out, "bcdfghjklmnprstvwxza"[n%20])
	}
	return string(out)
}

func TestNormalWords(t *testing.T) {
	for in, want := range map[string]string{
		"Mis à jour le 12 novembre 2026, à 14 h 30.":    "mis a jour le 0 a 0 h 0",
		"Updated November 3rd, 2026":                    "updated 0",
		"You may object. In May 2026, you may.":         "you may object in 0 you may",
		"L’effet du 1er mars ; la planète Mars":         "l effet du 0 la planete mars",
		"Seite 1 von 2\u00a0345":                        "seite 0 von 0",
		"e4f1-9c22 token":                               "0 token",
		"":                                              "",
		"\u200bsecret\u00ad word":                       "secret word",
		"Montag, 3. Februar 2027 und mardi 4 août 2027": "0 und 0",
	} {
		if got := strings.Join(normalWords(in), " "); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestVisibleText leaves out what nobody sees, and ends on any nesting.
func TestVisibleText(t *testing.T) {
	for in, want := range map[string]string{
		"<p>One<p>two<script>three</script><noscript>no</noscript><svg><text>x</text></svg>":        "one two",
		"<body><header>Site</header><article><header>Title</header>Text</article>":                  "title text",
		"<div aria-hidden=TRUE>a</div><div style='display : none'>b</div><p role=navigation>c</p>d": "d",
		"<template><p>a</p></template><select><option>b</select><details><summary>c</summary>d":     "c d",
		"<!-- a --><p hidden>b<p>c &amp; d&eacute;</p>":                                             "c de",
		strings.Repeat("<div>", 300) + "deep":                                                       "deep",
	} {
		if got := strings.Join(readPage([]byte(in), "text/html; charset=utf-8").words, " "); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	latin := readPage([]byte("<meta charset=iso-8859-1><p>\xe9t\xe9"), "text/html")
	if got := strings.Join(latin.words, " "); got != "ete" {
		t.Errorf("ISO 8859-1: %q", got)
	}
}

// FuzzReadPage reads anything, and what it reads is the same as itself.
func FuzzReadPage(f *testing.F) {
	f.Add([]byte("<p>One <b>two</b>"), "text/html")
	f.Add([]byte(strings.Repeat("<a><table>", 200)), "text/html; charset=utf-16")
	f.Add([]byte("\xff\xfe\x00"), "text/plain; charset=iso-2022-kr")
	f.Fuzz(func(t *testing.T, body []byte, kind string) {
		p := readPage(body, kind)
		now := time.Now()
		if a, b := p.print(now), readPage(body, kind).print(now); a.change(b) != 0 {
			t.Errorf("%.3f of a page differs from itself", a.change(b))
		}
		_, _ = io.WriteString(io.Discard, strings.Join(p.words, " "))
	})
}
