package playground

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// A visitor uses the page's HTTP interface as the page does.
type visitor struct {
	t    *testing.T
	ctx  context.Context
	base string
}

func visit(t *testing.T) (*visitor, *Playground) {
	t.Helper()
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(p)
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute) // far longer than any of it takes on a busy machine
	t.Cleanup(func() { cancel(); p.Close(); web.Close() })
	return &visitor{t, ctx, web.URL}, p
}

// post sends a body and returns what came back; 0 when nothing did, which fails the test.
func (v *visitor) post(path, kind, body string, header ...string) (status int, answer []byte) {
	v.t.Helper()
	req, err := http.NewRequestWithContext(v.ctx, http.MethodPost, v.base+path, strings.NewReader(body))
	if err != nil {
		v.t.Error(err)
		return 0, nil
	}
	req.Header.Set("Content-Type", kind)
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		v.t.Error(err)
		return 0, nil
	}
	defer func() { _ = resp.Body.Close() }()
	if answer, err = io.ReadAll(resp.Body); err != nil {
		v.t.Error(err)
	}
	return resp.StatusCode, answer
}

// seen is what a person sees at once of an action, or the refusal.
type seen struct {
	result
	Error string `json:"error"`
}

func (v *visitor) act(a action) (r seen) {
	v.t.Helper()
	body, err := json.Marshal(a)
	if err != nil {
		v.t.Fatal(err)
	}
	status, answer := v.post("/act", "application/json", string(body))
	if err := json.Unmarshal(answer, &r); err != nil {
		v.t.Fatalf("%d: %v", status, err)
	}
	return r
}

// until reads events until ok says so of a state.
func (v *visitor) until(discord, telegram string, ok func(state) bool) state {
	v.t.Helper()
	ctx, cancel := context.WithCancel(v.ctx)
	defer cancel()
	q := url.Values{"discord": {discord}, "telegram": {telegram}}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, v.base+"/events?"+q.Encode(), nil)
	if err != nil {
		v.t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		v.t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	lines := bufio.NewScanner(resp.Body)
	lines.Buffer(nil, 1<<22)
	var s state
	for lines.Scan() {
		data, found := bytes.CutPrefix(lines.Bytes(), []byte("data: "))
		if !found {
			continue
		}
		s = state{}
		if err := json.Unmarshal(data, &s); err != nil {
			v.t.Fatal(err)
		}
		if ok(s) {
			return s
		}
	}
	v.t.Fatalf("the events ended before: %v; last %+v", lines.Err(), s)
	return s
}

func last(p phoneState) string {
	if len(p.Messages) == 0 {
		return ""
	}
	return p.Messages[len(p.Messages)-1].HTML
}

// call calls a method of the Bot API as a bot does; nil when it is refused, which fails the test.
func (v *visitor) call(p *Playground, method string, args map[string]any) json.RawMessage {
	v.t.Helper()
	body, err := json.Marshal(args)
	if err != nil {
		v.t.Error(err)
		return nil
	}
	_, answer := v.post("/bot"+p.telegram.Token()+"/"+method, "application/json", string(body))
	var r struct {
		Result      json.RawMessage
		Description string
	}
	if err := json.Unmarshal(answer, &r); err != nil || r.Result == nil {
		v.t.Errorf("%s: %s %v", method, r.Description, err)
	}
	return r.Result
}

// answerPress receives updates until somebody presses a button, and answers that.
func (v *visitor) answerPress(p *Playground, answer map[string]any) {
	for offset := 0; ; {
		var updates []struct {
			ID    int                  `json:"update_id"`
			Query *struct{ ID string } `json:"callback_query"`
		}
		if v.ctx.Err() != nil {
			return
		}
		raw := v.call(p, "getUpdates", map[string]any{"offset": offset, "timeout": 10})
		if err := json.Unmarshal(raw, &updates); err != nil {
			v.t.Errorf("updates: %v", err)
			return
		}
		for _, u := range updates {
			offset = u.ID + 1
			if u.Query != nil {
				answer["callback_query_id"] = u.Query.ID
				v.call(p, "answerCallbackQuery", answer)
				return
			}
		}
	}
}

// TestTelegramThroughThePage has a bot of three calls answer a question and a press.
func TestTelegramThroughThePage(t *testing.T) {
	v, p := visit(t)
	who := "camille.private"
	if r := v.act(action{Phone: "telegram", As: camille, Place: "private", Do: "say", Text: "bonjour <b>"}); r.Error != "" {
		t.Fatal(r.Error)
	}
	id := p.telegram.people[camille].ID()
	v.call(p, "sendMessage", map[string]any{
		"chat_id": id, "text": "<b>Coupez</b> &lt;script&gt;", "parse_mode": "HTML",
		"reply_markup": map[string]any{"inline_keyboard": [][]map[string]string{{{"text": "Utile", "callback_data": "u:javascript:1"}}}},
	})
	s := v.until(who, who, func(s state) bool { return strings.Contains(last(s.Telegram), "Coupez") })
	html := last(s.Telegram)
	for _, want := range []string{"<b>Coupez</b> &lt;script&gt;", `data-what="u:javascript:1"`, "Utile"} {
		if !strings.Contains(html, want) {
			t.Errorf("the message lacks %q:\n%s", want, html)
		}
	}
	if first := s.Telegram.Messages[0].HTML; !strings.Contains(first, "bonjour &lt;b&gt;") {
		t.Errorf("the question is not escaped: %s", first)
	}
	var bot sync.WaitGroup
	defer bot.Wait()
	bot.Go(func() { v.answerPress(p, map[string]any{"text": "Merci", "show_alert": true}) })
	press := action{Phone: "telegram", As: camille, Place: "private", Do: "press", Message: s.Telegram.Messages[1].ID, Data: "u:javascript:1"}
	if r := v.act(press); r.Notice != "Merci" || !r.Alert {
		t.Errorf("a press: %+v", r)
	}
	if len(s.Requests) == 0 || s.Requests[0].What != "sendMessage" || !strings.Contains(s.Requests[0].Body, "Coupez") {
		t.Errorf("the requests: %+v", s.Requests)
	}
}

func TestWhatPeopleCannotDoIsSaid(t *testing.T) {
	v, _ := visit(t)
	for _, c := range []struct {
		name string
		do   action
		want string
	}{
		{"nobody", action{Phone: "discord", As: "zoé", Place: "private", Do: "say", Text: "x"}, "nobody"},
		{"nowhere", action{Phone: "telegram", As: sam, Place: "moon", Do: "say", Text: "x"}, "no place"},
		{"nothing", action{Phone: "discord", As: sam, Place: "channel", Do: "dance"}, "nobody can"},
		{"an empty message", action{Phone: "telegram", As: sam, Place: "group", Do: "say"}, "units"},
		{"a command without a bot", action{Phone: "discord", As: sam, Place: "channel", Do: "command", Data: "ask", Text: "x"}, "nknown"},
		{"a message that is not there", action{Phone: "telegram", As: sam, Place: "group", Do: "press", Message: "99"}, "gone"},
	} {
		if r := v.act(c.do); !strings.Contains(r.Error, c.want) {
			t.Errorf("%s: %q, want « %s »", c.name, r.Error, c.want)
		}
	}
	if r := v.act(action{Phone: "telegram", As: sam, Place: "group", Do: "mention", Text: "x"}); !strings.Contains(r.Notice, "privacy mode") {
		t.Errorf("a mention in a group: %+v", r)
	}
}

func TestOtherPagesCannotAct(t *testing.T) {
	v, _ := visit(t)
	for _, c := range []struct {
		name, kind, body string
		header           []string
		want             int
	}{
		{"another origin", "application/json", "{}", []string{"Origin", "https://evil.test"}, http.StatusForbidden},
		{"a form", "text/plain", "{}", nil, http.StatusUnsupportedMediaType},
		{"not JSON", "application/json", "{", nil, http.StatusBadRequest},
		{"too long", "application/json", `{"text":"` + strings.Repeat("x", maxAction) + `"}`, nil, http.StatusBadRequest},
		{"no phone", "application/json", "{}", nil, http.StatusBadRequest},
	} {
		if status, _ := v.post("/act", c.kind, c.body, c.header...); status != c.want {
			t.Errorf("%s: %d, want %d", c.name, status, c.want)
		}
	}
}

func TestThePageLoadsNothingFromElsewhere(t *testing.T) {
	v, _ := visit(t)
	for path, want := range map[string]string{"/": "text/html", "/app.js": "javascript", "/app.css": "text/css"} {
		req, err := http.NewRequestWithContext(v.ctx, http.MethodGet, v.base+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		var body bytes.Buffer
		_, err = body.ReadFrom(resp.Body)
		_ = resp.Body.Close()
		if err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(resp.Header.Get("Content-Type"), want) {
			t.Errorf("%s: %s %s %v", path, resp.Status, resp.Header.Get("Content-Type"), err)
		}
		if resp.Header.Get("Content-Security-Policy") != policy {
			t.Errorf("%s has no policy", path)
		}
		if strings.Contains(body.String(), "://") {
			t.Errorf("%s names an address", path)
		}
	}
}
