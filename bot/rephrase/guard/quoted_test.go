package guard

import "testing"

// TestReasonsNameTheWords: a reason tells the words that are wrong, as a model needs them that is to write the line once more, not the whole sentence.
func TestReasonsNameTheWords(t *testing.T) {
	for _, c := range []struct {
		source, text, lang string
		rule               Rule
		found              string
	}{
		{"Your photos are used for training.", "Your photos are not used for training.", "en", Negation, "not: not used for training"},
		{"Your photos are not used for training.", "Your photos are used for training.", "en", Negation, "not: missing: not used for training"},
		{"Vos photos peuvent servir.", "Vos photos servent.", "fr", Modality, "can: missing: peuvent servir"},
		{"Delete all your posts and some messages.", "Delete some of your posts and all messages.", "en", Scope, "all: moved: all messages"},
		{"Open **Account**, then **Privacy**.", "Open **Privacy**, then **Account**.", "en", Order, "Privacy … Account"},
		{"Noyb has attacked Meta over Facebook.", "Meta has attacked Noyb over Facebook.", "en", Order, "Meta … Noyb"},
		{"Google forwards your posts to Meta, and keeps your photos.", "Meta forwards your posts to Google, and keeps your photos.", "en", Order, "Meta … Google"},
		{"You exercise your right with your employer.", "Your employer exercises your right with you.", "en", Name, "employer … exercises"},
		{"The inquiry was opened.", "The inquiry will be opened.", "en", Time, "will be opened"},
		{"Your posts are public.", "Your posts aren’t public.", "en", Negation, "not: aren’t public"},
		{"Vos données servent.", "Nos données servent.", "fr", Name, "Nos"},
	} {
		v := Check(NewSource(c.source, ""), c.text, c.lang)
		ok := false
		for _, r := range v.Reasons {
			ok = ok || r == Reason{c.rule, c.found}
		}
		if !ok {
			t.Errorf("%q for %q: %v, want %s %q", c.text, c.source, v.Reasons, c.rule, c.found)
		}
	}
}
