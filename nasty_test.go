package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"nonmerci/bot"
	"nonmerci/internal/yardstick"
)

func openShared(tb testing.TB) answerer {
	tb.Helper()
	b, err := app{}.open("")
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// nasty are questions that nobody should type, by what is wrong with them. They are made when they are asked: each script starts this
// program anew, and needs none of them.
var nasty = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"nothing":             "",
		"spaces":              strings.Repeat(" ", 1<<20),
		"1 MB of words":       strings.Repeat("comment refuser ", 1<<16),
		"1 MB of one word":    strings.Repeat("a", 1<<20),
		"1 MB of one service": strings.Repeat("google photos ", 1<<16),
		"10,000 words":        strings.Repeat("mot ", 10_000),
		"words not known":     strings.Repeat("zgrblx qwfpgj xkcdyz ", 200),
		"long words":          strings.Repeat(strings.Repeat("abcdefgh", 6)+" ", 50),
		"typos":               strings.Repeat("dezactivr linkdinn instragramm fesbouk ", 60),
		"one letter a word":   strings.Repeat("l ", 1000),
		"elisions":            strings.Repeat("l'", 1000),
		"emoji":               strings.Repeat("👩‍👩‍👧‍👦", 1000),
		"combining marks":     "e" + strings.Repeat("\u0301", 100_000),
		"right to left":       strings.Repeat("\u202eلينكد إن ", 300),
		"zero width":          strings.Repeat("\u200b\u200d\ufeff", 50_000),
		"NUL":                 strings.Repeat("\x00", 100_000),
		"not UTF-8":           strings.Repeat("\xff\xc3\x28", 50_000),
		"Chinese":             strings.Repeat("如何拒绝人工智能训练", 300),
		"digits":              strings.Repeat("1234567890", 300),
		"marks":               strings.Repeat("?!…", 1000),
		"Markdown":            strings.Repeat("[**](", 800),
		"HTML":                strings.Repeat("<script>", 500),
		"a plain question":    "Comment désactiver l’IA de LinkedIn ?",
		"a general question":  "Que faire si l’entreprise ne répond pas ?",
	}
})

// TestNoQuestionTakesLong: the best of some stays under 50 ms, whatever the question is; and whatever was said before it. A machine that is
// busy gets more tries, and one that is slow more time.
func TestNoQuestionTakesLong(t *testing.T) {
	const limit = 50 * time.Millisecond * slower
	b := openShared(t)
	quickest := func(q string, turns []string) time.Duration {
		return yardstick.Least(20, limit, func() time.Duration {
			return yardstick.Of(func() { b.Ask(q, turns, "", true) })
		})
	}
	for name, q := range nasty() {
		if d := quickest(q, nil); d > limit {
			t.Errorf("%s: %v", name, d)
		}
		if d := quickest("et pour Instagram ?", []string{q}); d > limit {
			t.Errorf("after %s: %v", name, d)
		}
	}
}

// TestNastyQuestionsGetAReply that is whole: some kind, some text, in UTF-8, and JSON both ways.
func TestNastyQuestionsGetAReply(t *testing.T) {
	b := openShared(t)
	for name, q := range nasty() {
		r := b.Ask(q, nil, "", false)
		if !slices.Contains([]bot.Kind{bot.Answer, bot.Clarify, bot.Unknown, bot.Smalltalk}, r.Kind) || r.Text == "" || !utf8.ValidString(r.Text) {
			t.Errorf("%s: %s %q", name, r.Kind, r.Text)
		}
		if r.Kind == bot.Unknown && (len(r.Sources) > 0 || r.Entry != "") {
			t.Errorf("%s: unknown, with the sources of %s", name, r.Entry)
		}
	}
}

// FuzzBatch: each line that is not blank gives exactly one line of JSON, in order, and nothing panics.
func FuzzBatch(f *testing.F) {
	f.Add([]byte("{\"q\":\"Comment désactiver l’IA de LinkedIn ?\"}\n{\"q\":\"et pour Instagram ?\",\"context\":[\"Comment désactiver l’IA de LinkedIn ?\"]}"), true)
	f.Add([]byte("\n\n{}\n null \n[1]\n{\"q\":null}\n{\"q\":\"\\u0000\\ud800\",\"lang\":\"xx\"}\r\n\t"), false)
	f.Add([]byte("\xff\n{\"q\":\"\xff\"}\n\x00"), true)
	b := openShared(f)
	f.Fuzz(func(t *testing.T, in []byte, explain bool) {
		var out bytes.Buffer
		if err := runBatch(t.Context(), b, bytes.NewReader(in), &out, io.Discard, explain); err != nil {
			t.Fatal(err)
		}
		want := 0
		for line := range bytes.SplitSeq(in, []byte("\n")) {
			if len(bytes.TrimSpace(line)) > 0 {
				want++
			}
		}
		replies := bytes.Split(bytes.TrimSuffix(out.Bytes(), []byte("\n")), []byte("\n"))
		if out.Len() == 0 {
			replies = nil
		}
		if len(replies) != want {
			t.Fatalf("%d replies to %d lines:\n%s", len(replies), want, out.Bytes())
		}
		for _, r := range replies {
			var got struct {
				Kind  bot.Kind `json:"kind"`
				Text  string   `json:"text"`
				Error string   `json:"error"`
			}
			if err := json.Unmarshal(r, &got); err != nil || (got.Error == "") == (got.Kind == "") || got.Kind != "" && got.Text == "" {
				t.Errorf("%v: %s", err, r)
			}
		}
	})
}

func TestBatchStopsWhenItsContextIsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := runBatch(ctx, nil, strings.NewReader("{}\n"), io.Discard, io.Discard, false)
	if !errors.Is(err, context.Canceled) || exitCode(err, io.Discard) != 1 {
		t.Errorf("error %v", err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error)  { return 0, errors.New("unplugged") }
func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestBatchSaysThatItCannotReadOrWrite(t *testing.T) {
	if err := runBatch(t.Context(), nil, broken{}, io.Discard, io.Discard, false); err == nil || !strings.Contains(err.Error(), "read line 1: unplugged") {
		t.Errorf("error %v", err)
	}
	if err := runBatch(t.Context(), nil, strings.NewReader("{}\n"), broken{}, io.Discard, false); err == nil || !strings.Contains(err.Error(), "line 1: full") {
		t.Errorf("error %v", err)
	}
}

// TestRunNeedsNothing: no setting, no terminal, no file.
func TestRunNeedsNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	var out, errs strings.Builder
	none := func(string) string { return "" }
	if err := run(t.Context(), []string{"ask", "--lang", "en", "LinkedIn"}, none, strings.NewReader(""), &out, &errs); err != nil || errs.Len() > 0 {
		t.Fatalf("%v, standard error %q", err, errs.String())
	}
	if !strings.Contains(out.String(), "LinkedIn") {
		t.Errorf("%q", out.String())
	}
	left, err := filepath.Glob("*")
	if err != nil || len(left) > 0 {
		t.Errorf("files left behind: %v (%v)", left, err)
	}
	if _, err := os.Stat("nonmerci.db"); err == nil {
		t.Error("a store was made")
	}
}
