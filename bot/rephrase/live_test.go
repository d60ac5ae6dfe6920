package rephrase

import (
	"cmp"
	"errors"
	"os"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// TestARealModel asks a real server, where the environment names one, for a dozen answers and says how many lines pass. It fails only where nothing at
// all can be had of the server; what passes is up to the model. docs/models.md says how to run one.
func TestARealModel(t *testing.T) {
	url := os.Getenv("NONMERCI_TEST_LLM_URL")
	if url == "" {
		t.Skip("NONMERCI_TEST_LLM_URL names no server, such as http://127.0.0.1:8080/v1")
	}
	r, err := New(Options{
		BaseURL: url, Model: cmp.Or(os.Getenv("NONMERCI_TEST_LLM_MODEL"), "default"), Key: os.Getenv("NONMERCI_TEST_LLM_KEY"),
		Profile: os.Getenv("NONMERCI_TEST_LLM_PROFILE"),
		Timeout: 3 * time.Minute, FirstByte: 3 * time.Minute, Idle: time.Minute,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	r.Check(t.Context(), func(ok bool, what, remedy string) { t.Logf("%v: %s %s", ok, what, remedy) })
	answers, lines, passed := 0, 0, 0
	for _, id := range []knowledge.ID{
		"linkedin/opt-out", "chatgpt/opt-out", "whatsapp/opt-out", "instagram/object", "rights/complaint", "rights/right-to-object", "github-copilot/opt-out",
		"slack/opt-out", "zoom/opt-out", "firefox/opt-out", "claude/opt-out", "bluesky/status",
	} {
		e := shared().Entries[id]
		if e == nil {
			continue
		}
		w := rewriting(e, "fr", knowledge.Android)
		english := w
		english.To, english.Question = "en", "how do I say no to AI training?"
		for _, w := range []bot.Rewriting{w, english} {
			r.breaker = newBreaker() // an answer that cannot be used must not keep the next from being asked for
			begun := time.Now()
			words, err := r.Rewrite(t.Context(), w)
			took := time.Since(begun).Round(10 * time.Millisecond)
			lines += len(w.Lines)
			if err != nil {
				t.Logf("%-28s %s→%s %8v  %v", id, w.From, w.To, took, err)
				if errors.Is(err, fail(Unreachable)) || errors.Is(err, fail(Key)) || errors.Is(err, fail(Missing)) {
					t.FailNow()
				}
				continue
			}
			n := 0
			for i, l := range words.Lines {
				if l != w.Lines[i].Text {
					n++
				}
			}
			answers, passed = answers+1, passed+n
			t.Logf("%-28s %s→%s %8v  %d of %d lines, opening %q", id, w.From, w.To, took, n, len(w.Lines), words.Opening)
		}
	}
	t.Logf("%d answers; %d of %d lines in the model's words; %d tokens", answers, passed, lines, r.Status().TokensToday)
}
