package bot

import (
	"slices"
	"testing"

	"nonmerci/knowledge/understand"
)

// fakeCatalog has linkedin with three intents, facebook with one, and nothing else.
type fakeCatalog struct{}

func (fakeCatalog) Has(subject string) bool { return subject == "linkedin" || subject == "facebook" }

func (fakeCatalog) Intents(subject string) []string {
	switch subject {
	case "linkedin":
		return []string{"opt-out", "status", "since"}
	case "facebook":
		return []string{"opt-out", "status", "data", "effect", "object", "delete"}
	}
	return []string{"opt-out", "status"}
}

// reads is a reading of some words: chances are given as class, chance, class, chance…, best first.
type reads struct {
	words    []string
	subject  string
	unlisted string
	ours     float32
	chances  []understand.Chance
	only     bool
}

func (r reads) reading() *understand.Reading {
	a := &understand.Analysis{Lang: "fr", Unlisted: r.unlisted}
	for _, w := range r.words {
		a.Tokens = append(a.Tokens, understand.Token{Text: w, Typed: w, Stem: w, Known: true, Mention: -1})
	}
	return &understand.Reading{
		Analysis: a, Subject: understand.Subject{Slug: r.subject, Sure: 1}, Chances: r.chances, Ours: r.ours, Only: r.only,
	}
}

func chance(class string, p float32) understand.Chance { return understand.Chance{Class: class, P: p} }

func TestDecide(t *testing.T) {
	ask := []string{"comment", "refuser"}
	linkedin := understand.Context{Subject: "linkedin", Class: "opt-out", Device: "android", Lang: "fr"}
	for _, c := range []struct {
		name    string
		reads   reads
		context understand.Context
		want    Verdict
	}{
		{
			"subject and intent",
			reads{words: ask, subject: "linkedin", ours: 0.9, chances: []understand.Chance{chance("opt-out", 0.9)}},
			understand.Context{},
			Verdict{Kind: Answer, Reason: ReasonEntry, Subject: "linkedin", Intent: "opt-out"},
		},
		{
			"a device",
			reads{words: []string{"refuser", "iphone"}, subject: "linkedin", ours: 0.9, chances: []understand.Chance{chance("opt-out", 0.9)}},
			understand.Context{},
			Verdict{Kind: Answer, Reason: ReasonEntry, Subject: "linkedin", Intent: "opt-out", Device: "ios"},
		},
		{
			"general",
			reads{words: ask, ours: 0.95, chances: []understand.Chance{chance("rights/complaint", 0.8)}},
			understand.Context{},
			Verdict{Kind: Answer, Reason: ReasonGeneral, Intent: "complaint", General: true},
		},
		{
			"no service",
			reads{words: ask, ours: 0.9, chances: []understand.Chance{chance("opt-out", 0.9)}},
			understand.Context{},
			Verdict{Kind: Clarify, Reason: ReasonService, Intent: "opt-out"},
		},
		{
			"a family",
			reads{words: ask, subject: "google", ours: 0.9, chances: []understand.Chance{chance("opt-out", 0.9)}},
			understand.Context{},
			Verdict{Kind: Clarify, Reason: ReasonFamily, Subject: "google", Intent: "opt-out"},
		},
		{
			"a family with one answer",
			reads{words: ask, subject: "meta", ours: 0.9, chances: []understand.Chance{chance("since", 0.9)}},
			understand.Context{},
			Verdict{Kind: Answer, Reason: ReasonEntry, Subject: "meta-ai", Intent: "since"},
		},
		{
			"one objection for a family",
			reads{words: ask, subject: "meta", ours: 0.9, chances: []understand.Chance{chance("opt-out", 0.9)}},
			understand.Context{},
			Verdict{Kind: Answer, Reason: ReasonEntry, Subject: "meta-ai", Intent: "opt-out"},
		},
		{
			"no question",
			reads{words: ask, subject: "linkedin", ours: 0.9, chances: []understand.Chance{chance(understand.Bare, 0.9)}},
			understand.Context{},
			Verdict{Kind: Clarify, Reason: ReasonQuestion, Subject: "linkedin"},
		},
		{
			"neither",
			reads{words: ask, ours: 0.9, chances: []understand.Chance{chance(understand.Bare, 0.9)}},
			understand.Context{},
			Verdict{Kind: Clarify, Reason: ReasonBoth},
		},
		{
			"not ours",
			reads{words: ask, subject: "linkedin", ours: 0.1, chances: []understand.Chance{chance("no/other-setting", 0.9)}},
			understand.Context{},
			Verdict{Kind: Unknown, Reason: ReasonNotOurs},
		},
		{
			"not ours, and a service we lack",
			reads{words: ask, unlisted: "badoo", ours: 0.1, chances: []understand.Chance{chance("no/unlisted", 0.9)}},
			understand.Context{},
			Verdict{Kind: Unknown, Reason: ReasonUnlisted},
		},
		{
			"ours, but of a service we lack",
			reads{words: ask, unlisted: "badoo", ours: 0.9, chances: []understand.Chance{chance("opt-out", 0.9)}},
			linkedin,
			Verdict{Kind: Unknown, Reason: ReasonUnlisted},
		},
		{
			"no words",
			reads{ours: 0.9, chances: []understand.Chance{chance("opt-out", 0.9)}},
			understand.Context{},
			Verdict{Kind: Unknown, Reason: ReasonEmpty},
		},
		{
			"hello",
			reads{words: ask, ours: 0.9, chances: []understand.Chance{chance("hello/thanks", 0.9)}},
			understand.Context{},
			Verdict{Kind: Smalltalk, Reason: ReasonHello},
		},
		{
			"rather hello than not ours",
			reads{words: ask, ours: 0.1, chances: []understand.Chance{chance("hello/ok", 0.4), chance("no/noise", 0.3)}},
			understand.Context{},
			Verdict{Kind: Smalltalk, Reason: ReasonHello},
		},
		{
			"distress, whatever else",
			reads{words: ask, subject: "linkedin", ours: 1, chances: []understand.Chance{chance("opt-out", 0.5), chance(understand.Distress, 0.45)}},
			linkedin,
			Verdict{Kind: Smalltalk, Reason: ReasonDistress},
		},
		{
			"another service after a question",
			reads{words: ask, subject: "facebook", ours: 0.9, only: true, chances: []understand.Chance{chance(understand.Bare, 0.9)}},
			linkedin,
			Verdict{Kind: Answer, Reason: ReasonEntry, Subject: "facebook", Intent: "opt-out", Device: "android", Followed: true},
		},
		{
			"bare after a question",
			reads{words: ask, subject: "facebook", ours: 0.9, chances: []understand.Chance{chance(understand.Bare, 0.9)}},
			linkedin,
			Verdict{Kind: Answer, Reason: ReasonEntry, Subject: "facebook", Intent: "opt-out", Device: "android", Followed: true},
		},
		{
			"another question after a question",
			reads{words: ask, ours: 0.9, chances: []understand.Chance{chance("since", 0.9)}},
			linkedin,
			Verdict{Kind: Answer, Reason: ReasonEntry, Subject: "linkedin", Intent: "since", Device: "android", Followed: true},
		},
		{
			"another device after a question",
			reads{words: []string{"iphone"}, ours: 0.9, chances: []understand.Chance{chance("opt-out", 0.9)}},
			linkedin,
			Verdict{Kind: Answer, Reason: ReasonEntry, Subject: "linkedin", Intent: "opt-out", Device: "ios", Followed: true},
		},
		{
			"a general question after a service",
			reads{words: ask, ours: 0.95, chances: []understand.Chance{chance("rights/complaint", 0.9)}},
			linkedin,
			Verdict{Kind: Answer, Reason: ReasonGeneral, Intent: "complaint", General: true},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := decide(c.reads.reading(), c.context, fakeCatalog{}, DefaultThresholds)
			got := Verdict{Kind: v.Kind, Reason: v.Reason, Subject: v.Subject, Intent: v.Intent, General: v.General, Device: v.Device, Followed: v.Followed}
			if !same(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
			if len(v.Choices) > maxChoices || v.Kind == Clarify && len(v.Choices) == 0 || v.Kind == Unknown && len(v.Choices) > 0 {
				t.Errorf("%d choices for %s: %v", len(v.Choices), v.Kind, v.Choices)
			}
			if slices.Contains(v.Choices, Slot{v.Subject, v.Intent}) && v.Kind == Answer {
				t.Errorf("the answer offers itself: %v", v.Choices)
			}
		})
	}
}

func same(a, b Verdict) bool {
	return a.Kind == b.Kind && a.Reason == b.Reason && a.Subject == b.Subject && a.Intent == b.Intent && a.General == b.General &&
		a.Device == b.Device && a.Followed == b.Followed
}

// TestDecideAtItsThresholds: each limit is one number, and a chance on either side of it gives another kind.
func TestDecideAtItsThresholds(t *testing.T) {
	th := Thresholds{Answer: 0.6, General: 0.8, AskBack: 0.4, FollowUp: 0.3, Hello: 0.7, Distress: 0.2}
	after := understand.Context{Subject: "linkedin", Class: "opt-out"}
	with := func(ours float32, cs ...understand.Chance) reads {
		return reads{words: []string{"mot"}, subject: "linkedin", ours: ours, chances: append(cs, chance("opt-out", 0.1), chance("no/noise", 0.1))}
	}
	bare := func(ours float32) reads {
		return reads{words: []string{"mot"}, subject: "linkedin", ours: ours, chances: []understand.Chance{chance(understand.Bare, 0.9)}}
	}
	general := func(ours float32) reads {
		return reads{words: []string{"mot"}, ours: ours, chances: []understand.Chance{chance("rights/complaint", 0.9)}}
	}
	for _, c := range []struct {
		name    string
		reads   reads
		context understand.Context
		want    Kind
	}{
		{"answer above", with(0.61), understand.Context{}, Answer},
		{"answer below", with(0.59), understand.Context{}, Unknown},
		{"general above", general(0.81), understand.Context{}, Answer},
		{"general below", general(0.79), understand.Context{}, Unknown},
		{"ask back above", bare(0.41), understand.Context{}, Clarify},
		{"ask back below", bare(0.39), understand.Context{}, Unknown},
		{"follow-up above", with(0.31), after, Answer},
		{"follow-up below", with(0.29), after, Unknown},
		{"hello above", with(1, chance("hello/ok", 0.71)), understand.Context{}, Smalltalk},
		{"hello below", with(1, chance("hello/ok", 0.69)), understand.Context{}, Answer},
		{"distress above", with(1, chance(understand.Distress, 0.21)), understand.Context{}, Smalltalk},
		{"distress below", with(1, chance(understand.Distress, 0.19)), understand.Context{}, Answer},
	} {
		t.Run(c.name, func(t *testing.T) {
			if v := decide(c.reads.reading(), c.context, fakeCatalog{}, th); v.Kind != c.want {
				t.Errorf("got %s (%s), want %s", v.Kind, v.Reason, c.want)
			}
		})
	}
}

// TestOthersBesideAnAnswer: the next likeliest questions come first, then those most asked, three in all and each once.
func TestOthersBesideAnAnswer(t *testing.T) {
	r := reads{words: []string{"mot"}, chances: []understand.Chance{
		chance("opt-out", 0.5), chance("since", 0.3), chance("legal", 0.05), chance("no/noise", 0.15),
	}}.reading()
	got := others(Verdict{Subject: "facebook", Intent: "opt-out"}, r, fakeCatalog{})
	want := []Slot{{"facebook", "since"}, {"facebook", "status"}, {"facebook", "data"}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestDeviceOfAQuestion(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  string
	}{
		{[]string{"sur", "mon", "ipad"}, "ios"},
		{[]string{"android"}, "android"},
		{[]string{"sur", "l", "ordi"}, "web"},
		{[]string{"laptop", "iphone"}, "web"},
		{[]string{"comment"}, ""},
		{nil, ""},
	} {
		if got := deviceOf(reads{words: c.words}.reading()); got != c.want {
			t.Errorf("%v: %q, want %q", c.words, got, c.want)
		}
	}
	r := reads{words: []string{"samsung"}}.reading()
	r.Tokens[0].Mention = 0
	if got := deviceOf(r); got != "" {
		t.Errorf("a brand that is the subject counts as the device %q", got)
	}
}
