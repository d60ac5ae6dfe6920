package links

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestHostsAreAskedPolitely runs over many sites, one of which redirects to another, and looks at when each was asked.
func TestHostsAreAskedPolitely(t *testing.T) {
	inWorld(t, func(w *world) {
		var due []string
		for i := range 8 {
			host := fmt.Sprintf("s%d.example.com", i)
			w.serve(host, pages{
				"/robots.txt": typed("text/plain", "User-agent: *\nAllow: /"),
				"/page":       pause(700*time.Millisecond, htmlPage(article)), "/to": redirect(302, "http://s0.example.com/page"),
			})
			for j := range 4 {
				due = append(due, fmt.Sprintf("http://%s/page?%d", host, j))
			}
			due = append(due, "http://"+host+"/to")
		}
		state := State{}
		w.run(state, due...)
		if len(state) != len(due) {
			t.Errorf("%d records of %d addresses", len(state), len(due))
		}
		all := w.seen
		slices.SortFunc(all, func(a, b request) int { return a.start.Compare(b.start) })
		last := map[string]time.Time{}
		for i, r := range all {
			host, _, _ := strings.Cut(r.url, "/")
			if before, ok := last[host]; ok && r.start.Sub(before) < DefaultPause {
				t.Errorf("%s: asked %s after the answer before", r.url, r.start.Sub(before))
			}
			last[host] = r.end
			at := 0
			for _, other := range all[:i] {
				if other.end.After(r.start) {
					at++
				}
			}
			if at >= maxHosts {
				t.Errorf("%s: the fifth at once", r.url)
			}
			if got := r.header.Get("User-Agent"); got != Agent+"/test" {
				t.Fatalf("it calls itself %q", got)
			}
		}
		if n := len(all) - len(w.requests()); n != 8 {
			t.Errorf("robots.txt of 8 hosts was asked %d times", n)
		}
	})
}

// TestRetryAfterIsHonoured waits when the wait is short, and leaves the whole host to a later run when it is long.
func TestRetryAfterIsHonoured(t *testing.T) {
	inWorld(t, func(w *world) {
		for i, tt := range []struct {
			after func() string
			code  int
			wait  time.Duration
		}{
			{func() string { return "30" }, 429, 30 * time.Second},
			{func() string { return "90" }, 503, 90 * time.Second},
			{func() string { return time.Now().Add(time.Minute).UTC().Format(http.TimeFormat) }, 429, time.Minute},
			{func() string { return "soon" }, 503, retryAfter},
			{func() string { return "-5" }, 503, retryAfter},
		} {
			busy, host := true, fmt.Sprintf("s%d.example.com", i)
			w.serve(host, pages{"/page": func(rw http.ResponseWriter, r *http.Request) {
				if busy {
					busy = false
					rw.Header().Set("Retry-After", tt.after())
					rw.WriteHeader(tt.code)
					return
				}
				htmlPage(article)(rw, r)
			}})
			start := time.Now()
			rec := w.check("https://"+host+"/page", Record{})
			if waited := time.Since(start) - DefaultPause; rec.Result != Well || waited != tt.wait {
				t.Errorf("%s: %s after %s, want well after %s", tt.after(), rec.Result, waited, tt.wait)
			}
		}
	})
	inWorld(t, func(w *world) {
		busy := func(rw http.ResponseWriter, _ *http.Request) {
			rw.Header().Set("Retry-After", "3600")
			rw.WriteHeader(http.StatusTooManyRequests)
		}
		site := pages{"/a": busy, "/b": htmlPage(article), "/c": htmlPage(article)}
		w.serve("example.com", site)
		due := []string{"https://example.com/a", "https://example.com/b", "https://example.com/c"}
		state := State{}
		w.run(state, due...)
		rec := state[due[0]]
		if len(state) != 1 || rec.Result != Refused || time.Until(rec.NotBefore).Round(time.Minute) != time.Hour {
			t.Fatalf("after a refusal for an hour: %+v", state)
		}
		site["/a"] = htmlPage(article)
		time.Sleep(30 * time.Minute)
		w.run(state, due...) // another run knows, too
		if n := len(w.requests()); n != 1 {
			t.Errorf("asked %d times within the hour", n)
		}
		time.Sleep(31 * time.Minute)
		w.run(state, due...)
		if len(state) != 3 || state[due[0]].Result != Well || !state[due[0]].NotBefore.IsZero() {
			t.Errorf("after the hour: %+v", state)
		}
	})
}

// TestRobotsTxtIsObeyed asks sites that forbid, delay, or cannot say.
func TestRobotsTxtIsObeyed(t *testing.T) {
	inWorld(t, func(w *world) {
		file := func(text string) http.HandlerFunc { return typed("text/plain", text) }
		for i, tt := range []struct {
			robots http.HandlerFunc
			want   Result
			detail string
			took   time.Duration
		}{
			{file("User-agent: *\nDisallow: /page"), Robots, "", 0},
			{file("User-agent: *\nDisallow: /\n\nUser-agent: nonmerci-link-check\nAllow: /page"), Well, "", time.Second},
			{file("User-agent: *\nCrawl-delay: 10\nDisallow: /private"), Well, "", 10 * time.Second},
			{status(404), Well, "", time.Second},
			{status(403), Well, "", time.Second},
			{status(503), Robots, "robots.txt answers 503", 5 * time.Second},
			{status(429), Robots, "robots.txt answers 429", 0},
			{redirect(301, "/elsewhere.txt"), Robots, "", time.Second},
			{redirect(301, "/robots.txt"), Well, "", 6 * time.Second},
			{redirect(301, "mailto:x"), Well, "", time.Second},
			{pause(time.Hour, nil), Timeout, "", 45 * time.Second},
		} {
			host := fmt.Sprintf("s%d.example.com", i)
			w.serve(host, pages{"/robots.txt": tt.robots, "/page": htmlPage(article), "/elsewhere.txt": file("User-agent: *\nDisallow: /")})
			start := time.Now()
			rec := w.check("https://"+host+"/page", Record{})
			if took := time.Since(start); rec.Result != tt.want || rec.Detail != tt.detail || took != tt.took {
				t.Errorf("%d: %s %q after %s, want %s %q after %s", i, rec.Result, rec.Detail, took, tt.want, tt.detail, tt.took)
			}
			if n := w.asked(host + "/page"); n > 0 && tt.want != Well {
				t.Errorf("%d: the page was asked", i)
			}
		}
	})
}

// TestInterruptedRunGoesOn interrupts a run after some addresses, writes and reads its state, and has another run do the rest.
func TestInterruptedRunGoesOn(t *testing.T) {
	for _, k := range []int{0, 1, 7, 23} {
		inWorld(t, func(w *world) {
			var all []Address
			for i := range 6 {
				host := fmt.Sprintf("s%d.example.com", i)
				w.serve(host, pages{"/page": htmlPage(article)})
				for j := range 4 {
					all = append(all, Address{URL: fmt.Sprintf("http://%s/page?%d", host, j)})
				}
			}
			ctx, cancel := context.WithCancel(w.t.Context())
			var file bytes.Buffer
			steps := 0
			w.opts.Step = func(Record) {
				if steps++; steps == k {
					cancel()
				}
			}
			w.opts.Save = func(s State) error { file.Reset(); _, err := s.WriteTo(&file); return err }
			if k == 0 {
				cancel()
			}
			asked, err := Run(ctx, Due(all, State{}, time.Now(), time.Hour, 0), State{}, w.opts)
			if !errors.Is(err, context.Canceled) || asked < k || asked > k+maxHosts {
				t.Fatalf("asked %d, %v", asked, err)
			}
			state, err := ReadState(&file)
			if err != nil || len(state) != asked {
				t.Fatalf("%d records after %d, %v", len(state), asked, err)
			}
			w.opts.Step = nil
			rest := Due(all, state, time.Now(), time.Hour, 0)
			w.run(state, rest...)
			if len(rest) != len(all)-asked || len(state) != len(all) {
				t.Errorf("%d were left of %d, %d are known now", len(rest), len(all)-asked, len(state))
			}
			for _, a := range all {
				n, known := w.asked(strings.TrimPrefix(a.URL, "http://")), 0
				if slices.Contains(rest, a.URL) {
					known = 1 // it may have been on its way when the run was interrupted
				}
				if n < 1 || n > 1+known {
					t.Errorf("%s: asked %d times", a.URL, n)
				}
			}
			if again := Due(all, state, time.Now(), time.Hour, 0); len(again) > 0 {
				t.Errorf("to be asked again: %v", again)
			}
			cancel()
		})
	}
}

// TestInterruptionIsQuick ends a run in the middle of a page, of a pause, and of a wait.
func TestInterruptionIsQuick(t *testing.T) {
	for name, h := range map[string]http.HandlerFunc{"a page": hang, "a second try": status(500), "a slow answer": pause(time.Hour, nil)} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.serve("example.com", pages{"/page": h})
				ctx, cancel := context.WithCancel(w.t.Context())
				time.AfterFunc(3*time.Second, cancel)
				start := time.Now()
				state := State{}
				asked, err := Run(ctx, []string{"https://example.com/page", "https://example.com/other"}, state, w.opts)
				if !errors.Is(err, context.Canceled) || asked != 0 || len(state) != 0 || time.Since(start) > 3*time.Second {
					t.Errorf("asked %d, %v, %v after %s", asked, err, state, time.Since(start))
				}
			})
		})
	}
}

// TestDue chooses by age.
func TestDue(t *testing.T) {
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	all := []Address{{URL: "a"}, {URL: "b"}, {URL: "c"}, {URL: "d"}}
	state := State{"a": {Checked: now.Add(-2 * time.Hour)}, "b": {Checked: now.Add(-time.Minute)}, "d": {Checked: now.Add(-3 * time.Hour)}}
	for _, tt := range []struct {
		age   time.Duration
		limit int
		want  string
	}{{time.Hour, 0, "c d a"}, {time.Hour, 2, "c d"}, {0, 0, "c d a b"}, {24 * time.Hour, 0, "c"}} {
		if got := strings.Join(Due(all, state, now, tt.age, tt.limit), " "); got != tt.want {
			t.Errorf("after %s, %d at most: %s, want %s", tt.age, tt.limit, got, tt.want)
		}
	}
}

// TestOfflineIsNotDead ends a run when no site can be reached, and notes none of them as dead.
func TestOfflineIsNotDead(t *testing.T) {
	inWorld(t, func(w *world) {
		w.serve("up.example.com", pages{"/page": htmlPage(article)})
		due := []string{"https://up.example.com/page"}
		for i := range 40 {
			due = append(due, fmt.Sprintf("https://s%02d.test/page", i))
		}
		state := State{}
		if _, err := Run(w.t.Context(), due[1:8], state, w.opts); err != nil || len(state) != 7 {
			t.Errorf("a few that are really gone: %v, %d records", err, len(state))
		}
		clear(state)
		asked, err := Run(w.t.Context(), due, state, w.opts)
		if !errors.Is(err, ErrOffline) || asked > offlineAfter+maxHosts || len(state) != 0 {
			t.Errorf("asked %d, %v; noted %v", asked, err, state)
		}
	})
}

// TestSaveThatFails ends the run: before the first question when it fails at once.
func TestSaveThatFails(t *testing.T) {
	inWorld(t, func(w *world) {
		var due []string
		for i := range 30 {
			due = append(due, fmt.Sprintf("https://example.com/page?%d", i))
		}
		w.serve("example.com", pages{"/page": htmlPage(article)})
		full := errors.New("the disk is full")
		w.opts.Save = func(State) error { return full }
		if _, err := Run(w.t.Context(), due, State{}, w.opts); !errors.Is(err, full) || len(w.requests()) != 0 {
			t.Errorf("%v, after %d questions", err, len(w.requests()))
		}
		saves := 0
		w.opts.Save = func(State) error {
			if saves++; saves > 2 {
				return full
			}
			return nil
		}
		asked, err := Run(w.t.Context(), due, State{}, w.opts)
		if !errors.Is(err, full) || asked < 15 || asked > 25 {
			t.Errorf("%v, after %d", err, asked)
		}
	})
}
