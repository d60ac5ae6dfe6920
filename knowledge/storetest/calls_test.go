package storetest

import (
	"testing"
	"time"

	"nonmerci/knowledge/memstore"
)

// A call that would be refused anyway says nothing of a context that has ended.
func TestEveryCallWouldSucceed(t *testing.T) {
	start := func() map[string]func() error {
		k := &kit{T: t, Store: memstore.New(), ctx: t.Context(), now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}
		c := k.fill(discord, "un")
		k.draft("", "x/draft", 0, "un")
		k.fill(club, "deux")
		return k.calls(t.Context(), c)
	}
	for name := range start() {
		if err := start()[name](); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
