package guard

import "testing"

// TestAsLongAs: until it is done, as long as it is not done; so, because; no way to, cannot.
func TestAsLongAs(t *testing.T) {
	judge(t, []verdictOf{
		{"As long as you do not refuse, your posts are used.", "Your posts are used until you refuse.", "en", true},
		{"Tant que vous ne refusez pas, vos posts servent.", "Vos posts servent jusqu’à ce que vous refusiez.", "fr", true},
		{"Your posts are used until you refuse.", "As long as you do not refuse, your posts are used.", "en", true},
		{"Your messages are encrypted, so Signal cannot read them.", "Because your messages are encrypted, Signal cannot read them.", "en", true},
		{"You cannot delete copies already made.", "There’s no way to delete copies already made.", "en", true},

		{"As long as you do not refuse, your posts are used.", "Your posts are not used until you refuse.", "en", false},
		{"As long as you refuse, your posts are used.", "Your posts are used until you refuse.", "en", false},
		{"As long as you do not refuse, your posts are used.", "Your posts are used until you use them.", "en", false},
		{"If you do not refuse, your posts are used.", "Your posts are used until you refuse.", "en", false},
		{"Your messages are encrypted, so Signal cannot read them.", "Because Signal cannot read them, your messages are encrypted.", "en", false},
		{"Your messages are encrypted and Signal cannot read them.", "Because your messages are encrypted, Signal cannot read them.", "en", false},
		{"You can delete copies already made.", "There’s no way to delete copies already made.", "en", false},
	})
}
