package telegram

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	vmetrics "github.com/VictoriaMetrics/metrics"

	"nonmerci/adapters/internal/lanes"
	"nonmerci/bot"
	"nonmerci/internal/memnet"
	"nonmerci/internal/metricstest"
	"nonmerci/internal/telegramtest"
)

const secret = "s3cret_of-ours"

// hooked is a setting whose updates come by webhook, to a listener in memory.
func hooked(s setting) setting {
	l := memnet.Listen("hook.test:443")
	s.opts.Webhook = &Webhook{URL: "http://hook.test:443/telegram", Secret: secret, Listener: l}
	s.server.Local, s.server.WebhookClient = true, &http.Client{Transport: &http.Transport{DialContext: l.DialContext}}
	return s
}

// post posts an update as somebody.
func (r *rig) post(word string, body string) int {
	req := httptest.NewRequestWithContext(r.t.Context(), http.MethodPost, "/telegram", strings.NewReader(body))
	req.Header.Set("X-Telegram-Bot-Api-Secret-Token", word)
	rec := httptest.NewRecorder()
	r.a.WebhookHandler().ServeHTTP(rec, req)
	return rec.Code
}

func TestWebhookEndToEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := hooked(setting{})
		r := newRig(t, s)
		defer func() {
			r.close()
			s.server.WebhookClient.CloseIdleConnections()
			s.opts.Webhook.Listener.(*memnet.Listener).CutAll()
		}()
		p := r.started("Zoé")
		q := p.Ask("par webhook ?")
		r.answer(q)
		all := r.Updates()
		r.Redeliver(all[len(all)-1].ID)
		time.Sleep(time.Minute)
		if n := len(q.Answers()); n != 1 {
			t.Errorf("%d answers", n)
		}
		set := r.Requests("setWebhook")
		if n := len(r.Requests("getUpdates")); n != 0 {
			t.Errorf("%d polls beside a webhook", n)
		}
		_ = set
		if err := r.end(); err != nil {
			t.Error(err)
		}
		if n := len(r.Requests("deleteWebhook")); n != 0 {
			t.Error("the webhook was deleted at the end")
		}
	})
}

// TestTgWebhook: 401 for a wrong secret, 413 for too much, 200 for what cannot be read, 503 while there is no room.
func TestTgWebhook(t *testing.T) {
	hold := make(chan struct{})
	stuck := func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		select {
		case <-hold:
		case <-ctx.Done():
		}
		return echo(ctx, m)
	}
	s := hooked(setting{answer: stuck})
	s.opts.Webhook.Listener = nil // mounted by somebody else
	s.tune = func(a *Adapter) { a.slow = lanes.New(lanes.Options{Total: 50}) }
	synctest.Test(t, func(t *testing.T) {
		hold = make(chan struct{})
		r := newRig(t, s)
		defer r.close()
		good := func(id int) string {
			return fmt.Sprintf(`{"update_id":%d,"message":{"message_id":%d,"date":1,"chat":{"id":%d,"type":"private"},"from":{"id":9,"is_bot":false},"text":"a"}}`, id, id, id)
		}
		for _, tc := range []struct {
			name, secret, body string
			want               int
		}{
			{"wrong secret", "x", good(1), 401},
			{"no secret", "", good(1), 401},
			{"too much", secret, `{"update_id":1,"x":"` + strings.Repeat("x", 20<<20) + `"}`, 413},
			{"broken", secret, `{"update_id":`, 200},
			{"not an update", secret, `[]`, 200},
			{"right", secret, good(1), 200},
			{"again", secret, good(1), 200},
		} {
			if got := r.post(tc.secret, tc.body); got != tc.want {
				t.Errorf("%s: %d, want %d", tc.name, got, tc.want)
			}
		}
		codes := map[int]int{}
		for id := range 200 {
			codes[r.post(secret, good(id+10))]++
		}
		if codes[200] < 40 || codes[503] == 0 || len(codes) != 2 {
			t.Errorf("%v", codes)
		}
		close(hold)
		if err := r.end(); err != nil {
			t.Error(err)
		}
		if got := r.post(secret, good(99_999)); got != 503 {
			t.Errorf("after the end: %d", got)
		}
	})
}

func TestWebhookThatTelegramRefuses(t *testing.T) {
	s := setting{idle: true, opts: Options{Webhook: &Webhook{URL: "https://example.org:8081/x", Secret: secret}}}
	bubble(t, s, func(r *rig) {
		r.begin()
		err := <-r.ran
		r.quit = true
		if err == nil || !strings.Contains(err.Error(), "8443") {
			t.Errorf("%v", err)
		}
	})
}

func TestOptions(t *testing.T) {
	for name, o := range map[string]Options{
		"no token":     {},
		"half a token": {Token: "123"},
		"address":      {Token: "1:a", APIURL: "api.telegram.org"},
		"no secret":    {Token: "1:a", Webhook: &Webhook{URL: "https://a.b/c"}},
		"webhook":      {Token: "1:a", Webhook: &Webhook{URL: "a.b", Secret: "x"}},
		"connections":  {Token: "1:a", Webhook: &Webhook{URL: "https://a.b/c", Secret: "x", MaxConnections: 101}},
	} {
		if _, err := New(o, noCore{}, echo); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
	a, err := New(Options{Token: " 1:a\n"}, noCore{}, echo)
	if err != nil || a.Ready() == nil {
		t.Errorf("%v, ready before Run", err)
	}
}

func TestCheck(t *testing.T) {
	check := func(r *rig) (said []string) {
		Check(r.t.Context(), r.opts, func(ok bool, what, remedy string) {
			if ok != (remedy == "") && ok {
				remedy = ""
			}
			said = append(said, fmt.Sprintf("%v %s", ok, what))
			if !ok && remedy == "" {
				r.t.Errorf("%s: no remedy", what)
			}
		})
		return said
	}
	bubble(t, setting{}, func(r *rig) {
		time.Sleep(time.Second)
		for _, line := range check(r) {
			if strings.HasPrefix(line, "false") {
				t.Error(line)
			}
		}
		r.Forget()
		check(r)
		for _, call := range r.Requests("") {
			if !strings.HasPrefix(call.Method, "get") {
				t.Errorf("looking calls %s", call.Method)
			}
		}
	})
	bubble(t, setting{idle: true, server: telegramtest.Options{ReadsAll: true, NoGroups: true, Local: true}}, func(r *rig) {
		r.call("setWebhook", `{"url":"https://example.org/hook"}`)
		all := strings.Join(check(r), "\n")
		for _, part := range []string{"false privacy mode", "false the bot can be added", "false no webhook", "false the menu of commands", "https://t.me/test_bot"} {
			if !strings.Contains(all, part) {
				t.Errorf("%q is not in\n%s", part, all)
			}
		}
		r.Fail(telegramtest.Fault{Method: "getMe", Err: &telegramtest.Error{Code: 401, Description: "Unauthorized"}})
		if all := check(r); len(all) != 1 || !strings.HasPrefix(all[0], "false") {
			t.Errorf("%v", all)
		}
		r.net.RefuseDials(true)
		r.net.CutAll()
		if all := check(r); len(all) != 1 || !strings.HasPrefix(all[0], "false") {
			t.Errorf("%v", all)
		}
		r.net.RefuseDials(false)
	})
}

// TestCommandsAreSetOnce: the second start writes nothing, and nothing ever resets rights.
func TestCommandsAreSetOnce(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		time.Sleep(time.Second)
		p := r.person("Zoé")
		if menu := r.Menu(p, p.Private()); len(menu) != 3 || menu[0].Command != "demander" {
			t.Errorf("%v", menu)
		}
		de := r.NewPerson(telegramtest.User{FirstName: "Uwe", LanguageCode: "pl"})
		if menu := r.Menu(de, de.Private()); len(menu) != 3 || menu[0].Command != "ask" {
			t.Errorf("%v", menu)
		}
		if err := r.end(); err != nil {
			t.Fatal(err)
		}
		r.Forget()
		r.start()
		time.Sleep(time.Second)
		if n := len(r.Requests("set*")); n != 0 {
			t.Errorf("%d writes at the second start", n)
		}
	})
}

// TestMetrics: they are there under their names, and the same set twice is an error, not a panic.
func TestMetrics(t *testing.T) {
	counted := vmetrics.NewSet()
	bubble(t, setting{opts: Options{Metrics: counted}}, func(r *rig) {
		p := r.started("Zoé")
		r.Fail(telegramtest.Fault{Method: "sendMessage", Err: telegramtest.TooManyRequests(1)})
		r.answer(p.Ask("oui ?"))
		page, err := metricstest.Read(counted)
		if err != nil {
			t.Fatal(err)
		}
		for name, f := range page {
			for _, s := range f.Samples {
				delete(s.Labels, "le")
				if s.Labels["platform"] != "telegram" {
					t.Errorf("%s has the platform %q", s.Name, s.Labels["platform"])
				}
				for _, value := range s.Labels {
					if strings.ContainsAny(value, "0123456789é") {
						t.Errorf("%s has the label %s", name, value)
					}
				}
			}
		}
		for name, kind := range map[string]string{
			"sends_total": "counter", "retries_total": "counter", "rate_limited_total": "counter", "reconnects_total": "counter", "queue_depth": "gauge",
			"updates_total": "counter", "undecodable_total": "counter", "panics_total": "counter", "delivery_seconds": "histogram",
		} {
			if f := page["nonmerci_"+name]; f == nil || f.Type != kind {
				t.Errorf("no %s nonmerci_%s: %v", kind, name, f)
			}
		}
		if _, err := New(r.opts, noCore{}, echo); err == nil {
			t.Error("registered twice")
		}
	})
}

// TestUnreachable: a name that nobody knows, and a server that speaks no TLS: Ready says which, and the end comes when it is asked for.
func TestUnreachable(t *testing.T) {
	for name, change := range map[string]func(o *Options){
		"no such host": func(o *Options) { o.Dial = (&memnet.Network{}).DialContext },
		"tls":          func(o *Options) { o.APIURL = "https://telegram.test" },
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, setting{idle: true}, func(r *rig) {
				change(&r.opts)
				r.begin()
				time.Sleep(time.Minute)
				if err := r.a.Ready(); err == nil || !strings.Contains(err.Error(), name) && !strings.Contains(err.Error(), "HTTP response to HTTPS") {
					t.Errorf("ready: %v", err)
				}
				if err := r.end(); err != nil {
					t.Error(err)
				}
			})
		})
	}
}

func TestErrorsSayNothingSecret(t *testing.T) {
	e := &lostError{Method: "sendMessage", Err: errors.New("dial tcp: refused")}
	if e.Error() != "sendMessage: dial tcp: refused" || !errors.Is(e, e.Err) {
		t.Error(e)
	}
	if s := (&apiError{Method: "m", Code: 400, Description: strings.Repeat("x", 5000)}).Error(); len(s) > 300 {
		t.Errorf("%d bytes", len(s))
	}
}
