package discordgate

import (
	"testing"
	"time"
)

// TestPace: waits grow to two minutes, and shrink again after a stable minute; identifies are counted.
func TestPace(t *testing.T) {
	var b backoff
	for i := range 12 {
		most := min(time.Second<<min(i, 10), 2*time.Minute)
		if wait := b.next(0); wait < most/2 || wait > most {
			t.Errorf("%d: %v", i, wait)
		}
	}
	if wait := b.next(time.Minute); wait > time.Second {
		t.Errorf("after a stable minute: %v", wait)
	}
	var ids identifies
	now := time.Now()
	for range 40 {
		now = now.Add(ids.wait(now))
		ids = append(ids, now)
	}
	for i := range ids[identifyMost:] {
		if ids[i+identifyMost].Sub(ids[i]) < identifyWindow || ids[i+1].Sub(ids[i]) < identifyEvery {
			t.Errorf("identifies at %v", ids)
			break
		}
	}
}
