package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"nonmerci/internal/discordtest"
	"nonmerci/internal/telegramtest"
)

// specs are the descriptions of both APIs; they are not part of the project.
const specs = "../shared/specs"

func specAt(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(specs, name)
	if _, err := os.Stat(path); err != nil {
		t.Logf("%s is not there: requests are not checked against it", path)
		return ""
	}
	return path
}

// platforms are both test servers on sockets.
type platforms struct {
	discord  *discordtest.Server
	telegram *telegramtest.Server
	env      map[string]string
}

func startPlatforms(t *testing.T) *platforms {
	t.Helper()
	d, err := discordtest.New(discordtest.Options{Spec: specAt(t, "discord/openapi.json")})
	if err != nil {
		t.Fatal(err)
	}
	tg, err := telegramtest.New(telegramtest.Options{Spec: specAt(t, "telegram"), Inline: true})
	if err != nil {
		t.Fatal(err)
	}
	dsrv, tsrv := httptest.NewServer(d), httptest.NewServer(tg)
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
		tg.Close()
		dsrv.Close()
		tsrv.Close()
	})
	return &platforms{discord: d, telegram: tg, env: map[string]string{
		"NONMERCI_DISCORD_TOKEN": d.Token(), "NONMERCI_DISCORD_API_URL": dsrv.URL,
		"NONMERCI_TELEGRAM_TOKEN": tg.Token(), "NONMERCI_TELEGRAM_API_URL": tsrv.URL,
		"NONMERCI_HTTP_ADDR": freeAddr(t), "NONMERCI_STATE_DIR": filepath.Join(t.TempDir(), "state"),
	}}
}

func freeAddr(t *testing.T) string {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// syncBuffer is a buffer that several goroutines write to.
type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *syncBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// serving is a « serve » that runs.
type serving struct {
	log  *syncBuffer
	stop context.CancelFunc
	done chan error
	addr string
}

func (p *platforms) serve(t *testing.T) *serving {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	s := &serving{log: &syncBuffer{}, stop: cancel, done: make(chan error, 1), addr: p.env["NONMERCI_HTTP_ADDR"]}
	go func() {
		s.done <- run(ctx, []string{"serve"}, func(k string) string { return p.env[k] }, strings.NewReader(""), io.Discard, s.log)
	}()
	t.Cleanup(cancel)
	return s
}

// get fetches a path of the health server; status 0 means that it is not there yet.
func (s *serving) get(t *testing.T, path string) (status int, body string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+s.addr+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err.Error()
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(b)
}

// patience is how long a test waits for what must come: far longer than it takes on a busy machine that looks for races too,
// for a test that waits is to fail on what is broken, not on what is slow.
const patience = 3 * time.Minute

// until asks again until ok, as long as patience lasts.
func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-ctx.Done():
			t.Fatalf("%s: not within %v", what, patience)
		case <-tick.C:
		}
	}
}

// TestServeMeetsPeopleOnBothPlatforms runs the program whole: it connects, is ready, answers on both, counts, and ends.
func TestServeMeetsPeopleOnBothPlatforms(t *testing.T) {
	t.Parallel()
	p := startPlatforms(t)
	s := p.serve(t)
	until(t, "ready", func() bool { status, _ := s.get(t, "/readyz"); return status == http.StatusOK })

	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	ada := p.telegram.NewPerson(telegramtest.User{FirstName: "Ada", LanguageCode: "fr"})
	sent := ada.Ask("comment désactiver l’IA de LinkedIn ?")
	msg, err := sent.Wait(ctx)
	if err != nil {
		t.Fatalf("on Telegram: %v\n%s", err, s.log)
	}
	if !strings.Contains(msg.Text, "Données pour l’amélioration de l’IA générative") {
		t.Errorf("on Telegram: %q", msg.Text)
	}
	guild := p.discord.AddGuild("Maison")
	channel := guild.AddChannel("général")
	bob := p.discord.AddUser("Bob")
	guild.AddMember(bob)
	x, err := bob.Say(channel, p.discord.Bot().Mention()+" comment désactiver l’IA de LinkedIn ?")
	if err != nil {
		t.Fatal(err)
	}
	dm, err := x.Wait(ctx)
	if err != nil {
		t.Fatalf("on Discord: %v\n%s", err, s.log)
	}
	if !strings.Contains(dm.Text(), "Données pour l’amélioration de l’IA générative") {
		t.Errorf("on Discord: %q", dm.Text())
	}

	if _, metrics := s.get(t, "/metrics"); !strings.Contains(metrics, `nonmerci_questions_total{kind="answer",platform="discord"} 1`) ||
		!strings.Contains(metrics, `nonmerci_questions_total{kind="answer",platform="telegram"} 1`) {
		t.Errorf("the questions are not counted: %s", grep(metrics, "nonmerci_questions"))
	} else {
		onPage(t, measured(t, metrics), "questions_total", "answer_seconds", "delivery_seconds", "sends_total", "retries_total", "reconnects_total", "updates_total",
			"undecodable_total", "panics_total", "queue_depth", "shards", "shards_connected", "shard_up")
	}
	var out bytes.Buffer
	if err := run(t.Context(), []string{"health"}, func(k string) string { return p.env[k] }, nil, &out, io.Discard); err != nil || !strings.Contains(out.String(), "discord: receiving") {
		t.Errorf("health: %v %s", err, out.String())
	}
	s.stop()
	if err := <-s.done; err != nil {
		t.Errorf("ended with %v", err)
	}
	if log := s.log.String(); strings.Contains(log, "LinkedIn") || strings.Contains(log, p.telegram.Token()) || strings.Contains(log, p.discord.Token()) || strings.Contains(log, "Ada") {
		t.Errorf("the log tells too much: %s", log)
	}
	for _, problem := range p.discord.Problems() {
		t.Errorf("Discord: %v", problem)
	}
	for _, problem := range p.telegram.Problems() {
		t.Errorf("Telegram: %v", problem)
	}
}

func grep(text, part string) string {
	var out []string
	for line := range strings.Lines(text) {
		if strings.Contains(line, part) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "")
}

// TestReadyTellsTheTruth: a revoked token ends that adapter with one clear line; the other goes on, and /readyz says which.
func TestReadyTellsTheTruth(t *testing.T) {
	p := startPlatforms(t)
	p.env["NONMERCI_DISCORD_TOKEN"] = "revoked.to.ken"
	s := p.serve(t)
	until(t, "not ready", func() bool {
		status, body := s.get(t, "/readyz")
		return status == http.StatusServiceUnavailable && strings.Contains(body, "telegram: receiving") && strings.Contains(body, "discord: not receiving")
	})
	if status, _ := s.get(t, "/healthz"); status != http.StatusOK {
		t.Errorf("/healthz answers %d", status)
	}
	until(t, "one line", func() bool { return strings.Contains(s.log.String(), "level=ERROR msg=ended platform=discord") })
	if log := s.log.String(); strings.Contains(log, "revoked.to.ken") {
		t.Errorf("the token is in the log: %s", log)
	}
	s.stop()
	if err := <-s.done; err != nil {
		t.Error(err)
	}
}

// TestServeEndsWhenEveryPlatformRefuses, with an error that has a remedy.
func TestServeEndsWhenEveryPlatformRefuses(t *testing.T) {
	p := startPlatforms(t)
	p.env["NONMERCI_DISCORD_TOKEN"] = "revoked.to.ken"
	delete(p.env, "NONMERCI_TELEGRAM_TOKEN")
	s := p.serve(t)
	select {
	case err := <-s.done:
		if err == nil || !strings.Contains(err.Error(), "token") {
			t.Errorf("ended with %v", err)
		}
	case <-time.After(patience):
		t.Fatal("it goes on")
	}
}

// TestATakenPort: an address that was asked for is an error, the default one a warning.
func TestATakenPort(t *testing.T) {
	p := startPlatforms(t)
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", p.env["NONMERCI_HTTP_ADDR"])
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if err := <-p.serve(t).done; err == nil || !strings.Contains(err.Error(), "NONMERCI_HTTP_ADDR") {
		t.Errorf("%v", err)
	}
}

// TestDoctorAsksThePlatforms, says what to do, and fails when something is wrong.
func TestDoctorAsksThePlatforms(t *testing.T) {
	p := startPlatforms(t)
	doctor := func() (string, error) {
		var out bytes.Buffer
		err := run(t.Context(), []string{"doctor"}, func(k string) string { return p.env[k] }, nil, &out, io.Discard)
		return out.String(), err
	}
	out, _ := doctor()
	for _, want := range []string{"Discord\n", "Telegram\n", "https://discord.com/oauth2/authorize?client_id=", "ok   "} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in %s", want, out)
		}
	}
	if strings.Contains(out, p.telegram.Token()) || strings.Contains(out, p.discord.Token()) {
		t.Error("a token is shown")
	}
	p.env["NONMERCI_TELEGRAM_TOKEN"] = "1:wrong"
	if out, err := doctor(); err == nil || errors.As(err, new(usageError)) || !strings.Contains(out, "WRONG") {
		t.Errorf("%v: %s", err, out)
	}
}
