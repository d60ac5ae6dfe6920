package discordgate

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// A fleet is the shards that this process runs, of one number of them.
type fleet struct {
	gate   *Gate
	n      int
	shards []*shard
	lost   <-chan struct{} // closed when the lease is taken away
	ended  chan error      // why a shard will not connect again
	up     chan struct{}   // closed once every shard has received

	life    context.Context // of the connections
	end     context.CancelFunc
	begins  context.Context // of sessions to be begun
	noMore  context.CancelFunc
	running sync.WaitGroup
	behind  atomic.Int64 // shards that have not received yet
}

func newFleet(life context.Context, end context.CancelFunc, g *Gate, n int, ids []int, concurrency int, lost <-chan struct{}) *fleet {
	f := &fleet{gate: g, n: n, lost: lost, ended: make(chan error, len(ids)), up: make(chan struct{}), life: life, end: end}
	f.begins, f.noMore = context.WithCancel(life)
	for _, id := range ids {
		s := &shard{gate: g, id: id, n: n, key: id % concurrency, status: errors.New("not connected yet")}
		s.first = func() {
			if f.behind.Add(-1) == 0 {
				close(f.up)
			}
		}
		f.shards = append(f.shards, s)
	}
	f.behind.Store(int64(len(ids)))
	if len(ids) == 0 {
		close(f.up)
	}
	return f
}

// start connects the shards. They queue for their sessions in order, as Discord wants.
func (f *fleet) start() {
	for _, s := range f.shards {
		s.turn = f.gate.starts.queue(s.key, s.id)
		f.running.Go(func() {
			if err := s.run(f.life, f.begins); err != nil {
				f.ended <- err
			}
		})
	}
}

// stop ends every connection, and returns once they have ended.
func (f *fleet) stop() {
	f.end()
	f.running.Wait()
}

// freeze lets no shard begin a session any more; connections and sessions that there are go on, while the lease lasts.
func (f *fleet) freeze() {
	f.noMore()
	f.gate.ending.Go(func() {
		select {
		case <-f.lost: // nobody else listens any more
			f.end()
		case <-f.life.Done():
		}
	})
}

// leaveWithin bounds how long a shard whose connection is lost has to come back for what it has missed.
const leaveWithin = time.Minute

// leave ends every connection: those that receive at once, the others when they have taken up what was sent meanwhile.
func (f *fleet) leave() {
	f.noMore()
	late := time.AfterFunc(leaveWithin, f.end)
	for _, s := range f.shards {
		s.leave()
	}
	f.gate.ending.Go(func() {
		f.running.Wait()
		late.Stop()
		f.end()
	})
}

// ErrElsewhere says that no shard is this process's.
var ErrElsewhere = errors.New("no shard is this process's: others run them")

// ready is nil while every shard receives, and else names those that do not.
func (f *fleet) ready() error {
	if len(f.shards) == 0 {
		return ErrElsewhere
	}
	var silent []string
	var why error
	for _, s := range f.shards {
		if err := s.ready(); err != nil {
			silent = append(silent, strconv.Itoa(s.id))
			if why == nil {
				why = err
			}
		}
	}
	if why == nil || f.n == 1 {
		return why
	}
	if more := len(silent) - maxNamed; more > 0 {
		silent = append(silent[:maxNamed], fmt.Sprintf("and %d more", more))
	}
	return fmt.Errorf("of %d shards these do not receive: %s: %w", f.n, strings.Join(silent, ", "), why)
}

// maxNamed is how many shards one line names.
const maxNamed = 10
