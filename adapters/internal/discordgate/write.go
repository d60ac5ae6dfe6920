package discordgate

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Codes that we close with. After 1000 Discord forgets the session; after any but 1000 and 1001 it can be resumed.
const (
	closeNormal = 1000
	closeResume = 4000
)

// writeWithin bounds a write: a gateway that does not read holds nobody.
const writeWithin = 10 * time.Second

// Write passes on what discordgo writes, each call one frame: an identify becomes a resume where there is a session, and a close keeps
// the session. It does not fail once the WebSocket has begun: a write that fails ends the connection, which discordgo hears of by its
// read alone.
func (s *sieve) Write(p []byte) (int, error) {
	if !s.upgraded.Load() {
		return s.Conn.Write(p)
	}
	if err := s.transmit(p); err != nil {
		s.end(err)
	}
	return len(p), nil
}

// transmit writes a frame of discordgo's.
func (s *sieve) transmit(p []byte) error {
	f, ok := unmask(p)
	switch {
	case !ok:
		return s.write(p)
	case f.op == frameClose && len(f.payload) >= 2 && binary.BigEndian.Uint16(f.payload) == closeNormal:
		return s.write(closing(closeResume).masked())
	case f.op == frameText && s.resume && opOf(f.payload) == opIdentify:
		was := s.session()
		d := map[string]any{"token": "Bot " + s.token, "session_id": was.id, "seq": was.sequence}
		return s.send(opResume, d)
	case f.op == frameText && opOf(f.payload) == opIdentify:
		s.turn.use()
	case f.op == frameText && opOf(f.payload) == opHeartbeat:
		return s.heartbeat()
	}
	return s.write(p)
}

// opOf is the opcode of a packet, -1 when it has none.
func opOf(payload []byte) int {
	p, ok := readPacket(payload)
	if !ok {
		return -1
	}
	return p.op
}

// heartbeat beats with the session's last sequence number, which discordgo does not know after a resume.
func (s *sieve) heartbeat() error {
	if n := s.session().sequence; n > 0 {
		return s.send(opHeartbeat, n)
	}
	return s.send(opHeartbeat, nil)
}

// send writes a packet of our own.
func (s *sieve) send(op int, data any) error {
	raw, err := json.Marshal(map[string]any{"op": op, "d": data})
	if err != nil {
		return fmt.Errorf("encode a packet: %w", err)
	}
	return s.write(frame{last: true, op: frameText, payload: raw}.masked())
}

// write writes whole frames, one caller at a time.
func (s *sieve) write(p []byte) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	_ = s.SetWriteDeadline(time.Now().Add(writeWithin)) // fails only on a closed connection, as the write then does
	_, err := s.Conn.Write(p)
	return err
}

// Close is what discordgo calls when it is done.
func (s *sieve) Close() error {
	s.end(errClosed)
	return nil
}

// end ends the connection for a cause; the first one counts. A gateway that is still there hears a code that keeps the session, or
// 1000 when we leave for good.
func (s *sieve) end(cause error) {
	s.once.Do(func() {
		s.cause = cause
		code := closeResume
		if errors.Is(cause, errLeaving) {
			code = closeNormal
		}
		if s.upgraded.Load() {
			s.lastWords(closing(code).masked())
		}
		_ = s.Conn.Close()
		close(s.done)
	})
}

// lastWords writes without waiting for a writer that is stuck.
func (s *sieve) lastWords(p []byte) {
	_ = s.SetWriteDeadline(time.Now().Add(time.Second))
	if s.writing.TryLock() {
		defer s.writing.Unlock()
		_, _ = s.Conn.Write(p) // the gateway may be gone
	}
}
