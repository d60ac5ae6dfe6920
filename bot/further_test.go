package bot

import "testing"

// TestFurtherServicesAreOnePressAway: of several services named, the first is answered about, and the same about the others is offered under
// their names; so is what a company's other services say.
func TestFurtherServicesAreOnePressAway(t *testing.T) {
	for _, c := range []struct{ q, entry, label, next string }{
		{"Comment refuser l’IA de Facebook et d’Instagram ?", "facebook/opt-out", "Instagram · refuser", "instagram/opt-out"},
		{"how do I opt out of Reddit and TikTok?", "reddit/opt-out", "TikTok · refuse", "tiktok/opt-out"},
		{"depuis quand Meta entraîne son IA ?", "meta-ai/since", "Facebook · depuis quand", "facebook/since"},
		{linkedinOptOut, "linkedin/opt-out", "Suis-je concerné ?", "linkedin/status"},
	} {
		b, _ := sharedBot(t)
		r := say(t, b, c.q)
		if r.Entry != c.entry || len(r.Choices) == 0 || r.Choices[0].Label != c.label {
			t.Errorf("%q: %s %q, beside it %+v", c.q, r.Kind, r.Entry, r.Choices)
			continue
		}
		if next := say(t, b, "1"); next.Entry != c.next {
			t.Errorf("%q: « 1 » leads to %q, want %q", c.q, next.Entry, c.next)
		}
	}
}
