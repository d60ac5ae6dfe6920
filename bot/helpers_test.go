package bot

import (
	"flag"
	"os"
	"sync"
	"testing"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/understand"
)

var update = flag.Bool("update", false, "write the golden files anew")

// today is the day of every test.
var today = time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)

// clock is a time that only a test moves.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
}

func model(tb testing.TB) *understand.Model {
	tb.Helper()
	m, err := understand.Default()
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

func shared(tb testing.TB) *knowledge.Base {
	tb.Helper()
	b, err := base.Shared()
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// sharedBot answers from the shared base, on the day of the tests.
func sharedBot(tb testing.TB) (*Bot, *clock) {
	tb.Helper()
	c := &clock{t: today}
	return New(Options{Model: model(tb), Base: shared(tb), Now: c.now}), c
}

// smallBase is the base of testdata/base: one service, one that is written in French alone, one general question.
func smallBase(tb testing.TB) *knowledge.Base {
	tb.Helper()
	b, problems, err := files.Read(os.DirFS("testdata/base"))
	if err != nil {
		tb.Fatal(err)
	}
	for _, p := range problems {
		tb.Error(p)
	}
	return b
}

func smallBot(tb testing.TB) *Bot {
	tb.Helper()
	return New(Options{Model: model(tb), Base: smallBase(tb), Now: func() time.Time { return today }})
}

// say passes one message of one person on.
func say(tb testing.TB, b *Bot, text string) Reply {
	tb.Helper()
	r, err := b.Respond(tb.Context(), Message{Chat: "c", From: "u", Text: text})
	if err != nil {
		tb.Fatal(err)
	}
	if r.Text == "" {
		tb.Fatalf("%q: an empty reply", text)
	}
	return r
}
