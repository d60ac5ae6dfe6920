package telegramtest

import (
	"testing"
	"time"
)

// flooded sends until it is refused, and returns how many went through and what the server said.
func flooded(t *testing.T, s *Server, chats []int64, every time.Duration) (int, reply) {
	t.Helper()
	for n := range 1000 {
		r := do(t, s, "sendMessage", args{"chat_id": chats[n%len(chats)], "text": "x"})
		if !r.OK {
			return n, r
		}
		time.Sleep(every)
	}
	return 1000, reply{}
}

func TestOneChat(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, Options{})
		_, c := started(t, s)
		n, r := flooded(t, s, []int64{c.ID()}, 0)
		if n != 3 || r.Code != 429 || r.Description != "Too Many Requests: retry after 1" || r.Parameters.RetryAfter != 1 {
			t.Errorf("after %d: %+v", n, r.Error)
		}
		// Each request during the ban makes it longer.
		for want := 2; want <= 4; want++ {
			if r := do(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x"}); r.Parameters.RetryAfter != want {
				t.Errorf("%+v, want %d", r.Error, want)
			}
		}
		time.Sleep(4 * time.Second)
		if n, _ := flooded(t, s, []int64{c.ID()}, time.Second); n != 1000 {
			t.Errorf("one a second is refused after %d", n)
		}
		f := s.Flood()
		if f.Refused != 4 || f.DuringBan != 3 || f.PerChat[c.ID()] != 4 {
			t.Errorf("%+v", f)
		}
	})
}

func TestAGroup(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, Options{})
		_, c := inGroup(t, s, Supergroup)
		n, r := flooded(t, s, []int64{c.ID()}, time.Second)
		if n != 20 || r.Parameters.RetryAfter != 40 {
			t.Errorf("after %d: %+v", n, r.Error)
		}
		_, private := started(t, s)
		if r := do(t, s, "sendMessage", args{"chat_id": private.ID(), "text": "x"}); !r.OK {
			t.Error("one chat's ban is everybody's")
		}
		m := c.FromBot()[0]
		if r := do(t, s, "editMessageText", args{"chat_id": c.ID(), "message_id": m.ID, "text": "y"}); r.Code != 429 {
			t.Error("edits do not count")
		}
	})
}

func TestOverall(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, Options{})
		var chats []int64
		for range 50 {
			_, c := started(t, s)
			chats = append(chats, c.ID())
		}
		n, r := flooded(t, s, chats, time.Millisecond)
		if n != 30 || r.Parameters.RetryAfter != 1 || s.Flood().PerChat[0] != 1 {
			t.Errorf("after %d: %+v", n, r.Error)
		}
		s.SetLimits(Limits{Off: true})
		if n, _ := flooded(t, s, chats, 0); n != 1000 {
			t.Errorf("refused without limits after %d", n)
		}
	})
}

// TestRefusedCallsDoNotCount: what is wrong in itself is refused as such, however fast it comes.
func TestRefusedCallsDoNotCount(t *testing.T) {
	s := newServer(t, Options{})
	_, c := started(t, s)
	for range 50 {
		refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": ""}, 400, "Bad Request: message text is empty")
	}
	must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x"})
}
