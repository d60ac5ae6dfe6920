package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestAskTheRealBotThroughThePage runs the command with the bot, asks on both platforms, and presses a button.
func TestAskTheRealBotThroughThePage(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	t.Setenv(timeout, "30s") // however busy the machine is
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	defer cancel()
	said, write := io.Pipe()
	var log bytes.Buffer
	ended := make(chan error, 1)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		ended <- run(ctx, []string{"-serve", "-specs", "../../../../shared/specs", "-model", "../../../bot/rephrase/testdata"}, write, &log)
		_ = write.Close()
	}()
	first, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err, <-ended)
	}
	go func() { _, _ = io.Copy(io.Discard, said) }()
	u := user{t, ctx, strings.Fields(first)[len(strings.Fields(first))-1], ended}

	u.until(func(s seen) bool { return s.Discord.Connected && s.Telegram.Connected })
	for _, phone := range []string{"discord", "telegram"} {
		u.act(map[string]string{"phone": phone, "do": "say", "text": "comment désactiver LinkedIn IA ?"})
		s := u.until(func(s seen) bool { return strings.Contains(s.last(phone), "Sur le web") })
		android := regexp.MustCompile(`data-what="([^"]+)">Android<`).FindStringSubmatch(s.last(phone))
		if android == nil {
			t.Fatalf("%s: no button for Android:\n%s", phone, s.last(phone))
		}
		u.act(map[string]string{"phone": phone, "do": "press", "message": s.lastID(phone), "data": android[1]})
		s = u.until(func(s seen) bool { return strings.Contains(s.last(phone), "Sur Android") })
		if len(s.phone(phone).Messages) != 2 {
			t.Errorf("%s: the press did not change the message in its place", phone)
		}
		u.act(map[string]string{"phone": phone, "do": "say", "text": "comment refuser Meta AI ?"})
		u.until(func(s seen) bool { return strings.Contains(s.last(phone), "Reformulé par un modèle") })
		if len(s.Problems) > 0 {
			t.Errorf("problems: %v", s.Problems)
		}
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("the end: %v\n%s", err, log.String())
	}
}

type user struct {
	t     *testing.T
	ctx   context.Context
	base  string
	ended chan error
}

func (u user) act(a map[string]string) {
	u.t.Helper()
	a["as"], a["place"] = "camille", "private"
	body, _ := json.Marshal(a)
	req, err := http.NewRequestWithContext(u.ctx, http.MethodPost, u.base+"/act", bytes.NewReader(body))
	if err != nil {
		u.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		u.t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	if text, _ := io.ReadAll(resp.Body); resp.StatusCode != http.StatusOK {
		u.t.Fatalf("%s: %s", resp.Status, text)
	}
}

type phone struct {
	Connected bool
	Messages  []struct{ ID, HTML string }
}

// seen is what the page shows.
type seen struct {
	Discord, Telegram phone
	Problems          []string
}

func (s seen) phone(name string) phone {
	if name == "discord" {
		return s.Discord
	}
	return s.Telegram
}

func (s seen) last(name string) string {
	if m := s.phone(name).Messages; len(m) > 0 {
		return m[len(m)-1].HTML
	}
	return ""
}

func (s seen) lastID(name string) string {
	m := s.phone(name).Messages
	return m[len(m)-1].ID
}

// until reads the events of the page until ok says so.
func (u user) until(ok func(seen) bool) seen {
	u.t.Helper()
	ctx, cancel := context.WithCancel(u.ctx)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.base+"/events?discord=camille.private&telegram=camille.private", nil)
	if err != nil {
		u.t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		u.t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	lines := bufio.NewScanner(resp.Body)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var s seen
		data, found := strings.CutPrefix(lines.Text(), "data: ")
		if found && json.Unmarshal([]byte(data), &s) == nil && ok(s) {
			return s
		}
	}
	select {
	case err := <-u.ended:
		u.t.Fatalf("the playground ended: %v", err)
	default:
		u.t.Fatalf("the events ended: %v", lines.Err())
	}
	return seen{}
}

func TestWrongCallsSayWhatToDo(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"x"}, "not a flag"},
		{[]string{"-addr", "nowhere"}, "-addr"},
		{[]string{"-specs", "/", "-addr", "127.0.0.1:notaport"}, "-addr"},
		{[]string{"-specs", "", "-model", "nowhere"}, "-model"},
	} {
		if err := run(t.Context(), c.args, io.Discard, io.Discard); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want « %s »", c.args, err, c.want)
		}
	}
}

// TestSaysHowToRunTheBot checks that what is printed can be copied into a shell.
func TestSaysHowToRunTheBot(t *testing.T) {
	var out bytes.Buffer
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := run(ctx, []string{"-specs", ""}, &out, io.Discard); err != nil && !strings.Contains(err.Error(), "canceled") {
		t.Fatal(err)
	}
	say(&out, "http://127.0.0.1:1", []string{"NONMERCI_DISCORD_TOKEN=x"}, false, false)
	for _, want := range []string{"Talk to the bot at http://127.0.0.1:1\n", "NONMERCI_DISCORD_TOKEN=x \\\n", "go run . serve\n", "not checked"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing from:\n%s", want, out.String())
		}
	}
}

func TestTheBotGetsNoSettingOfOurs(t *testing.T) {
	got := others([]string{"PATH=/bin", "NONMERCI_DISCORD_TOKEN=real", "HOME=/"})
	if len(got) != 2 || got[0] != "PATH=/bin" || got[1] != "HOME=/" {
		t.Errorf("others: %v", got)
	}
}
