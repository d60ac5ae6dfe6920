package main

import (
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"nonmerci/bot"
)

// measures are what /metrics shows. What each means is in docs/operating.md.
type measures struct {
	registry  *prometheus.Registry
	questions *prometheus.CounterVec
	seconds   *prometheus.HistogramVec
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
	}
	m.registry.MustRegister(m.questions, m.seconds, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// registerer is where the adapter of a platform registers its own measures.
func (m *measures) registerer(platform string) prometheus.Registerer {
	return prometheus.WrapRegistererWith(prometheus.Labels{"platform": platform}, m.registry)
}

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
