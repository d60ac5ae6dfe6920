package telegramtest

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"nonmerci/internal/memnet"
)

// A receiver is a bot that takes updates by webhook, over a network in memory.
type receiver struct {
	mu   sync.Mutex
	got  []string // « seconds text »
	open int
	most int
	fail func(text string, attempt int) int // status; 0 is 200
	seen map[string]int
	hold time.Duration
	say  string
}

func (r *receiver) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	body, err := io.ReadAll(req.Body)
	if err != nil || req.Header.Get("X-Telegram-Bot-Api-Secret-Token") != "s3cret" {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	text := string(body)
	if i := strings.Index(text, `"text":"`); i >= 0 {
		text, _, _ = strings.Cut(text[i+8:], `"`)
	}
	r.mu.Lock()
	r.open++
	r.most = max(r.most, r.open)
	r.seen[text]++
	attempt := r.seen[text]
	r.mu.Unlock()
	time.Sleep(r.hold)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.open--
	if code := r.fail(text, attempt); code != 0 {
		w.WriteHeader(code)
		return
	}
	r.got = append(r.got, text)
	_, _ = io.WriteString(w, r.say)
}

// hooked is a server whose updates go to a receiver.
func hooked(t *testing.T, most int) (*Server, *receiver) {
	t.Helper()
	var network memnet.Network
	l, err := network.Listen("bot.test:80")
	if err != nil {
		t.Fatal(err)
	}
	r := &receiver{seen: map[string]int{}, fail: func(string, int) int { return 0 }}
	web := &http.Server{Handler: r, ReadHeaderTimeout: time.Minute}
	go func() { _ = web.Serve(l) }()
	o := unlimited()
	o.WebhookClient = network.Client()
	s := newServer(t, o)
	t.Cleanup(func() {
		s.Close()
		o.WebhookClient.CloseIdleConnections()
		_ = web.Close()
		_ = network.Close()
	})
	if r := do(t, s, "setWebhook", args{"url": "http://bot.test/hook", "secret_token": "s3cret", "max_connections": most}); !r.OK {
		t.Fatal(r.Description)
	}
	return s, r
}

func TestWebhookOrderAndRetries(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s, r := hooked(t, 2)
		r.hold = time.Second
		r.fail = func(text string, attempt int) int {
			if text == "a1" && attempt <= 3 {
				return http.StatusServiceUnavailable
			}
			return 0
		}
		a, b := s.NewPerson(User{}), s.NewPerson(User{})
		start := time.Now()
		for i := range 3 {
			a.Ask(fmt.Sprint("a", i))
			b.Ask(fmt.Sprint("b", i))
		}
		time.Sleep(4 * time.Second)
		info := must[map[string]any](t, s, "getWebhookInfo", nil)
		if info["last_error_message"] != "Wrong response from the webhook: 503 Service Unavailable" || info["pending_update_count"] == 0.0 {
			t.Errorf("%v", info)
		}
		if err := s.await(t.Context(), "an empty queue", func() bool { return len(s.queue.waiting) == 0 }); err != nil {
			t.Fatal(err)
		}
		// a1 is tried at 1, 3, 6 and 11 s, each attempt taking one; a2 follows.
		if d := time.Since(start); d != 13*time.Second {
			t.Errorf("all after %v", d)
		}
		if got := strings.Join(r.got, " "); r.most != 2 || r.seen["a1"] != 4 || got != "a0 b0 b1 b2 a1 a2" && got != "b0 a0 b1 b2 a1 a2" {
			t.Errorf("%s, %d at once, %d attempts", got, r.most, r.seen["a1"])
		}
	})
}

// TestWebhookConnections: people do not wait for each other, but no more are served at once than was asked for.
func TestWebhookConnections(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s, r := hooked(t, 2)
		r.hold = time.Second
		start := time.Now()
		for range 5 {
			s.NewPerson(User{}).Ask("x")
		}
		if err := s.await(t.Context(), "an empty queue", func() bool { return len(s.queue.waiting) == 0 }); err != nil {
			t.Fatal(err)
		}
		if d := time.Since(start); d != 3*time.Second || r.most != 2 {
			t.Errorf("%d at once, all after %v", r.most, d)
		}
	})
}

func TestWebhookAnswersInTheBody(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s, r := hooked(t, 40)
		p := s.NewPerson(User{})
		r.say = fmt.Sprintf(`{"method":"sendMessage","chat_id":%d,"text":"voilà"}`, p.ID())
		m, err := p.Ask("x").Wait(soon(t))
		if err != nil || m.Text != "voilà" {
			t.Errorf("%+v %v", m, err)
		}
	})
}

func TestWebhookUnreachable(t *testing.T) {
	bubble(t, func(t *testing.T) {
		o := unlimited()
		var network memnet.Network
		o.WebhookClient = network.Client()
		s := newServer(t, o)
		must[bool](t, s, "setWebhook", args{"url": "http://bot.test/hook"})
		s.NewPerson(User{}).Ask("x")
		time.Sleep(time.Hour)
		info := must[map[string]any](t, s, "getWebhookInfo", nil)
		if info["last_error_message"] != "Connection failed" || info["pending_update_count"] != 1.0 {
			t.Errorf("%v", info)
		}
		must[bool](t, s, "deleteWebhook", args{"drop_pending_updates": true})
		if s.Pending() != 0 {
			t.Error("updates are kept")
		}
		o.WebhookClient.CloseIdleConnections()
	})
}

func TestSetWebhook(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, Options{})
		set := func(a args) string {
			time.Sleep(2 * time.Second)
			return do(t, s, "setWebhook", a).Description
		}
		for _, c := range []struct {
			a    args
			want string
		}{
			{args{"url": "http://bot.fr/"}, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"},
			{args{"url": "https://bot.fr:81/"}, "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"},
			{args{"url": "bot"}, "Bad Request: invalid webhook URL specified"},
			{args{"url": "https://bot.fr/", "secret_token": "é"}, "Bad Request: secret token contains unallowed characters"},
			{args{"url": "https://bot.fr/", "secret_token": strings.Repeat("x", 257)}, "Bad Request: secret token is too long"},
			{args{"url": ""}, "Webhook is already deleted"},
			{args{"url": "https://bot.fr:8443/"}, "Webhook was set"},
			{args{"url": "https://bot.fr:8443/"}, "Webhook is already set"},
			{args{"url": "https://bot.fr/", "allowed_updates": []string{"message"}}, "Webhook was set"},
		} {
			if got := set(c.a); got != c.want {
				t.Errorf("%v: %s, want %s", c.a, got, c.want)
			}
		}
		info := must[map[string]any](t, s, "getWebhookInfo", nil)
		if info["url"] != "https://bot.fr/" || info["max_connections"] != 40.0 || len(info["allowed_updates"].([]any)) != 1 {
			t.Errorf("%v", info)
		}
		refused(t, s, "setWebhook", args{"url": "https://a.fr/"}, 429, "Too Many Requests: retry after 1")
		if d := do(t, s, "deleteWebhook", nil).Description; d != "Webhook was deleted" {
			t.Error(d)
		}
	})
}
