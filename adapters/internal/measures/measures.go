// Package measures is what every adapter counts, under the same names, so that platforms can be compared.
package measures

import (
	"fmt"
	"slices"

	"github.com/VictoriaMetrics/metrics"
)

// A Set is the measures of one adapter; each has the platform as a label. Its parts are safe for concurrent use.
type Set struct {
	Sends       *Vec // by method and outcome
	Retries     *metrics.Counter
	Limited     *Vec // by scope
	Reconnects  *metrics.Counter
	Updates     *Vec // by kind
	Undecodable *metrics.Counter
	Panics      *metrics.Counter
	Delivery    *metrics.PrometheusHistogram // in seconds

	into     *metrics.Set
	platform string
}

// bounds are those of the buckets of Delivery, in seconds.
var bounds = []float64{.0005, .001, .002, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 15, 60}

// New makes the measures of the adapter of a platform, visible in into. Without into they count in vain. That a platform's are in it already
// is an error, and leaves it as it was. Do not make two of one platform at once.
func New(into *metrics.Set, platform string) (*Set, error) {
	if into == nil {
		into = metrics.NewSet()
	}
	s := &Set{into: into, platform: platform}
	if slices.Contains(into.ListMetricNames(), s.Series("nonmerci_retries_total")) {
		return nil, fmt.Errorf("the measures of %s are there already; give each adapter a platform or a set of its own", platform)
	}
	s.Sends, s.Limited, s.Updates = s.Vec("nonmerci_sends_total", "method", "outcome"), s.Vec("nonmerci_rate_limited_total", "scope"), s.Vec("nonmerci_updates_total", "kind")
	s.Retries, s.Reconnects = s.counter("nonmerci_retries_total"), s.counter("nonmerci_reconnects_total")
	s.Undecodable, s.Panics = s.counter("nonmerci_undecodable_total"), s.counter("nonmerci_panics_total")
	s.Delivery = into.NewPrometheusHistogramExt(s.Series("nonmerci_delivery_seconds"), bounds)
	return s, nil
}

// Waiting makes visible how much waits at the moment: now is called at each collection, maybe by several at once. It may be called once.
func (s *Set) Waiting(now func() float64) { s.into.NewGauge(s.Series("nonmerci_queue_depth"), now) }

func (s *Set) counter(name string) *metrics.Counter { return s.into.NewCounter(s.Series(name)) }
