package discordgate

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// piped is a sieve whose handshake is done, and the gateway's end of it.
func piped(t *testing.T, kept session) (*sieve, net.Conn, *heard) {
	t.Helper()
	client, server := net.Pipe()
	h := &heard{}
	s := newSieve(client, kept, h.gate(), nil)
	s.upgraded.Store(true)
	t.Cleanup(func() { _, _ = s.Close(), server.Close() })
	return s, server, h
}

// heard is what a gate hears of a connection.
type heard struct {
	events []string
	bad    int
}

func (h *heard) gate() *Gate {
	return New(Options{
		Token: "token", Kinds: []string{"X"}, Undecodable: func() { h.bad++ },
		Event: func(kind string, data json.RawMessage) { h.events = append(h.events, kind+" "+string(data)) },
	})
}

// first is what discordgo is told of the first event.
const first = `{"op":0,"d":null,"s":0,"t":" "}`

func text(s string) []byte { return frame{last: true, op: frameText, payload: []byte(s)}.bytes() }

// passed collects what discordgo would read of what the gateway sends before it ends.
func passed(t *testing.T, s *sieve, server net.Conn, sent ...[]byte) []string {
	t.Helper()
	go func() { _, _ = io.Copy(io.Discard, server) }()
	go func() {
		for _, p := range sent {
			_, _ = server.Write(p)
		}
		time.Sleep(time.Second)
		_ = server.Close()
	}()
	raw, err := io.ReadAll(s)
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(2 * time.Second) // until the gateway is done as well
	var out []string
	for r := bufio.NewReader(bytes.NewReader(raw)); ; {
		f, err := readFrame(r, nil)
		if err != nil {
			return out
		}
		out = append(out, string(f.payload))
	}
}

const hello = `{"op":10,"d":{"heartbeat_interval":41250}}`

func TestWhatPasses(t *testing.T) {
	for _, c := range []struct {
		name   string
		sent   [][]byte
		passed string
		events string
		bad    int
		cause  error
	}{
		{"hello and acks", [][]byte{text(hello), text(`{"op":11}`)}, hello + `|{"op":11}`, "", 0, io.EOF},
		{"a second hello", [][]byte{text(hello), text(hello)}, hello, "", 0, io.EOF},
		{"an interval of zero", [][]byte{text(`{"op":10,"d":{"heartbeat_interval":0}}`)}, "", "", 0, errHello},
		{"events", [][]byte{text(`{"op":0,"s":5,"t":"X","d":{"a":1}}`), text(`{"op":0,"s":6,"t":"X","d":{"b":2}}`)}, first, `X {"a":1}|X {"b":2}`, 0, io.EOF},
		{"an event that nobody reads", [][]byte{text(`{"op":0,"s":5,"t":"GUILD_CREATE","d":{}}`)}, first, "", 0, io.EOF},
		{"an event without data", [][]byte{text(`{"op":0,"s":5,"t":"X"}`)}, first, "X ", 0, io.EOF},
		{"noise", [][]byte{text("null"), text("["), text(`{"op":"x"}`), text(""), {0x82, 1, 7}}, "", "", 4, io.EOF},
		{"pieces", [][]byte{{0x01, 5, '{', '"', 'o', 'p', '"'}, {0x89, 0}, {0x80, 4, ':', '1', '1', '}'}}, `|{"op":11}`, "", 0, io.EOF},
		{"op 7", [][]byte{text(`{"op":7}`), text(hello)}, "", "", 0, errReconnect},
		{"op 9", [][]byte{text(`{"op":9,"d":true}`), text(hello)}, "", "", 0, invalidSession{true}},
		{"op 9 for good", [][]byte{text(`{"op":9}`)}, "", "", 0, invalidSession{}},
		{"an op of the future", [][]byte{text(`{"op":99}`)}, "", "", 0, io.EOF},
		{"a frame too large", [][]byte{{0x81, 127, 0, 0, 1, 0, 0, 0, 0, 0}}, "", "", 0, errTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, server, h := piped(t, session{})
				got := strings.Join(passed(t, s, server, c.sent...), "|")
				if events := strings.Join(h.events, "|"); got != c.passed || events != c.events || h.bad != c.bad || !errors.Is(s.cause, c.cause) {
					t.Errorf("passed %q, events %q, %d bad, ended by %v", got, events, h.bad, s.cause)
				}
			})
		})
	}
}

func TestCloseCode(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, server, _ := piped(t, session{})
		passed(t, s, server, closing(4014).bytes())
		c, ok := errors.AsType[*CloseError](s.cause)
		if !ok || c.Code != 4014 || !c.fatal() || !strings.Contains(c.Error(), "https://discord.com/developers/applications") {
			t.Errorf("%v", s.cause)
		}
	})
}

// TestSilence: a gateway that says nothing does not hold a reader for ever.
func TestSilence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, _, _ := piped(t, session{})
		began := time.Now()
		if _, err := s.Read(make([]byte, 1)); !errors.Is(err, io.EOF) || time.Since(began) > openWithin+2*time.Second {
			t.Errorf("%v after %v", err, time.Since(began))
		}
	})
}

// TestWhatIsWritten: identify becomes resume where there is a session; a normal close keeps it; our own leaving does not.
func TestWhatIsWritten(t *testing.T) {
	written := func(t *testing.T, kept session, do func(*sieve)) (out []frame) {
		t.Helper()
		synctest.Test(t, func(t *testing.T) {
			s, server, _ := piped(t, kept)
			var raw []byte
			done := make(chan struct{})
			go func() {
				raw, _ = io.ReadAll(server)
				close(done)
			}()
			do(s)
			s.end(errLeaving)
			<-done
			for len(raw) > 0 {
				size := 6 + int(raw[1]&0x7f)
				if raw[1]&0x7f == 126 {
					size = 8 + int(raw[2])<<8 + int(raw[3])
				}
				f, ok := unmask(raw[:size])
				if !ok {
					t.Fatalf("%x", raw)
				}
				out, raw = append(out, f), raw[size:]
			}
		})
		return out
	}
	write := func(payload string) func(*sieve) {
		return func(s *sieve) { _, _ = s.Write(frame{last: true, op: frameText, payload: []byte(payload)}.masked()) }
	}
	identify := `{"op":2,"d":{"token":"Bot token"}}`
	if got := written(t, session{}, write(identify)); len(got) != 2 || string(got[0].payload) != identify {
		t.Errorf("%v", got)
	}
	got := written(t, session{id: "abc", sequence: 7}, write(identify))
	var p struct {
		Op int
		D  map[string]any
	}
	if err := json.Unmarshal(got[0].payload, &p); err != nil || p.Op != opResume || p.D["session_id"] != "abc" || p.D["seq"] != 7.0 || p.D["token"] != "Bot token" {
		t.Errorf("%q", got[0].payload)
	}
	if last := got[len(got)-1]; last.op != frameClose || !bytes.Equal(last.payload, []byte{0x03, 0xe8}) {
		t.Errorf("left with %x", last.payload)
	}
	if got := written(t, session{id: "abc", sequence: 7}, write(`{"op":1,"d":0}`)); string(got[0].payload) != `{"d":7,"op":1}` {
		t.Errorf("%s", got[0].payload)
	}
	got = written(t, session{}, func(s *sieve) { _, _ = s.Write(closing(1000).masked()) })
	if !bytes.Equal(got[0].payload, []byte{0x0f, 0xa0}) {
		t.Errorf("closed with %x", got[0].payload)
	}
}

// FuzzSieve: whatever the gateway sends, the sieve ends or passes whole frames on.
func FuzzSieve(f *testing.F) {
	f.Add(text(hello))
	f.Add(text(`{"op":0,"s":1,"t":"READY","d":{"session_id":"a"}}`))
	f.Add([]byte{0x88, 2, 0x0f, 0xa0})
	f.Fuzz(func(t *testing.T, data []byte) {
		s := newSieve(&dead{bytes.NewReader(data)}, session{}, (&heard{}).gate(), nil)
		s.upgraded.Store(true)
		s.settle = 0
		raw, err := io.ReadAll(s)
		if err != nil {
			t.Fatal(err)
		}
		for r := bufio.NewReader(bytes.NewReader(raw)); ; {
			f, err := readFrame(r, nil)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				t.Fatalf("%v in what is passed on", err)
			}
			if _, ok := readPacket(f.payload); f.op == frameText && !ok {
				t.Fatalf("%q is passed on", f.payload)
			}
		}
	})
}

// dead is a connection that only gives what it has.
type dead struct{ *bytes.Reader }

func (*dead) Write(p []byte) (int, error)      { return len(p), nil }
func (*dead) Close() error                     { return nil }
func (*dead) LocalAddr() net.Addr              { return nil }
func (*dead) RemoteAddr() net.Addr             { return nil }
func (*dead) SetDeadline(time.Time) error      { return nil }
func (*dead) SetReadDeadline(time.Time) error  { return nil }
func (*dead) SetWriteDeadline(time.Time) error { return nil }
