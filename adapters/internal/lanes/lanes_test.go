package lanes

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestOrderWithinALaneAndSideBySideBetweenThem(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := New(Options{Workers: 8})
		var mu sync.Mutex
		got := map[string][]int{}
		start := time.Now()
		for i := range 10 {
			for k := range 8 {
				key := fmt.Sprint(k)
				if err := l.Put(key, func(context.Context) {
					time.Sleep(time.Second)
					mu.Lock()
					got[key] = append(got[key], i)
					mu.Unlock()
				}); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := l.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took != 10*time.Second {
			t.Errorf("took %v: the lanes wait for each other", took)
		}
		for key, order := range got {
			if len(order) != 10 || !slices.IsSorted(order) {
				t.Errorf("lane %s ran %v", key, order)
			}
		}
	})
}

func TestAPacedLaneHoldsNobodyUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		next := map[string]time.Time{}
		l := New(Options{Workers: 1, Pace: func(key string) time.Duration {
			if key != "slow" {
				return 0
			}
			if wait := time.Until(next[key]); wait > 0 {
				return wait
			}
			next[key] = time.Now().Add(time.Second)
			return 0
		}})
		start := time.Now()
		var slow atomic.Int32
		for range 30 {
			if err := l.Put("slow", func(context.Context) { slow.Add(1) }); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(100 * time.Millisecond)
		var quick time.Duration
		if err := l.Put("quick", func(context.Context) { quick = time.Since(start) }); err != nil {
			t.Fatal(err)
		}
		if err := l.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		if quick != 100*time.Millisecond || slow.Load() != 30 || time.Since(start) != 29*time.Second {
			t.Errorf("quick after %v; %d slow ones in %v", quick, slow.Load(), time.Since(start))
		}
	})
}

func TestBounds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := New(Options{Workers: 1, PerKey: 2, Total: 3})
		hold := make(chan struct{})
		put := func(key string) error { return l.Put(key, func(context.Context) { <-hold }) }
		if err := put("a"); err != nil {
			t.Fatal(err)
		}
		synctest.Wait() // it runs, and waits no more
		if a, b, c := put("a"), put("a"), put("a"); a != nil || b != nil || !errors.Is(c, ErrLaneFull) {
			t.Errorf("%v %v %v", a, b, c)
		}
		if a, b := put("b"), put("c"); a != nil || !errors.Is(b, ErrFull) || l.Waiting() != 3 {
			t.Errorf("%v %v, %d wait", a, b, l.Waiting())
		}
		close(hold)
		if err := l.Close(t.Context()); err != nil || !errors.Is(put("a"), ErrClosed) {
			t.Error(err, "put after the end")
		}
	})
}

// TestCloseGivesUp: what runs is cancelled and waited for, what waits is dropped.
func TestCloseGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := New(Options{Workers: 1})
		var ran atomic.Int32
		for range 5 {
			_ = l.Put("a", func(ctx context.Context) {
				<-ctx.Done()
				time.Sleep(time.Second)
				ran.Add(1)
			})
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if err := l.Close(ctx); !errors.Is(err, context.DeadlineExceeded) || ran.Load() != 1 || l.Waiting() != 0 {
			t.Errorf("%v: %d ran, %d wait", err, ran.Load(), l.Waiting())
		}
	})
}

func TestNoGoroutineWithoutWork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := New(Options{})
		for i := range 1000 {
			_ = l.Put(fmt.Sprint(i%50), func(context.Context) {})
		}
		synctest.Wait()
		if l.workers != 0 || len(l.lanes) != 0 || l.Waiting() != 0 {
			t.Errorf("%d workers, %d lanes, %d waiting", l.workers, len(l.lanes), l.Waiting())
		}
	})
}
