package main

import (
	"fmt"
	"log/slog"

	"github.com/prometheus/client_golang/prometheus"

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
	m.registry.MustRegister(modelMeasures{model})
}

// modelMeasures are read of the model's status whenever they are asked for. What each means is in docs/operating.md.
type modelMeasures struct{ model *rephrase.Rewriter }

var (
	modelOutcomes = prometheus.NewDesc("nonmerci_model_answers_total", "Answers that a model was to rephrase, by how that ended.", []string{"outcome"}, nil)
	modelCalls    = prometheus.NewDesc("nonmerci_model_calls_total", "Requests for words sent to the model's server.", nil, nil)
	modelHits     = prometheus.NewDesc("nonmerci_model_cache_hits_total", "Answers whose words were ready.", nil, nil)
	modelLines    = prometheus.NewDesc("nonmerci_model_lines_total", "Lines in the model's words, by what became of them.", []string{"outcome"}, nil)
	modelTokens   = prometheus.NewDesc("nonmerci_model_tokens_today", "Tokens used since midnight (UTC).", nil, nil)
	modelUp       = prometheus.NewDesc("nonmerci_model_up", "1 when the last that was heard of the model is good, else 0.", nil, nil)
)

// Describe implements prometheus.Collector.
func (modelMeasures) Describe(ch chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{modelOutcomes, modelCalls, modelHits, modelLines, modelTokens, modelUp} {
		ch <- d
	}
}

// Collect implements prometheus.Collector.
func (m modelMeasures) Collect(ch chan<- prometheus.Metric) {
	s := m.model.Status()
	for outcome, n := range s.Outcomes {
		ch <- prometheus.MustNewConstMetric(modelOutcomes, prometheus.CounterValue, float64(n), outcome)
	}
	ch <- prometheus.MustNewConstMetric(modelCalls, prometheus.CounterValue, float64(s.Calls))
	ch <- prometheus.MustNewConstMetric(modelHits, prometheus.CounterValue, float64(s.CacheHits))
	for outcome, n := range map[string]uint64{"passed": s.Lines.Passed, "mended": s.Lines.Mended, "refused": s.Lines.Refused} {
		ch <- prometheus.MustNewConstMetric(modelLines, prometheus.CounterValue, float64(n), outcome)
	}
	ch <- prometheus.MustNewConstMetric(modelTokens, prometheus.GaugeValue, float64(s.TokensToday))
	up := 0.0
	if s.Well() {
		up = 1
	}
	ch <- prometheus.MustNewConstMetric(modelUp, prometheus.GaugeValue, up)
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
