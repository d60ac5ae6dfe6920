package telegram

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/internal/telegramtest"
	"nonmerci/internal/yardstick"
)

// BenchmarkDelivery measures, over sockets, from an update being there to the request of its answer arriving: fifty questions a second,
// each in a chat of its own, to the real bot. The figures of docs/figures.md are from
//
//	go test -run '^$' -bench Delivery -benchtime 1x ./adapters/telegram
func BenchmarkDelivery(b *testing.B) {
	if testing.Short() {
		b.Skip("it takes ten seconds and a quiet machine")
	}
	for range b.N {
		took := deliveries(b, 500, 50)
		slices.Sort(took)
		b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
		b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
	}
}

// TestDeliveryIsQuick runs a short form of the measure, with room for a busy machine.
func TestDeliveryIsQuick(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures time over sockets")
	}
	const limit = 50 * time.Millisecond
	p50 := yardstick.Least(5, limit, func() time.Duration {
		took := deliveries(t, 100, 50)
		slices.Sort(took)
		return took[len(took)/2]
	})
	if p50 > limit {
		t.Errorf("half of the answers took more than %v", p50)
	}
}

func deliveries(t testing.TB, n, perSecond int) []time.Duration {
	t.Helper()
	srv, err := telegramtest.New(telegramtest.Options{Limits: telegramtest.Limits{Off: true}})
	if err != nil {
		t.Fatal(err)
	}
	defer srv.Close()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	web := &http.Server{Handler: srv, ReadHeaderTimeout: time.Minute, ErrorLog: slog.NewLogLogger(slog.DiscardHandler, 0)}
	go func() { _ = web.Serve(l) }() // ends with Close
	defer func() { _ = web.Close() }()
	defer inRealTime(t, srv, Options{Token: srv.Token(), APIURL: "http://" + l.Addr().String(), Unlimited: true})()
	asked := make([]time.Time, n)
	tick := time.NewTicker(time.Second / time.Duration(perSecond))
	defer tick.Stop()
	var people []*telegramtest.Person
	var sents []*telegramtest.Sent
	for i := range n {
		people = append(people, srv.NewPerson(telegramtest.User{FirstName: fmt.Sprint("P", i), LanguageCode: "fr"}))
	}
	for i, p := range people {
		<-tick.C
		asked[i] = time.Now()
		sents = append(sents, p.Ask(linkedIn))
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute) // in real time: what is slow is measured, what never comes fails
	defer cancel()
	for _, s := range sents {
		if _, err := s.Wait(ctx); err != nil {
			t.Fatal(err)
		}
	}
	var took []time.Duration
	for _, call := range srv.Requests("sendMessage") {
		for i, p := range people {
			if fmt.Sprint(p.ID()) == call.Args["chat_id"] && strings.Contains(call.Args["text"], "LinkedIn") {
				took = append(took, call.At.Sub(asked[i]))
			}
		}
	}
	if len(took) != n {
		t.Fatalf("%d answers to %d questions", len(took), n)
	}
	return took
}

// inRealTime runs the real bot and waits until it receives; what it returns ends it.
func inRealTime(t testing.TB, srv *telegramtest.Server, o Options) (end func()) {
	t.Helper()
	core := real(t)
	a, err := New(o, core, core.Respond)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ran := make(chan error, 1)
	go func() { ran <- a.Run(ctx) }()
	for {
		changed := srv.Changed()
		if polls := srv.Requests("getUpdates"); len(polls) > 0 && !polls[0].Done.IsZero() {
			break
		}
		<-changed
	}
	return func() {
		cancel()
		if err := <-ran; err != nil {
			t.Error(err)
		}
	}
}
