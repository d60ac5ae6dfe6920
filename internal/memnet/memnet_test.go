package memnet

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
)

func TestAConversationOverHTTPInABubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var n Network
		l, err := n.Listen("discord.test:80")
		if err != nil {
			t.Fatal(err)
		}
		srv := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			time.Sleep(time.Hour) // free in a bubble
			_, _ = io.WriteString(w, "hello "+r.Host)
		})}
		go func() { _ = srv.Serve(l) }()
		client := n.Client()
		began := time.Now()
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				res, err := get(t, client)
				if err != nil {
					t.Error(err)
					return
				}
				defer func() { _ = res.Body.Close() }()
				if body, err := io.ReadAll(res.Body); err != nil || string(body) != "hello discord.test" {
					t.Errorf("%q, %v", body, err)
				}
			})
		}
		wg.Wait()
		if d := time.Since(began); d != time.Hour {
			t.Errorf("eight requests at once took %v", d)
		}
		client.CloseIdleConnections()
		_ = srv.Close()
		synctest.Wait()
		if l.Open() != 0 {
			t.Errorf("%d connections left", l.Open())
		}
	})
}

func TestWhatADialMeets(t *testing.T) {
	for _, c := range []struct {
		name string
		addr string
		set  func(*Network, *Listener)
		want func(error) bool
	}{
		{"nobody of that name", "nowhere.test:80", nil, func(err error) bool {
			dns, ok := errors.AsType[*net.DNSError](err)
			return ok && dns.IsNotFound
		}},
		{"another port", "discord.test:443", nil, func(err error) bool { return errors.Is(err, syscall.ECONNREFUSED) }},
		{"no port", "discord.test", nil, func(err error) bool { _, ok := errors.AsType[*net.AddrError](err); return ok }},
		{
			"a listener that refuses", "discord.test:80", func(_ *Network, l *Listener) { l.RefuseDials(true) },
			func(err error) bool { return errors.Is(err, syscall.ECONNREFUSED) },
		},
		{
			"a closed listener", "discord.test:80", func(_ *Network, l *Listener) { _ = l.Close() },
			func(err error) bool { return errors.Is(err, syscall.ECONNREFUSED) },
		},
		{
			"a closed network", "discord.test:80", func(n *Network, _ *Listener) { _ = n.Close() },
			func(err error) bool { return errors.Is(err, syscall.ECONNREFUSED) },
		},
		{"nobody accepts", "discord.test:80", nil, func(err error) bool { return errors.Is(err, context.DeadlineExceeded) }},
		{
			"a dial that takes too long", "discord.test:80", func(_ *Network, l *Listener) { l.DelayDials(time.Minute) },
			func(err error) bool { return errors.Is(err, context.DeadlineExceeded) },
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var n Network
				l, err := n.Listen("discord.test:80")
				if err != nil {
					t.Fatal(err)
				}
				if c.set != nil {
					c.set(&n, l)
				}
				ctx, cancel := context.WithTimeout(t.Context(), time.Second)
				defer cancel()
				_, err = n.DialContext(ctx, "tcp", c.addr)
				if _, ok := errors.AsType[*net.OpError](err); !ok || !c.want(err) {
					t.Errorf("got %v", err)
				}
				if l.Open() != 0 {
					t.Errorf("%d connections left", l.Open())
				}
			})
		})
	}
}

// accepted dials once and returns both ends.
func accepted(t *testing.T, l *Listener) (client, server net.Conn) {
	t.Helper()
	got := make(chan net.Conn, 1)
	go func() {
		c, err := l.Accept()
		if err != nil {
			t.Error(err)
		}
		got <- c
	}()
	client, err := l.DialContext(t.Context(), "tcp", "")
	if err != nil {
		t.Fatal(err)
	}
	return client, <-got
}

func TestCuttingUnblocksBothEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := Listen("discord.test:80")
		client, server := accepted(t, l)
		if client.RemoteAddr().String() != "discord.test:80" || server.RemoteAddr().String() != client.LocalAddr().String() {
			t.Errorf("addresses: %v to %v", client.LocalAddr(), client.RemoteAddr())
		}
		var wg sync.WaitGroup
		for _, c := range []net.Conn{client, server} {
			wg.Go(func() {
				if _, err := c.Read(make([]byte, 1)); err == nil {
					t.Error("a cut connection was read from")
				}
			})
		}
		synctest.Wait()
		if n := l.CutAll(); n != 1 || l.Open() != 0 {
			t.Errorf("cut %d, left %d", n, l.Open())
		}
		wg.Wait()
	})
}

func TestCloseUnblocksAccept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := Listen("discord.test:80")
		done := make(chan error)
		go func() {
			_, err := l.Accept()
			done <- err
		}()
		synctest.Wait()
		_, _ = l.Close(), l.Close()
		if err := <-done; !errors.Is(err, net.ErrClosed) {
			t.Errorf("Accept: %v", err)
		}
		if _, err := l.Accept(); !errors.Is(err, net.ErrClosed) {
			t.Errorf("Accept afterwards: %v", err)
		}
	})
}

func TestAnAddressIsTakenUntilItsListenerCloses(t *testing.T) {
	var n Network
	first, err := n.Listen("discord.test:80")
	if err != nil {
		t.Fatal(err)
	}
	if _, err = n.Listen("discord.test:80"); !errors.Is(err, syscall.EADDRINUSE) {
		t.Errorf("twice: %v", err)
	}
	if _, err = n.Listen("discord.test"); err == nil {
		t.Error("an address without a port was taken")
	}
	_ = first.Close()
	if _, err = n.Listen("discord.test:80"); err != nil {
		t.Errorf("after closing: %v", err)
	}
}

func TestADelayedDialArrivesLater(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := Listen("discord.test:80")
		l.DelayDials(3 * time.Second)
		began := time.Now()
		client, _ := accepted(t, l)
		if d := time.Since(began); d != 3*time.Second {
			t.Errorf("took %v", d)
		}
		_ = client.Close()
		l.CutAll()
	})
}

func get(t *testing.T, c *http.Client) (*http.Response, error) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://discord.test/", http.NoBody)
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}
