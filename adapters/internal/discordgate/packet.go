package discordgate

import (
	"encoding/json"
	"time"
)

// Opcodes of packets.
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opResume         = 6
	opReconnect      = 7
	opInvalidSession = 9
	opHello          = 10
	opAck            = 11
)

// packet decides what becomes of one message. What cannot be read is counted and dropped.
func (s *sieve) packet(message []byte) error {
	p, ok := readPacket(message)
	if !ok {
		s.bad()
		return nil
	}
	switch p.op {
	case opDispatch:
		s.dispatch(p)
	case opHeartbeat:
		return s.heartbeat()
	case opReconnect:
		return errReconnect
	case opInvalidSession:
		var resumable bool
		_ = json.Unmarshal(p.data, &resumable) // anything else means no
		return invalidSession{resumable}
	case opHello:
		return s.hello(p, message)
	case opAck:
		s.acked.Store(time.Now().UnixNano())
		s.pass(message)
	}
	return nil
}

func (s *sieve) hello(p packet, message []byte) error {
	var h struct {
		Interval int64 `json:"heartbeat_interval"`
	}
	if err := json.Unmarshal(p.data, &h); err != nil || h.Interval <= 0 || h.Interval > 3_600_000 {
		return errHello
	}
	if s.interval.Load() != 0 {
		return nil
	}
	interval := time.Duration(h.Interval) * time.Millisecond
	s.acked.Store(time.Now().UnixNano())
	s.interval.Store(int64(interval))
	s.silence = max(2*interval, openWithin)
	s.pass(message)
	return nil
}

func (s *sieve) pass(message []byte) {
	s.out.Write(frame{last: true, op: frameText, payload: message}.bytes())
}

// dispatch gives an event to who reads it, and keeps what a later resume needs. discordgo is told of the first one: it waits for it.
func (s *sieve) dispatch(p packet) {
	s.keep(p)
	if !s.opened {
		s.opened = true
		s.pass([]byte(`{"op":0,"d":null,"s":0,"t":" "}`)) // of no type that it knows
	}
	kind := s.kinds[string(p.kind)]
	if kind != "" {
		s.event(kind, p.data)
	}
	if kind == ready || kind == resumed {
		s.beUp()
	}
}

// Kinds of events that begin and resume a session.
const (
	ready   = "READY"
	resumed = "RESUMED"
)

// keep remembers what a later resume needs.
func (s *sieve) keep(p packet) {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.kept.sequence = max(p.sequence, s.kept.sequence)
	var r struct {
		ID  string `json:"session_id"`
		URL string `json:"resume_gateway_url"`
	}
	if string(p.kind) == ready && json.Unmarshal(p.data, &r) == nil {
		s.kept = session{id: r.ID, url: r.URL, sequence: p.sequence}
	}
}

func (s *sieve) session() session {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	return s.kept
}

// beat is the interval of heartbeats, zero before Hello.
func (s *sieve) beat() time.Duration { return time.Duration(s.interval.Load()) }

// receiving says whether events come.
func (s *sieve) receiving() bool {
	return s.ended() == nil && s.up.Load()
}

// beUp notes that the session stands.
func (s *sieve) beUp() {
	s.acked.Store(time.Now().UnixNano())
	s.up.Store(true)
	s.turn.done()
	s.receives()
}

// ended is why the connection ended, nil while it lasts.
func (s *sieve) ended() error {
	select {
	case <-s.done:
		return s.cause
	default:
		return nil
	}
}
