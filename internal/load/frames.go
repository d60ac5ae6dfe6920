package load

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"net"
	"net/http"
	"time"
)

// upgraded is an answer that becomes a WebSocket; what is written to it is read along.
type upgraded struct {
	http.ResponseWriter
	ledger *ledger
}

// Hijack gives the connection, with the tap on it.
func (u *upgraded) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	c, rw, err := http.NewResponseController(u.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	return &tapped{Conn: c, ledger: u.ledger}, rw, nil
}

// A tapped connection reads along what a server writes: an answer to the handshake, then frames of RFC 6455 without a mask. Writes
// come one after another.
type tapped struct {
	net.Conn
	ledger *ledger
	framed bool // the handshake is over
	rest   []byte
	began  time.Time // when the frame at the start of rest began to leave
}

func (t *tapped) Write(p []byte) (int, error) {
	at := time.Now()
	n, err := t.Conn.Write(p)
	if len(t.rest) == 0 {
		t.began = at
	}
	t.rest = append(t.rest, p[:n]...)
	if !t.framed {
		_, after, over := bytes.Cut(t.rest, []byte("\r\n\r\n"))
		if !over {
			return n, err
		}
		t.rest, t.framed = after, true
	}
	for t.frame() {
		t.began = at
	}
	return n, err
}

// frame takes one whole frame off the rest; false says that there is none.
func (t *tapped) frame() bool {
	if len(t.rest) < 2 {
		return false
	}
	size, head := int(t.rest[1]&0x7f), 2
	switch {
	case size == 126 && len(t.rest) >= 4:
		size, head = int(binary.BigEndian.Uint16(t.rest[2:])), 4
	case size == 127 && len(t.rest) >= 10:
		size, head = int(binary.BigEndian.Uint64(t.rest[2:])), 10 //nolint:gosec // our own server wrote it
	case size >= 126:
		return false
	}
	if len(t.rest) < head+size {
		return false
	}
	payload, at := t.rest[head:head+size], t.began
	if bytes.Contains(payload, []byte(`"MESSAGE_CREATE"`)) || bytes.Contains(payload, []byte(`"INTERACTION_CREATE"`)) {
		copied := bytes.Clone(payload)
		t.ledger.later.Go(func() { eventDelivered(t.ledger, copied, at) })
	}
	t.rest = append(t.rest[:0], t.rest[head+size:]...)
	return true
}

func eventDelivered(l *ledger, packet []byte, at time.Time) {
	var p struct {
		Data struct{ ID string } `json:"d"`
	}
	if json.Unmarshal(packet, &p) == nil {
		l.delivered("d"+p.Data.ID, at)
	}
}
