package discord

import (
	"fmt"
	"io"
	"strconv"
	"time"

	vmetrics "github.com/VictoriaMetrics/metrics"

	"nonmerci/adapters/internal/discordgate"
	"nonmerci/adapters/internal/discordrest"
	"nonmerci/adapters/internal/measures"
)

// metrics count what happens. Their names are the same on every platform, but for those of shards.
type metrics struct {
	*measures.Set
	into    *vmetrics.Set // nil: nobody looks
	byShard *measures.Vec
	updates updates
}

// updates are counters of events, by what they bring.
type updates struct{ message, command, button, completion, form, other, dropped *vmetrics.Counter }

// newMetrics makes the metrics, visible in a set unless it is nil.
func newMetrics(into *vmetrics.Set) (*metrics, error) {
	s, err := measures.New(into, "discord")
	if err != nil {
		return nil, err
	}
	of := func(kind string) *vmetrics.Counter { return s.Updates.With(kind) }
	return &metrics{
		Set: s, into: into, byShard: s.Vec("nonmerci_shard_reconnects_total", "shard"),
		updates: updates{of("message"), of("command"), of("button"), of("completion"), of("form"), of("other"), of("dropped")},
	}, nil
}

// watch makes visible what waits and which connections there are: both are asked at each collection, for their number may change.
func (m *metrics) watch(waiting func() float64, shards func() []discordgate.State) {
	if m.into == nil {
		return
	}
	m.Waiting(waiting)
	m.into.RegisterMetricsWriter(func(w io.Writer) { m.writeShards(w, shards()) })
}

// writeShards writes the state of the connections to Discord's gateway that this process is to hold.
func (m *metrics) writeShards(w io.Writer, list []discordgate.State) {
	up := 0
	if len(list) > 0 {
		vmetrics.WriteMetadataIfNeeded(w, "nonmerci_shard_up", "gauge") // WriteGaugeUint64 would write it again for each shard
	}
	for _, sh := range list {
		value := 0
		if sh.Receiving {
			value = 1
			up++
		}
		fmt.Fprintf(w, "%s %d\n", m.Series("nonmerci_shard_up", "shard", strconv.Itoa(sh.Shard)), value)
	}
	vmetrics.WriteGaugeUint64(w, m.Series("nonmerci_shards"), uint64(len(list)))
	vmetrics.WriteGaugeUint64(w, m.Series("nonmerci_shards_connected"), uint64(up))
}

func (m *metrics) hooks() discordrest.Hooks {
	return discordrest.Hooks{
		Retried: m.Retries.Inc,
		Limited: func(scope string) { m.Limited.With(scope).Inc() },
		Done:    func(method, outcome string) { m.Sends.With(method, outcome).Inc() },
	}
}

// reconnected counts a lost connection; of no shard when it is negative.
func (m *metrics) reconnected(shard int) {
	m.Reconnects.Inc()
	if shard >= 0 {
		m.byShard.With(strconv.Itoa(shard)).Inc()
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
func (m *metrics) delivered(received time.Time) { m.Delivery.UpdateDuration(received) }
