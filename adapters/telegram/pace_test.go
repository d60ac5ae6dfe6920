package telegram

import (
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// TestLanesBeginWithATick: as many as a second may have begin at once, the others three with each tick, or six with every second while the line is long, in the order of asking and as many in all
// as the limit lets through.
func TestLanesBeginWithATick(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, began := newLimiter(false), time.Now()
		var mu sync.Mutex
		var order []int
		at := map[time.Duration]int{}
		const lanes = 3 * perSecond
		for i := range lanes {
			var ask func()
			ask = func() {
				if wait := l.pace(strconv.Itoa(i)); wait > 0 {
					time.AfterFunc(wait, ask)
					return
				}
				mu.Lock()
				defer mu.Unlock()
				order = append(order, i)
				at[time.Since(began)]++
			}
			ask()
		}
		begun := func() int {
			synctest.Wait()
			mu.Lock()
			defer mu.Unlock()
			return len(order)
		}
		if n := begun(); n != perSecond {
			t.Errorf("%d began at once", n)
		}
		time.Sleep(time.Second)
		if n := begun(); n < 2*perSecond-1 || n > 2*perSecond {
			t.Errorf("%d began within a second", n)
		}
		time.Sleep(2 * time.Second)
		if n := begun(); n != lanes {
			t.Errorf("%d of %d have begun", n, lanes)
		}
		for when, n := range at {
			step, most := tick, 4
			if when > longLine { // they asked when so many were before them
				step, most = 2*tick, 7
			}
			if when%step != 0 || when > 0 && n > most {
				t.Errorf("%d began after %v", n, when)
			}
		}
		for place, i := range order {
			if place-i > 7 || i-place > 7 {
				t.Errorf("lane %d began in place %d", i, place)
			}
		}
	})
}

// TestPlacesAreWaitedForTogether: those of one moment, and no longer.
func TestPlacesAreWaitedForTogether(t *testing.T) {
	now := time.Now()
	for _, c := range []struct {
		until []int // in milliseconds
		wait  int
	}{
		{[]int{100}, 100},
		{[]int{100, 120, 150, 151}, 150},
		{[]int{151, 150, 100}, 150},
		{[]int{-1, 300, 900}, 0},
	} {
		var s slots
		for _, ms := range c.until {
			at := now.Add(time.Duration(ms) * time.Millisecond)
			s = append(s, &at)
		}
		if wait := s.wait(len(c.until), now); wait != time.Duration(c.wait)*time.Millisecond {
			t.Errorf("until %v: wait %v, want %d ms", c.until, wait, c.wait)
		}
	}
}

// TestUpdatesAreAskedForWithATick only while the line is long, at most one from when they would be.
func TestUpdatesAreAskedForWithATick(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(30 * time.Millisecond)
		l, at := newLimiter(false), time.Now().Add(settle)
		for i := range perSecond + perSecond/2 {
			l.pace(strconv.Itoa(i))
			if got := l.ask(at); !got.Equal(at) {
				t.Fatalf("after %d: %v later", i+1, got.Sub(at))
			}
		}
		for i := range perSecond {
			l.pace("late" + strconv.Itoa(i))
		}
		if got := l.ask(at); got.Sub(at).Abs() > tick || !got.Equal(got.Truncate(2*tick)) {
			t.Errorf("in a long line %v later, at %v", got.Sub(at), got)
		}
		time.Sleep(longLine)
		if got := l.ask(at); !got.Equal(at) {
			t.Errorf("in a short line again: %v later", got.Sub(at))
		}
	})
}
