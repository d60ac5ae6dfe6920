package main

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"nonmerci/bot"
	"nonmerci/config"
	"nonmerci/internal/modeltest"
	"nonmerci/knowledge/memstore"
)

func TestNoAddressMeansNoModel(t *testing.T) {
	m, err := newModel(config.Config{}, memstore.New(), slog.New(slog.DiscardHandler))
	if m != nil || err != nil {
		t.Errorf("%v, %v", m, err)
	}
	if s := modelLine(m); s != "" {
		t.Errorf("readiness says %q", s)
	}
	ms := newMeasures()
	ms.watch(m)
	if page := scrape(t, ms); strings.Contains(page, "nonmerci_model") {
		t.Error("a model is measured")
	}
}

// TestAModelIsSeenToWork: in readiness, which it never spoils, and in the measures.
func TestAModelIsSeenToWork(t *testing.T) {
	server := modeltest.New(modeltest.Options{Socket: true})
	defer server.Close()
	var log bytes.Buffer
	c := config.Config{LLMBaseURL: server.URL(), LLMModel: "test", LLMAPIKey: "s3cret"}
	m, err := newModel(c, memstore.New(), slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	ms := newMeasures()
	ms.watch(m)
	ready := func(want string) {
		t.Helper()
		rw := httptest.NewRecorder()
		readiness(rw, nil, nil, ms.model)
		if rw.Code != http.StatusOK || !strings.Contains(rw.Body.String(), want) {
			t.Errorf("%d: %q, want %q", rw.Code, rw.Body, want)
		}
	}
	ready("model: not asked yet")
	w := bot.Rewriting{Entry: "a/b", From: "fr", To: "fr", Lines: []bot.Line{{Text: "Coupez le réglage **IA**."}}}
	server.Always(modeltest.Text("[1] Désactivez le réglage **IA**.\n"))
	if _, err := m.Rewrite(t.Context(), w); err != nil {
		t.Fatal(err)
	}
	ready("model: answering")
	server.Always(modeltest.HTML(http.StatusBadGateway))
	w.Revision++
	if _, err := m.Rewrite(t.Context(), w); err == nil {
		t.Error("a page is shown")
	}
	ready("model: the last answer was of no use: fault")
	page := scrape(t, ms)
	for _, line := range []string{
		`nonmerci_model_answers_total{outcome="words"} 1`, `nonmerci_model_answers_total{outcome="fault"} 1`, "nonmerci_model_calls_total 2",
		`nonmerci_model_lines_total{outcome="passed"} 1`, "nonmerci_model_cache_hits_total 0", "nonmerci_model_up 0", "nonmerci_model_tokens_today ",
	} {
		if !strings.Contains(page, "\n"+line) {
			t.Errorf("/metrics lacks %q", line)
		}
	}
	onPage(t, measured(t, page), "model_answers_total", "model_calls_total", "model_cache_hits_total", "model_lines_total", "model_tokens_today", "model_up")
	if s := log.String() + page; strings.Contains(s, "s3cret") || strings.Contains(s, "réglage") {
		t.Error("the key or the text of an answer is in the log or in the measures")
	}
}

// scrape is what /metrics shows.
func scrape(t *testing.T, m *measures) string {
	t.Helper()
	rw := httptest.NewRecorder()
	m.handler().ServeHTTP(rw, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
	page, err := io.ReadAll(rw.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}
