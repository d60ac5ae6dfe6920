package telegram

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/memnet"
	"nonmerci/internal/replica"
	"nonmerci/internal/telegramtest"
	"nonmerci/knowledge"
	"nonmerci/knowledge/memstore"
)

// A wire leads to a store until it is cut.
type wire struct {
	knowledge.Leases
	cut atomic.Bool
}

var errCut = errors.New("no route to host")

func (w *wire) Lease(ctx context.Context, name, holder string, life time.Duration) (bool, error) {
	if w.cut.Load() {
		return false, errCut
	}
	return w.Leases.Lease(ctx, name, holder, life)
}

func (w *wire) EndLease(ctx context.Context, name, holder string) error {
	if w.cut.Load() {
		return errCut
	}
	return w.Leases.EndLease(ctx, name, holder)
}

func (w *wire) Holders(ctx context.Context, prefix string) ([]string, error) {
	if w.cut.Load() {
		return nil, errCut
	}
	return w.Leases.Holders(ctx, prefix)
}

// A twin is one of several instances of one bot that share a store.
type twin struct {
	*rig
	wire *wire
	lone context.CancelFunc // ends what shares the leases
	done sync.WaitGroup
}

// twinOf starts another instance beside r, on a network of its own to the same server.
func twinOf(r *rig, store knowledge.Leases, id string, answer bot.Handler) *twin {
	r.t.Helper()
	t := &twin{wire: &wire{Leases: store}}
	net := memnet.Listen("telegram.test:80")
	go func() { _ = r.http.Serve(net) }() // ends with the server
	share := replica.New(replica.Options{Leases: t.wire, ID: id, Log: slog.New(slog.DiscardHandler)})
	var ctx context.Context
	ctx, t.lone = context.WithCancel(r.t.Context())
	t.done.Go(func() { share.Run(ctx) })
	own := *r
	own.net, own.with, own.opts.Dial = net, answer, net.DialContext
	own.opts.Journal = filepath.Join(r.t.TempDir(), id)
	own.opts.Lease = func(ctx context.Context) (<-chan struct{}, error) { return share.Alone(ctx, "updates") }
	own.opts.Claim = func(ctx context.Context, update int64) (func(bool), bool, error) {
		return share.Claim(ctx, strconv.FormatInt(update, 10))
	}
	t.rig = &own
	t.begin()
	return t
}

// leave ends an instance in order.
func (t *twin) leave() {
	t.t.Helper()
	if err := t.end(); err != nil {
		t.t.Errorf("Run: %v", err)
	}
	t.lone()
	t.done.Wait()
}

// die ends an instance as kill -9 does: neither the server nor the store hears of it.
func (t *twin) die() {
	t.wire.cut.Store(true)
	t.crash()
	t.lone()
	t.done.Wait()
}

// asked asks something each second, for a while, as somebody else each time.
func (r *rig) asked(what string, n int) (all []*telegramtest.Sent) {
	for i := range n {
		all = append(all, r.person(fmt.Sprint(what, i)).Ask(fmt.Sprintf("%s %d", what, i)))
		time.Sleep(time.Second)
	}
	return all
}

// once checks that each question has one answer.
func (r *rig) once(all []*telegramtest.Sent) {
	r.t.Helper()
	time.Sleep(time.Minute)
	for _, q := range all {
		if n := len(q.Answers()); n != 1 {
			r.t.Errorf("%q has %d answers", q.Message().Text, n)
		}
	}
}

// TestOneOfTwoReceives, and the other one takes over when it ends, is killed, or is cut off from the store: no question is answered twice, and
// none is lost.
func TestOneOfTwoReceives(t *testing.T) {
	s := setting{idle: true, opts: Options{Unlimited: true}}
	s.server.Limits.Off = true
	bubble(t, s, func(r *rig) {
		store := memstore.New()
		slow := func(ctx context.Context, m bot.Message) (bot.Reply, error) {
			select { // so that something is under way at any moment
			case <-time.After(900 * time.Millisecond):
			case <-ctx.Done():
			}
			return echo(ctx, m)
		}
		one := twinOf(r, store, "one", slow)
		time.Sleep(5 * time.Second)
		two := twinOf(r, store, "two", slow)
		time.Sleep(5 * time.Second)
		if one.a.Ready() != nil || !errors.Is(two.a.Ready(), bot.ErrStandBy) {
			t.Errorf("ready: %v, %v", one.a.Ready(), two.a.Ready())
		}
		all := r.asked("deux", 5)
		one.leave()
		all = append(all, r.asked("arrêt", 5)...)
		r.once(all)
		if two.a.Ready() != nil {
			t.Errorf("the other one: %v", two.a.Ready())
		}

		three := twinOf(r, store, "three", slow)
		time.Sleep(5 * time.Second)
		all = r.asked("avant", 3)
		two.die()
		began := time.Now()
		all = append(all, r.asked("mort", 20)...)
		for three.a.Ready() != nil && time.Since(began) < time.Minute {
			time.Sleep(time.Second)
		}
		if took := time.Since(began); took > 30*time.Second {
			t.Errorf("it took %v", took)
		}
		r.once(all)

		four := twinOf(r, store, "four", slow)
		time.Sleep(5 * time.Second)
		three.wire.cut.Store(true) // it goes on reaching Telegram
		all = r.asked("coupé", 40)
		r.once(all)
		if four.a.Ready() != nil || !errors.Is(three.a.Ready(), bot.ErrStandBy) {
			t.Errorf("cut off: %v, %v", three.a.Ready(), four.a.Ready())
		}
		three.wire.cut.Store(false)
		time.Sleep(10 * time.Second)
		three.leave()
		r.once(r.asked("fin", 2))
		four.leave()
	})
}

// TestAWebhookForSeveral: what Telegram brings to two instances is answered by one.
func TestAWebhookForSeveral(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store, answered := memstore.New(), map[string]int{}
		var mu sync.Mutex
		claim := func(who string) func(context.Context, int64) (func(bool), bool, error) {
			share := replica.New(replica.Options{Leases: store, ID: who})
			return func(ctx context.Context, update int64) (func(bool), bool, error) {
				return share.Claim(ctx, strconv.FormatInt(update, 10))
			}
		}
		var adapters []*Adapter
		for _, who := range []string{"one", "two"} {
			a := &Adapter{opts: Options{Claim: claim(who), Log: slog.New(slog.DiscardHandler)}}
			adapters = append(adapters, a)
		}
		var all sync.WaitGroup
		for update := range int64(20) {
			for i, a := range adapters {
				all.Go(func() {
					w := newWindow(openJournal("", a.opts.Log))
					a.piece(w, &job{id: update}, func(context.Context) bool {
						time.Sleep(time.Second)
						mu.Lock()
						defer mu.Unlock()
						answered[fmt.Sprint(update)]++
						return update%5 != 0 || i == 1 // one cannot do it, and the other can
					})(t.Context())
				})
			}
		}
		all.Wait()
		for update := range int64(20) {
			if n := answered[fmt.Sprint(update)]; n != 1 && (update%5 != 0 || n != 2) {
				t.Errorf("update %d was worked on %d times", update, n)
			}
		}
	})
}
