package live

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/memstore"
)

const chloe = knowledge.Actor("discord:1111")

var (
	discord  = knowledge.Place{Platform: "discord", Chat: "1"}
	telegram = knowledge.Place{Platform: "telegram", Chat: "-2"}
	day      = time.Date(2026, time.December, 1, 9, 0, 0, 0, time.UTC)
)

// clock is a time that only a test moves, and the moments that were asked of it.
type clock struct {
	mu   sync.Mutex
	t    time.Time
	wait chan time.Duration // each wait that began; nil when nobody looks
	fire chan time.Time     // ends one wait
}

func newClock() *clock {
	return &clock{t: day, wait: make(chan time.Duration), fire: make(chan time.Time)}
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
}

func (c *clock) after(d time.Duration) <-chan time.Time {
	c.wait <- d
	return c.fire
}

var errDown = errors.New("connection\nrefused")

// A flaky store fails or waits when it is told to, and counts what is read of it.
type flaky struct {
	*memstore.Store
	down  atomic.Bool
	reads atomic.Int64
	hold  atomic.Pointer[chan struct{}] // what a read of records waits for
}

func (f *flaky) fail(ctx context.Context) error {
	f.reads.Add(1)
	if f.down.Load() {
		return errDown
	}
	return ctx.Err()
}

func (f *flaky) Records(ctx context.Context, c knowledge.CommunityID) ([]knowledge.Record, error) {
	if err := f.fail(ctx); err != nil {
		return nil, err
	}
	if hold := f.hold.Load(); hold != nil {
		select {
		case <-*hold:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	return f.Store.Records(ctx, c)
}

func (f *flaky) Record(ctx context.Context, c knowledge.CommunityID, id knowledge.ID) (knowledge.Record, error) {
	if err := f.fail(ctx); err != nil {
		return knowledge.Record{}, err
	}
	return f.Store.Record(ctx, c, id)
}

func (f *flaky) At(ctx context.Context, p knowledge.Place) (knowledge.Community, error) {
	if err := f.fail(ctx); err != nil {
		return knowledge.Community{}, err
	}
	return f.Store.At(ctx, p)
}

func (f *flaky) Community(ctx context.Context, id knowledge.CommunityID) (knowledge.Community, error) {
	if err := f.fail(ctx); err != nil {
		return knowledge.Community{}, err
	}
	return f.Store.Community(ctx, id)
}

func (f *flaky) EventsAfter(ctx context.Context, seq int64, limit int) ([]knowledge.Event, error) {
	if err := f.fail(ctx); err != nil {
		return nil, err
	}
	return f.Store.EventsAfter(ctx, seq, limit)
}

// A kit is a store, and a base that is open on it.
type kit struct {
	testing.TB
	*flaky
	base  *Base
	clock *clock
}

func newKit(tb testing.TB, o Options) *kit {
	tb.Helper()
	k := &kit{TB: tb, flaky: &flaky{Store: memstore.New()}, clock: newClock()}
	k.save(knowledge.SharedBase, "linkedin", knowledge.Content{Subject: &knowledge.Subject{Slug: "linkedin", Name: map[string]string{"fr": "LinkedIn"}}})
	k.share("linkedin/opt-out", "Comment refuser l’IA de LinkedIn ?")
	k.base = k.open(o)
	return k
}

func (k *kit) open(o Options) *Base {
	k.Helper()
	if o.Now == nil {
		o.Now = k.clock.now
	}
	o.After, o.Log = k.clock.after, silent
	b, err := Open(k.Context(), k.flaky, o)
	k.ok(err)
	return b
}

func (k *kit) ok(err error) {
	k.Helper()
	if err != nil {
		k.Fatal(err)
	}
}

func (k *kit) save(c knowledge.CommunityID, id knowledge.ID, content knowledge.Content) {
	k.Helper()
	k.saveAs(c, id, content, false)
}

func (k *kit) saveAs(c knowledge.CommunityID, id knowledge.ID, content knowledge.Content, draft bool) int {
	k.Helper()
	expect := 0
	if r, err := k.Store.Record(k.Context(), c, id); err == nil {
		expect = r.Latest
	}
	r, err := k.Save(k.Context(), knowledge.Save{
		Community: c, Entry: id, Expect: expect, Draft: draft, By: chloe, Origin: knowledge.FromPerson, Content: content, At: day,
	})
	k.ok(err)
	return r.Number
}

func (k *kit) share(id knowledge.ID, title string) {
	k.Helper()
	k.save(knowledge.SharedBase, id, knowledge.Content{Entry: entry(id, title)})
}

func (k *kit) join(p knowledge.Place) knowledge.CommunityID {
	k.Helper()
	c, err := k.Join(k.Context(), p, day)
	k.ok(err)
	return c.ID
}

func (k *kit) refresh() {
	k.Helper()
	k.ok(k.base.Refresh(k.Context()))
}

func (k *kit) overlay(p knowledge.Place) *Overlay {
	k.Helper()
	o, err := k.base.Overlay(k.Context(), p)
	k.ok(err)
	return o
}

// entry is one with a title in French and no more than it needs.
func entry(id knowledge.ID, title string, phrases ...string) *knowledge.Entry {
	return &knowledge.Entry{
		ID: id, Kind: knowledge.Info, Status: knowledge.Published, Revision: 1,
		Text: map[string]knowledge.Text{"fr": {Title: title, Short: "Voici.", Phrases: phrases}},
	}
}

func own(id knowledge.ID, title string, phrases ...string) knowledge.Content {
	return knowledge.Content{Entry: entry(id, title, phrases...)}
}

// fill gives a community n entries of its own, whose words bear a mark.
func (k *kit) fill(c knowledge.CommunityID, n int, mark string) {
	k.Helper()
	for i := range n {
		id := knowledge.ID(fmt.Sprintf("local/%d", i))
		title, phrases := fmt.Sprintf("Où est le salon %d des %s ?", i, mark), []string{fmt.Sprintf("salon numéro %d", i), fmt.Sprintf("trouver %s %d", mark, i)}
		k.save(c, id, own(id, title, phrases...))
	}
}
