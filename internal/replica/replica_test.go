package replica

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/memstore"
)

var errUnplugged = errors.New("connection refused")

// A line leads to a store, and can be cut.
type line struct {
	knowledge.Leases
	cut atomic.Bool
}

func (l *line) Lease(ctx context.Context, name, holder string, life time.Duration) (bool, error) {
	if l.cut.Load() {
		<-ctx.Done() // as from a server that answers nothing
		return false, errUnplugged
	}
	return l.Leases.Lease(ctx, name, holder, life)
}

func (l *line) EndLease(ctx context.Context, name, holder string) error {
	if l.cut.Load() {
		return errUnplugged
	}
	return l.Leases.EndLease(ctx, name, holder)
}

func (l *line) Holders(ctx context.Context, prefix string) ([]string, error) {
	if l.cut.Load() {
		return nil, errUnplugged
	}
	return l.Leases.Holders(ctx, prefix)
}

// A board shows which instance runs which shard, and fails when two run one.
type board struct {
	*testing.T
	mu   sync.Mutex
	runs map[int]string
}

func (b *board) put(who string, shards []int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range shards {
		if other := b.runs[s]; other != "" {
			b.Errorf("%s and %s run shard %d", other, who, s)
		}
		b.runs[s] = who
	}
}

func (b *board) take(who string, shards []int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range shards {
		if b.runs[s] == who {
			delete(b.runs, s)
		}
	}
}

func (b *board) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return fmt.Sprint(b.runs)
}

// An instance runs its shards of n, as the gateway of Discord does.
type instance struct {
	*Replica
	line *line
	end  func() // in order; returns when all has ended
}

func (b *board) start(store knowledge.Leases, id string, n int) *instance {
	l := &line{Leases: store}
	r := New(Options{Leases: l, ID: id, Log: slog.New(slog.DiscardHandler)})
	ctx, cancel := context.WithCancel(b.Context())
	var all, running sync.WaitGroup
	lives, done := context.WithCancel(b.Context())
	all.Go(func() { r.Run(lives) })
	running.Go(func() {
		for ctx.Err() == nil {
			b.runOnce(ctx, r, id, n)
		}
	})
	return &instance{r, l, func() { cancel(); running.Wait(); done(); all.Wait() }}
}

func (b *board) runOnce(ctx context.Context, r *Replica, id string, n int) {
	held, leave := context.WithCancel(b.Context())
	defer leave()
	waiting := context.AfterFunc(ctx, leave)
	shards, lost, err := r.Shards(held, "discord", n)
	if err != nil || !waiting() {
		return
	}
	b.put(id, shards)
	select {
	case <-lost:
	case <-ctx.Done():
	}
	time.Sleep(100 * time.Millisecond) // closing connections
	b.take(id, shards)
}

func newBoard(t *testing.T) *board { return &board{T: t, runs: map[int]string{}} }

func (b *board) want(after time.Duration, runs map[int]string) {
	b.Helper()
	time.Sleep(after)
	synctest.Wait()
	if want := fmt.Sprint(runs); b.String() != want {
		b.Errorf("after %v: %s, want %s", after, b, want)
	}
}

// TestOneRunsAndAnotherStandsBy: a single shard stays where it is; when its instance ends or dies, the other takes it.
func TestOneRunsAndAnotherStandsBy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, store := newBoard(t), memstore.New()
		one := b.start(store, "one", 1)
		b.want(2*time.Second, map[int]string{0: "one"})
		two := b.start(store, "another", 1) // before « one » in the alphabet
		b.want(time.Minute, map[int]string{0: "one"})
		one.end()
		b.want(3*time.Second, map[int]string{0: "another"})
		three := b.start(store, "three", 1)
		b.want(time.Minute, map[int]string{0: "another"})
		two.line.cut.Store(true)
		b.want(15*time.Second, map[int]string{}) // it leaves before anybody may take it
		b.want(10*time.Second, map[int]string{0: "three"})
		two.line.cut.Store(false)
		b.want(time.Minute, map[int]string{0: "three"})
		three.end()
		b.want(3*time.Second, map[int]string{0: "another"})
		two.end()
		if left, _ := store.Holders(t.Context(), ""); left != nil {
			t.Errorf("leases remain: %v", left)
		}
	})
}

// TestShardsAreSharedOut anew when instances come and go; no shard is ever run by two.
func TestShardsAreSharedOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, store := newBoard(t), memstore.New()
		one := b.start(store, "one", 4)
		b.want(4*time.Second, map[int]string{0: "one", 1: "one", 2: "one", 3: "one"})
		two := b.start(store, "two", 4)
		b.want(10*time.Second, map[int]string{0: "one", 1: "two", 2: "one", 3: "two"})
		three := b.start(store, "three", 4)
		b.want(10*time.Second, map[int]string{0: "one", 1: "two", 2: "three", 3: "one"})
		one.line.cut.Store(true)
		b.want(30*time.Second, map[int]string{0: "two", 1: "three", 2: "two", 3: "three"})
		one.line.cut.Store(false)
		b.want(10*time.Second, map[int]string{0: "two", 1: "three", 2: "one", 3: "two"})
		for _, i := range []*instance{two, three, one} {
			i.end()
		}
		b.want(time.Second, map[int]string{})
	})
}

// TestAnInstanceThatIsAloneGoesOn while the store is away.
func TestAnInstanceThatIsAloneGoesOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBoard(t)
		one := b.start(memstore.New(), "one", 2)
		b.want(3*time.Second, map[int]string{0: "one", 1: "one"})
		one.line.cut.Store(true)
		b.want(time.Hour, map[int]string{0: "one", 1: "one"})
		one.line.cut.Store(false)
		b.want(time.Minute, map[int]string{0: "one", 1: "one"})
		one.end()
	})
}

// TestComingAndGoing at random times.
func TestComingAndGoing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, store := newBoard(t), memstore.New()
		var all []*instance
		for i := range 40 {
			switch {
			case len(all) > 0 && i%3 == 2:
				all[0].end()
				all = all[1:]
			case len(all) > 1 && i%7 == 5:
				dead := all[1]
				time.Sleep(5 * time.Second) // it knows of the others: one that believes to be alone goes on
				dead.line.cut.Store(true)
				time.Sleep(40 * time.Second)
				dead.line.cut.Store(false)
			default:
				all = append(all, b.start(store, fmt.Sprint("i", i), 5))
			}
			time.Sleep(time.Duration(i*i%11) * 700 * time.Millisecond)
		}
		time.Sleep(20 * time.Second)
		synctest.Wait()
		b.mu.Lock()
		if len(b.runs) != 5 {
			t.Errorf("only %v run", b.runs)
		}
		b.mu.Unlock()
		for _, i := range all {
			i.end()
		}
	})
}

func TestAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, store := newBoard(t), memstore.New()
		one, two := b.start(store, "one", 1), b.start(store, "two", 1)
		held, leave := context.WithCancel(t.Context())
		if _, err := one.Alone(held, "upkeep"); err != nil {
			t.Fatal(err)
		}
		short, cancel := context.WithTimeout(t.Context(), time.Minute)
		if _, err := two.Alone(short, "upkeep"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("both are alone: %v", err)
		}
		cancel()
		if _, err := two.Alone(t.Context(), "something else"); err != nil {
			t.Error(err)
		}
		again, leaveToo := context.WithCancel(t.Context()) // taken anew before it is given back
		if _, err := one.Alone(again, "upkeep"); err != nil {
			t.Fatal(err)
		}
		leave()
		short, cancel = context.WithTimeout(t.Context(), 5*time.Second)
		if _, err := two.Alone(short, "upkeep"); err == nil {
			t.Error("who took it anew has lost it")
		}
		cancel()
		leaveToo()
		lost, err := two.Alone(t.Context(), "upkeep")
		if err != nil {
			t.Fatal(err)
		}
		two.line.cut.Store(true)
		began := time.Now()
		<-lost
		if took := time.Since(began); took >= 16*time.Second {
			t.Errorf("it took %v to know", took)
		}
		two.line.cut.Store(false)
		one.end()
		two.end()
	})
}

// TestAClaimIsGivenOnce, and again when who had it is not heard of any more.
func TestAClaimIsGivenOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memstore.New()
		ends := map[string]func(bool){}
		claim := func(who, what string) bool {
			end, mine, err := New(Options{Leases: store, ID: who}).Claim(t.Context(), what)
			if err != nil || mine != (end != nil) {
				t.Errorf("%v %v", mine, err)
			}
			if mine {
				ends[what] = end
			}
			return mine
		}
		if !claim("one", "7") || !claim("two", "8") || !claim("one", "9") {
			t.Error("refused")
		}
		time.AfterFunc(5*time.Second, func() { ends["7"](true) })
		began := time.Now()
		if claim("two", "7") || time.Since(began) < 4*time.Second {
			t.Errorf("given twice after %v", time.Since(began))
		}
		if !claim("one", "8") || time.Since(began) > 17*time.Second {
			t.Error("who died is waited for too long, or for ever")
		}
		ends["8"](true)
		began = time.Now()
		ends["9"](false)
		if !claim("two", "9") || time.Since(began) > 0 {
			t.Error("what was not done is not given at once")
		}
		ends["9"](true)
		time.Sleep(24 * time.Hour)
		for _, what := range []string{"7", "8", "9"} {
			if claim("three", what) {
				t.Errorf("%s is given again a day later", what)
			}
		}
		if !claim("three", "78") {
			t.Error("it is taken for another")
		}
	})
}

func TestShare(t *testing.T) {
	members := []string{"a", "b", "c"}
	var all []int
	for _, who := range members {
		all = append(all, share(members, who, 10)...)
	}
	slices.Sort(all)
	if !reflect.DeepEqual(all, []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}) || share(members, "nobody", 10) != nil || share(members, "c", 2) != nil {
		t.Errorf("%v", all)
	}
}
