package discord

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"nonmerci/adapters/internal/discordrest"
	"nonmerci/adapters/internal/measures"
)

// metrics count what happens. Their names are the same on every platform: whoever registers them adds the platform as a label.
type metrics struct {
	set         *measures.Set
	sends       *prometheus.CounterVec
	retries     prometheus.Counter
	limited     *prometheus.CounterVec
	reconnects  prometheus.Counter
	updates     *prometheus.CounterVec
	undecodable prometheus.Counter
	panics      prometheus.Counter
	delivery    prometheus.Histogram
}

func newMetrics() *metrics {
	s := measures.New()
	return &metrics{
		set: s, sends: s.Sends, retries: s.Retries, limited: s.Limited, reconnects: s.Reconnects, updates: s.Updates,
		undecodable: s.Undecodable, panics: s.Panics, delivery: s.Delivery,
	}
}

// register makes the metrics visible; a nil registerer leaves them counted in vain.
func (m *metrics) register(r prometheus.Registerer, waiting func() float64) error {
	return m.set.Register(r, waiting)
}

func (m *metrics) hooks() discordrest.Hooks {
	return discordrest.Hooks{
		Retried: m.retries.Inc,
		Limited: func(scope string) { m.limited.WithLabelValues(scope).Inc() },
		Done:    func(method, outcome string) { m.sends.WithLabelValues(method, outcome).Inc() },
	}
}

// delivered notes that the reply to something received then is leaving.
func (m *metrics) delivered(received time.Time) { m.delivery.Observe(time.Since(received).Seconds()) }
