package discordgate

import (
	"bufio"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// Opcodes of WebSocket frames (RFC 6455, 5.2).
const (
	frameMore  = 0x0
	frameText  = 0x1
	frameClose = 0x8
	framePing  = 0x9
)

// maxMessage bounds a message of the gateway; the largest real ones, GUILD_CREATE of a huge guild, have some megabytes.
const maxMessage = 32 << 20

var errTooLarge = errors.New("a message of the gateway is too large")

// A frame is one frame of a WebSocket, its payload unmasked.
type frame struct {
	last    bool
	op      byte
	payload []byte
}

// readFrame reads a frame from a server; its payload is in buffer, when that has room for it.
func readFrame(r *bufio.Reader, buffer []byte) (frame, error) {
	var head [2]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return frame{}, err
	}
	size, err := readSize(r, head[1]&0x7f)
	if err != nil {
		return frame{}, err
	}
	f := frame{last: head[0]&0x80 != 0, op: head[0] & 0x0f}
	switch {
	case size > maxMessage:
		return f, errTooLarge
	case head[0]&0x70 != 0 || head[1]&0x80 != 0:
		return f, fmt.Errorf("the gateway sent a frame with the head %x, which is not one of a server", head)
	}
	if size > uint64(cap(buffer)) {
		buffer = make([]byte, size)
	}
	f.payload = buffer[:size]
	_, err = io.ReadFull(r, f.payload)
	return f, err
}

func readSize(r io.Reader, short byte) (uint64, error) {
	var b [8]byte
	switch short {
	case 126:
		_, err := io.ReadFull(r, b[6:])
		return binary.BigEndian.Uint64(b[:]), err
	case 127:
		_, err := io.ReadFull(r, b[:])
		return binary.BigEndian.Uint64(b[:]), err
	}
	return uint64(short), nil
}

// bytes is the frame as a server writes it.
func (f frame) bytes() []byte { return append(f.head(0), f.payload...) }

// masked is the frame as a client writes it.
func (f frame) masked() []byte {
	var key [4]byte
	_, _ = rand.Read(key[:]) // it never fails
	out := append(f.head(0x80), key[:]...)
	for i, b := range f.payload {
		out = append(out, b^key[i%4])
	}
	return out
}

func (f frame) head(mask byte) []byte {
	first := f.op
	if f.last {
		first |= 0x80
	}
	switch n := len(f.payload); {
	case n < 126:
		return []byte{first, mask | byte(n)}
	case n <= 0xffff:
		return binary.BigEndian.AppendUint16([]byte{first, mask | 126}, uint16(n))
	default:
		return binary.BigEndian.AppendUint64([]byte{first, mask | 127}, uint64(n))
	}
}

// unmask reads a whole frame that a client wrote; ok is false for anything else.
func unmask(p []byte) (f frame, ok bool) {
	if len(p) < 6 || p[1]&0x80 == 0 {
		return f, false
	}
	f = frame{last: p[0]&0x80 != 0, op: p[0] & 0x0f}
	at := 2
	switch p[1] & 0x7f {
	case 126:
		at = 4
	case 127:
		at = 10
	}
	if len(p) < at+4 {
		return f, false
	}
	key := p[at : at+4]
	for i, b := range p[at+4:] {
		f.payload = append(f.payload, b^key[i%4])
	}
	return f, true
}

// closing is a close frame (RFC 6455, 5.5.1).
func closing(code int) frame {
	return frame{last: true, op: frameClose, payload: binary.BigEndian.AppendUint16(nil, uint16(code))}
}
