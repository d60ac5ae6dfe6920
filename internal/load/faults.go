package load

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"nonmerci/internal/discordtest"
	"nonmerci/internal/telegramtest"
)

// disturbCalls makes the next calls on one platform, by chance, go wrong. Faults do not pile up: those of before are over.
func (s *soaking) disturbCalls() {
	if s.dice.IntN(2) == 0 {
		s.discord.ClearFaults()
		s.disturbDiscord()
		return
	}
	s.disturbTelegram()
}

func (s *soaking) disturbDiscord() {
	const page = "<html><body>Bad Gateway</body></html>"
	post := discordtest.Fault{Method: http.MethodPost, Path: "/channels/{channel_id}/messages", Times: 2}
	switch s.dice.IntN(8) {
	case 0:
		post.Status, post.Body = http.StatusBadGateway, page
	case 1:
		post.Status, post.Body, post.Accepted = http.StatusBadGateway, page, true
	case 2:
		post.Status, post.Body = http.StatusServiceUnavailable, `{"message": "503: Service Unavailable", "code": 0}`
	case 3:
		post.Cut = true
	case 4:
		post.Cut, post.Accepted = true, true
	case 5:
		post.Delay = 2 * time.Second
	case 6:
		s.discord.LimitGlobally(time.Second)
		return
	case 7:
		s.discord.Gateway().Repeat(3)
		return
	}
	s.discord.Fail(post)
}

func (s *soaking) disturbTelegram() {
	fault, bad := telegramtest.Fault{Method: "sendMessage"}, telegramtest.BadGateway()
	kind := s.dice.IntN(11)
	if kind >= 7 && kind <= 8 {
		fault.Method = "getUpdates"
	}
	switch kind {
	case 0, 7:
		fault.Cut = true
	case 1:
		fault.Cut, fault.Accepted = true, true
	case 2, 8:
		fault.Status, fault.Body = bad.Status, bad.Body
	case 3:
		fault.Status, fault.Body, fault.Accepted = bad.Status, bad.Body, true
	case 4:
		fault.Err = &telegramtest.Error{Code: http.StatusInternalServerError, Description: "Internal Server Error"}
	case 5:
		fault.Err = telegramtest.TooManyRequests(2)
	case 6:
		fault.Delay = 2 * time.Second
	case 9:
		s.wires[telegram].cut()
		return
	case 10:
		all := s.telegram.Updates()
		s.telegram.Redeliver(all[max(0, len(all)-1-s.dice.IntN(20))].ID)
		return
	}
	s.telegram.Fail(fault)
}

// disturbGateway breaks the connection to Discord in one of its ways.
func (s *soaking) disturbGateway(ctx context.Context, round int) error {
	g := s.discord.Gateway()
	switch round % 6 {
	case 0:
		s.Progress("soak: the connection to Discord drops")
		g.Drop()
	case 1:
		s.Progress("soak: op 7")
		g.Reconnect()
	case 2:
		s.Progress("soak: op 9, the session may be resumed")
		g.Invalidate(true)
	case 3:
		s.Progress("soak: heartbeats are not acknowledged")
		return s.zombie(ctx)
	case 4:
		s.Progress("soak: every connection of both is cut")
		s.wires[discord].cut()
		s.wires[telegram].cut()
	case 5:
		s.Progress("soak: op 9, the session is over")
		return s.newSession(ctx)
	}
	return nil
}

// zombie lets the connection live without acknowledging heartbeats until the program has made another.
func (s *soaking) zombie(ctx context.Context) error {
	g := s.discord.Gateway()
	n := len(g.State().Connections)
	g.SilenceAcks(true)
	defer g.SilenceAcks(false)
	return connected(ctx, g, "a zombie", func(st discordtest.State) bool { return len(st.Connections) > n })
}

// newSession ends the session. What is asked before there is a new one reaches no bot, so nobody asks.
func (s *soaking) newSession(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := s.discord.Gateway()
	n := g.State().Identifies
	g.Invalidate(false)
	return connected(ctx, g, "op 9", func(st discordtest.State) bool { return st.Identifies > n && st.Connected > 0 })
}

// connected waits until the state of the gateway is as wanted, as long as a start may take at most.
func connected(ctx context.Context, g *discordtest.Gateway, after string, ok func(discordtest.State) bool) error {
	ctx, cancel := context.WithTimeout(ctx, readyWithin)
	defer cancel()
	if err := g.Until(ctx, ok); err != nil {
		return fmt.Errorf("the program did not connect again after %s: %w", after, err)
	}
	return nil
}

// calm ends all faults.
func (s *soaking) calm() {
	s.discord.ClearFaults()
	s.discord.Gateway().ClearFaults()
}
