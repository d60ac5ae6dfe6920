package discord

import (
	"context"
	"fmt"
	"net"
	"slices"
	"testing"
	"time"

	vmetrics "github.com/VictoriaMetrics/metrics"

	"nonmerci/internal/discordtest"
	"nonmerci/internal/metricstest"
)

// BenchmarkDelivery measures, over sockets on the loopback, the time from a question's being said to its answer's request having come
// in, at fifty questions a second. Run it for some seconds: go test -run xxx -bench Delivery -benchtime 500x ./adapters/discord
func BenchmarkDelivery(b *testing.B) {
	if testing.Short() {
		b.Skip("a measure")
	}
	w := onSockets(b)
	var people []*discordtest.User
	for i := range 100 {
		people = append(people, w.server.AddUser(fmt.Sprint("u", i)))
	}
	texts := []string{question, "est-ce que WhatsApp entraîne son IA ?", "how do I turn off LinkedIn AI?", "chatgpt", "supprimer mes données Instagram"}
	said := map[string]time.Time{} // by channel
	var took []time.Duration
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	n := 0
	for b.Loop() {
		<-tick.C
		u := people[n%len(people)]
		key := u.DM().ID()
		said[key] = time.Now()
		if _, err := u.Say(u.DM(), texts[n%len(texts)]); err != nil {
			b.Fatal(err)
		}
		if n++; n%len(people) == 0 || n%7 == 0 {
			took = append(took, w.settled(b, said)...)
		}
	}
	took = append(took, w.settled(b, said)...)
	slices.Sort(took)
	if len(took) != n || n == 0 {
		b.Fatalf("%d of %d questions were answered", len(took), n)
	}
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1e3, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1e3, "p99-ms")
	b.ReportMetric(w.inside(b), "inside-ms") // the mean of the bot's own measure: without the server's part
}

// A socketWorld is a Discord on a real socket, with the bot connected.
type socketWorld struct {
	server  *discordtest.Server
	counted *vmetrics.Set
}

// inside is the mean time from the receipt of a question to the leaving of its answer, as the bot counts it.
func (w *socketWorld) inside(b *testing.B) float64 {
	b.Helper()
	all, err := metricstest.Read(w.counted)
	if err != nil {
		b.Fatal(err)
	}
	f := all["nonmerci_delivery_seconds"]
	if f == nil {
		b.Fatal("no such metric")
	}
	for _, s := range f.Samples {
		if s.Name == f.Name+"_sum" {
			return s.Value / all.Sum(f.Name) * 1e3
		}
	}
	b.Fatal("it has no sum")
	return 0
}

func onSockets(b *testing.B) *socketWorld {
	b.Helper()
	server, err := discordtest.New(discordtest.Options{Limits: discordtest.Limits{Off: true}})
	if err != nil {
		b.Fatal(err)
	}
	l, err := (&net.ListenConfig{}).Listen(b.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	go func() { _ = server.Serve(l) }()
	core, counted := botAt(today), vmetrics.NewSet()
	a, err := New(Options{Token: server.Token(), APIURL: "http://" + l.Addr().String(), Grace: time.Second, Metrics: counted}, core, core.Respond)
	if err != nil {
		b.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background()) //nolint:usetesting // it ends in the clean-up, after the bot
	ended := make(chan error, 1)
	go func() { ended <- a.Run(ctx) }()
	b.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			b.Error(err)
		}
		_ = server.Close()
	})
	if err := server.Gateway().WaitReady(b.Context()); err != nil {
		b.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond) // the commands are written
	return &socketWorld{server, counted}
}

// settled waits for the answers to what was said, by channel, and returns how long each took; it forgets them.
func (w *socketWorld) settled(b *testing.B, said map[string]time.Time) (took []time.Duration) {
	b.Helper()
	for deadline := time.Now().Add(5 * time.Second); len(said) > 0 && time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		for _, r := range w.server.RequestsTo(toMessages) {
			for channel, at := range said {
				if r.Path == "/channels/"+channel+"/messages" && !r.At.Before(at) {
					took = append(took, r.At.Sub(at))
					delete(said, channel)
				}
			}
		}
	}
	return took
}
