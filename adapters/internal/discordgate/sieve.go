package discordgate

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// A sieve is the connection that discordgo talks over. It stands between it and the gateway because discordgo v0.29.0 hangs on op 7
// and 9 while it opens, answers op 9 at once, may die of an op 1, of an event without data and of a heartbeat interval of zero, cannot
// be given a session to resume, waits for ever where nothing comes, and loses the code of a close. So the sieve takes these
// packets out, and writes what must be written itself. Events do not go through discordgo, which would read each of them twice.
type sieve struct {
	net.Conn // the gateway
	in       *bufio.Reader
	out      bytes.Buffer // for discordgo to read
	upgraded atomic.Bool  // the WebSocket has begun
	passed   bool         // the answer to the handshake is a refusal, and goes through as it is
	opened   bool         // discordgo has been given a first event
	buffer   []byte       // for the next frame
	partial  []byte       // of a message in several frames

	settle   time.Duration
	silence  time.Duration // after which the connection is dead
	interval atomic.Int64  // of heartbeats, once Hello has told it
	acked    atomic.Int64  // when the last heartbeat was acknowledged, in Unix nanoseconds
	up       atomic.Bool   // READY or RESUMED has come
	resume   bool          // identify is replaced by resume
	token    string
	turn     *turn  // to begin the session; nil to resume one
	receives func() // called once READY or RESUMED has come

	kinds map[string]string // of events that somebody reads
	event func(kind string, data json.RawMessage)
	bad   func()

	keeping sync.Mutex
	kept    session // what a later resume needs

	writing sync.Mutex
	once    sync.Once
	cause   error
	done    chan struct{}
}

func newSieve(c net.Conn, s session, g *Gate, t *turn) *sieve {
	return &sieve{
		Conn: c, in: bufio.NewReaderSize(c, 16<<10), silence: openWithin, settle: settleFor, kept: s, resume: s.id != "", turn: t, receives: func() {},
		token: g.opts.Token, kinds: g.kinds, event: g.opts.Event, bad: g.opts.Undecodable, done: make(chan struct{}),
	}
}

// settleFor lets a heartbeat that is being written come to its end before discordgo hears that the connection is over: two of its
// goroutines that close at once wait for each other for a second.
const settleFor = 10 * time.Millisecond

// Read gives discordgo what it can bear of what the gateway sends.
func (s *sieve) Read(p []byte) (int, error) {
	for s.out.Len() == 0 {
		_ = s.SetReadDeadline(time.Now().Add(s.silence)) // fails only on a closed connection, as the read then does
		if err := s.fill(); err != nil {
			s.end(err)
			time.Sleep(s.settle)
			return 0, io.EOF
		}
	}
	return s.out.Read(p)
}

// fill reads one line of the handshake, or one frame.
func (s *sieve) fill() error {
	switch {
	case s.passed:
		_, err := io.CopyN(&s.out, s.in, int64(max(1, s.in.Buffered())))
		return err
	case !s.upgraded.Load():
		return s.fillHandshake()
	}
	f, err := readFrame(s.in, s.buffer)
	if err != nil {
		return err
	}
	if cap(f.payload) <= keptBuffer {
		s.buffer = f.payload[:0]
	}
	switch f.op {
	case frameText, frameMore:
		return s.fillMessage(f)
	case framePing:
		s.out.Write(f.bytes())
	case frameClose:
		return closedBy(f)
	}
	return nil
}

func (s *sieve) fillHandshake() error {
	line, err := s.in.ReadSlice('\n')
	if err != nil {
		return err
	}
	if bytes.HasPrefix(line, []byte("HTTP/")) && !bytes.Contains(line, []byte(" 101")) {
		s.passed = true
	}
	if len(bytes.TrimSpace(line)) == 0 {
		s.upgraded.Store(true)
	}
	s.out.Write(line)
	return nil
}

// closedBy is the error of a close frame.
func closedBy(f frame) error {
	if len(f.payload) < 2 {
		return &CloseError{Code: 1005}
	}
	return &CloseError{Code: int(binary.BigEndian.Uint16(f.payload))}
}

// keptBuffer is how large a buffer for frames is kept: few events are larger.
const keptBuffer = 64 << 10

// fillMessage puts the frames of a message together.
func (s *sieve) fillMessage(f frame) error {
	if f.last && s.partial == nil {
		return s.packet(f.payload)
	}
	if len(s.partial)+len(f.payload) > maxMessage {
		return errTooLarge
	}
	s.partial = append(s.partial, f.payload...)
	if !f.last {
		return nil
	}
	message := s.partial
	s.partial = nil
	return s.packet(message)
}
