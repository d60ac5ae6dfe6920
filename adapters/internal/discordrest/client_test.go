package discordrest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/internal/discordtest"
	"nonmerci/internal/memnet"
)

// A place is a Discord in memory and a client of it.
type place struct {
	*discordtest.Server
	t       *testing.T
	client  *Client
	at      *memnet.Listener
	guild   *discordtest.Guild
	limited sync.Map // scope → true
}

func inPlace(t *testing.T, o discordtest.Options, test func(*place)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		o.AnyMentions = true
		s, err := discordtest.New(o)
		if err != nil {
			t.Fatal(err)
		}
		p := &place{Server: s, t: t, at: memnet.Listen("discord.test:80")}
		go func() { _ = s.Serve(p.at) }()
		p.guild = s.AddGuild("Exemplia")
		p.client, err = New(Options{
			Token: s.Token(), URL: "http://discord.test", UserAgent: "DiscordBot (test, 1)", Dial: p.at.DialContext,
			Hooks: Hooks{Limited: func(scope string) { p.limited.Store(scope, true) }},
		})
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			p.client.Close()
			_ = s.Close()
			_ = p.at.Close()
			p.at.CutAll()
			synctest.Wait()
		}()
		test(p)
	})
}

func (p *place) post(ctx context.Context, channel string) error {
	return p.client.Do(ctx, Call{
		Method: http.MethodPost, Route: "/channels/{channel_id}/messages", Vars: []string{channel}, Body: map[string]string{"content": "x"},
	}, nil)
}

// TestDg429Bucket: with nothing left for five seconds, a call whose time is up after one returns then, and other buckets move.
func TestDg429Bucket(t *testing.T) {
	inPlace(t, discordtest.Options{}, func(p *place) {
		a, b := p.guild.AddChannel("a").ID(), p.guild.AddChannel("b").ID()
		for range 5 {
			if err := p.post(p.t.Context(), a); err != nil {
				t.Fatal(err)
			}
		}
		if wait := p.client.Wait(http.MethodPost, "/channels/{channel_id}/messages", a); wait < 4*time.Second || wait > 5*time.Second {
			t.Errorf("Wait says %v", wait)
		}
		ctx, cancel := context.WithTimeout(p.t.Context(), time.Second)
		defer cancel()
		began := time.Now()
		if err := p.post(ctx, a); !errors.Is(err, context.DeadlineExceeded) || time.Since(began) != time.Second {
			t.Errorf("%v after %v", err, time.Since(began))
		}
		began = time.Now()
		if err := p.post(p.t.Context(), b); err != nil || time.Since(began) != 0 {
			t.Errorf("another bucket: %v after %v", err, time.Since(began))
		}
		if err := p.post(p.t.Context(), a); err != nil || p.RateLimited() != 0 {
			t.Errorf("%v, %d answers 429", err, p.RateLimited())
		}
	})
}

// TestDg429Global: a global 429 holds every call back but those of interactions.
func TestDg429Global(t *testing.T) {
	inPlace(t, discordtest.Options{}, func(p *place) {
		a, b := p.guild.AddChannel("a").ID(), p.guild.AddChannel("b").ID()
		p.LimitGlobally(2 * time.Second)
		began := time.Now()
		if err := p.post(p.t.Context(), a); err != nil || time.Since(began) < 2*time.Second {
			t.Errorf("%v after %v", err, time.Since(began))
		}
		p.LimitGlobally(2 * time.Second)
		var wg sync.WaitGroup
		wg.Go(func() { _ = p.post(p.t.Context(), a) })
		synctest.Wait()
		began = time.Now()
		err := p.client.Do(p.t.Context(), Call{
			Method: http.MethodPost, Route: "/interactions/{i}/{t}/callback", Vars: []string{"1", "token"}, Body: map[string]int{"type": 5},
		}, nil)
		if !Is(err, UnknownInteraction) || time.Since(began) != 0 {
			t.Errorf("a callback: %v after %v", err, time.Since(began))
		}
		if err := p.post(p.t.Context(), b); err != nil || time.Since(began) < 2*time.Second {
			t.Errorf("%v after %v", err, time.Since(began))
		}
		wg.Wait()
		if n := p.RateLimited(); n != 2 {
			t.Errorf("%d answers 429", n)
		}
		if _, ok := p.limited.Load("global"); !ok {
			t.Error("the hook was not told")
		}
	})
}

// TestDg429Shared: a limit that others share is waited for, and is no refusal.
func TestDg429Shared(t *testing.T) {
	inPlace(t, discordtest.Options{}, func(p *place) {
		p.LimitShared("POST /channels/{channel_id}/messages", 3*time.Second)
		began := time.Now()
		if err := p.post(p.t.Context(), p.guild.AddChannel("a").ID()); err != nil || time.Since(began) < 3*time.Second {
			t.Errorf("%v after %v", err, time.Since(began))
		}
	})
}

// TestDg429HTML: a 429 that is not Discord's opens the circuit.
func TestDg429HTML(t *testing.T) {
	inPlace(t, discordtest.Options{}, func(p *place) {
		a := p.guild.AddChannel("a").ID()
		p.BlockAtEdge(600 * time.Second)
		err := p.post(p.t.Context(), a)
		if !errors.Is(err, ErrBlocked) {
			t.Errorf("%v", err)
		}
		if err := p.client.Health(); !errors.Is(err, ErrBlocked) || !strings.Contains(err.Error(), "10m0s") {
			t.Errorf("Health: %v", err)
		}
		sent := len(p.Requests())
		for range 100 {
			_ = p.post(p.t.Context(), a)
		}
		if n := len(p.Requests()); n != sent {
			t.Errorf("%d calls while blocked", n-sent)
		}
		time.Sleep(601 * time.Second)
		if err := p.post(p.t.Context(), a); err != nil || p.client.Health() != nil {
			t.Errorf("%v, %v", err, p.client.Health())
		}
	})
}

// TestDgInvalidBudget: a server that refuses everything is not asked ten thousand times.
func TestDgInvalidBudget(t *testing.T) {
	inPlace(t, discordtest.Options{KeepRequests: 20_000, Limits: discordtest.Limits{Off: true}}, func(p *place) {
		p.Fail(discordtest.Fault{Status: 403, Body: `{"message":"Missing Access","code":50001}`})
		var wg sync.WaitGroup
		for i := range 60 {
			wg.Go(func() {
				for range 200 {
					_ = p.post(p.t.Context(), fmt.Sprint(1000+i))
				}
			})
		}
		wg.Wait()
		if n := len(p.Requests()); n < 5000 || n > 5100 {
			t.Errorf("%d calls", n)
		}
		if err := p.client.Health(); !errors.Is(err, ErrBudget) {
			t.Errorf("Health: %v", err)
		}
		time.Sleep(11 * time.Minute)
		if err := p.client.Health(); err != nil {
			t.Errorf("ten minutes later: %v", err)
		}
	})
}

// TestCeiling: at fifty calls a second, many callers at once meet no 429 for five minutes.
func TestCeiling(t *testing.T) {
	minutes := 5
	if raceDetector {
		minutes = 1
	}
	inPlace(t, discordtest.Options{KeepRequests: 20_000, Limits: discordtest.Limits{Routes: map[string]discordtest.Limit{"POST /channels/{channel_id}/messages": {N: -1}}}}, func(p *place) {
		var channels []string
		for i := range 40 {
			channels = append(channels, p.guild.AddChannel(fmt.Sprint(i)).ID())
		}
		ctx, cancel := context.WithTimeout(p.t.Context(), time.Duration(minutes)*time.Minute)
		defer cancel()
		var wg sync.WaitGroup
		for i := range 120 {
			wg.Go(func() {
				for ctx.Err() == nil {
					_ = p.post(ctx, channels[i%len(channels)])
				}
			})
		}
		wg.Wait()
		if n := len(p.Requests()); n < minutes*60*50-60 || p.RateLimited() != 0 {
			t.Errorf("%d calls in %d minutes, %d answers 429", n, minutes, p.RateLimited())
		}
	})
}

// TestBucketsAreForgotten: thousands of interactions leave nothing behind.
func TestBucketsAreForgotten(t *testing.T) {
	l := newLimiter(nil, func(string) {})
	for i := range 50_000 {
		r := routeOf("PATCH", fmt.Sprintf("webhooks/1/token%d/messages/@original", i))
		b := l.bucket(r)
		b.flying++
		b.settle(0, limits{told: true, limit: 5, left: 4}, time.Now().Add(-time.Minute))
	}
	if n := len(l.buckets); n > maxBuckets {
		t.Errorf("%d buckets", n)
	}
}

func TestRoutes(t *testing.T) {
	for path, want := range map[string]route{
		"channels/12/messages":                 {template: "GET channels/{}/messages", major: " 12"},
		"channels/12/messages/34":              {template: "GET channels/{}/messages/{}", major: " 12"},
		"webhooks/1/tok/messages/@original":    {template: "GET webhooks/{}/{}/messages/@original", major: " 1 tok", interaction: true},
		"interactions/1/tok/callback":          {template: "GET interactions/{}/{}/callback", interaction: true},
		"applications/1/commands":              {template: "GET applications/{}/commands"},
		"users/@me/channels":                   {template: "GET users/@me/channels"},
		"":                                     {template: "GET "},
		"guilds/7/members/8":                   {template: "GET guilds/{}/members/{}", major: " 7"},
		"webhooks/1/tok/messages/123456789012": {template: "GET webhooks/{}/{}/messages/{}", major: " 1 tok", interaction: true},
	} {
		if got := routeOf("GET", path); got != want {
			t.Errorf("%s: %+v", path, got)
		}
	}
	if got := afterAPI("/proxy/api/v9/channels/1"); got != "channels/1" {
		t.Error(got)
	}
}

// TestNothingSecretInErrors: neither the bot's token nor an interaction's is in an error, whatever went wrong.
func TestNothingSecretInErrors(t *testing.T) {
	inPlace(t, discordtest.Options{}, func(p *place) {
		call := Call{Method: http.MethodPost, Route: "/interactions/{i}/{t}/callback", Vars: []string{"1", "geheim"}, Body: map[string]int{"type": 5}}
		var list []error
		list = append(list, p.client.Do(p.t.Context(), call, nil))
		p.Fail(discordtest.Fault{Cut: true})
		list = append(list, p.client.Do(p.t.Context(), call, nil))
		p.at.RefuseDials(true)
		p.at.CutAll()
		list = append(list, p.client.Do(p.t.Context(), call, nil))
		ctx, cancel := context.WithCancel(p.t.Context())
		cancel()
		list = append(list, p.client.Do(ctx, call, nil))
		for _, err := range list {
			if err == nil || strings.Contains(err.Error(), "geheim") || strings.Contains(err.Error(), p.Token()) {
				t.Errorf("%v", err)
			}
		}
	})
}

func TestAddress(t *testing.T) {
	for url, ok := range map[string]bool{
		"": true, "http://127.0.0.1:8080": true, "https://proxy.example/discord/": true, "ftp://x": false, "discord.com": false,
		"https://user:pass@discord.com": false, "://": false,
	} {
		if _, err := New(Options{URL: url}); (err == nil) != ok {
			t.Errorf("%q: %v", url, err)
		}
	}
	c, err := New(Options{URL: "https://proxy.example/discord/"})
	if err != nil {
		t.Fatal(err)
	}
	req, err := c.request(t.Context(), Call{Method: "GET", Route: "/channels/{c}", Vars: []string{"../1"}}, nil)
	if err != nil || req.URL.String() != "https://proxy.example/discord/api/v9/channels/..%2F1" {
		t.Errorf("%v, %v", req.URL, err)
	}
}
