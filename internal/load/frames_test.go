package load

import (
	"encoding/binary"
	"net"
	"strings"
	"testing"
	"time"
)

// sink is a connection that takes everything.
type sink struct{ net.Conn }

func (sink) Write(p []byte) (int, error) { return len(p), nil }

// frame is a text frame as a server writes it.
func frame(payload string) []byte {
	n := len(payload)
	switch {
	case n < 126:
		return append([]byte{0x81, byte(n)}, payload...)
	case n < 1<<16:
		return append(binary.BigEndian.AppendUint16([]byte{0x81, 126}, uint16(n)), payload...)
	}
	return append(binary.BigEndian.AppendUint64([]byte{0x81, 127}, uint64(n)), payload...)
}

// TestTheTapReadsFrames however they are cut into writes.
func TestTheTapReadsFrames(t *testing.T) {
	event := func(id string, size int) string {
		return `{"d":{"id":"` + id + `","content":"` + strings.Repeat("é", size) + `"},"op":0,"t":"MESSAGE_CREATE"}`
	}
	stream := []byte("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n")
	stream = append(stream, frame(`{"op":11}`)...)
	for id, size := range map[string]int{"1": 1, "2": 100, "3": 40_000} {
		stream = append(stream, frame(event(id, size))...)
	}
	for _, step := range []int{1, 7, 4096, len(stream)} {
		l := newLedger()
		c := &tapped{Conn: sink{}, ledger: l}
		for rest := stream; len(rest) > 0; {
			n := min(step, len(rest))
			if _, err := c.Write(rest[:n]); err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		l.later.Wait()
		for _, id := range []string{"1", "2", "3"} {
			if at := l.of("d" + id).delivered; at.IsZero() || time.Since(at) > time.Minute {
				t.Errorf("in steps of %d: %s was not seen", step, id)
			}
		}
		if len(l.asks) != 3 || len(c.rest) != 0 {
			t.Errorf("in steps of %d: %d events, %d bytes left", step, len(l.asks), len(c.rest))
		}
	}
}
