package memnet

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"sync"
	"syscall"
)

// A Network reaches several listeners by host:port with one dial function. The zero value is an empty network. It is safe for
// concurrent use.
type Network struct {
	mu        sync.Mutex
	listeners map[string]*Listener
}

// Listen adds a listener at addr, such as "discord.test:80". It fails with a *net.OpError around syscall.EADDRINUSE while another
// one is open there.
func (n *Network) Listen(addr string) (*Listener, error) {
	if _, _, err := net.SplitHostPort(addr); err != nil {
		return nil, fmt.Errorf("listen in memory: %w", err)
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if old := n.listeners[addr]; old != nil && !old.isClosed() {
		return nil, old.failed("listen", syscall.EADDRINUSE)
	}
	if n.listeners == nil {
		n.listeners = map[string]*Listener{}
	}
	l := Listen(addr)
	n.listeners[addr] = l
	return l, nil
}

// DialContext connects to the listener at addr. A host that has none fails with a *net.OpError around a *net.DNSError that says
// not found; a known host on another port, with one around syscall.ECONNREFUSED. Otherwise see Listener.DialContext.
func (n *Network) DialContext(ctx context.Context, network, addr string) (net.Conn, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, &net.OpError{Op: "dial", Net: network, Err: err}
	}
	l, known := n.find(host, addr)
	switch {
	case l != nil:
		return l.DialContext(ctx, network, addr)
	case known:
		return nil, &net.OpError{Op: "dial", Net: network, Addr: Addr(addr), Err: syscall.ECONNREFUSED}
	}
	return nil, &net.OpError{Op: "dial", Net: network, Err: &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}}
}

// Client returns an HTTP client that dials in this network, without a time limit of its own. Call CloseIdleConnections on it before
// a bubble ends.
func (n *Network) Client() *http.Client {
	return &http.Client{Transport: &http.Transport{DialContext: n.DialContext}}
}

// Close closes every listener and cuts every connection.
func (n *Network) Close() error {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, l := range n.listeners {
		_ = l.Close() // it does not fail
		l.CutAll()
	}
	return nil
}

// find returns the listener at addr, and otherwise whether another port of its host has one.
func (n *Network) find(host, addr string) (l *Listener, known bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if l = n.listeners[addr]; l != nil {
		return l, true
	}
	for other := range n.listeners {
		if h, _, _ := net.SplitHostPort(other); h == host {
			return nil, true
		}
	}
	return nil, false
}

func (l *Listener) isClosed() bool {
	select {
	case <-l.closed:
		return true
	default:
		return false
	}
}
