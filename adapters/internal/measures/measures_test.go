package measures

import (
	"slices"
	"sync"
	"testing"

	"github.com/VictoriaMetrics/metrics"

	"nonmerci/internal/metricstest"
)

// TestTwoPlatformsInOneSet: the same names, told apart by a label.
func TestTwoPlatformsInOneSet(t *testing.T) {
	into := metrics.NewSet()
	for _, platform := range []string{"discord", "telegram"} {
		s, err := New(into, platform)
		if err != nil {
			t.Fatal(err)
		}
		s.Waiting(func() float64 { return 3 })
		if _, err := New(into, platform); err == nil {
			t.Error("there twice")
		}
		s.Retries.Inc()
		s.Delivery.Update(.0004)
		s.Sends.With("sendMessage", "ok").Inc()
		s.Sends.With("sendMessage", "ok").Inc()
	}
	page, err := metricstest.Read(into)
	if err != nil {
		t.Fatal(err)
	}
	for name, sum := range map[string]float64{
		"nonmerci_retries_total": 2, "nonmerci_sends_total": 4, "nonmerci_queue_depth": 6, "nonmerci_delivery_seconds": 2, "nonmerci_updates_total": 0,
	} {
		if got := page.Sum(name); got != sum {
			t.Errorf("%s is %v", name, got)
		}
	}
	if f := page["nonmerci_updates_total"]; f != nil {
		t.Errorf("seen before it was asked for: %v", f)
	}
	if s, err := New(nil, "discord"); err != nil {
		t.Error(err)
	} else if s.Retries.Inc(); s.Retries.Get() != 1 {
		t.Error("not counted")
	}
}

// TestTheBuckets are what dashboards were made for.
func TestTheBuckets(t *testing.T) {
	into := metrics.NewSet()
	if _, err := New(into, "discord"); err != nil {
		t.Fatal(err)
	}
	page, err := metricstest.Read(into)
	if err != nil {
		t.Fatal(err)
	}
	var le []string
	for _, s := range page["nonmerci_delivery_seconds"].Samples {
		if bound, ok := s.Labels["le"]; ok {
			le = append(le, bound)
		}
	}
	want := []string{"0.0005", "0.001", "0.002", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "15", "60", "+Inf"}
	if !slices.Equal(le, want) {
		t.Errorf("%q", le)
	}
}

// TestLabelsFromOutside come back as they were, and cannot be taken for other series.
func TestLabelsFromOutside(t *testing.T) {
	into := metrics.NewSet()
	s, err := New(into, "discord")
	if err != nil {
		t.Fatal(err)
	}
	values := []string{"", "user", `"} 5`, `\`, `\"`, "a\nnonmerci_retries_total 7", "é{,}=", `x",platform="telegram`, "\r\x00"}
	for i, v := range values {
		s.Limited.With(v).Add(i + 1)
	}
	s.Limited.With("\xff").Inc()
	page, err := metricstest.Read(into)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, one := range page["nonmerci_rate_limited_total"].Samples {
		got[one.Labels["scope"]] = one.Value
		if len(one.Labels) != 2 || one.Labels["platform"] != "discord" {
			t.Errorf("labels %q", one.Labels)
		}
	}
	for i, v := range values {
		if got[v] != float64(i+1) {
			t.Errorf("%q is %v", v, got[v])
		}
	}
	if len(got) != len(values)+1 || got["\ufffd"] != 1 {
		t.Errorf("%v", got)
	}
}

func TestSeriesAreSorted(t *testing.T) {
	s, err := New(nil, "telegram")
	if err != nil {
		t.Fatal(err)
	}
	want := `n{method="m",outcome="o",platform="telegram"}`
	if a, b := s.Series("n", "outcome", "o", "method", "m"), s.Series("n", "method", "m", "outcome", "o"); a != want || b != want {
		t.Error(a, b)
	}
	if got := s.Series("n"); got != `n{platform="telegram"}` {
		t.Error(got)
	}
}

// TestAVecAtOnce: whoever asks for the same counter gets the same, also when all ask first, and to ask again takes no memory.
func TestAVecAtOnce(t *testing.T) {
	s, err := New(nil, "discord")
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() { s.Sends.With("POST /a", "ok").Inc() })
	}
	all.Wait()
	if n := s.Sends.With("POST /a", "ok").Get(); n != 50 {
		t.Errorf("%d of 50", n)
	}
	method := "POST /a"
	if n := testing.AllocsPerRun(100, func() { s.Sends.With(method, "ok").Inc() }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
