// Package measures is what every adapter counts, under the same names, so that platforms can be compared.
package measures

import (
	"fmt"

	"github.com/prometheus/client_golang/prometheus"
)

// A Set is the measures of one adapter. Its parts are safe for concurrent use. Whoever registers it adds the platform as a label.
type Set struct {
	Sends       *prometheus.CounterVec // by method and outcome
	Retries     prometheus.Counter
	Limited     *prometheus.CounterVec // by scope
	Reconnects  prometheus.Counter
	Updates     *prometheus.CounterVec // by kind
	Undecodable prometheus.Counter
	Panics      prometheus.Counter
	Delivery    prometheus.Histogram
}

// New makes a set that nobody sees yet.
func New() *Set {
	return &Set{
		Sends:       vec("sends_total", "Requests sent to the platform, by method and outcome.", "method", "outcome"),
		Retries:     counter("retries_total", "Requests sent again after a failure."),
		Limited:     vec("rate_limited_total", "Refusals for going too fast, by what they hold up.", "scope"),
		Reconnects:  counter("reconnects_total", "Times that receiving failed and was begun anew."),
		Updates:     vec("updates_total", "Events received, by what they bring.", "kind"),
		Undecodable: counter("undecodable_total", "Events that could not be read and were passed over."),
		Panics:      counter("panics_total", "Panics caught."),
		Delivery: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "nonmerci_delivery_seconds", Help: "From the receipt of a question to the leaving of its reply.",
			Buckets: []float64{.0005, .001, .002, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 15, 60},
		}),
	}
}

// Register makes the set visible, and how much waits at the moment: waiting is called at each collection. With a nil registerer the set
// counts in vain.
func (s *Set) Register(r prometheus.Registerer, waiting func() float64) error {
	if r == nil {
		return nil
	}
	depth := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "nonmerci_queue_depth", Help: "Pieces of work that wait."}, waiting)
	for _, c := range []prometheus.Collector{s.Sends, s.Retries, s.Limited, s.Reconnects, s.Updates, s.Undecodable, s.Panics, s.Delivery, depth} {
		if err := r.Register(c); err != nil {
			return fmt.Errorf("register the measures: %w", err)
		}
	}
	return nil
}

func counter(name, help string) prometheus.Counter {
	return prometheus.NewCounter(prometheus.CounterOpts{Name: "nonmerci_" + name, Help: help})
}

func vec(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: "nonmerci_" + name, Help: help}, labels)
}
