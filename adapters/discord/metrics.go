package discord

import (
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"nonmerci/adapters/internal/discordgate"
	"nonmerci/adapters/internal/discordrest"
	"nonmerci/adapters/internal/measures"
)

// metrics count what happens. Their names are the same on every platform, but for those of shards: whoever registers them adds the
// platform as a label.
type metrics struct {
	set         *measures.Set
	retries     prometheus.Counter
	limited     *prometheus.CounterVec
	reconnects  prometheus.Counter
	byShard     *prometheus.CounterVec
	updates     updates
	undecodable prometheus.Counter
	panics      prometheus.Counter
	delivery    prometheus.Histogram
}

// updates are counters of events, by what they bring.
type updates struct{ message, command, button, completion, form, other, dropped prometheus.Counter }

func newMetrics() *metrics {
	s := measures.New()
	of := func(kind string) prometheus.Counter { return s.Updates.WithLabelValues(kind) }
	return &metrics{
		set: s, retries: s.Retries, limited: s.Limited, reconnects: s.Reconnects,
		updates:     updates{of("message"), of("command"), of("button"), of("completion"), of("form"), of("other"), of("dropped")},
		undecodable: s.Undecodable, panics: s.Panics, delivery: s.Delivery,
		byShard: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "nonmerci_shard_reconnects_total", Help: "Times that a connection to Discord's gateway was lost and made anew, by shard.",
		}, []string{"shard"}),
	}
}

// register makes the metrics visible; a nil registerer leaves them counted in vain.
func (m *metrics) register(r prometheus.Registerer, waiting func() float64, shards func() []discordgate.State) error {
	if r == nil {
		return nil
	}
	if err := m.set.Register(r, waiting); err != nil {
		return err
	}
	if err := r.Register(m.byShard); err != nil {
		return err
	}
	return r.Register(shardsNow{shards})
}

func (m *metrics) hooks() discordrest.Hooks {
	return discordrest.Hooks{
		Retried: m.retries.Inc,
		Limited: func(scope string) { m.limited.WithLabelValues(scope).Inc() },
		Done:    func(method, outcome string) { m.set.Sends.WithLabelValues(method, outcome).Inc() },
	}
}

// reconnected counts a lost connection; of no shard when it is negative.
func (m *metrics) reconnected(shard int) {
	m.reconnects.Inc()
	if shard >= 0 {
		m.byShard.WithLabelValues(strconv.Itoa(shard)).Inc()
	}
}

// received counts an interaction.
func (u *updates) received(kind int) {
	switch kind {
	case kindCommand:
		u.command.Inc()
	case kindComponent:
		u.button.Inc()
	case kindAutocomplete:
		u.completion.Inc()
	case kindModal:
		u.form.Inc()
	default:
		u.other.Inc()
	}
}

// delivered notes that the reply to something received then is leaving.
func (m *metrics) delivered(received time.Time) { m.delivery.Observe(time.Since(received).Seconds()) }

// shardsNow measures the connections at each collection: their number may change.
type shardsNow struct{ shards func() []discordgate.State }

var (
	shardsWanted    = prometheus.NewDesc("nonmerci_shards", "Connections to Discord's gateway that this process is to hold.", nil, nil)
	shardsConnected = prometheus.NewDesc("nonmerci_shards_connected", "Connections to Discord's gateway that receive.", nil, nil)
	shardUp         = prometheus.NewDesc("nonmerci_shard_up", "Whether a connection to Discord's gateway receives, by shard.", []string{"shard"}, nil)
)

// Describe implements prometheus.Collector.
func (shardsNow) Describe(out chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{shardsWanted, shardsConnected, shardUp} {
		out <- d
	}
}

// Collect implements prometheus.Collector.
func (s shardsNow) Collect(out chan<- prometheus.Metric) {
	list, up := s.shards(), 0
	for _, sh := range list {
		value := 0.0
		if sh.Receiving {
			value = 1
			up++
		}
		out <- prometheus.MustNewConstMetric(shardUp, prometheus.GaugeValue, value, strconv.Itoa(sh.Shard))
	}
	out <- prometheus.MustNewConstMetric(shardsWanted, prometheus.GaugeValue, float64(len(list)))
	out <- prometheus.MustNewConstMetric(shardsConnected, prometheus.GaugeValue, float64(up))
}
