package discordgate

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// askers begin one session for each shard, and say when.
func askers(t *testing.T, s *starts, shards, concurrency int) (began []time.Duration, order []int) {
	t.Helper()
	from := time.Now()
	began = make([]time.Duration, shards)
	var mu sync.Mutex
	var all sync.WaitGroup
	for id := range shards {
		turn := s.queue(id%concurrency, id)
		all.Go(func() {
			if _, err := turn.take(t.Context(), func(time.Duration) {}); err != nil {
				t.Error(err)
			}
			mu.Lock()
			began[id] = time.Since(from)
			order = append(order, id)
			mu.Unlock()
			turn.use()
			time.Sleep(300 * time.Millisecond) // until Discord answers
			turn.done()
		})
	}
	all.Wait()
	return began, order
}

func plenty(context.Context) (Found, error) { return Found{URL: "x", Left: -1}, nil }

// TestSessionsBeginByKey: of each key one in five seconds, the lowest shard first, and all keys at once.
func TestSessionsBeginByKey(t *testing.T) {
	for _, c := range []struct{ shards, concurrency, waves int }{{1, 1, 1}, {4, 1, 4}, {16, 16, 1}, {16, 4, 4}, {5, 2, 3}} {
		t.Run(fmt.Sprintf("%d shards, %d at once", c.shards, c.concurrency), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				began, order := askers(t, newStarts(plenty, nil), c.shards, c.concurrency)
				for id, at := range began {
					if before := id - c.concurrency; before >= 0 && at-began[before] < 5*time.Second+300*time.Millisecond {
						t.Errorf("shard %d began %v after shard %d", id, at-began[before], before)
					}
				}
				if last := slices.Max(began); last > time.Duration(c.waves-1)*(identifyEvery+300*time.Millisecond) {
					t.Errorf("the last began after %v", last)
				}
				slices.SortStableFunc(order, func(a, b int) int { return int(began[a] - began[b]) })
				for i, id := range order {
					if i/c.concurrency != id/c.concurrency {
						t.Errorf("began in the order %v", order)
						break
					}
				}
			})
		})
	}
}

// TestSessionsOfADay: with three left, three begin; the others wait until there are more, which is said once.
func TestSessionsOfADay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		reset, asked, told := time.Now().Add(7*time.Hour), 0, 0
		find := func(context.Context) (Found, error) {
			asked++
			if wait := time.Until(reset); wait > 0 {
				return Found{Left: 3 - min(3, asked-1)*3, Reset: wait}, nil
			}
			return Found{Left: 1000, Reset: 24 * time.Hour}, nil
		}
		began, _ := askers(t, newStarts(find, func(time.Duration) { told++ }), 8, 8)
		at := slices.Sorted(slices.Values(began))
		if at[2] != 0 || at[3] < 7*time.Hour || at[7] > 7*time.Hour+time.Second || told != 1 {
			t.Errorf("begun at %v, told %d times", at, told)
		}
		if asked > 3 {
			t.Errorf("asked %d times", asked)
		}
	})
}

// TestTurnsThatAreGivenUp: who does not begin a session leaves its turn and its share to others.
func TestTurnsThatAreGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStarts(func(context.Context) (Found, error) { return Found{Left: 1, Reset: time.Hour}, nil }, func(time.Duration) { t.Error("none was left") })
		gone, failed, last := s.queue(0, 0), s.queue(0, 1), s.queue(0, 2)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		gone.done()
		if _, err := failed.take(t.Context(), nil); err != nil { // its dial fails: no session is begun
			t.Fatal(err)
		}
		failed.done()
		failed.done()
		began := time.Now()
		if _, err := last.take(t.Context(), nil); err != nil || time.Since(began) > 0 {
			t.Errorf("%v after %v", err, time.Since(began))
		}
		waiting := s.queue(0, 3)
		if _, err := waiting.take(ctx, nil); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		waiting.done()
		(*turn)(nil).done()
		(*turn)(nil).use()
	})
}

// TestAskingTogether: who asks at the same time asks once.
func TestAskingTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asked := 0
		s := newStarts(func(context.Context) (Found, error) {
			asked++
			time.Sleep(time.Second)
			return Found{URL: fmt.Sprint(asked)}, nil
		}, nil)
		var all sync.WaitGroup
		for range 10 {
			all.Go(func() {
				if f, err := s.ask(t.Context(), fresh); err != nil || f.URL != "1" {
					t.Errorf("%v %v", f, err)
				}
			})
		}
		all.Wait()
		time.Sleep(fresh)
		if f, err := s.ask(t.Context(), fresh); err != nil || f.URL != "2" {
			t.Errorf("%v %v", f, err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		go func() { _, _ = s.ask(t.Context(), 0) }()
		synctest.Wait()
		if _, err := s.ask(ctx, 0); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		time.Sleep(2 * time.Second)
	})
}
