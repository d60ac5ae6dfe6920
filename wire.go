package main

import (
	"context"
	"net"
)

// A wire is how serve reaches the network and is reached. The zero wire is the network of the machine, and each adapter dials as it would by
// itself, through a proxy of the environment if there is one.
type wire struct {
	dial   func(ctx context.Context, network, addr string) (net.Conn, error) // for both platforms
	listen func(ctx context.Context, addr string) (net.Listener, error)      // for health and metrics
}

// open listens at an address, host:port.
func (w wire) open(ctx context.Context, addr string) (net.Listener, error) {
	if w.listen != nil {
		return w.listen(ctx, addr)
	}
	return (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
}
