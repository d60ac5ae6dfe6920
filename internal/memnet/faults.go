package memnet

import "time"

// RefuseDials makes every later dial fail as a port without a listener does, or lets them through again.
func (l *Listener) RefuseDials(on bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.refuse = on
}

// DelayDials makes every later dial wait for d first; zero ends it.
func (l *Listener) DelayDials(d time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.delay = d
}

// CutAll closes both ends of every open connection, and says how many connections that were.
func (l *Listener) CutAll() int {
	l.mu.Lock()
	ends := make([]*conn, 0, len(l.open))
	for c := range l.open {
		ends = append(ends, c)
	}
	l.mu.Unlock()
	servers := 0
	for _, c := range ends {
		if c.local == l.addr {
			servers++
		}
		_ = c.Close() // a pipe's Close does not fail
	}
	return servers
}

// Open is the number of connections that the server's side has not closed.
func (l *Listener) Open() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := 0
	for c := range l.open {
		if c.local == l.addr {
			n++
		}
	}
	return n
}

func (l *Listener) faults() (refuse bool, delay time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.refuse, l.delay
}
