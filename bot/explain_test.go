package bot

import (
	"slices"
	"strings"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/understand"
)

func TestExplainGivesCandidatesAlsoWhenUnknown(t *testing.T) {
	b, _ := sharedBot(t)
	for _, q := range []string{linkedinOptOut, "Comment changer ma photo de profil LinkedIn ?", "LinkedIn", "Que mettre dans une lettre d’opposition ?"} {
		r := b.Ask(q, nil, "fr", true)
		if len(r.Candidates) > maxCandidates || r.Why == "" {
			t.Errorf("%q: %d candidates, why %q", q, len(r.Candidates), r.Why)
		}
		down := slices.IsSortedFunc(r.Candidates, func(a, b Candidate) int {
			switch {
			case a.Score > b.Score:
				return -1
			case a.Score < b.Score:
				return 1
			}
			return 0
		})
		for _, c := range r.Candidates {
			if c.Entry == "" || c.Why == "" || c.Score < 0 || c.Score > 1 {
				t.Errorf("%q: %+v", q, c)
			}
		}
		if !down {
			t.Errorf("%q: not best first: %+v", q, r.Candidates)
		}
		if r.Kind == Answer && (len(r.Candidates) == 0 || r.Candidates[0].Entry != r.Entry) {
			t.Errorf("%q: the first candidate is not the answer %s: %+v", q, r.Entry, r.Candidates)
		}
		if quiet := b.Ask(q, nil, "fr", false); len(quiet.Candidates) > 0 || quiet.Why != "" || quiet.Text != r.Text {
			t.Errorf("%q: explaining changes the reply", q)
		}
	}
}

func TestExplainNamesThePartsOfAReading(t *testing.T) {
	b := smallBot(t)
	r := reads{words: []string{"mot"}, subject: "exemplia", unlisted: "badoo", ours: 0.5, chances: []understand.Chance{
		chance("opt-out", 0.4), chance("since", 0.3), chance("rights/complaint", 0.2), chance(understand.Bare, 0.05), chance("status", 0.0001),
	}}.reading()
	r.Subject.Others = []string{"solo"}
	var reply Reply
	b.alone().explain(&reply, Verdict{Kind: Clarify, Reason: ReasonService, Reading: r, Followed: true})
	for _, want := range []string{
		"read as fr", "service named: exemplia", "(also solo)", "not covered: badoo", "opt-out 40 %", "ours 50 %", "so clarify (service)",
		"completed by the turns before",
	} {
		if !strings.Contains(reply.Why, want) {
			t.Errorf("%q is missing in %q", want, reply.Why)
		}
	}
	entries := make([]string, len(reply.Candidates))
	for i, c := range reply.Candidates {
		entries[i] = c.Entry
	}
	if want := []string{"exemplia/opt-out", "exemplia/since", "rights/complaint"}; !slices.Equal(entries, want) {
		t.Errorf("candidates %v, want %v", entries, want)
	}
	r.Subject.Guessed = true
	if why := b.alone().why(Verdict{Reading: r}); !strings.Contains(why, "guessed from a description: exemplia") {
		t.Error(why)
	}
	var none Reply
	b.alone().explain(&none, Verdict{})
	if none.Why != "" || len(none.Candidates) > 0 {
		t.Errorf("a verdict without a reading is explained: %+v", none)
	}
}

// TestUnderstandAgreesWithAsk: what is measured is what is said.
func TestUnderstandAgreesWithAsk(t *testing.T) {
	b, _ := sharedBot(t)
	for _, c := range []struct {
		q     string
		turns []string
	}{
		{linkedinOptOut, nil},
		{"et pour Instagram ?", []string{linkedinOptOut}},
		{"depuis quand ?", []string{linkedinOptOut, "merci", "et pour Instagram ?"}},
		{"Quelle est la recette de la tarte aux pommes ?", []string{linkedinOptOut}},
	} {
		v, r := b.Understand(c.q, c.turns, "fr"), b.Ask(c.q, c.turns, "fr", false)
		if v.Kind != r.Kind || v.Subject != r.Subject || v.Intent != r.Intent {
			t.Errorf("%q: understood %s %s/%s, answered %s %s/%s", c.q, v.Kind, v.Subject, v.Intent, r.Kind, r.Subject, r.Intent)
		}
	}
}

// TestASingleWordIsNotCompletedByTurnsThatWereNot.
func TestASingleWordIsNotCompletedByTurnsThatWereNot(t *testing.T) {
	b, _ := sharedBot(t)
	if v := b.Understand("LinkedIn", nil, "fr"); v.Kind != Clarify || v.Followed {
		t.Errorf("%s, followed %v", v.Kind, v.Followed)
	}
}

func TestNewTakesDefaults(t *testing.T) {
	b := New(Options{Model: model(t), Base: knowledge.NewBase()})
	if b.thresholds != DefaultThresholds || b.now().IsZero() || b.alone().services != 0 {
		t.Errorf("%+v", b.thresholds)
	}
	if got := len(b.Intents("nobody")); got != maxChoices {
		t.Errorf("%d intents of a subject that the base lacks", got)
	}
	small := smallBot(t)
	if small.alone().services != 2 || !small.Has("exemplia") || small.Has("nobody") {
		t.Errorf("%d services", small.alone().services)
	}
	if got, want := small.Intents("exemplia"), []string{"opt-out", "status", "data", "effect", "enterprise"}; !slices.Equal(got, want) {
		t.Errorf("intents %v, want %v", got, want)
	}
}
