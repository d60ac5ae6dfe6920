package guard

import "testing"

// TestVerbAhead: a verb may come before the list of what it is done to, when it is done to all of it.
func TestVerbAhead(t *testing.T) {
	judge(t, []verdictOf{
		{"Your posts, your photos and what you say may be used to train.", "They may train on your posts, your photos and what you say.", "en", true},
		{"Yes: your prompts, your voice, your chats and the tracks may be used to train its models.", "Yes, it may use your prompts, your voice, your chats and the tracks to train its models.", "en", true},
		{"Vos textes, vos photos et votre voix peuvent servir à l’entraînement.", "Peuvent servir à l’entraînement : vos textes, vos photos et votre voix.", "fr", true},

		{"Your posts are public, your photos may be used.", "They may use your posts, your photos are public.", "en", false},
		{"Your photos are kept, your posts may be used.", "They may use your photos, your posts are kept.", "en", false},
		{"Your posts, your photos and your voice are not used.", "They use your posts, your photos and your voice.", "en", false},
		{"Your posts may be used, your photos are private.", "They may use your photos, your posts are private.", "en", false},
	})
}
