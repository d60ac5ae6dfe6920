package sqlstore

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/url"
	"sync/atomic"
	"testing"
)

// A breaker stands between a store and its server, and breaks the connection at a commit when it is told to.
type breaker struct {
	net.Listener
	server  string
	deliver bool         // the server gets the commit, and its answer is lost; else the commit is lost
	breaks  atomic.Int32 // how often to break
}

func (b *breaker) serve() {
	for {
		client, err := b.Accept()
		if err != nil {
			return
		}
		server, err := new(net.Dialer).DialContext(context.Background(), "tcp", b.server)
		if err != nil {
			client.Close()
			return
		}
		go func() { _, _ = io.Copy(client, server); client.Close() }()
		go b.forward(client, server)
	}
}

func (b *breaker) forward(client, server net.Conn) {
	defer server.Close()
	buf := make([]byte, 1<<16)
	for {
		n, err := client.Read(buf)
		if err != nil {
			return
		}
		if bytes.Contains(buf[:n], []byte("commit\x00")) && b.breaks.Add(-1) >= 0 {
			if b.deliver {
				_ = client.(*net.TCPConn).SetLinger(0)
				client.Close() // before the answer
				_, _ = server.Write(buf[:n])
				_, _ = io.Copy(io.Discard, io.LimitReader(server, 1)) // the commit is done
				return
			}
			client.Close()
			return
		}
		if _, err := server.Write(buf[:n]); err != nil {
			return
		}
	}
}

// A connection that breaks at a commit changes nothing about what a method promises: done once, or not at all.
func TestPostgresCommitInDoubt(t *testing.T) {
	admin := postgres(t)
	for _, c := range []struct {
		name    string
		deliver bool
		breaks  int32
	}{{"the answer is lost", true, 1}, {"the commit is lost", false, 1}, {"the commit is lost thrice", false, 3}} {
		t.Run(c.name, func(t *testing.T) {
			u, err := url.Parse(schema(t, admin))
			if err != nil || u.Query().Get("sslmode") != "disable" {
				t.Skip("the address does not say sslmode=disable: what is encrypted cannot be broken at a commit")
			}
			listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			b := &breaker{Listener: listener, server: u.Host, deliver: c.deliver}
			defer b.Close()
			go b.serve()
			u.Host = listener.Addr().String()
			s := openURL(t, u.String())
			defer s.Close()
			if _, err := s.Save(t.Context(), note("x/y", 0)); err != nil {
				t.Fatal(err)
			}
			b.breaks.Store(c.breaks)
			_, err = s.Save(t.Context(), note("x/y", 1))
			if b.breaks.Load() > 0 {
				t.Fatal("nothing was broken")
			}
			if err != nil { // in one case it was saved, in the other nothing was, and it was tried again
				t.Errorf("it was refused: %v", err)
			}
			h, err := s.History(t.Context(), "", "x/y", 0, 10)
			if err != nil || len(h) != 2 {
				t.Errorf("it stands at %d, want 2: %v", len(h), err)
			}
			if events, err := s.EventsAfter(t.Context(), 0, 10); err != nil || len(events) != 2 {
				t.Errorf("%d events, want 2: %v", len(events), err)
			}
			if _, err := s.Save(t.Context(), note("x/y", 2)); err != nil {
				t.Errorf("afterwards: %v", err)
			}
		})
	}
}
