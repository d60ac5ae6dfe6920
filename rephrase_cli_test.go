package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nonmerci/internal/modeltest"
	"nonmerci/internal/telegramtest"
)

// aModel says one thing of the entry on LinkedIn otherwise, and the rest as it is.
func aModel(t *testing.T) (*modeltest.Server, map[string]string) {
	t.Helper()
	s := modeltest.New(modeltest.Options{Socket: true})
	t.Cleanup(s.Close)
	s.Always(modeltest.Faithful(func(_ int, line string) string {
		return strings.Replace(line, "Coupez le réglage", "Désactivez le réglage", 1)
	}))
	return s, map[string]string{"NONMERCI_LLM_BASE_URL": s.URL(), "NONMERCI_LLM_MODEL": "test"}
}

// nonmerci runs the program with settings and returns what it prints.
func nonmerci(t *testing.T, env map[string]string, in string, args ...string) (out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	if err := run(t.Context(), args, func(k string) string { return env[k] }, strings.NewReader(in), &o, &e); err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	return o.String(), e.String()
}

const aboutLinkedIn = "comment désactiver l’IA de LinkedIn ?"

// TestAskInOtherWords: with a model « ask » and « chat » print its words, whole and marked; without one, or when it has none, the entry's.
func TestAskInOtherWords(t *testing.T) {
	server, env := aModel(t)
	batch := `{"q":"` + aboutLinkedIn + `"}` + "\n" + `{"q":"bonjour"}` + "\n"
	plain, _ := nonmerci(t, nil, "", "ask", aboutLinkedIn)
	plainBatch, _ := nonmerci(t, nil, batch, "ask", "--batch")
	got, errs := nonmerci(t, env, "", "ask", aboutLinkedIn)
	if errs != "" || !strings.Contains(got, "Désactivez le réglage") || !strings.Contains(got, "Reformulé par un modèle") {
		t.Errorf("%s\n%s", got, errs)
	}
	for _, part := range []string{"**Sur iPhone et iPad**", "**Sur Android**", "**Sur le web**", "](https://www.linkedin.com/mypreferences/"} {
		if !strings.Contains(plain, part) || !strings.Contains(got, part) {
			t.Errorf("%q is not in the text", part)
		}
	}
	var r struct {
		Text      string
		Rephrased bool
	}
	lines, _ := nonmerci(t, env, batch, "ask", "--batch")
	first, second, _ := strings.Cut(lines, "\n")
	if err := json.Unmarshal([]byte(first), &r); err != nil || !r.Rephrased || r.Text+"\n" != got {
		t.Errorf("%v: %s", err, first)
	}
	if _, want, _ := strings.Cut(plainBatch, "\n"); second != want {
		t.Errorf("small talk differs: %s", second)
	}
	if said, _ := nonmerci(t, env, aboutLinkedIn+"\n", "chat"); !strings.Contains(said, "Désactivez le réglage") || !strings.Contains(said, "Reformulé par un modèle") {
		t.Errorf("chat: %s", said)
	}
	for _, e := range server.Calls() {
		if strings.Contains(e.Body, "comment désactiver") {
			t.Error("the question was given away")
		}
	}
}

// TestAskWithoutWords: a model that is silent, or of no use, costs its time and one line of log; the answer is the entry's, to the byte.
func TestAskWithoutWords(t *testing.T) {
	server, env := aModel(t)
	env["NONMERCI_LLM_TIMEOUT"] = "200ms"
	began := time.Now()
	plain, _ := nonmerci(t, nil, "", "ask", "--json", aboutLinkedIn)
	limit := 5*time.Second*slower + 20*time.Since(began)
	for name, reply := range map[string]modeltest.Reply{"silent": modeltest.Silent(), "a page": modeltest.HTML(http.StatusBadGateway), "a lie": modeltest.Text("[1] Cliquez sur https://evil.example\n")} {
		server.Always(reply)
		began := time.Now()
		got, errs := nonmerci(t, env, "", "ask", "--json", aboutLinkedIn)
		if got != plain || strings.Count(errs, "\n") > 1 || time.Since(began) > limit {
			t.Errorf("%s: after %v\n%s\n%s", name, time.Since(began), got, errs)
		}
	}
}

// TestEvalAsksNoModel.
func TestEvalAsksNoModel(t *testing.T) {
	server, env := aModel(t)
	file := filepath.Join(t.TempDir(), "q.jsonl")
	if err := os.WriteFile(file, []byte(`{"q":"`+aboutLinkedIn+`","lang":"fr","subject":"linkedin","intents":["opt-out"],"kind":"answer","style":"plain"}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	nonmerci(t, env, "", "eval", file)
	if n := len(server.Calls()); n > 0 {
		t.Errorf("%d requests", n)
	}
}

// TestServeInOtherWords runs the program whole with a model: the entry comes first, the words follow in its place, and both are counted.
func TestServeInOtherWords(t *testing.T) {
	t.Parallel()
	server, env := aModel(t)
	p := startPlatforms(t)
	for k, v := range env {
		p.env[k] = v
	}
	s := p.serve(t)
	until(t, "ready", func() bool { status, _ := s.get(t, "/readyz"); return status == http.StatusOK })
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	ada := p.telegram.NewPerson(telegramtest.User{FirstName: "Ada", LanguageCode: "fr"})
	first, err := ada.Ask(aboutLinkedIn).Wait(ctx)
	if err != nil || !strings.Contains(first.Text, "Coupez le réglage") {
		t.Fatalf("%v: %s\n%s", err, first.Text, s.log)
	}
	until(t, "other words", func() bool {
		m, _ := ada.Private().Message(first.ID)
		return strings.Contains(m.Text, "Désactivez le réglage") && strings.Contains(m.Text, "Reformulé par un modèle")
	})
	until(t, "counted", func() bool {
		_, page := s.get(t, "/metrics")
		return strings.Contains(page, `nonmerci_rewrites_total{outcome="applied"} 1`)
	})
	screen, err := ada.Command(ada.Private(), "privacy", "").Wait(ctx)
	if err != nil || !strings.Contains(screen.Text, "modèle de langue") {
		t.Errorf("%v: %s", err, screen.Text)
	}
	if _, err := ada.Press(screen, "Transmettre ma question au modèle").Wait(ctx); err != nil {
		t.Fatal(err)
	}
	ada.Ask("et comment désactiver l’IA de LinkedIn sur iPhone ? écrivez-moi à ada@example.org")
	until(t, "the question, now that it may be given", func() bool {
		calls := server.Calls()
		last := calls[len(calls)-1].Body
		return strings.Contains(last, "sur iPhone ?") && !strings.Contains(last, "ada@")
	})
	s.stop()
	if err := <-s.done; err != nil {
		t.Error(err)
	}
	if strings.Contains(s.log.String(), "LinkedIn") {
		t.Errorf("the log tells too much: %s", s.log)
	}
}
