package load

import (
	"context"
	"fmt"
	"time"
)

// What a process may have more at the end of its life than at its start.
const (
	moreGoroutines = 5               // at rest
	moreMemory     = 40              // MB
	restMost       = 2 * time.Minute // for idle connections to be closed
)

// judge waits for the answers that are still to come, and reports.
func (s *soaking) judge(ctx context.Context) error {
	s.Progress("soak: waiting for the last answers")
	deadline := time.Now().Add(drainMost)
	for s.ledger.unanswered(discord)+s.ledger.unanswered(telegram) > 0 && time.Now().Before(deadline) && !s.child.ended() {
		if err := pause(ctx, time.Second/2); err != nil {
			return err
		}
	}
	s.endLife()
	s.check("the last process", "lives", map[bool]string{true: "ended", false: "lives"}[s.child.ended()], !s.child.ended())
	s.tell("kill -9 and restart", float64(len(s.lives)-1), none)
	for _, p := range []string{discord, telegram} {
		s.losses(s.stage, p, time.Time{})
	}
	st := s.discord.Gateway().State()
	s.tell("discord: connections made", float64(len(st.Connections)), none)
	s.tell("discord: sessions begun", float64(st.Identifies), none)
	s.tell("discord: sessions resumed", float64(st.Resumes), none)
	s.tell("telegram: 429 that no fault asked for", float64(s.telegram.Flood().Refused), none)
	s.growth()
	return s.settled(ctx)
}

// settled reports what the last process keeps when nobody asks any more. Idle connections, each with two goroutines, last a minute and
// a half; a short soak does not wait for that.
func (s *soaking) settled(ctx context.Context) error {
	if s.Length < time.Minute {
		return nil
	}
	first, now := s.lives[0].first, 0 // that one began in peace
	for deadline := time.Now().Add(restMost); time.Now().Before(deadline); {
		if now = s.child.metrics().goroutines(); now <= first+moreGoroutines {
			break
		}
		if err := pause(ctx, 5*time.Second); err != nil {
			return err
		}
	}
	s.add(Figure{
		Name: "goroutines, of the first process at its start → of the last at rest", Limit: fmt.Sprintf("≤ %d more", moreGoroutines),
		Measured: fmt.Sprintf("%d → %d", first, now), Value: float64(now - first), OK: now > 0 && now <= first+moreGoroutines,
	})
	return nil
}

// growth reports what the processes took at the start and at the end of their lives.
func (s *soaking) growth() {
	memory := 0.0
	for i, l := range s.lives {
		s.add(Figure{
			Name: fmt.Sprintf("process %d: goroutines and memory, start → end", i+1), OK: true,
			Measured: fmt.Sprintf("%d → %d, %.1f → %.1f MB", l.first, l.last, l.began.rss, l.ended.rss),
		})
		memory = max(memory, l.ended.rss-l.began.rss)
	}
	s.atMost("memory more at an end than at a start", memory, moreMemory, mb)
}
