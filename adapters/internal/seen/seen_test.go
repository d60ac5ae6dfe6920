package seen

import (
	"strconv"
	"testing"
	"time"
)

func TestSet(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	s := New(time.Hour, 1000)
	if !s.Add("a", now) || s.Add("a", now.Add(59*time.Minute)) {
		t.Error("met once, and remembered")
	}
	if !s.Has("a", now.Add(30*time.Minute)) || s.Has("b", now) {
		t.Error("a is known, b is not")
	}
	if !s.Add("a", now.Add(time.Hour)) {
		t.Error("remembered after its time")
	}
}

func TestSetIsBounded(t *testing.T) {
	now := time.Now()
	s := New(time.Hour, 100)
	for i := range 10_000 {
		if !s.Add(strconv.Itoa(i), now) {
			t.Fatalf("%d is new", i)
		}
	}
	if len(s.at) > 100 || len(s.fifo) > 100 {
		t.Errorf("%d keys, want 100 at most", len(s.at))
	}
	if s.Add("9999", now) || !s.Add("1", now) {
		t.Error("the latest are kept, the oldest go")
	}
}
