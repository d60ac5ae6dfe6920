package main

import (
	"fmt"
	"io"
	"log/slog"
	"maps"
	"slices"

	"github.com/VictoriaMetrics/metrics"

	"nonmerci/bot/rephrase"
	"nonmerci/config"
	"nonmerci/knowledge"
)

// newModel returns the model of the settings, and nil where they name none: an interface must not be made of that nil. counters keep the tokens of
// the day; nil keeps them in memory. It asks the model's server nothing. Close it at the end, before the store.
func newModel(c config.Config, counters knowledge.Counters, log *slog.Logger) (*rephrase.Rewriter, error) {
	if c.LLMBaseURL == "" {
		return nil, nil //nolint:nilnil // there is none, and that is no error
	}
	for _, w := range c.Warnings() {
		log.Warn(w)
	}
	o := modelOptions(c)
	o.Log = log
	if counters != nil {
		o.Ledger = rephrase.Counted(counters)
	}
	r, err := rephrase.New(o)
	if err != nil {
		return nil, fmt.Errorf("NONMERCI_LLM_…: %w", err)
	}
	s := r.Status()
	log.Info("a model may rephrase answers, where a community or a person allows it", "model", s.Model, "profile", s.Profile)
	return r, nil
}

// modelOptions are the settings of the model.
func modelOptions(c config.Config) rephrase.Options {
	n := c.LLM()
	return rephrase.Options{
		BaseURL: c.LLMBaseURL, Model: c.LLMModel, Key: c.LLMAPIKey, Profile: c.LLMProfile, Timeout: n.Timeout,
		DailyTokens: n.DailyTokens, CommunityDailyTokens: n.CommunityDailyTokens,
	}
}

// watch shows how a model fares among the measures, and in readiness. A nil model is not shown.
func (m *measures) watch(model *rephrase.Rewriter) {
	if model == nil {
		return
	}
	m.model = model
	m.set.RegisterMetricsWriter(func(w io.Writer) { writeModel(w, model.Status()) })
}

// writeModel writes the measures of a model. What each means is in docs/operating.md.
func writeModel(w io.Writer, s rephrase.Status) {
	writeOutcomes(w, "nonmerci_model_answers_total", s.Outcomes)
	metrics.WriteCounterUint64(w, "nonmerci_model_calls_total", s.Calls)
	metrics.WriteCounterUint64(w, "nonmerci_model_cache_hits_total", s.CacheHits)
	writeOutcomes(w, "nonmerci_model_lines_total", map[string]uint64{"passed": s.Lines.Passed, "mended": s.Lines.Mended, "refused": s.Lines.Refused})
	metrics.WriteGaugeFloat64(w, "nonmerci_model_tokens_today", float64(s.TokensToday))
	up := 0.0
	if s.Well() {
		up = 1
	}
	metrics.WriteGaugeFloat64(w, "nonmerci_model_up", up)
}

// writeOutcomes writes counters by outcome. The library's own function would write the type again for each.
func writeOutcomes(w io.Writer, name string, counts map[string]uint64) {
	if len(counts) == 0 {
		return
	}
	metrics.WriteMetadataIfNeeded(w, name, "counter")
	for _, outcome := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(w, "%s{outcome=%q} %d\n", name, outcome, counts[outcome])
	}
}

// modelLine is what readiness says of a model, "" of none. Readers are answered all the same, so that it makes nothing unready.
func modelLine(model *rephrase.Rewriter) string {
	if model == nil {
		return ""
	}
	s := model.Status()
	line := "model: answering"
	switch {
	case s.Paused:
		line = "model: left alone, as it asked"
	case s.Breaker != "closed":
		line = "model: left alone after failures, the last: " + string(s.LastFailure)
	case !s.Well():
		line = "model: the last answer was of no use: " + string(s.LastFailure)
	case s.LastAnswerAt.IsZero():
		line = "model: not asked yet"
	}
	if s.DailyTokens > 0 && s.TokensToday >= s.DailyTokens*9/10 {
		line += fmt.Sprintf("; %d of %d tokens of the day used", s.TokensToday, s.DailyTokens)
	}
	return line + "\n"
}
