package live

import (
	"context"
	"errors"
	"log/slog"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"nonmerci/knowledge"
)

var silent = slog.New(slog.DiscardHandler)

// run starts Run, and ends it with the test.
func (k *kit) run(b *Base) (stop func()) {
	ctx, cancel := context.WithCancel(k.Context())
	done := make(chan error)
	go func() { done <- b.Run(ctx) }()
	return func() {
		cancel()
		for {
			select {
			case <-k.clock.wait: // it was about to wait
			case err := <-done:
				if !errors.Is(err, context.Canceled) {
					k.Errorf("Run ends with %v", err)
				}
				return
			}
		}
	}
}

func TestSharedShowsWhatIsPublished(t *testing.T) {
	k := newKit(t, Options{})
	before := k.base.Shared()
	k.share("linkedin/opt-out", "deux")
	k.saveAs("", "linkedin/data", own("linkedin/data", "brouillon"), true)
	archived := entry("linkedin/why", "ancienne")
	archived.Status = knowledge.Archived
	k.save("", "linkedin/why", knowledge.Content{Entry: archived})
	k.refresh()
	b := k.base.Shared()
	if got := b.Entries["linkedin/opt-out"]; got.Text["fr"].Title != "deux" || got.Revision != 2 {
		t.Errorf("%+v", got)
	}
	if len(b.Entries) != 1 || b.Subjects["linkedin"] != before.Subjects["linkedin"] {
		t.Errorf("entries %v; subjects are made anew although they did not change", b.IDs())
	}
	if before.Entries["linkedin/opt-out"].Text["fr"].Title == "deux" {
		t.Error("a snapshot changed")
	}
}

// TestManyChangesAtOnce are read at once: a bulk change, an import.
func TestManyChangesAtOnce(t *testing.T) {
	k := newKit(t, Options{})
	var told []Change
	k.base.OnChange(func(c Change) { told = append(told, c) })
	for i := range page + manyRecords {
		k.share(knowledge.NewID("s"+string(rune('a'+i%26)), "opt-out"), "deux")
	}
	k.reads.Store(0)
	k.refresh()
	if n := k.reads.Load(); len(k.base.Shared().Entries) != 27 || n > 60 || len(told) != 2 {
		t.Errorf("%d entries after %d reads and %d changes", len(k.base.Shared().Entries), n, len(told))
	}
}

func TestChangesAreTold(t *testing.T) {
	k := newKit(t, Options{})
	c := k.join(discord)
	k.refresh()
	var told []Change
	k.base.OnChange(func(c Change) {
		if len(c.Entries) > 0 && k.base.Shared().Entries["linkedin/data"] == nil {
			t.Error("told before it can be seen")
		}
		told = append(told, c)
	})
	k.refresh()
	k.share("linkedin/data", "Quelles données ?")
	k.save(c, "local/wifi", own("local/wifi", "wifi"))
	k.refresh()
	k.ok(k.Configure(t.Context(), c, knowledge.Settings{Lang: "fr"}, chloe, day))
	k.saveAs(c, "local/wifi", own("local/wifi", "draft"), true)
	k.refresh()
	want := []Change{{Entries: []knowledge.ID{"linkedin/data"}, Communities: []knowledge.CommunityID{c}}, {Communities: []knowledge.CommunityID{c}}}
	if !reflect.DeepEqual(told, want) {
		t.Errorf("told %+v, want %+v", told, want)
	}
}

// TestRunFollows with a clock of its own: what another instance saves is seen at the next look.
func TestRunFollows(t *testing.T) {
	k := newKit(t, Options{})
	defer k.run(k.base)()
	changed := make(chan Change, 1)
	k.base.OnChange(func(c Change) { changed <- c })
	if d := <-k.clock.wait; d != 250*time.Millisecond {
		t.Errorf("waits %v", d)
	}
	k.share("linkedin/opt-out", "deux")
	k.clock.fire <- day
	if c := <-changed; len(c.Entries) != 1 || k.base.Shared().Entries["linkedin/opt-out"].Text["fr"].Title != "deux" {
		t.Errorf("%+v", c)
	}
}

// TestAStoreThatFails is asked less and less often; what was read last is served, and all is well once it answers again.
func TestAStoreThatFails(t *testing.T) {
	k := newKit(t, Options{})
	c := k.join(discord)
	k.save(c, "local/wifi", own("local/wifi", "wifi"))
	if k.overlay(discord).Find("wifi") == nil || k.base.Ready() != nil {
		t.Fatal("not there before")
	}
	stop := k.run(k.base)
	defer stop()
	k.down.Store(true)
	k.save(c, "local/wifi", own("local/wifi", "deux"))
	var waits []time.Duration
	for range 12 {
		d := <-k.clock.wait
		waits = append(waits, d)
		k.clock.pass(d)
		k.clock.fire <- day
	}
	last := <-k.clock.wait
	if waits[1] != 250*time.Millisecond || waits[2] != 500*time.Millisecond || waits[3] != time.Second || last != slowest {
		t.Errorf("waits %v, then %v", waits, last)
	}
	err := k.base.Ready()
	if !errors.Is(err, ErrAway) || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "NONMERCI_DATABASE_URL") {
		t.Errorf("Ready: %v", err)
	}
	reads := k.reads.Load()
	if k.overlay(discord).Find("wifi").Entry.Text["fr"].Title != "wifi" || k.base.Shared().Entries["linkedin/opt-out"] == nil {
		t.Error("what was read last is gone")
	}
	if _, err := k.base.Overlay(t.Context(), telegram); !errors.Is(err, ErrAway) {
		t.Errorf("of what was never read: %v", err)
	}
	if n := k.reads.Load(); n != reads {
		t.Errorf("it was asked %d times meanwhile", n-reads)
	}
	k.down.Store(false)
	k.clock.pass(slowest)
	k.clock.fire <- day
	if d := <-k.clock.wait; d != 250*time.Millisecond || k.base.Ready() != nil {
		t.Errorf("then it waits %v; Ready: %v", d, k.base.Ready())
	}
	if k.overlay(discord).Find("wifi").Entry.Text["fr"].Title != "deux" || k.overlay(telegram) != nil {
		t.Error("what was saved meanwhile is not seen")
	}
}

// TestAnOldOverlayIsServedWhileTheStoreFails, also one that is known to be old.
func TestAnOldOverlayIsServedWhileTheStoreFails(t *testing.T) {
	k := newKit(t, Options{})
	c := k.join(discord)
	k.save(c, "local/wifi", own("local/wifi", "un"))
	k.overlay(discord)
	k.save(c, "local/wifi", own("local/wifi", "deux"))
	k.refresh()
	k.down.Store(true)
	for range 3 {
		if got := k.overlay(discord).Find("wifi").Entry.Text["fr"].Title; got != "un" {
			t.Errorf("%q", got)
		}
	}
	k.down.Store(false)
	k.clock.pass(time.Hour)
	if got := k.overlay(discord).Find("wifi").Entry.Text["fr"].Title; got != "deux" {
		t.Errorf("%q", got)
	}
}

func TestRefreshSaysThatTheStoreFails(t *testing.T) {
	k := newKit(t, Options{})
	k.share("linkedin/opt-out", "deux")
	k.down.Store(true)
	if err := k.base.Refresh(t.Context()); !errors.Is(err, errDown) {
		t.Errorf("%v", err)
	}
	k.down.Store(false)
	ended, end := context.WithCancel(t.Context())
	end()
	k.refresh()
	if err := k.base.Refresh(ended); !errors.Is(err, context.Canceled) || k.base.Ready() != nil {
		t.Errorf("%v; Ready: %v", err, k.base.Ready())
	}
	if k.base.Shared().Entries["linkedin/opt-out"].Text["fr"].Title != "deux" {
		t.Error("what was saved meanwhile is lost")
	}
	k.down.Store(true)
	if _, err := Open(t.Context(), k.flaky, Options{Log: silent}); !errors.Is(err, errDown) {
		t.Errorf("Open: %v", err)
	}
}

// TestNoGoroutineStays after Run, and after callers who did not wait for what they asked.
func TestNoGoroutineStays(t *testing.T) {
	before := runtime.NumGoroutine()
	k := newKit(t, Options{Patience: time.Hour})
	k.save(k.join(discord), "local/wifi", own("local/wifi", "wifi"))
	stop := k.run(k.base)
	hold := make(chan struct{})
	k.hold.Store(&hold)
	ctx, cancel := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if _, err := k.base.Overlay(ctx, discord); !errors.Is(err, context.Canceled) {
				t.Errorf("%v", err)
			}
		})
	}
	cancel()
	wg.Wait()
	close(hold)
	stop()
	for n := 0; runtime.NumGoroutine() > before; n++ {
		if n == 1_000_000 {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
		runtime.Gosched() // a goroutine that has returned may still be counted
	}
}
