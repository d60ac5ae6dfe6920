package telegram

import (
	"context"
	"time"

	vmetrics "github.com/VictoriaMetrics/metrics"

	"nonmerci/adapters/internal/measures"
)

// metrics are what an operator sees of the adapter. The numbers are the same whether anybody sees them or not. Outcomes of Sends are ok, refused,
// lost and dropped; scopes of Limited are chat, all and updates.
type metrics struct{ *measures.Set }

// newMetrics makes the metrics, visible in a set unless it is nil.
func newMetrics(into *vmetrics.Set) (*metrics, error) {
	s, err := measures.New(into, "telegram")
	if err != nil {
		return nil, err
	}
	return &metrics{s}, nil
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
	m.Delivery.UpdateDuration(*at)
	*at = time.Time{}
}
