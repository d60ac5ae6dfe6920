package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/internal/discordtest"
	"nonmerci/internal/memnet"
	"nonmerci/internal/telegramtest"
	"nonmerci/knowledge/understand"
)

// A town is the whole program, « serve » with a SQLite file, and both platforms at the other end of a network in memory. It lives in a bubble
// where time costs nothing, and begins on a Saturday.
type town struct {
	t        *testing.T
	ctx      context.Context
	net      *memnet.Network
	discord  *discordtest.Server
	telegram *telegramtest.Server
	env      map[string]string
	log      *syncBuffer
	stop     context.CancelFunc
	ended    chan error // nil while it does not run
}

// saturday is when every story begins: after the base of this version was checked.
var saturday = time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)

// A townSize says what a town is made of.
type townSize bool

const (
	whole townSize = true  // the base of this version, and every call is checked against the descriptions of both platforms: that takes most of the time
	small townSize = false // two subjects, and nothing is checked
)

// smallBase are the subjects of a small town.
var smallBase = []string{"linkedin", "whatsapp"}

// base is the folder of base files that a town answers from, "" for the base of this version.
func (s townSize) base(t *testing.T) string {
	t.Helper()
	if s == whole {
		return ""
	}
	dir := t.TempDir()
	for _, lang := range []string{"fr", "en"} {
		if err := os.Mkdir(filepath.Join(dir, lang), 0o700); err != nil {
			t.Fatal(err)
		}
		for _, subject := range smallBase {
			file := filepath.Join(lang, subject+".md")
			data, err := os.ReadFile(filepath.Join("knowledge", "base", file))
			if err == nil {
				err = os.WriteFile(filepath.Join(dir, file), data, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

// spec is the description of a platform, "" where nothing is checked, as with the race detector: reading JSON has no races, and takes minutes.
func (s townSize) spec(t *testing.T, name string) string {
	t.Helper()
	if s == whole && slower == 1 {
		return specAt(t, name)
	}
	return ""
}

// inTown runs a story, the program connected, and looks at the end whether the platforms found anything wrong, and whether the log tells
// what it must not.
func inTown(t *testing.T, size townSize, story func(*town)) {
	t.Helper()
	if _, err := understand.Default(); err != nil { // outside of the bubble
		t.Fatal(err)
	}
	dir, kb := t.TempDir(), size.base(t)
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(time.Until(saturday))
		v := newTown(t, size)
		v.env["NONMERCI_STATE_DIR"], v.env["NONMERCI_KB"] = dir, kb
		defer v.close()
		v.starts()
		story(v)
	})
}

func newTown(t *testing.T, size townSize) *town {
	t.Helper()
	d, err := discordtest.New(discordtest.Options{Spec: size.spec(t, "discord/openapi.json")})
	if err != nil {
		t.Fatal(err)
	}
	tg, err := telegramtest.New(telegramtest.Options{Spec: size.spec(t, "telegram")})
	if err != nil {
		t.Fatal(err)
	}
	v := &town{t: t, net: &memnet.Network{}, discord: d, telegram: tg, log: &syncBuffer{}}
	for host, h := range map[string]http.Handler{"discord.test:80": d, "telegram.test:80": tg} {
		l, err := v.net.Listen(host)
		if err != nil {
			t.Fatal(err)
		}
		s := &http.Server{Handler: h, ReadHeaderTimeout: time.Minute}
		go func() { _ = s.Serve(l) }() // it ends with the network
		t.Cleanup(func() { _ = s.Close() })
	}
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	v.ctx = ctx
	v.env = map[string]string{
		"NONMERCI_DISCORD_TOKEN": d.Token(), "NONMERCI_DISCORD_API_URL": "http://discord.test",
		"NONMERCI_TELEGRAM_TOKEN": tg.Token(), "NONMERCI_TELEGRAM_API_URL": "http://telegram.test",
		"NONMERCI_HTTP_ADDR": "bot.test:80",
	}
	return v
}

// starts runs the program and waits until it is heard on both platforms.
func (v *town) starts() {
	v.t.Helper()
	ctx, cancel := context.WithCancel(v.ctx)
	v.stop, v.ended = cancel, make(chan error, 1)
	root := newRoot(app{
		getenv: func(k string) string { return v.env[k] }, in: strings.NewReader(""), out: io.Discard, errs: v.log,
		wire: wire{dial: v.net.DialContext, listen: func(_ context.Context, addr string) (net.Listener, error) { return v.net.Listen(addr) }},
	})
	root.SetArgs([]string{"serve"})
	ended := v.ended
	go func() { ended <- root.ExecuteContext(ctx) }()
	for range 30 {
		time.Sleep(time.Second)
		if status, _ := v.get("/readyz"); status == http.StatusOK {
			return
		}
	}
	_, why := v.get("/readyz")
	v.t.Fatalf("not ready: %s\n%s", why, v.log)
}

// halts ends the program, which must take everything that it has begun to its end.
func (v *town) halts() {
	v.t.Helper()
	v.stop()
	if err := <-v.ended; err != nil {
		v.t.Errorf("it ended with %v", err)
	}
	v.ended = nil
	time.Sleep(6 * time.Second) // Discord takes one new session of a bot in five seconds
}

func (v *town) restarts() {
	v.t.Helper()
	v.halts()
	v.starts()
}

// get fetches a path of the health server.
func (v *town) get(path string) (status int, body string) {
	v.t.Helper()
	req, err := http.NewRequestWithContext(v.ctx, http.MethodGet, "http://bot.test"+path, http.NoBody)
	if err != nil {
		v.t.Fatal(err)
	}
	client := v.net.Client()
	defer client.CloseIdleConnections()
	resp, err := client.Do(req)
	if err != nil {
		return 0, err.Error()
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err.Error()
	}
	return resp.StatusCode, string(b)
}

func (v *town) close() {
	if v.ended != nil {
		v.halts()
	}
	v.telegram.Close()
	if err := v.discord.Close(); err != nil {
		v.t.Error(err)
	}
	_ = v.net.Close() // it does not fail
	for _, p := range v.discord.Problems() {
		v.t.Errorf("Discord: %v", p)
	}
	for _, p := range v.telegram.Problems() {
		v.t.Errorf("Telegram: %v", p)
	}
	if v.telegram.Counts().Unanswered > 0 {
		v.t.Error("a press on Telegram was not answered")
	}
	log := v.log.String()
	for line := range strings.Lines(log) {
		if strings.Contains(line, "level=ERROR") || strings.Contains(line, "level=WARN") || strings.Contains(line, "panic") {
			v.t.Errorf("in the log: %s", line)
		}
	}
	for _, secret := range []string{v.discord.Token(), v.telegram.Token(), "club", "Léa", "Ana"} {
		if strings.Contains(log, secret) {
			v.t.Errorf("%q is in the log", secret)
		}
	}
	if v.t.Failed() && testing.Verbose() {
		v.t.Log(log)
	}
}

// plain makes the spaces of French typography plain, and takes away what Discord's markup puts before signs.
func plain(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\\", "").Replace(s)
}

// wants fails unless a text has every one of some words.
func (v *town) wants(text string, words ...string) {
	v.t.Helper()
	for _, w := range words {
		if !strings.Contains(plain(text), plain(w)) {
			v.t.Fatalf("%q is not in:\n%s", w, text)
		}
	}
}

// lacks fails when a text has one of some words.
func (v *town) lacks(text string, words ...string) {
	v.t.Helper()
	for _, w := range words {
		if strings.Contains(plain(text), plain(w)) {
			v.t.Fatalf("%q is in:\n%s", w, text)
		}
	}
}

// within fails when a story took longer than it may since a time.
func (v *town) within(d time.Duration, since time.Time, what string) {
	v.t.Helper()
	if took := time.Since(since); took > d {
		v.t.Errorf("%s took %v, and may take %v", what, took, d)
	}
}

// comes waits until ok, at most for some time.
func (v *town) comes(within time.Duration, what string, ok func() bool) {
	v.t.Helper()
	for end := time.Now().Add(within); ; time.Sleep(100 * time.Millisecond) {
		if ok() {
			return
		}
		if time.Now().After(end) {
			v.t.Fatalf("%s: not within %v", what, within)
		}
	}
}

// contains says whether a text has some words, whatever kind its spaces are.
func contains(text, words string) bool { return strings.Contains(plain(text), plain(words)) }

// labelled says whether a label, which may have been cut, is that of a title that begins with words.
func labelled(label, title string) bool {
	return strings.HasPrefix(label, plain(title)) || strings.HasPrefix(plain(title), strings.TrimSuffix(label, "…"))
}
