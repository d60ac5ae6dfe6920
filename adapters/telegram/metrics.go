package telegram

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"nonmerci/adapters/internal/measures"
)

// metrics are what an operator sees of the adapter. The numbers are the same whether they are registered or not.
type metrics struct {
	sends       *prometheus.CounterVec // method, outcome: ok, refused, lost, dropped
	retries     prometheus.Counter
	limited     *prometheus.CounterVec // scope: chat, all, updates
	reconnects  prometheus.Counter
	updates     *prometheus.CounterVec // kind
	undecodable prometheus.Counter
	panics      prometheus.Counter
	delivery    prometheus.Histogram
}

// newMetrics registers the metrics with r, unless it is nil. depth is how much waits.
func newMetrics(r prometheus.Registerer, depth func() float64) (*metrics, error) {
	s := measures.New()
	m := &metrics{
		sends: s.Sends, retries: s.Retries, limited: s.Limited, reconnects: s.Reconnects, updates: s.Updates,
		undecodable: s.Undecodable, panics: s.Panics, delivery: s.Delivery,
	}
	return m, s.Register(r, depth)
}

type receiptKey struct{}

// received remembers in a context when an update came, for the first request that leaves because of it.
func received(ctx context.Context, at time.Time) context.Context {
	return context.WithValue(ctx, receiptKey{}, &at)
}

// leaves observes the time since the receipt, once for each update.
func (m *metrics) leaves(ctx context.Context) {
	at, ok := ctx.Value(receiptKey{}).(*time.Time)
	if !ok || at.IsZero() {
		return
	}
	m.delivery.Observe(time.Since(*at).Seconds())
	*at = time.Time{}
}
