package desk

import (
	"testing"
	"time"

	"nonmerci/knowledge"
)

func TestCommunitiesThatLeftAreErasedAfter30Days(t *testing.T) {
	w := newWorld(t)
	w.write()
	id := mustAt(t, w, server)
	if err := w.store.Leave(t.Context(), server, w.clock()); err != nil {
		t.Fatal(err)
	}
	w.pass(29 * 24 * time.Hour)
	w.desk.sweep(t.Context(), w.clock())
	if _, err := w.store.Community(t.Context(), id); err != nil {
		t.Fatal("erased too early")
	}
	w.pass(2 * 24 * time.Hour)
	w.desk.sweep(t.Context(), w.clock())
	if _, err := w.store.Community(t.Context(), id); !notFound(err) {
		t.Errorf("it stays: %v", err)
	}
	if _, err := w.store.At(t.Context(), group); err != nil {
		t.Errorf("another community is gone: %v", err)
	}
}

func TestOldCountersGo(t *testing.T) {
	w := newWorld(t)
	w.opinion(server, CountUseful, "linkedin/opt-out", 1)
	w.pass(401 * 24 * time.Hour)
	w.desk.sweep(t.Context(), w.clock())
	if all, _ := w.store.Counts(t.Context(), mustAt(t, w, server), knowledge.Date{}); len(all) > 0 {
		t.Errorf("%+v", all)
	}
}
