package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"nonmerci/internal/links"
)

// nearby is the variable that tells linksNearby where every site is.
const nearby = "NONMERCI_TEST_SITE"

// answerNoted is the file that says that an answer was noted.
const answerNoted = "noted"

// linksNearby is the program that runs kb links, as main does it, but for the network: whatever it asks is at one address of this machine.
func linksNearby() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	c := linkCheck{baseFlags: baseFlags{kb: "kb"}, state: "links.jsonl", recheckAfter: time.Hour}
	c.options.Timeout = time.Hour                                                     // whoever waits for a site is noticed
	c.options.Step = func(links.Record) { _ = os.WriteFile(answerNoted, nil, 0o600) } // the test waits for it
	c.options.Dial = func(ctx context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, network, os.Getenv(nearby))
	}
	err := untilInterrupted(ctx, grace([]string{"kb", "links"}), func() error {
		return app{getenv: os.Getenv, out: os.Stdout, errs: os.Stderr}.links(ctx, c)
	})
	stop()
	os.Exit(exitCode(err, os.Stderr))
}

// TestLinksInterruptedAsAProcess: a check is ended by a real interrupt while sites are being asked. It says how far it came, keeps that, and
// the same command goes on with the rest.
func TestLinksInterruptedAsAProcess(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process is interrupted by a signal here: it runs elsewhere")
	}
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	pages, free := map[string]int{}, make(chan struct{})
	waiting := make(chan string, 10)
	site := &http.Server{ReadHeaderTimeout: time.Minute, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		mu.Lock()
		pages[r.URL.Path]++
		mu.Unlock()
		if r.URL.Path != "/privacy" {
			waiting <- r.URL.Path
			select {
			case <-free:
			case <-r.Context().Done():
				return
			}
		}
		fmt.Fprint(w, "<p>One may object.")
	})}
	go func() { _ = site.Serve(l) }()
	defer func() { _ = site.Close() }()

	dir := t.TempDir()
	text := linkedBase
	for _, path := range []string{"privacy", "help", "settings"} { // hosts of their own, so that they are asked at the same time
		text = strings.ReplaceAll(text, "http://exemplia.example/"+path, "http://"+path+".example/"+path)
	}
	if err := os.MkdirAll(filepath.Join(dir, "kb", "fr"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "kb", "fr", "exemplia.md"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	check := func() (*exec.Cmd, *bytes.Buffer, *bytes.Buffer) {
		cmd := exec.CommandContext(t.Context(), os.Args[0])
		var out, errs bytes.Buffer
		cmd.Args[0], cmd.Dir, cmd.Stdout, cmd.Stderr = "nonmerci-links", dir, &out, &errs // by that name the test is linksNearby
		cmd.Env = append(os.Environ(), nearby+"="+l.Addr().String())
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd, &out, &errs
	}
	state := func() int {
		data, _ := os.ReadFile(filepath.Join(dir, "links.jsonl"))
		return bytes.Count(data, []byte(`"url"`))
	}

	cmd, out, errs := check()
	for range 2 {
		select {
		case <-waiting:
		case <-time.After(patience):
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
			t.Fatalf("it asks nothing: %s", errs)
		}
	}
	until(t, "the first page is asked", func() bool { mu.Lock(); defer mu.Unlock(); return pages["/privacy"] == 1 })
	until(t, "its answer is noted", func() bool { _, err := os.Stat(filepath.Join(dir, answerNoted)); return err == nil })
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	late := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	err = cmd.Wait()
	if !late.Stop() {
		t.Errorf("it did not end within %v", patience)
	}
	if exit, ok := errors.AsType[*exec.ExitError](err); !ok || exit.ExitCode() != 1 {
		t.Errorf("it ended with %v", err)
	}
	if want := "nonmerci: interrupted after 1 of 3 addresses, kept in links.jsonl; run the same command again for the rest\n"; errs.String() != want || out.Len() > 0 {
		t.Errorf("it said %q and %q, want %q", errs, out, want)
	}
	if n := state(); n != 1 {
		t.Errorf("%d addresses are kept", n)
	}

	close(free)
	cmd, out, errs = check()
	if err := cmd.Wait(); err != nil || !strings.HasSuffix(out.String(), "3 addresses: 3 well\n") {
		t.Errorf("resumed: %v, %s %s", err, out, errs)
	}
	mu.Lock()
	defer mu.Unlock()
	if pages["/privacy"] != 1 || pages["/help"] != 2 || pages["/settings"] != 2 || state() != 3 {
		t.Errorf("asked %v, %d kept", pages, state())
	}
}
