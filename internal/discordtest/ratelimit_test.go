package discordtest

import (
	"strings"
	"testing"
	"time"
)

func TestFiveMessagesInFiveSeconds(t *testing.T) {
	inBubble(t, Options{}, func(d *discord) {
		path := "/channels/" + d.channel.ID() + "/messages"
		for i := range 5 {
			g := d.want(d.do("POST", path, text("a")), 200, 0)
			if got, want := g.header.Get("X-RateLimit-Remaining"), decimal(4-i); got != want || g.header.Get("X-RateLimit-Limit") != "5" {
				t.Errorf("message %d: remaining %s, want %s", i, got, want)
			}
		}
		time.Sleep(1500 * time.Millisecond)
		g := d.want(d.do("POST", path, text("a")), 429, 0)
		for name, want := range map[string]string{
			"Retry-After": "4", "X-RateLimit-Scope": "user", "X-RateLimit-Reset-After": "3.500", "X-RateLimit-Remaining": "0", "X-RateLimit-Global": "",
		} {
			if got := g.header.Get(name); got != want {
				t.Errorf("%s: %q, want %q", name, got, want)
			}
		}
		if g.body["retry_after"] != 3.5 || g.body["global"] != false || len(g.header.Get("X-RateLimit-Bucket")) != 32 {
			t.Errorf("the refusal says %s, %v", g.raw, g.header)
		}
		other := d.guild.AddChannel("ailleurs")
		d.want(d.do("POST", "/channels/"+other.ID()+"/messages", text("a")), 200, 0)
		time.Sleep(3500 * time.Millisecond)
		d.want(d.do("POST", path, text("a")), 200, 0)
		if d.RateLimited() != 1 || d.InvalidRequests() != 1 {
			t.Errorf("%d refused, %d invalid", d.RateLimited(), d.InvalidRequests())
		}
		d.noProblems()
	})
}

func TestTheGlobalLimitLeavesInteractionsAlone(t *testing.T) {
	inBubble(t, Options{Limits: Limits{Global: Limit{3, time.Second}}}, func(d *discord) {
		for range 3 {
			d.want(d.do("GET", "/users/@me", nil), 200, 0)
		}
		g := d.want(d.do("GET", "/users/@me", nil), 429, 0)
		if g.header.Get("X-RateLimit-Global") != "true" || g.header.Get("X-RateLimit-Scope") != "global" || g.header.Get("X-RateLimit-Reset-After") != "" || g.body["global"] != true {
			t.Errorf("headers %v, body %s", g.header, g.raw)
		}
		d.want(d.do("POST", "/interactions/5/x/callback", object{"type": 5}), 404, 10062)
		time.Sleep(time.Second)
		d.want(d.do("GET", "/users/@me", nil), 200, 0)

		d.LimitGlobally(2 * time.Second)
		d.want(d.do("GET", "/users/@me", nil), 429, 0)
		d.want(d.do("POST", "/interactions/5/x/callback", object{"type": 5}), 404, 10062)
		time.Sleep(2 * time.Second)
		d.want(d.do("GET", "/users/@me", nil), 200, 0)
	})
}

func TestLimitsOfOnesOwn(t *testing.T) {
	inBubble(t, Options{Limits: Limits{Routes: map[string]Limit{"GET /users/@me": {1, time.Minute}, "GET /applications/@me": {N: -1}}}}, func(d *discord) {
		d.want(d.do("GET", "/users/@me", nil), 200, 0)
		d.want(d.do("GET", "/users/@me", nil), 429, 0)
		if g := d.do("GET", "/applications/@me", nil); g.header.Get("X-RateLimit-Limit") != "" {
			t.Error("a limit that is off has headers")
		}
	})
	inBubble(t, Options{Limits: Limits{Off: true}}, func(d *discord) {
		for range 60 {
			d.want(d.do("GET", "/users/@me", nil), 200, 0)
		}
	})
}

func TestASharedLimitIsNotInvalid(t *testing.T) {
	inBubble(t, Options{}, func(d *discord) {
		d.LimitShared("GET /users/@me", time.Second)
		if g := d.want(d.do("GET", "/users/@me", nil), 429, 0); g.header.Get("X-RateLimit-Scope") != "shared" {
			t.Errorf("headers %v", g.header)
		}
		d.want(d.do("GET", "/applications/@me", nil), 200, 0)
		if d.InvalidRequests() != 0 || d.RateLimited() != 1 {
			t.Errorf("%d invalid, %d refused", d.InvalidRequests(), d.RateLimited())
		}
	})
}

func TestTheEdgeSpeaksHTML(t *testing.T) {
	inBubble(t, Options{}, func(d *discord) {
		d.BlockAtEdge(10 * time.Minute)
		for _, path := range []string{"/users/@me", "/nowhere"} {
			g := d.do("GET", path, nil)
			if g.status != 429 || !strings.HasPrefix(string(g.raw), "<!DOCTYPE html>") || g.header.Get("Retry-After") != "600" {
				t.Errorf("%s: %d %v %s", path, g.status, g.header, g.raw)
			}
		}
		time.Sleep(10 * time.Minute)
		d.want(d.do("GET", "/users/@me", nil), 200, 0)
	})
}

func TestTooManyInvalidRequestsBlockAtTheEdge(t *testing.T) {
	inBubble(t, Options{Limits: Limits{Invalid: 20}}, func(d *discord) {
		bad := func() got {
			g, err := d.try("GET", "/users/@me", nil, "Bot wrong")
			if err != nil {
				t.Fatal(err)
			}
			return g
		}
		for range 20 {
			d.want(bad(), 401, 0)
			time.Sleep(time.Second)
		}
		if g := bad(); g.status != 429 || g.header.Get("Content-Type") != "text/html; charset=UTF-8" || g.header.Get("Retry-After") != "580" {
			t.Errorf("after twenty: %d %v", g.status, g.header)
		}
		time.Sleep(10 * time.Minute)
		d.want(bad(), 401, 0)
		if n := d.InvalidRequests(); n != 1 {
			t.Errorf("%d invalid requests in the last ten minutes", n)
		}
	})
}
