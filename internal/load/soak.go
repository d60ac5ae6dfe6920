package load

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"nonmerci/internal/discordtest"
)

const (
	soakRate  = 5 // questions a second on each platform
	soakSeats = 60
	lifetime  = 100 * time.Second // from a start to kill -9
	drainMost = 3 * time.Minute   // for the answers that faults hold back
)

// A soaking is a soak under way.
type soaking struct {
	bench
	*stage
	dice *rand.Rand

	rushers []*seat // who ask all at once before a kill

	mu    sync.RWMutex // held for writing while nobody asks on Discord, because no bot could ever see it
	child *child
	lives []life
}

// A life is what one process took, at its start and at its end.
type life struct {
	began, ended usage
	first, last  int // goroutines
}

// soak lets people ask while everything breaks in turn, the process included.
func soak(ctx context.Context, b bench) error {
	how := limited()
	how.discord.Gateway = discordtest.GatewayOptions{HeartbeatInterval: 5 * time.Second} // so that a zombie is met within seconds
	st, c, err := b.open(ctx, how)
	if err != nil {
		return err
	}
	s := &soaking{bench: b, stage: st, child: c, dice: rand.New(rand.NewPCG(3, 1))} //nolint:gosec // the same faults each time
	defer func() { b.leave(st, s.child) }()
	seats := map[string][]*seat{discord: mixed(st.inChannels(soakSeats/2), st.inMessages(soakSeats/2)), telegram: st.inPrivate(soakSeats)}
	if err := st.warm(ctx, b, mixed(seats[discord][:10], seats[telegram][:10])); err != nil {
		return err
	}
	s.rushers = st.inPrivate(soakSeats)
	if err := s.run(ctx, seats); err != nil {
		return err
	}
	return s.judge(ctx)
}

// run asks and breaks at the same time.
func (s *soaking) run(ctx context.Context, seats map[string][]*seat) error {
	asking, stop := context.WithCancel(ctx) // the processes outlive it
	defer stop()
	broken := make(chan error, 1)
	s.startLife()
	go func() {
		err := s.breakThings(ctx)
		if err != nil {
			stop()
		}
		broken <- err
	}()
	for _, one := range seats[discord] {
		one.guard = s.mu.RLocker()
	}
	err := both(func(p string) error { return s.every(asking, s.bench, seats[p], soakRate, s.Length) })
	if err2 := <-broken; err2 != nil {
		return err2
	}
	return err
}

// breakThings breaks one thing after another until the time is over.
func (s *soaking) breakThings(ctx context.Context) error {
	began := time.Now()
	pace := func(least time.Duration) time.Duration { return min(least, max(s.Length/6, time.Second)) }
	calls, gate, kill := began, began, began
	for round := 0; time.Since(began) < s.Length; {
		switch now := time.Now(); {
		case now.Sub(kill) >= min(lifetime, s.Length/2) && time.Since(began) < s.Length-pace(10*time.Second):
			if err := s.killAndRestart(ctx); err != nil {
				return err
			}
			kill, gate = time.Now(), time.Now()
		case now.Sub(gate) >= pace(25*time.Second):
			if err := s.disturbGateway(ctx, round); err != nil {
				return err
			}
			round++
			gate = time.Now()
		case now.Sub(calls) >= pace(3*time.Second):
			s.disturbCalls()
			calls = now
		}
		if err := pause(ctx, 50*time.Millisecond); err != nil {
			return err
		}
	}
	s.calm()
	return nil
}

// killAndRestart ends the program as kill -9 does, in the middle of a rush, and starts it again. Nobody asks on Discord until it listens again; on Telegram
// people go on.
func (s *soaking) killAndRestart(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.endLife()
	if err := s.rush(ctx); err != nil {
		return err
	}
	s.child.kill()
	cut := s.ledger.cutOff(discord)
	c, err := s.startReady(ctx, s.Program)
	if err != nil {
		return fmt.Errorf("after kill -9: %w", err)
	}
	s.child = c
	s.startLife()
	s.Progress("soak: kill -9 and restart; %d questions were under way on Discord, %d on Telegram", cut, s.ledger.waiting(telegram))
	return nil
}

// rush lets many ask at once on Telegram, and waits until some of them are answered, by chance more or fewer: then
// others are read, begun, on their way.
func (s *soaking) rush(ctx context.Context) error {
	enough := s.ledger.sent[telegram].Load() + int64(s.dice.IntN(len(s.rushers)))
	for _, one := range s.rushers {
		if err := s.ask(one, s.questions.deal()); err != nil {
			return err
		}
	}
	until(ctx, 2*time.Second, func() bool { return s.ledger.sent[telegram].Load() >= enough })
	return ctx.Err()
}

func (s *soaking) startLife() {
	s.lives = append(s.lives, life{began: s.use(s.child), first: s.child.metrics().goroutines()})
}

func (s *soaking) endLife() {
	l := &s.lives[len(s.lives)-1]
	l.ended, l.last = s.use(s.child), s.child.metrics().goroutines()
}
