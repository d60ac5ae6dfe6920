package rephrase

import (
	"bytes"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"nonmerci/internal/modeltest"
)

// TestTheLogSaysItOnceAMinute: each class, with the remedy, and nothing of what was sent or received.
func TestTheLogSaysItOnceAMinute(t *testing.T) {
	var out bytes.Buffer
	with(t, modeltest.Options{Key: "s3cret"}, func(o *Options) { o.Log = slog.New(slog.NewTextHandler(&out, nil)) }, func(t *testing.T, b *bench) {
		w := linkedIn(t)
		ask := func(r modeltest.Reply, n int) {
			b.server.Always(r)
			for range n {
				w.Revision++
				_, _ = b.ask(t, w)
			}
		}
		ask(modeltest.Status(http.StatusBadRequest, "s3cret réglage"), 2)
		ask(modeltest.Text("s3cret réglage"), 2)
		ask(modeltest.Faithful(func(int, string) string { return "C’est gratuit." }), 2)
		time.Sleep(time.Minute)
		ask(modeltest.Text("s3cret réglage"), 1)
		s := out.String()
		if n := strings.Count(s, "\n"); n != 3 || strings.Count(s, "follows instructions") != 2 || strings.Count(s, "NONMERCI_LLM_PROFILE") != 1 {
			t.Errorf("%d lines:\n%s", n, s)
		}
		for _, secret := range []string{"s3cret", "réglage", "gratuit", "refuser"} {
			if strings.Contains(s, secret) {
				t.Errorf("%q is in the log:\n%s", secret, s)
			}
		}
	})
}

// TestEveryFailureIsOneLine and names a remedy where the operator can do something.
func TestEveryFailureIsOneLine(t *testing.T) {
	for _, c := range []Class{
		Unfit, Budget, Busy, Open, Pause, Late, Closed, Unreachable, Slow, Key, Missing, Limited, Loading, Fault, Rejected, Redirected, Garbled, Cut, Denied,
		Tool, Huge, Format, Refused, Same, Broken,
	} {
		s := fail(c).Error()
		if strings.Contains(s, "\n") || !strings.Contains(s, string(c)) {
			t.Errorf("%q", s)
		}
	}
	for c := range remedies {
		if !strings.Contains(fail(c).Error(), "; ") {
			t.Errorf("%q has no remedy", c)
		}
	}
}

func TestCheckSaysWhatToDo(t *testing.T) {
	for name, c := range map[string]struct {
		server modeltest.Options
		reply  modeltest.Reply
		model  string
		down   bool
		want   string // "" when all is well
	}{
		"Well":       {server: modeltest.Options{Key: "k"}},
		"LlamaCpp":   {server: modeltest.Options{Kind: modeltest.LlamaCpp}, model: "another"},
		"NoStream":   {reply: modeltest.NoStream(modeltest.Text("yes"))},
		"Length":     {reply: modeltest.Finish("yes and so on", "length")},
		"NoSuchName": {model: "another", want: "one that it lists: test"},
		"Down":       {down: true, want: "NONMERCI_LLM_BASE_URL"},
		"Loading":    {reply: modeltest.Loading(), want: "wait until"},
		"HTML":       {reply: modeltest.HTML(http.StatusOK), want: "NONMERCI_LLM_BASE_URL"},
		"SaysNone":   {reply: modeltest.Text(""), want: "context"},
		"Silent":     {reply: modeltest.Silent(), want: "smaller model"},
		"Context":    {server: modeltest.Options{Context: 10}, want: "context"},
		"Capitals":   {server: modeltest.Options{Kind: modeltest.Ollama}, model: "Test"},
		"OtherCase":  {model: "Test", want: "one that it lists"},
		"Tag":        {server: modeltest.Options{Kind: modeltest.Ollama}, model: "test:latest"},
		"Cuts":       {server: modeltest.Options{Kind: modeltest.Ollama, Context: 4096}, want: "OLLAMA_CONTEXT_LENGTH=8192"},
		"CutsLess":   {server: modeltest.Options{Kind: modeltest.Ollama, Context: 8192}},
		"QueueFull":  {server: modeltest.Options{Kind: modeltest.Ollama}, reply: modeltest.QueueFull(), want: "fewer to answer"},
		"Gone":       {server: modeltest.Options{Kind: modeltest.Ollama}, reply: modeltest.Gone("ye"), want: "its log"},
	} {
		t.Run(name, func(t *testing.T) {
			change := func(o *Options) {
				if c.model != "" {
					o.Model = c.model
				}
			}
			with(t, c.server, change, func(t *testing.T, b *bench) {
				b.server.Always(modeltest.Text("yes"))
				if c.reply != nil {
					b.server.Always(c.reply)
				}
				b.server.Memory().RefuseDials(c.down)
				wrong := ""
				b.Check(t.Context(), func(ok bool, what, remedy string) {
					if !ok {
						wrong += what + " → " + remedy
					}
				})
				if (wrong == "") != (c.want == "") || !strings.Contains(wrong, c.want) {
					t.Errorf("said %q, want %q", wrong, c.want)
				}
			})
		})
	}
	for _, kind := range []modeltest.Kind{modeltest.OpenAI, modeltest.LlamaCpp} { // the second lists its models to anybody
		with(t, modeltest.Options{Kind: kind, Key: "right"}, func(o *Options) { o.Key = "s3cret" }, func(t *testing.T, b *bench) {
			wrong := 0
			b.Check(t.Context(), func(ok bool, what, remedy string) {
				if !ok {
					wrong++
				}
				if !ok && remedy != remedies[Key] || strings.Contains(what+remedy, "s3cret") {
					t.Errorf("%s: %s → %s", kind.Name, what, remedy)
				}
			})
			if wrong != 1 {
				t.Errorf("%s: %d things are found wrong", kind.Name, wrong)
			}
		})
	}
}
