package live

import (
	"sync/atomic"
	"testing"
	"time"
)

// A stamped store tells whether it was written to.
type stamped struct {
	*flaky
	stamp atomic.Pointer[string]
}

// Stamp implements Stamper.
func (s *stamped) Stamp() string { return *s.stamp.Load() }

// TestAStoreAtRestIsNotAsked: its log is read when its stamp is another one, or says nothing, or after a while; not in between.
func TestAStoreAtRestIsNotAsked(t *testing.T) {
	k := newKit(t, Options{})
	s := &stamped{flaky: k.flaky}
	is := func(stamp string) { s.stamp.Store(&stamp) }
	is("1")
	k.base.store = s
	defer k.run(k.base)()
	<-k.clock.wait
	for i, c := range []struct {
		stamp string
		pass  time.Duration
		reads int64
	}{
		{"1", 0, 1}, {"1", 0, 0}, {"1", 29 * time.Second, 0}, {"1", time.Second, 1}, {"1", 0, 0}, {"2", 0, 1}, {"2", 0, 0}, {"", 0, 1}, {"", 0, 1}, {"2", 0, 1}, {"2", 0, 0},
	} {
		is(c.stamp)
		k.clock.pass(c.pass)
		k.reads.Store(0)
		k.clock.fire <- day
		<-k.clock.wait
		if n := k.reads.Load(); n != c.reads {
			t.Errorf("look %d, stamp %q: %d reads, want %d", i, c.stamp, n, c.reads)
		}
	}
	k.down.Store(true)
	is("3")
	for range 3 {
		k.clock.fire <- day
		k.clock.pass(<-k.clock.wait)
	}
	if k.base.Ready() == nil {
		t.Error("it fails and nobody noticed")
	}
	k.down.Store(false)
	k.clock.fire <- day
	<-k.clock.wait
	if err := k.base.Ready(); err != nil {
		t.Error(err)
	}
}
