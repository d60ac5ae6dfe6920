package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// progress says on a terminal how far a long work is, from its second second on. Elsewhere it is silent.
type progress struct {
	w     io.Writer
	what  string
	n     int
	start time.Time
	last  time.Time
	shown bool
}

func newProgress(w io.Writer, what string) *progress {
	p := &progress{what: what, start: time.Now()}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.w = w
	}
	return p
}

func (p *progress) step() {
	p.n++
	if p.w == nil {
		return
	}
	now := time.Now()
	if now.Sub(p.start) > 2*time.Second && now.Sub(p.last) > 200*time.Millisecond {
		p.last, p.shown = now, true
		fmt.Fprintf(p.w, "\r%d %s…", p.n, p.what)
	}
}

func (p *progress) done() {
	if p.shown {
		fmt.Fprintf(p.w, "\r%d %s.\n", p.n, p.what)
	}
}
