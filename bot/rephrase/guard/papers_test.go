package guard

import "testing"

// TestPapersAndAges: where something is written may be said by « under » or by « according to », an age by « you have to be »; who says it, and what must
// be done, may not.
func TestPapersAndAges(t *testing.T) {
	for _, c := range []struct {
		source, text, lang string
		pass               bool
	}{
		{"Under its policy of 30 April 2025, Pinterest uses your Pins.", "According to its policy of 30 April 2025, Pinterest uses your Pins.", "en", true},
		{"According to its terms, Suno keeps your songs.", "Under its terms, Suno keeps your songs.", "en", true},
		{"According to Pinterest, your Pins are used.", "Your Pins are used by Pinterest.", "en", false},
		{"According to its policy, Pinterest uses your Pins.", "Pinterest uses your Pins and its policy.", "en", false},
		{"Under its policy, Pinterest uses your Pins.", "According to a partner, Pinterest uses your Pins and its policy.", "en", false},
		{"Pinterest uses your Pins.", "According to its policy, Pinterest uses your Pins.", "en", false},
		{"According to the press, your Pins are used.", "In the press, your Pins are used.", "en", false},
		{"Yes: 16 in the European Union, 13 elsewhere.", "Yes: you have to be 16 in the European Union, 13 elsewhere.", "en", true},
		{"Yes: 16 messages in the European Union.", "Yes: you have to write 16 messages in the European Union.", "en", false},
		{"Yes: 16 in the European Union, 13 elsewhere.", "Yes: you have to be 13 in the European Union, 16 elsewhere.", "en", false},
		{"Up to 16 in the European Union.", "You have to be 16 in the European Union.", "en", false},
		{"Not before 16 messages.", "You have to be 16.", "en", false},
		{"You can refuse, but only for what comes next.", "You can refuse, but it only holds for what comes next.", "en", true},
		{"You can refuse, but only for your photos.", "Only you can refuse, but it holds for your photos.", "en", false},
		{"You can refuse, but only for your photos.", "You can refuse, but it holds for your photos.", "en", false},
		{"Only your photos are used.", "It only applies when your photos are used.", "en", false},
		{"There is a mode without retention.", "There is a mode that retains nothing.", "en", true},
		{"There is a mode without retention.", "There is a mode with nothing but retention.", "en", false},
		{"The card stays as it is.", "The card stays.", "en", false},
	} {
		if v := Check(NewSource(c.source, ""), c.text, c.lang); v.Pass != c.pass {
			t.Errorf("%q for %q: pass %v, %v", c.text, c.source, v.Pass, v.Reasons)
		}
	}
}
