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
// t is the turn to begin a session, nil to resume one.
func (s *shard) hold(ctx context.Context, address string, t *turn) error {
	target, err := url.Parse(address)
	if err != nil || target.Host == "" {
		return fmt.Errorf("the gateway's address %q cannot be used", address)
	}
	dialled := make(chan *sieve, 1)
	over := make(chan struct{})
	discord := s.newSession(ctx, target, t, dialled, over)
	opened := make(chan error, 1)
	go func() { opened <- discord.Open() }()
	conn, err := await(ctx, dialled, opened)
	if err != nil {
		s.session.url = "" // the address to resume at may be gone; the usual one resumes as well
		return err
	}
	s.use(conn)
	limit := time.AfterFunc(openWithin, func() {
		if !conn.up.Load() {
			conn.end(errSilent)
		}
	})
	defer limit.Stop()
	watch(ctx, conn)
	s.session = conn.session()
	err = <-opened
	if err == nil { // discordgo closes the session by itself when its read fails
		s.gate.ending.Go(func() { <-over })
	}
	if err != nil && errors.Is(conn.cause, errClosed) {
		return fmt.Errorf("open the gateway: %w", err)
	}
	return conn.cause
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

// newSession prepares discordgo. Its own logging, reconnecting, state and compression are off, and it is given no event but a first one.
func (s *shard) newSession(ctx context.Context, target *url.URL, t *turn, dialled chan<- *sieve, over chan<- struct{}) *discordgo.Session {
	g := s.gate
	d, _ := discordgo.New("Bot " + g.opts.Token) // it never fails
	d.LogLevel = -1                              // below errors: its log lines may hold the token
	d.ShouldReconnectOnError, d.ShouldRetryOnRateLimit, d.MaxRestRetries = false, false, 0
	d.StateEnabled, d.Compress, d.SyncEvents = false, false, true
	d.Identify.Intents, d.Identify.Shard = g.opts.Intents, &[2]int{s.id, s.n}
	d.Client = &http.Client{Transport: finder{plainly(target), g.opts.REST}}
	d.Dialer = &websocket.Dialer{HandshakeTimeout: openWithin, NetDialContext: s.dialer(ctx, target, t, dialled)}
	var once sync.Once
	d.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { once.Do(func() { close(over) }) })
	return d
}

// watch waits until the connection is over, and ends it when heartbeats are no longer acknowledged or ctx is done.
func watch(ctx context.Context, conn *sieve) {
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
