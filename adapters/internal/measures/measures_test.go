package measures

import (
	"testing"

	"github.com/prometheus/client_golang/prometheus"
)

// TestTwoPlatformsInOneRegistry: the same names, told apart by a label.
func TestTwoPlatformsInOneRegistry(t *testing.T) {
	reg := prometheus.NewRegistry()
	for _, platform := range []string{"discord", "telegram"} {
		s := New()
		if err := s.Register(prometheus.WrapRegistererWith(prometheus.Labels{"platform": platform}, reg), func() float64 { return 3 }); err != nil {
			t.Fatal(err)
		}
		if err := s.Register(prometheus.WrapRegistererWith(prometheus.Labels{"platform": platform}, reg), func() float64 { return 3 }); err == nil {
			t.Error("registered twice")
		}
		s.Retries.Inc()
		s.Sends.WithLabelValues("sendMessage", "ok").Inc()
	}
	families, err := reg.Gather()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, f := range families {
		got[f.GetName()] = len(f.GetMetric())
	}
	if got["nonmerci_retries_total"] != 2 || got["nonmerci_sends_total"] != 2 || got["nonmerci_queue_depth"] != 2 {
		t.Errorf("%v", got)
	}
	if err := New().Register(nil, nil); err != nil {
		t.Error(err)
	}
}
