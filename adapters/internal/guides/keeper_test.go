package guides

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot/desk"
)

// A shelf holds guides that all show something old until they are edited, and remembers when each was.
type shelf struct {
	mu      sync.Mutex // idle, guides and broken change while a keeper runs
	changes *Changes
	guides  []desk.Place
	broken  error
	idle    bool
	edited  map[desk.Place][]time.Time
}

func place(n int) desk.Place {
	return desk.Place{Platform: "discord", Chat: strings.Repeat("1", n+1)}
}

func newShelf(n int) *shelf {
	s := &shelf{changes: NewChanges(), edited: map[desk.Place][]time.Time{}}
	for i := range n {
		s.guides = append(s.guides, place(i))
	}
	return s
}

func (s *shelf) set(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
}

func (s *shelf) keeper(log *slog.Logger) Keeper[desk.Place] {
	return Keeper[desk.Place]{
		Changes: s.changes, Log: log,
		One: func(_ context.Context, p desk.Place) (desk.Place, bool, error) { return p, p.Chat != "gone", nil },
		All: func(context.Context) ([]desk.Place, error) {
			s.mu.Lock()
			defer s.mu.Unlock()
			return s.guides, s.broken
		},
		Keeps: func() bool {
			s.mu.Lock()
			defer s.mu.Unlock()
			return !s.idle
		},
		Look: func(_ context.Context, p desk.Place) bool {
			if s.changes.Rest(p, time.Now()) {
				return false
			}
			s.changes.Edited(p, time.Now())
			s.edited[p] = append(s.edited[p], time.Now())
			return true
		},
	}
}

// TestGuidesAreEditedAtAPace: a change of the shared base concerns every guide. The first are edited at once, the others leave room for
// answers, and a place whose own moderators have changed something does not wait for them.
func TestGuidesAreEditedAtAPace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, urgent := newShelf(320), desk.Place{Platform: "discord", Chat: "urgent"}
		began := time.Now()
		time.AfterFunc(10*time.Second, func() { s.changes.Mark(urgent) })
		s.keeper(slog.Default()).lookAtAll(t.Context())
		if took := time.Since(began); took != 300*pace {
			t.Errorf("%d guides take %v", len(s.guides), took)
		}
		atOnce := 0
		for _, at := range s.edited {
			if at[0].Equal(began) {
				atOnce++
			}
		}
		if atOnce != burst+1 {
			t.Errorf("%d guides at once", atOnce)
		}
		if wait := s.edited[urgent][0].Sub(began.Add(10 * time.Second)); wait < 0 || wait > pace {
			t.Errorf("who was named waits %v", wait)
		}
	})
}

// TestOneGuideRestsBetweenEdits: what changes meanwhile is edited once, when the time has come.
func TestOneGuideRestsBetweenEdits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newShelf(1)
		ctx, cancel := context.WithCancel(t.Context())
		go s.keeper(slog.Default()).Run(ctx)
		for range 50 { // 50 changes in five seconds
			s.changes.Mark(place(0))
			s.changes.Mark(desk.Place{Platform: "discord", Chat: "gone"})
			time.Sleep(100 * time.Millisecond)
		}
		time.Sleep(time.Minute)
		cancel()
		synctest.Wait()
		at := s.edited[place(0)]
		if len(at) < 2 || len(at) > 4 {
			t.Fatalf("edited %d times", len(at))
		}
		for i := 1; i < len(at); i++ {
			if gap := at[i].Sub(at[i-1]); gap < every {
				t.Errorf("%v between two edits", gap)
			}
		}
		if len(s.edited) != 1 {
			t.Errorf("edited %v", s.edited)
		}
	})
}

// TestAnotherInstanceKeepsThem, and a store that cannot be read is said once at each look, and tried again.
func TestAnotherInstanceKeepsThem(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newShelf(2)
		s.idle = true
		var log strings.Builder
		ctx, cancel := context.WithCancel(t.Context())
		go s.keeper(slog.New(slog.NewTextHandler(&log, nil))).Run(ctx)
		time.Sleep(time.Hour)
		synctest.Wait()
		if len(s.edited) > 0 {
			t.Errorf("edited %v", s.edited)
		}
		s.set(func() { s.idle, s.broken = false, errors.New("the disk is gone") })
		s.changes.Mark()
		time.Sleep(time.Second)
		synctest.Wait()
		if strings.Count(log.String(), "the disk is gone") != 1 {
			t.Errorf("log: %s", log.String())
		}
		s.set(func() { s.broken = nil })
		time.Sleep(looks)
		cancel()
		synctest.Wait()
		if len(s.edited[place(0)]) == 0 {
			t.Error("not looked at again")
		}
	})
}

// TestAGuideIsPostedAgainOnceADay: what is deleted twice is not wanted.
func TestAGuideIsPostedAgainOnceADay(t *testing.T) {
	c, p, now := NewChanges(), place(1), time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)
	for _, step := range []struct {
		after time.Duration
		want  bool
	}{{0, true}, {23 * time.Hour, false}, {23*time.Hour + 1, true}, {48 * time.Hour, true}} {
		if got := c.Again(p, now.Add(step.after)); got != step.want {
			t.Errorf("after %v: %v", step.after, got)
		}
	}
	for i := range 2*most + 1 {
		q := desk.Place{Platform: "telegram", Chat: time.Duration(i).String()}
		c.Again(q, now)
		c.Edited(q, now)
	}
	if len(c.posted) > most || len(c.last) > most {
		t.Errorf("%d and %d are remembered", len(c.posted), len(c.last))
	}
}
