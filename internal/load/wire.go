package load

import (
	"io"
	"log"
	"net"
	"sync"
)

// A wire is a listener whose connections can be cut.
type wire struct {
	net.Listener
	mu   sync.Mutex
	open map[net.Conn]bool
}

// Accept waits for a connection and remembers it.
func (w *wire) Accept() (net.Conn, error) {
	c, err := w.Listener.Accept()
	if err != nil {
		return nil, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.open[c] = true
	return &strand{c, w}, nil
}

// cut ends every connection, whatever is under way in it.
func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for c := range w.open {
		_ = c.Close() // it is over in any case
	}
	clear(w.open)
}

// A strand is a connection of a wire, which forgets it when it is closed.
type strand struct {
	net.Conn
	wire *wire
}

// Close closes the connection.
func (s *strand) Close() error {
	s.wire.mu.Lock()
	delete(s.wire.open, s.Conn)
	s.wire.mu.Unlock()
	return s.Conn.Close()
}

// silent is a log for servers whose connections are cut on purpose.
func silent() *log.Logger { return log.New(io.Discard, "", 0) }
