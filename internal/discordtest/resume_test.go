package discordtest

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// again dials the resume address and asks for a session from a sequence number.
func (d *discord) again(id string, seq int) *socket {
	d.t.Helper()
	s := d.dial("/gateway/resume/?v=10&encoding=json")
	s.op(opHello)
	s.write(opResume, object{"token": d.Token(), "session_id": id, "seq": seq})
	return s
}

// say posts n messages of a person, numbered.
func (d *discord) say(n int) {
	d.t.Helper()
	for i := range n {
		if _, err := d.person.Say(d.channel, fmt.Sprint(i)); err != nil {
			d.t.Fatal(err)
		}
	}
}

func TestResumingReplaysWhatWasMissed(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		s, r := d.connect(usual)
		d.say(2)
		s.event("MESSAGE_CREATE")
		last := s.event("MESSAGE_CREATE").S
		d.Gateway().Drop()
		if got := s.closed(); got != 1006 {
			t.Errorf("a cut connection says %d", got)
		}
		synctest.Wait()
		d.Gateway().Repeat(1)
		d.say(2) // the first of them twice
		time.Sleep(time.Minute)
		s = d.again(r.SessionID, last-1) // one is asked for again
		var seen []int
		for {
			p := s.next()
			if p.T == "RESUMED" {
				break
			}
			seen = append(seen, p.S-last)
		}
		if fmt.Sprint(seen) != "[0 1 2 3]" {
			t.Errorf("replayed %v", seen)
		}
		d.say(1)
		s.event("MESSAGE_CREATE")
		st := d.Gateway().State()
		if st.Identifies != 1 || st.Resumes != 1 || st.Connected != 1 || !st.Connections[1].Resumed || !strings.HasPrefix(st.Connections[1].Path, "/gateway/resume") {
			t.Errorf("state: %+v", st)
		}
		s.close(1000)
	})
}

func TestSessionsThatCannotBeResumed(t *testing.T) {
	for _, c := range []struct {
		name string
		end  func(*discord, *socket)
		seq  int // added to the last one
		op   int
		code int
	}{
		{"cut", func(d *discord, _ *socket) { d.Gateway().Drop() }, 0, opDispatch, 0},
		{"closed by the client with 4000", func(_ *discord, s *socket) { s.close(4000) }, 0, opDispatch, 0},
		{"closed by the client with 1000", func(_ *discord, s *socket) { s.close(1000) }, 0, opInvalid, 0},
		{"closed by the client with 1001", func(_ *discord, s *socket) { s.close(1001) }, 0, opInvalid, 0},
		{"a sequence from the future", func(d *discord, _ *socket) { d.Gateway().Drop() }, 5, 0, 4007},
		{"lost", func(d *discord, _ *socket) { d.Gateway().Drop(); d.Gateway().LoseSessions() }, 0, opInvalid, 0},
		{"too late", func(d *discord, _ *socket) { d.Gateway().Drop(); time.Sleep(4 * time.Minute) }, 0, opInvalid, 0},
		{"invalidated", func(d *discord, s *socket) { d.Gateway().Invalidate(false); s.op(opInvalid); s.close(4000) }, 0, opInvalid, 0},
		{"invalidated, resumable", func(d *discord, s *socket) { d.Gateway().Invalidate(true); s.op(opInvalid); s.close(4000) }, 0, opDispatch, 0},
		{"told to reconnect", func(d *discord, s *socket) { d.Gateway().Reconnect(); s.op(opReconnect); s.close(4000) }, 0, opDispatch, 0},
		{"closed with 4000", func(d *discord, _ *socket) { d.Gateway().CloseWith(4000) }, 0, opDispatch, 0},
		{"closed with 4014", func(d *discord, _ *socket) { d.Gateway().CloseWith(4014) }, 0, opInvalid, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, quiet(), func(d *discord) {
				s, r := d.connect(usual)
				d.say(1)
				last := s.event("MESSAGE_CREATE").S
				c.end(d, s)
				s.closed()
				synctest.Wait()
				s = d.again(r.SessionID, last+c.seq)
				if c.code != 0 {
					if got := s.closed(); got != c.code {
						t.Errorf("closed with %d, want %d", got, c.code)
					}
					return
				}
				p := s.next()
				if p.Op != c.op || c.op == opInvalid && string(p.D) != "false" || c.op == opDispatch && p.T != "RESUMED" {
					t.Errorf("got op %d %s %s, want %d", p.Op, p.T, p.D, c.op)
				}
				s.close(1000)
			})
		})
	}
}

func TestConnectionsThatGoWrong(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		g := d.Gateway()
		g.Next(1, ConnectionFault{NoHello: true})
		s := d.dial("/gateway/?v=10")
		time.Sleep(time.Minute)
		if len(s.read) != 0 {
			t.Error("Hello was said")
		}
		s.close(4000)
		for _, p := range []*Packet{ReconnectPacket(), InvalidSession(true), InvalidSession(false)} {
			g.Next(1, ConnectionFault{First: p})
			s = d.dial("/gateway/?v=10")
			s.op(opHello)
			s.op(p.Op)
			s.close(4000)
		}
		g.Next(2, ConnectionFault{RefuseIdentify: 4014})
		for range 2 {
			s = d.dial("/gateway/?v=10")
			s.op(opHello)
			s.write(opIdentify, d.identification(usual))
			if got := s.closed(); got != 4014 {
				t.Errorf("closed with %d", got)
			}
		}
		g.Next(-1, ConnectionFault{DropAfterReady: true})
		for range 3 {
			s, _ = d.connect(usual)
			if got := s.closed(); got != 1006 {
				t.Errorf("closed with %d", got)
			}
			time.Sleep(5 * time.Second)
		}
		g.ClearFaults()
		g.Next(1, ConnectionFault{NoAcks: true})
		s, _ = d.connect(usual)
		s.write(opHeartbeat, nil)
		time.Sleep(time.Second)
		if len(s.read) != 0 {
			t.Error("a zombie answered")
		}
		s.close(4000)
		if st := g.State(); st.Identifies != 4 || len(st.Connections) != 10 || st.Connections[9].ClientCode != 4000 || st.Connected != 0 {
			t.Errorf("state: %+v", st)
		}
	})
}

func TestRawFramesAndInventedEvents(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		s, _ := d.connect(usual)
		if n := d.Gateway().SendRaw([]byte("{not json"), false); n != 1 {
			t.Errorf("sent to %d", n)
		}
		if p := s.next(); string(p.raw) != "{not json" {
			t.Errorf("got %s", p.raw)
		}
		d.Gateway().Dispatch("NEW_IN_2027", object{"a": 1})
		if p := s.event("NEW_IN_2027"); string(p.D) != `{"a":1}` || p.S == 0 {
			t.Errorf("got %s, %d", p.D, p.S)
		}
		s.close(1000)
	})
}
