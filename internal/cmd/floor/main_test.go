package main

import (
	"context"
	"testing"
)

func TestWrongCalls(t *testing.T) {
	for _, args := range [][]string{nil, {"quick"}, {"bare", "libraries"}} {
		if err := run(context.Background(), args); err == nil {
			t.Errorf("%q is taken", args)
		}
	}
	t.Setenv("NONMERCI_DISCORD_API_URL", "")
	if err := run(context.Background(), []string{"bare"}); err == nil {
		t.Error("it would go to the platforms themselves")
	}
}

func TestASlotIsFreeASecondAfterTheAnswer(t *testing.T) {
	s, calls := newSlots(2), 0
	for range 2 {
		s.send(func() error { calls++; return nil })
	}
	select {
	case <-s:
		t.Error("a third call may leave at once")
	default:
	}
	if calls != 2 {
		t.Errorf("%d calls", calls)
	}
}
