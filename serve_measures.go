package main

import (
	"bytes"
	"io"
	"net/http"
	"time"

	"github.com/VictoriaMetrics/metrics"

	"nonmerci/bot"
	"nonmerci/bot/rephrase"
)

// measures are what /metrics shows. What each means is in docs/operating.md, and in a line in serve_measures_help.go.
type measures struct {
	set   *metrics.Set
	model *rephrase.Rewriter // nil when there is none
}

// answerBounds are those of the buckets of nonmerci_answer_seconds.
var answerBounds = []float64{.0001, .0002, .0005, .001, .002, .005, .01, .05, .1, 1}

func newMeasures() *measures {
	metrics.ExposeMetadata(true) // the types; it is of the library as a whole
	return &measures{set: metrics.NewSet()}
}

// rewrote counts what became of one answer that a model was asked about.
func (m *measures) rewrote(o bot.RewriteOutcome) {
	m.set.GetOrCreateCounter(`nonmerci_rewrites_total{outcome="` + string(o) + `"}`).Inc()
}

// answered counts one reply.
func (m *measures) answered(platform string) func(bot.Reply, error, time.Duration) {
	seconds := m.set.GetOrCreatePrometheusHistogramExt(`nonmerci_answer_seconds{platform="`+platform+`"}`, answerBounds)
	return func(r bot.Reply, err error, took time.Duration) {
		kind := string(r.Kind)
		switch {
		case err != nil:
			kind = "error"
		case r.Silent() || r.Place == bot.Aside:
			kind = "over-limit"
		}
		m.set.GetOrCreateCounter(`nonmerci_questions_total{kind="` + kind + `",platform="` + platform + `"}`).Inc()
		seconds.Update(took.Seconds())
	}
}

// handler shows the measures in the text format of Prometheus, version 0.0.4.
func (m *measures) handler() http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		var page bytes.Buffer
		m.set.WritePrometheus(&page)
		writeRuntime(&page)
		rw.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		_ = described(rw, page.Bytes()) // whoever asked has gone
	})
}

// writeRuntime writes what the program uses, and what it was allowed.
func writeRuntime(w io.Writer) {
	metrics.WriteGoMetrics(w)
	writeRuntimeSettings(w)
	metrics.WriteProcMetrics(w)
	metrics.WriteFDMetrics(w)
}
