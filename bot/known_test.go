package bot

import (
	"strings"
	"testing"

	"nonmerci/knowledge/understand"
)

// TestUnknownOffersWhatIsKnown: a question that has no answer but names a service is told what there is about that service, no entry twice, and
// a number or a button leads there.
func TestUnknownOffersWhatIsKnown(t *testing.T) {
	for _, c := range []struct{ q, first, heading string }{
		{"Comment changer ma photo de profil LinkedIn ?", "linkedin/opt-out", "Sur LinkedIn, voici ce que je sais"},
		{"how do I cancel my Spotify Premium subscription?", "spotify/opt-out", "What I do know about Spotify:"},
		{"c’est combien par mois, Meta Verified ?", "facebook/opt-out", "Sur Meta, voici ce que je sais"},
		{"il fera beau demain à Lyon ?", "", ""},
	} {
		b, _ := sharedBot(t)
		r := say(t, b, c.q)
		if r.Kind != Unknown || r.Entry != "" || len(r.Sources) > 0 || !strings.Contains(r.Text, c.heading) {
			t.Errorf("%q: %s %q\n%s", c.q, r.Kind, r.Entry, r.Text)
		}
		if c.first == "" {
			if len(r.Choices)+len(r.Actions) > 0 {
				t.Errorf("%q: offers %+v", c.q, r.Choices)
			}
			continue
		}
		seen := map[string]bool{}
		for _, o := range r.Choices {
			if o.Entry == "" || seen[o.Entry] {
				t.Errorf("%q: offers %q, twice or with nothing behind it", c.q, o.Entry)
			}
			seen[o.Entry] = true
		}
		if len(r.Choices) == 0 || len(r.Choices) > maxRelated || len(r.Actions) != len(r.Choices) || r.Choices[0].Entry != c.first {
			t.Fatalf("%q: offers %+v, pressed by %+v", c.q, r.Choices, r.Actions)
		}
		for _, bl := range r.Blocks() {
			for _, s := range bl.Spans {
				if strings.Contains(s.Text, "1. ") {
					t.Errorf("%q: the buttons are told as lines too: %q", c.q, s.Text)
				}
			}
		}
		if by := say(t, b, "1"); by.Entry != c.first {
			t.Errorf("%q: « 1 » leads to %s %q", c.q, by.Kind, by.Entry)
		}
		pressed, err := b.Press(t.Context(), Message{Chat: "c", From: "u"}, r.Actions[0].Press)
		if err != nil || pressed.Entry != c.first {
			t.Errorf("%q: the button leads to %q, %v", c.q, pressed.Entry, err)
		}
	}
}

// TestWhatIsNearlyUnderstoodComesFirst: the likeliest question about the service is the first one offered.
func TestWhatIsNearlyUnderstoodComesFirst(t *testing.T) {
	b, _ := sharedBot(t)
	read := reads{subject: "claude", chances: []understand.Chance{{Class: "data", P: 0.6}, {Class: "status", P: 0.2}}, ours: 0.5}.reading()
	r := b.alone().render(Verdict{Kind: Unknown, Reason: ReasonNotOurs, Reading: read}, "fr")
	if len(r.Choices) == 0 || r.Choices[0].Intent != "data" {
		t.Errorf("offers %+v", r.Choices)
	}
	for _, lang := range understand.Languages {
		r := b.alone().render(Verdict{Kind: Unknown, Reason: ReasonNotOurs, Reading: read}, lang)
		if !strings.Contains(r.Text, "Claude") || strings.ContainsAny(r.Text, "{}") {
			t.Errorf("%s: %s", lang, r.Text)
		}
	}
}
