package bot

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
)

// A writer is a Rewriter that a test is made of. It keeps what it was asked.
type writer struct {
	write func(ctx context.Context, w Rewriting) (Rewritten, error)

	mu    sync.Mutex
	asked []Rewriting
}

func (w *writer) Rewrite(ctx context.Context, r Rewriting) (Rewritten, error) {
	w.mu.Lock()
	w.asked = append(w.asked, r)
	w.mu.Unlock()
	return w.write(ctx, r)
}

// last is what was asked last; the zero Rewriting when nothing was.
func (w *writer) last() Rewriting {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.asked) == 0 {
		return Rewriting{}
	}
	return w.asked[len(w.asked)-1]
}

func (w *writer) times() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.asked)
}

// faithful says every line again, after a word that tells the language and the kind.
func faithful() *writer {
	return &writer{write: func(_ context.Context, w Rewriting) (Rewritten, error) {
		out := Rewritten{Opening: "[" + w.To + "]"}
		for _, l := range w.Lines {
			out.Lines = append(out.Lines, w.To+": "+l.Text)
		}
		return out, nil
	}}
}

var errNoWords = errors.New("no words that may be shown")

// outcomes count what a bot tells.
type outcomes struct {
	mu  sync.Mutex
	all []RewriteOutcome
}

func (o *outcomes) add(x RewriteOutcome) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.all = append(o.all, x)
}

func (o *outcomes) are(tb testing.TB, want ...RewriteOutcome) {
	tb.Helper()
	o.mu.Lock()
	defer o.mu.Unlock()
	if !slices.Equal(o.all, want) {
		tb.Errorf("outcomes %v, want %v", o.all, want)
	}
}

// rewritingBot answers from testdata/base, with a model.
func rewritingBot(tb testing.TB, w Rewriter) (*Bot, *outcomes) {
	tb.Helper()
	o := &outcomes{}
	return New(Options{Model: model(tb), Base: smallBase(tb), Now: (&clock{t: today}).now, Rewriter: w, Rewrote: o.add}), o
}
