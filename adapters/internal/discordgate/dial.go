package discordgate

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/base64"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"
)

// dialer connects to the gateway, through a proxy when the environment names one, and puts the sieve in between.
func (s *shard) dialer(ctx context.Context, target *url.URL, t *turn, dialled chan<- *sieve) func(context.Context, string, string) (net.Conn, error) {
	was, g := s.session, s.gate // it is another goroutine that dials
	return func(context.Context, string, string) (net.Conn, error) {
		ctx, cancel := context.WithTimeout(ctx, openWithin)
		defer cancel()
		c, err := g.reach(ctx, target)
		if err != nil {
			return nil, err
		}
		conn := newSieve(c, was, g, t)
		conn.receives = func() { s.received(conn) }
		dialled <- conn
		return conn, nil
	}
}

func (g *Gate) reach(ctx context.Context, target *url.URL) (net.Conn, error) {
	dial := g.opts.Dial
	if dial == nil {
		dial = (&net.Dialer{}).DialContext
	}
	secure := target.Scheme == "wss"
	proxy, err := proxyFor(target, secure)
	if err != nil {
		return nil, err
	}
	var c net.Conn
	if proxy == nil {
		c, err = dial(ctx, "tcp", hostPort(target, secure))
	} else if c, err = dial(ctx, "tcp", hostPort(proxy, proxy.Scheme == "https")); err == nil {
		err = tunnel(ctx, c, proxy, hostPort(target, secure))
	}
	if err == nil && secure {
		t := tls.Client(c, &tls.Config{ServerName: target.Hostname(), MinVersion: tls.VersionTLS12})
		c, err = t, t.HandshakeContext(ctx)
	}
	if err != nil && c != nil {
		_ = c.Close()
	}
	return c, err
}

func hostPort(u *url.URL, secure bool) string {
	port := u.Port()
	switch {
	case port != "":
	case secure:
		port = "443"
	default:
		port = "80"
	}
	return net.JoinHostPort(u.Hostname(), port)
}

func proxyFor(target *url.URL, secure bool) (*url.URL, error) {
	scheme := "http"
	if secure {
		scheme = "https"
	}
	return http.ProxyFromEnvironment(&http.Request{URL: &url.URL{Scheme: scheme, Host: target.Host}})
}

// tunnel asks a proxy to connect to an address (RFC 9110, 9.3.6).
func tunnel(ctx context.Context, c net.Conn, proxy *url.URL, address string) error {
	if deadline, ok := ctx.Deadline(); ok {
		_ = c.SetDeadline(deadline) // fails only on a closed connection
		defer func() { _ = c.SetDeadline(time.Time{}) }()
	}
	req := &http.Request{Method: http.MethodConnect, URL: &url.URL{Opaque: address}, Host: address, Header: http.Header{}}
	if u := proxy.User; u != nil {
		password, _ := u.Password()
		req.Header.Set("Proxy-Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(u.Username()+":"+password)))
	}
	if err := req.Write(c); err != nil {
		return fmt.Errorf("ask the proxy: %w", err)
	}
	resp, err := http.ReadResponse(bufio.NewReaderSize(c, 1), req)
	if err != nil {
		return fmt.Errorf("read the proxy's answer: %w", err)
	}
	_ = resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("the proxy answered %d", resp.StatusCode)
	}
	return nil
}
