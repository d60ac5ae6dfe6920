package rewrites

import (
	"context"
	"fmt"
	"maps"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot"
)

// A core is a bot whose words take a time.
type core struct {
	takes time.Duration

	mu  sync.Mutex
	got map[bot.RewriteOutcome]int
	ran int
}

func (c *core) MayRewrite(_ bot.Message, r bot.Reply) bool { return !r.Rephrased }

func (c *core) Rewrite(ctx context.Context, _ bot.Message, r bot.Reply) (bot.Reply, bool) {
	c.mu.Lock()
	c.ran++
	c.mu.Unlock()
	t := time.NewTimer(c.takes)
	defer t.Stop()
	select {
	case <-t.C:
		r.Rephrased = true
		return r, true
	case <-ctx.Done():
		return r, false
	}
}

func (c *core) Rewrote(o bot.RewriteOutcome) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.got == nil {
		c.got = map[bot.RewriteOutcome]int{}
	}
	c.got[o]++
}

func (c *core) outcomes(t *testing.T, want map[bot.RewriteOutcome]int) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	if !maps.Equal(c.got, want) {
		t.Errorf("outcomes %v, want %v", c.got, want)
	}
}

// A screen is the messages of a platform: what was written last stands.
type screen struct {
	mu   sync.Mutex
	says map[string]string
}

func (s *screen) write(id, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.says == nil {
		s.says = map[string]string{}
	}
	s.says[id] = text
}

func (s *screen) at(id string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.says[id]
}

// answer is an answer whose edit is under way for a time before it stands.
func (s *screen) answer(id string, who bot.UserID, travels time.Duration) Answer {
	s.write(id, "original")
	return Answer{
		Message: bot.Message{Chat: "c", From: who}, Shown: id,
		Show: func(_ context.Context, _ bot.Reply, claim func() bool) bot.RewriteOutcome {
			if !claim() {
				return bot.RewriteOvertaken
			}
			time.Sleep(travels)
			s.write(id, "reworded")
			return bot.RewriteApplied
		},
	}
}

func inBubble(t *testing.T, takes time.Duration, test func(t *testing.T, w *Rewrites, c *core, s *screen)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		c := &core{takes: takes}
		w := New(c, func(p any) { t.Errorf("a panic: %v", p) })
		test(t, w, c, &screen{})
		w.Close()
	})
}

func TestWordsTakeThePlaceOfTheAnswer(t *testing.T) {
	inBubble(t, time.Second, func(t *testing.T, w *Rewrites, c *core, s *screen) {
		began := time.Now()
		w.Begin(s.answer("1", "u", time.Millisecond))
		if took := time.Since(began); took != 0 || s.at("1") != "original" {
			t.Errorf("it waited %v", took)
		}
		time.Sleep(2 * time.Second)
		if s.at("1") != "reworded" {
			t.Error("the words are not shown")
		}
		a := s.answer("", "u", 0) // nobody knows which message it is
		w.Begin(a)
		a.Shown, a.Reply.Rephrased = "2", true // it is not worth it
		w.Begin(a)
		synctest.Wait()
		c.outcomes(t, map[bot.RewriteOutcome]int{bot.RewriteApplied: 1})
		if c.ran != 1 {
			t.Errorf("asked %d times", c.ran)
		}
	})
}

// TestAPressWins whenever it comes: before the answer is told of, while the model thinks, while the edit is under way, and after it.
func TestAPressWins(t *testing.T) {
	for _, after := range []time.Duration{-1, 0, 500 * time.Millisecond, time.Second, 1001 * time.Millisecond, 1500 * time.Millisecond, 3 * time.Second} {
		t.Run(fmt.Sprint(after), func(t *testing.T) {
			inBubble(t, time.Second, func(t *testing.T, w *Rewrites, _ *core, s *screen) {
				press := func() {
					w.Pressed(t.Context(), "1")
					s.write("1", "pressed")
				}
				a := s.answer("1", "u", time.Second)
				if after < 0 {
					press()
				}
				w.Begin(a)
				if after >= 0 {
					time.Sleep(after)
					press()
				}
				time.Sleep(10 * time.Second)
				if got := s.at("1"); got != "pressed" {
					t.Errorf("the message says %q", got)
				}
			})
		})
	}
}

// TestWhatAPressShows may be put into other words in its turn, unless another press has followed.
func TestWhatAPressShows(t *testing.T) {
	for name, c := range map[string]struct {
		then, later bool // another press: before it is begun, and while the model thinks
		want        string
	}{
		"one press": {want: "reworded"}, "another at once": {then: true, want: "pressed"}, "another later": {later: true, want: "pressed"},
	} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, time.Second, func(t *testing.T, w *Rewrites, _ *core, s *screen) {
				press := func() int64 { defer s.write("1", "pressed"); return w.Pressed(t.Context(), "1") }
				w.Begin(s.answer("1", "u", 0)) // overtaken by the first press
				first := press()
				if c.then {
					press()
				}
				a := s.answer("1", "u", 0)
				s.write("1", "pressed")
				a.Press = first
				w.Begin(a)
				if c.later {
					time.Sleep(500 * time.Millisecond)
					press()
				}
				time.Sleep(10 * time.Second)
				if got := s.at("1"); got != c.want {
					t.Errorf("the message says %q, want %q", got, c.want)
				}
			})
		})
	}
}

// TestAPressAtAnyMoment is TestAPressWins without a clock that decides: for the race detector, and for orders that nobody thought of.
func TestAPressAtAnyMoment(t *testing.T) {
	c := &core{}
	w := New(c, func(any) {})
	defer w.Close()
	s := &screen{}
	var all sync.WaitGroup
	for i := range 500 {
		id := fmt.Sprint(i)
		a := s.answer(id, bot.UserID(id), 0)
		all.Go(func() { w.Begin(a) })
		all.Go(func() {
			w.Pressed(t.Context(), id)
			s.write(id, "pressed")
		})
	}
	all.Wait()
	w.Close()
	for i := range 500 {
		if got := s.at(fmt.Sprint(i)); got != "pressed" {
			t.Fatalf("message %d says %q", i, got)
		}
	}
}

// TestAPresserDoesNotWaitForEver for an edit that hangs.
func TestAPresserDoesNotWaitForEver(t *testing.T) {
	inBubble(t, 0, func(t *testing.T, w *Rewrites, _ *core, s *screen) {
		w.Begin(s.answer("1", "u", time.Minute))
		synctest.Wait()
		began := time.Now()
		w.Pressed(t.Context(), "1")
		if took := time.Since(began); took != patience {
			t.Errorf("it waited %v", took)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		w.Pressed(ctx, "1")
		if took := time.Since(began); took != patience+time.Millisecond {
			t.Errorf("it waited %v", took)
		}
	})
}

// TestWhoAsksAgainReadsOn: the answer before stays; those of others do not.
func TestWhoAsksAgainReadsOn(t *testing.T) {
	inBubble(t, time.Second, func(t *testing.T, w *Rewrites, c *core, s *screen) {
		w.Begin(s.answer("1", "u", 0))
		w.Begin(s.answer("2", "v", 0))
		time.Sleep(time.Millisecond)
		w.Asked(bot.Message{Chat: "c", From: "u"})
		w.Begin(s.answer("3", "u", 0))
		time.Sleep(5 * time.Second)
		if s.at("1") != "original" || s.at("2") != "reworded" || s.at("3") != "reworded" {
			t.Errorf("%v", s.says)
		}
		c.outcomes(t, map[bot.RewriteOutcome]int{bot.RewriteApplied: 2, bot.RewriteOvertaken: 1})
	})
}

func TestTooManyAreDropped(t *testing.T) {
	inBubble(t, time.Second, func(t *testing.T, w *Rewrites, c *core, s *screen) {
		for i := range most + 5 {
			w.Begin(s.answer(fmt.Sprint(i), bot.UserID(fmt.Sprint(i)), 0))
		}
		time.Sleep(2 * time.Second)
		c.outcomes(t, map[bot.RewriteOutcome]int{bot.RewriteApplied: most, bot.RewriteBusy: 5})
		w.Begin(s.answer("again", "u", 0)) // there is room once more
		time.Sleep(2 * time.Second)
		w.Close()
		if s.at("again") != "reworded" || len(w.shown) != 0 || len(w.asked) != 0 {
			t.Errorf("%q; %d and %d are kept", s.at("again"), len(w.shown), len(w.asked))
		}
	})
}

// TestCloseEndsThem: what the model thinks about is given up at once, and nothing begins after.
func TestCloseEndsThem(t *testing.T) {
	inBubble(t, time.Hour, func(t *testing.T, w *Rewrites, c *core, s *screen) {
		w.Begin(s.answer("1", "u", 0))
		synctest.Wait()
		began := time.Now()
		w.Close()
		w.Begin(s.answer("2", "u", 0))
		if took := time.Since(began); took != 0 || s.at("1") != "original" || c.ran != 1 {
			t.Errorf("after %v: %v, asked %d times", took, s.says, c.ran)
		}
	})
}

func TestAPanicIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		told := 0
		w := New(&core{}, func(any) { told++ })
		w.Begin(Answer{Shown: "1", Show: func(context.Context, bot.Reply, func() bool) bot.RewriteOutcome { panic("x") }})
		synctest.Wait()
		w.Close()
		if told != 1 || w.n != 0 {
			t.Errorf("told %d times, %d under way", told, w.n)
		}
	})
}

// TestWithoutAModel nothing is done and nothing is kept.
func TestWithoutAModel(t *testing.T) {
	w := New(struct{}{}, nil)
	w.Begin(Answer{Shown: "1"})
	w.Pressed(t.Context(), "1")
	w.Asked(bot.Message{})
	if w.May(bot.Message{}, bot.Reply{}) || w.pressed.Len() > 0 {
		t.Error("something is kept")
	}
	w.Close()
}
