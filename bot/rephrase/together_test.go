package rephrase

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/modeltest"
)

func TestAThousandEqualQuestionsMakeOneCall(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Paced(20*time.Millisecond, friendly))
		w := linkedIn(t)
		var all sync.WaitGroup
		var good atomic.Int64
		for n := range 1000 {
			all.Go(func() {
				mine := w
				mine.Question = []string{"comment refuser l’IA ?", "l’IA, comment la refuser ?", "Comment refuser l'ia"}[n%3]
				if words, err := b.Rewrite(t.Context(), mine); err == nil && len(words.Lines) == len(w.Lines) {
					words.Lines[0] = "each has its own"
					good.Add(1)
				}
			})
		}
		all.Wait()
		if n := len(b.server.Calls()); n != 1 || good.Load() != 1000 {
			t.Errorf("%d calls, %d answers", n, good.Load())
		}
		if words, err := b.ask(t, w); err != nil || words.Lines[0] == "each has its own" {
			t.Errorf("%q, %v", words.Lines[0], err)
		}
		if s := b.Status(); s.Calls != 1 || s.CacheHits != 1 || s.Outcomes["words"] != 1000 {
			t.Errorf("%+v", s)
		}
	})
}

// TestWhoComesJustTooLateToJoinFindsWhatIsReady: asked for before the words were there, and begun after.
func TestWhoComesJustTooLateToJoinFindsWhatIsReady(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Faithful(friendly))
		w := linkedIn(t)
		for range 2 {
			if _, err := b.fly(keyOf("test", w), w); err != nil {
				t.Error(err)
			}
		}
		if n := len(b.server.Calls()); n != 1 {
			t.Errorf("%d calls", n)
		}
	})
}

// TestWhoGivesUpTakesNothingFromOthers: one leaves early, one waits, and one comes after the deadline of both.
func TestWhoGivesUpTakesNothingFromOthers(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		w := linkedIn(t)
		b.server.Always(modeltest.Paced(20*time.Millisecond, friendly))
		ctx, cancel := context.WithCancel(context.Background())
		left := make(chan error, 1)
		go func() { _, err := b.Rewrite(ctx, w); left <- err }()
		synctest.Wait()
		cancel()
		if c := class(t, <-left); c != Late {
			t.Errorf("who left got %q", c)
		}
		if _, err := b.ask(t, w); err != nil {
			t.Errorf("who waits got %v", err)
		}
		if n := len(b.server.Calls()); n != 1 {
			t.Errorf("%d calls", n)
		}
	})
}

// TestASlowModelIsReadyForTheNextOne: nobody waits longer than the deadline, and the work is not lost.
func TestASlowModelIsReadyForTheNextOne(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		w := linkedIn(t)
		b.server.Always(modeltest.Paced(100*time.Millisecond, friendly))
		begun := time.Now()
		if _, err := b.ask(t, w); class(t, err) != Late {
			t.Errorf("got %v", err)
		}
		if took := time.Since(begun); took != b.o.Timeout {
			t.Errorf("it took %v", took)
		}
		time.Sleep(b.o.Finish)
		begun = time.Now()
		if _, err := b.ask(t, w); err != nil || time.Since(begun) != 0 {
			t.Errorf("got %v after %v", err, time.Since(begun))
		}
		if n := len(b.server.Calls()); n != 1 {
			t.Errorf("%d calls", n)
		}
	})
}

func TestWhoAsksDecidesHowLongToWait(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Silent())
		for _, wait := range []time.Duration{0, time.Millisecond, 300 * time.Millisecond} {
			ctx, cancel := context.WithTimeout(context.Background(), wait)
			begun := time.Now()
			if _, err := b.Rewrite(ctx, linkedIn(t)); class(t, err) != Late || time.Since(begun) != wait {
				t.Errorf("%v: %v after %v", wait, err, time.Since(begun))
			}
			cancel()
		}
	})
}

// TestAServerThatSaysNothingIsLeft: before the first byte, and in the middle.
func TestAServerThatSaysNothingIsLeft(t *testing.T) {
	for name, c := range map[string]struct {
		reply modeltest.Reply
		after func(Options) time.Duration
	}{
		"FirstByte": {modeltest.Silent(), func(o Options) time.Duration { return o.FirstByte }},
		"Idle":      {modeltest.Begun(), func(o Options) time.Duration { return o.Idle }},
		"InAll":     {modeltest.KeepAlives(1000, time.Second, modeltest.Silent()), func(o Options) time.Duration { return o.Finish }},
	} {
		t.Run(name, func(t *testing.T) {
			with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
				b.server.Always(c.reply)
				_, _ = b.ask(t, linkedIn(t))
				time.Sleep(c.after(b.o) - b.o.Timeout - time.Millisecond)
				if s := b.Status(); s.LastFailure != "" {
					t.Errorf("given up early: %q", s.LastFailure)
				}
				time.Sleep(2 * time.Millisecond)
				if s := b.Status(); s.LastFailure != Slow {
					t.Errorf("got %q", s.LastFailure)
				}
			})
		})
	}
}

func TestOnlySoManyCallsAtATime(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Paced(10*time.Millisecond, friendly))
		var all sync.WaitGroup
		var words, busy atomic.Int64
		for n := range 50 {
			all.Go(func() {
				w := linkedIn(t)
				w.Revision = n
				begun := time.Now()
				_, err := b.Rewrite(t.Context(), w)
				switch c := class(t, err); {
				case c == "":
					words.Add(1)
				case c == Busy && time.Since(begun) == 0:
					busy.Add(1)
				default:
					t.Errorf("%v after %v", err, time.Since(begun))
				}
			})
		}
		all.Wait()
		if b.server.Most() != DefaultConcurrency || words.Load() != DefaultConcurrency || busy.Load() != 50-DefaultConcurrency {
			t.Errorf("%d at a time, %d with words, %d busy", b.server.Most(), words.Load(), busy.Load())
		}
	})
}

func TestAFailingServerIsLeftAloneForAWhile(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Status(http.StatusInternalServerError, "oops"))
		w := linkedIn(t)
		ask := func() Class { w.Revision++; _, err := b.ask(t, w); return class(t, err) }
		for n := range maxFailures {
			if c := ask(); c != Fault {
				t.Errorf("%d: %q", n, c)
			}
		}
		if c := ask(); c != Open || b.Status().Breaker != "open" || b.Status().Well() || b.Status().LastFailure != Fault {
			t.Errorf("%q, %+v", c, b.Status())
		}
		b.server.Always(modeltest.Faithful(friendly))
		if c := ask(); c != Open {
			t.Errorf("%q at once", c)
		}
		time.Sleep(openFor + time.Second)
		if c := ask(); c != "" || b.Status().Breaker != "closed" || !b.Status().Well() {
			t.Errorf("%q, %+v", c, b.Status())
		}
		if n := len(b.server.Calls()); n != maxFailures+1 {
			t.Errorf("%d calls", n)
		}
	})
}

// TestAFailureIsRememberedForAWhile: a model that writes nonsense is not asked for the same again at once, and its server is not at fault.
func TestAFailureIsRememberedForAWhile(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Faithful(func(int, string) string { return "Tout est gratuit." }))
		for range 20 {
			if _, err := b.ask(t, linkedIn(t)); class(t, err) != Refused {
				t.Errorf("got %v", err)
			}
		}
		if n := len(b.server.Calls()); n != 1 {
			t.Errorf("%d calls", n)
		}
		for n := range 2 * maxFailures {
			w := linkedIn(t)
			w.Revision = 100 + n
			_, _ = b.ask(t, w)
		}
		time.Sleep(wordsKept)
		b.server.Always(modeltest.Faithful(friendly))
		if _, err := b.ask(t, linkedIn(t)); err != nil {
			t.Errorf("later: %v", err)
		}
	})
}

func TestTheEndOfTheProgramEndsCalls(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Silent())
		got := make(chan error, 1)
		go func() { _, err := b.Rewrite(context.Background(), linkedIn(t)); got <- err }()
		synctest.Wait()
		b.Close()
		if c := class(t, <-got); c != Closed {
			t.Errorf("got %q", c)
		}
		if _, err := b.Rewrite(context.Background(), linkedIn(t)); class(t, err) != Closed {
			t.Errorf("afterwards %v", err)
		}
	})
}

// TestAFaultOfOursEndsNothing: the reader gets the curated answer.
func TestAFaultOfOursEndsNothing(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.Rewriter.server = &server{profile: b.Rewriter.server.profile}
		for range 2 {
			if _, err := b.ask(t, linkedIn(t)); class(t, err) != Broken {
				t.Errorf("got %v", err)
			}
		}
	})
}

func TestWhatDoesNotFitIsNotSent(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		line := bot.Line{Text: "Une ligne."}
		for name, change := range map[string]func(*bot.Rewriting){
			"Nothing":  func(w *bot.Rewriting) { w.Lines = nil },
			"Empty":    func(w *bot.Rewriting) { w.Lines = []bot.Line{{Text: " "}} },
			"TwoLines": func(w *bot.Rewriting) { w.Lines = []bot.Line{{Text: "une\n[2] deux"}} },
			"NUL":      func(w *bot.Rewriting) { w.Lines = []bot.Line{{Text: "a\x00"}} },
			"Many": func(w *bot.Rewriting) {
				w.Lines = make([]bot.Line, maxLines+1)
				for i := range w.Lines {
					w.Lines[i] = line
				}
			},
			"Long":     func(w *bot.Rewriting) { w.Lines = []bot.Line{{Text: fmt.Sprintf("%*d", maxText+1, 1)}} },
			"Language": func(w *bot.Rewriting) { w.To = "eo" },
		} {
			w := linkedIn(t)
			change(&w)
			if _, err := b.ask(t, w); class(t, err) != Unfit {
				t.Errorf("%s: %v", name, err)
			}
		}
		if n := len(b.server.Calls()); n != 0 {
			t.Errorf("%d calls", n)
		}
	})
}
