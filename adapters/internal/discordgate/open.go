package discordgate

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// openWithin bounds everything from the dial to the first event.
const openWithin = 30 * time.Second

// hold opens a session of discordgo at an address and watches it until it ends. Each connection has a session of its own: one that
// hangs is left behind, and no lock or goroutine of it meets the next one.
func (g *Gate) hold(ctx context.Context, address string) error {
	target, err := url.Parse(address)
	if err != nil || target.Host == "" {
		return fmt.Errorf("the gateway's address %q cannot be used", address)
	}
	dialled := make(chan *sieve, 1)
	over := make(chan struct{})
	s := g.newSession(ctx, target, dialled, over)
	opened := make(chan error, 1)
	go func() { opened <- s.Open() }()
	conn, err := await(ctx, dialled, opened)
	if err != nil {
		g.session.url = "" // the address to resume at may be gone; the usual one resumes as well
		return err
	}
	g.use(conn)
	limit := time.AfterFunc(openWithin, func() {
		if !conn.up.Load() {
			conn.end(errSilent)
		}
	})
	defer limit.Stop()
	g.watch(ctx, conn)
	g.session = conn.session()
	err = <-opened
	if err == nil { // discordgo closes the session by itself when its read fails
		g.ending.Go(func() { <-over })
	}
	if err != nil && errors.Is(conn.cause, errClosed) {
		return fmt.Errorf("open the gateway: %w", err)
	}
	return conn.cause
}

func (g *Gate) use(conn *sieve) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.conn = conn
}

// await waits for the connection, or for the reason why there is none.
func await(ctx context.Context, dialled <-chan *sieve, opened chan error) (*sieve, error) {
	select {
	case conn := <-dialled:
		return conn, nil
	case err := <-opened:
		select {
		case conn := <-dialled: // both came at once
			opened <- err
			return conn, nil
		default:
		}
		if ctx.Err() == nil {
			return nil, fmt.Errorf("connect to the gateway: %w", err)
		}
		return nil, ctx.Err()
	}
}

// newSession prepares discordgo. Its own logging, reconnecting, state and compression are off.
func (g *Gate) newSession(ctx context.Context, target *url.URL, dialled chan<- *sieve, over chan<- struct{}) *discordgo.Session {
	s, _ := discordgo.New("Bot " + g.opts.Token) // it never fails
	s.LogLevel = -1                              // below errors: its log lines may hold the token
	s.ShouldReconnectOnError, s.ShouldRetryOnRateLimit, s.MaxRestRetries = false, false, 0
	s.StateEnabled, s.Compress, s.SyncEvents = false, false, true // in order; what is called does not block
	s.Identify.Intents = g.opts.Intents
	s.Client = &http.Client{Transport: finder{plainly(target), g.opts.REST}}
	s.Dialer = &websocket.Dialer{HandshakeTimeout: openWithin, NetDialContext: g.dialer(ctx, target, dialled)}
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) { g.event(e) })
	var once sync.Once
	s.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { once.Do(func() { close(over) }) })
	return s
}

func (g *Gate) event(e *discordgo.Event) {
	if kind, ours := strings.CutPrefix(e.Type, eventPrefix); ours {
		g.opts.Event(kind, e.RawData)
	}
}

// watch waits until the connection is over, and ends it when heartbeats are no longer acknowledged or ctx is done.
func (g *Gate) watch(ctx context.Context, conn *sieve) {
	for {
		check := time.NewTimer(max(conn.beat()/4, 50*time.Millisecond))
		select {
		case <-conn.done:
			check.Stop()
			return
		case <-ctx.Done():
			check.Stop()
			conn.end(errLeaving)
			return
		case now := <-check.C:
			if conn.up.Load() && now.Sub(time.Unix(0, conn.acked.Load())) > conn.beat()*3/2 {
				conn.end(errZombie)
			}
		}
	}
}

// A finder tells discordgo where the gateway is: it can be told by nothing but the answer to a call.
type finder struct {
	address string
	next    http.RoundTripper
}

// RoundTrip answers GET /gateway, and passes anything else on.
func (f finder) RoundTrip(r *http.Request) (*http.Response, error) {
	if !strings.HasSuffix(r.URL.Path, "/gateway") {
		return f.next.RoundTrip(r)
	}
	body, err := json.Marshal(map[string]string{"url": f.address})
	if err != nil {
		return nil, fmt.Errorf("tell the gateway's address: %w", err)
	}
	return &http.Response{
		Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{}, Body: io.NopCloser(strings.NewReader(string(body))), Request: r,
	}, nil
}

// plainly is an address without TLS: the dialler adds it, because above it the sieve would see nothing.
func plainly(target *url.URL) string {
	u := url.URL{Scheme: "ws", Host: target.Host, Path: target.Path}
	return u.String()
}
