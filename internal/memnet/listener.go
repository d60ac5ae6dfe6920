// Package memnet is a network in memory, for tests in which no time passes: connections are pairs of net.Pipe, so they work inside a
// testing/synctest bubble, where real sockets do not.
package memnet

import (
	"context"
	"net"
	"sync"
	"syscall"
	"time"
)

// A Listener accepts the connections that its DialContext makes. It is a net.Listener, and safe for concurrent use. Faults are
// switched on by RefuseDials, DelayDials and CutAll. Inside a bubble, make it there and close it before the bubble ends.
type Listener struct {
	addr     Addr
	incoming chan net.Conn
	closed   chan struct{}
	once     sync.Once

	mu      sync.Mutex
	refuse  bool
	delay   time.Duration
	clients int // dials so far: each gets an address of its own
	open    map[*conn]struct{}
}

var _ net.Listener = (*Listener)(nil)

// Listen returns a listener whose address is addr, a host:port that need not exist.
func Listen(addr string) *Listener {
	return &Listener{
		addr: Addr(addr), incoming: make(chan net.Conn), closed: make(chan struct{}), open: map[*conn]struct{}{},
	}
}

// Addr is the address given to Listen.
func (l *Listener) Addr() net.Addr { return l.addr }

// Accept waits for the next dial. After Close its error is a *net.OpError around net.ErrClosed.
func (l *Listener) Accept() (net.Conn, error) {
	select {
	case <-l.closed: // before a dial that happens to wait as well
		return nil, l.failed("accept", net.ErrClosed)
	default:
	}
	select {
	case c := <-l.incoming:
		return c, nil
	case <-l.closed:
		return nil, l.failed("accept", net.ErrClosed)
	}
}

// DialContext connects to the listener, whatever network and address say, and waits until the connection is accepted. It fails with
// a *net.OpError: around ctx's error when ctx ends first, around syscall.ECONNREFUSED when the listener is closed or refuses.
func (l *Listener) DialContext(ctx context.Context, _, _ string) (net.Conn, error) {
	refuse, delay := l.faults()
	if err := wait(ctx, delay); err != nil {
		return nil, l.failed("dial", err)
	}
	if refuse {
		return nil, l.failed("dial", syscall.ECONNREFUSED)
	}
	client, server := l.pair()
	select {
	case l.incoming <- server:
		return client, nil
	case <-l.closed:
		_, _ = client.Close(), server.Close()
		return nil, l.failed("dial", syscall.ECONNREFUSED)
	case <-ctx.Done():
		_, _ = client.Close(), server.Close()
		return nil, l.failed("dial", ctx.Err())
	}
}

// Close unblocks Accept and DialContext, now and later. Connections made before stay open, as with a socket.
func (l *Listener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

func (l *Listener) failed(op string, err error) error {
	return &net.OpError{Op: op, Net: l.addr.Network(), Addr: l.addr, Err: err}
}

func wait(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
