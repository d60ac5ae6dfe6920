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
// packets out, gives events a type that discordgo does not decode, and writes what must be written itself.
type sieve struct {
	net.Conn // the gateway
	in       *bufio.Reader
	out      bytes.Buffer // for discordgo to read
	upgraded atomic.Bool  // the WebSocket has begun
	passed   bool         // the answer to the handshake is a refusal, and goes through as it is
	partial  []byte       // of a message in several frames

	settle   time.Duration
	silence  time.Duration // after which the connection is dead
	interval atomic.Int64  // of heartbeats, once Hello has told it
	acked    atomic.Int64  // when the last heartbeat was acknowledged, in Unix nanoseconds
	up       atomic.Bool   // READY or RESUMED has come
	resume   bool          // identify is replaced by resume
	token    string
	bad      func()

	keeping sync.Mutex
	kept    session // what a later resume needs

	writing sync.Mutex
	once    sync.Once
	cause   error
	done    chan struct{}
}

// eventPrefix makes the type of an event unknown to discordgo, which then passes it on undecoded.
const eventPrefix = " "

func newSieve(c net.Conn, s session, token string, bad func()) *sieve {
	return &sieve{Conn: c, in: bufio.NewReaderSize(c, 16<<10), silence: openWithin, settle: settleFor, kept: s, resume: s.id != "", token: token, bad: bad, done: make(chan struct{})}
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
	f, err := readFrame(s.in)
	if err != nil {
		return err
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

// fillMessage puts the frames of a message together.
func (s *sieve) fillMessage(f frame) error {
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

// A packet is what the gateway sends (docs: events/gateway).
type packet struct {
	Op       *int            `json:"op"`
	Data     json.RawMessage `json:"d"`
	Sequence int64           `json:"s"`
	Type     string          `json:"t"`
}

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

// readPacket reads a packet; ok is false for anything else.
func readPacket(message []byte) (p packet, ok bool) {
	err := json.Unmarshal(message, &p)
	return p, err == nil && p.Op != nil
}

// packet decides what becomes of one message. What cannot be read is counted and dropped.
func (s *sieve) packet(message []byte) error {
	p, ok := readPacket(message)
	if !ok {
		s.bad()
		return nil
	}
	switch *p.Op {
	case opDispatch:
		s.dispatch(p)
	case opHeartbeat:
		return s.heartbeat()
	case opReconnect:
		return errReconnect
	case opInvalidSession:
		var resumable bool
		_ = json.Unmarshal(p.Data, &resumable) // anything else means no
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
	if err := json.Unmarshal(p.Data, &h); err != nil || h.Interval <= 0 || h.Interval > 3_600_000 {
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

// dispatch passes an event on and keeps what a later resume needs.
func (s *sieve) dispatch(p packet) {
	s.keep(p)
	switch p.Type {
	case "READY":
		s.beUp()
	case "RESUMED":
		s.beUp()
	}
	p.Type = eventPrefix + p.Type
	if p.Data == nil {
		p.Data = json.RawMessage("null")
	}
	if message, err := json.Marshal(p); err == nil {
		s.pass(message)
	}
}

// keep remembers what a later resume needs.
func (s *sieve) keep(p packet) {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.kept.sequence = max(p.Sequence, s.kept.sequence)
	var r struct {
		ID  string `json:"session_id"`
		URL string `json:"resume_gateway_url"`
	}
	if p.Type == "READY" && json.Unmarshal(p.Data, &r) == nil {
		s.kept = session{id: r.ID, url: r.URL, sequence: p.Sequence}
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
	select {
	case <-s.done:
		return false
	default:
		return s.up.Load()
	}
}

func (s *sieve) beUp() {
	s.acked.Store(time.Now().UnixNano())
	s.up.Store(true)
}
