package telegram

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// TestLine: with all places taken, as many leave as places come free, in the order of asking; one that waits for its own chat makes nobody
// wait behind it.
func TestLine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimiter(false)
		began := time.Now()
		leave := func(chat int64) time.Duration {
			p, err := l.acquire(t.Context(), place{chat: chat})
			if err != nil {
				t.Error(err)
			}
			p.done(nil)
			return time.Since(began)
		}
		for chat := range int64(perSecond - chatBurst) {
			leave(1000 + chat)
		}
		for range chatBurst {
			leave(1)
		}
		var wg sync.WaitGroup
		var slow time.Duration
		wg.Go(func() { slow = leave(1) })
		synctest.Wait()
		took := make([]time.Duration, 40)
		for i := range took {
			wg.Go(func() { took[i] = leave(2000 + int64(i)) })
			synctest.Wait()
		}
		wg.Wait()
		for i, d := range took {
			if want := time.Duration(1+i/perSecond) * time.Second; d < want || d > want+time.Second {
				t.Errorf("%d left after %v", i, d)
			}
		}
		if slow < time.Second || slow > 3*time.Second {
			t.Errorf("the chat that has its own wait left after %v", slow)
		}
	})
}
