package main

import (
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"nonmerci/bot"
	"nonmerci/bot/rephrase"
)

// measures are what /metrics shows. What each means is in docs/operating.md.
type measures struct {
	registry  *prometheus.Registry
	questions *prometheus.CounterVec
	seconds   *prometheus.HistogramVec
	rewrites  *prometheus.CounterVec
	model     *rephrase.Rewriter // nil when there is none
}

func newMeasures() *measures {
	m := &measures{
		registry: prometheus.NewRegistry(),
		questions: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "nonmerci_questions_total", Help: "Messages answered, by platform and by the kind of reply.",
		}, []string{"platform", "kind"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "nonmerci_answer_seconds", Help: "Time to decide on a reply, without sending it.",
			Buckets: []float64{.0001, .0002, .0005, .001, .002, .005, .01, .05, .1, 1},
		}, []string{"platform"}),
		rewrites: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "nonmerci_rewrites_total", Help: "Answers that were to be shown in a model's words after they were sent, by what became of that.",
		}, []string{"outcome"}),
	}
	m.registry.MustRegister(m.questions, m.seconds, m.rewrites, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// registerer is where the adapter of a platform registers its own measures.
func (m *measures) registerer(platform string) prometheus.Registerer {
	return prometheus.WrapRegistererWith(prometheus.Labels{"platform": platform}, m.registry)
}

// rewrote counts what became of one answer that a model was asked about.
func (m *measures) rewrote(o bot.RewriteOutcome) { m.rewrites.WithLabelValues(string(o)).Inc() }

// answered counts one reply.
func (m *measures) answered(platform string) func(bot.Reply, error, time.Duration) {
	return func(r bot.Reply, err error, took time.Duration) {
		kind := string(r.Kind)
		switch {
		case err != nil:
			kind = "error"
		case r.Silent() || r.Place == bot.Aside:
			kind = "over-limit"
		}
		m.questions.WithLabelValues(platform, kind).Inc()
		m.seconds.WithLabelValues(platform).Observe(took.Seconds())
	}
}

func (m *measures) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
