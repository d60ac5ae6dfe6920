package memnet

import (
	"fmt"
	"net"
	"sync"
)

// An Addr is a host:port in memory.
type Addr string

// Network is "tcp", because clients choose what to do by it.
func (Addr) Network() string { return "tcp" }

// String is the host:port.
func (a Addr) String() string { return string(a) }

// conn is one end of a pipe that has addresses, and leaves its listener's list when it is closed.
type conn struct {
	net.Conn
	listener      *Listener
	local, remote Addr
	once          sync.Once
}

func (c *conn) LocalAddr() net.Addr  { return c.local }
func (c *conn) RemoteAddr() net.Addr { return c.remote }

func (c *conn) Close() error {
	c.once.Do(func() { c.listener.forget(c) })
	return c.Conn.Close()
}

// pair makes both ends of a connection and remembers them, so that CutAll finds them.
func (l *Listener) pair() (client, server *conn) {
	a, b := net.Pipe()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.clients++
	from := Addr(fmt.Sprintf("192.0.2.1:%d", 1024+l.clients%60000))
	client = &conn{Conn: a, listener: l, local: from, remote: l.addr}
	server = &conn{Conn: b, listener: l, local: l.addr, remote: from}
	l.open[client], l.open[server] = struct{}{}, struct{}{}
	return client, server
}

func (l *Listener) forget(c *conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.open, c)
}
