package main

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/metricstest"
)

// kinds are the types of our measures: dashboards and alerts of operators rest on the names, the types and the labels.
var kinds = map[string]string{
	"nonmerci_answer_seconds": "histogram platform", "nonmerci_delivery_seconds": "histogram platform", "nonmerci_panics_total": "counter platform",
	"nonmerci_questions_total": "counter kind platform", "nonmerci_queue_depth": "gauge platform", "nonmerci_rate_limited_total": "counter platform scope",
	"nonmerci_reconnects_total": "counter platform", "nonmerci_retries_total": "counter platform", "nonmerci_rewrites_total": "counter outcome",
	"nonmerci_sends_total": "counter method outcome platform", "nonmerci_undecodable_total": "counter platform", "nonmerci_updates_total": "counter kind platform",
	"nonmerci_shard_reconnects_total": "counter platform shard", "nonmerci_shard_up": "gauge platform shard", "nonmerci_shards": "gauge platform",
	"nonmerci_shards_connected": "gauge platform", "nonmerci_model_answers_total": "counter outcome", "nonmerci_model_cache_hits_total": "counter",
	"nonmerci_model_calls_total": "counter", "nonmerci_model_lines_total": "counter outcome", "nonmerci_model_tokens_today": "gauge", "nonmerci_model_up": "gauge",
}

// usual are measures of any Go program that dashboards know.
var usual = map[string]string{
	"go_gc_duration_seconds": "summary", "go_gc_gogc_percent": "gauge", "go_gc_gomemlimit_bytes": "gauge", "go_goroutines": "gauge", "go_info": "gauge",
	"go_memstats_alloc_bytes": "gauge", "go_memstats_alloc_bytes_total": "counter", "go_memstats_heap_inuse_bytes": "gauge", "go_memstats_next_gc_bytes": "gauge",
	"go_memstats_sys_bytes": "gauge", "go_sched_gomaxprocs_threads": "gauge", "go_threads": "gauge", "process_cpu_seconds_total": "counter",
	"process_max_fds": "gauge", "process_open_fds": "gauge", "process_resident_memory_bytes": "gauge", "process_start_time_seconds": "gauge",
	"process_virtual_memory_bytes": "gauge",
}

// measured reads a page, and checks that every measure of ours in it is known, with its type, its labels and what it is.
func measured(t *testing.T, text string) metricstest.Page {
	t.Helper()
	page, err := metricstest.Parse(text)
	if err != nil {
		t.Fatalf("/metrics: %v", err)
	}
	for name, f := range page {
		if !strings.HasPrefix(name, "nonmerci_") {
			continue
		}
		if f.Help == "" || f.Help != help[name] {
			t.Errorf("%s says of itself %q", name, f.Help)
		}
		for _, s := range f.Samples {
			of := []string{}
			for label := range s.Labels {
				if label != "le" {
					of = append(of, label)
				}
			}
			slices.Sort(of)
			if got := strings.Join(append([]string{f.Type}, of...), " "); got != kinds[name] {
				t.Errorf("%s is a %s, not a %s", s.Name, got, kinds[name])
			}
		}
	}
	return page
}

// onPage checks that measures are on a page, those of ours and the usual ones of a program.
func onPage(t *testing.T, page metricstest.Page, ours ...string) {
	t.Helper()
	for _, name := range ours {
		if page["nonmerci_"+name] == nil {
			t.Errorf("/metrics lacks nonmerci_%s", name)
		}
	}
	for name, kind := range usual {
		if f := page[name]; f == nil || f.Type != kind {
			t.Errorf("/metrics lacks the %s %s: %+v", kind, name, f)
		}
	}
}

// TestMeasuresAreExplained: each has a line of help, and is in the handbook.
func TestMeasuresAreExplained(t *testing.T) {
	handbook, err := os.ReadFile("docs/operating.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range kinds {
		if text := help[name]; text == "" || strings.ContainsAny(text, "\n\\") || !strings.Contains(string(handbook), "`"+name+"`") {
			t.Errorf("%s: %q, or not in docs/operating.md", name, text)
		}
	}
	if len(help) != len(kinds) {
		t.Errorf("%d texts of help for %d measures", len(help), len(kinds))
	}
}

// TestAnswersAreMeasured: by platform and kind of reply, in the buckets that dashboards were made for; two programs count apart.
func TestAnswersAreMeasured(t *testing.T) {
	m, other := newMeasures(), newMeasures()
	seen := m.answered("discord")
	seen(bot.Reply{Kind: bot.Answer, Text: "oui"}, nil, 150*time.Microsecond)
	seen(bot.Reply{Kind: bot.Answer, Text: "oui"}, nil, 2*time.Second)
	seen(bot.Reply{}, os.ErrClosed, time.Millisecond)
	m.rewrote(bot.RewriteLate)
	page := measured(t, scrape(t, m))
	onPage(t, page, "questions_total", "answer_seconds", "rewrites_total")
	if page.Sum("nonmerci_questions_total") != 3 || page.Sum("nonmerci_answer_seconds") != 3 || page.Sum("nonmerci_rewrites_total") != 1 {
		t.Errorf("%+v", page)
	}
	want := map[string]float64{"0.0001": 0, "0.0002": 1, "0.0005": 1, "0.001": 2, "0.002": 2, "0.005": 2, "0.01": 2, "0.05": 2, "0.1": 2, "1": 2, "+Inf": 3}
	for _, s := range page["nonmerci_answer_seconds"].Samples {
		if n, ok := want[s.Labels["le"]]; strings.HasSuffix(s.Name, "_bucket") && (!ok || s.Value != n) {
			t.Errorf("%v up to %s", s.Value, s.Labels["le"])
		}
	}
	if n := len(page["nonmerci_answer_seconds"].Samples); n != len(want)+2 {
		t.Errorf("%d lines", n)
	}
	if page := measured(t, scrape(t, other)); page["nonmerci_questions_total"] != nil {
		t.Error("another program's questions are counted")
	}
}
