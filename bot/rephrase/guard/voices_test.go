package guard

import "testing"

// TestVoices: nobody does what is done to them, two who do something do not change places, and words that belong together are not paired anew.
func TestVoices(t *testing.T) {
	judge(t, []verdictOf{
		{"You are not asked for consent, but a right to object exists.", "You do not ask for consent, but a right to object exists.", "en", false},
		{"L’autorité néerlandaise a conseillé de couper le réglage.", "L’autorité néerlandaise a été conseillée de couper le réglage.", "fr", false},
		{"Pavel Durov announced the deal and Elon Musk disputed it.", "The deal was disputed by Pavel Durov and announced by Elon Musk.", "en", false},
		{"Couper la publicité personnalisée n’arrête pas l’entraînement.", "Couper l’entraînement n’arrête pas la publicité personnalisée.", "fr", false},
		{"Envoyez une opposition écrite à Spotify.", "Spotify envoie une opposition écrite.", "fr", false},
		{"Delete your photos, keep your posts.", "Delete your posts, keep your photos.", "en", false},
		{"Un message confié à Meta AI n’est plus chiffré.", "Si Meta AI vous confie un message, il n’est plus chiffré.", "fr", false},
		{"The refusal does not cover Adobe Stock and beta versions.", "La negativa no cubre Adobe Stock, pero sí las versiones beta.", "es", false},
		{"Google sends feedback.", "Send Google feedback.", "en", false},
		{"Les comptes Éducation sont exclus.", "Les comptes Éducation en font partie.", "fr", false},
		{"L’enquête a été ouverte par l’AGCM.", "L’AGCM a été ouverte par l’enquête.", "fr", false},
		{"Quand Bumble vous propose les accroches, refusez.", "Quand vous proposez les accroches à Bumble, refusez.", "fr", false},
		{"Les comptes d’école sont gérés par l’école.", "Si c’est un compte d’école, vous le gérez.", "fr", false},
		{"A school account is managed by the school.", "If it is a school account, you manage it.", "en", false},
		{"Meta a enregistré vos photos.", "Vous avez enregistré vos photos.", "fr", false},
		{"Meta collected your photos.", "You collected your photos.", "en", false},
		{"Les photos publiées par Meta servent.", "Les photos que vous publiez servent.", "fr", false},

		{"Adobe Stock : les contenus envoyés servent à entraîner Firefly.", "Adobe Stock : les contenus que vous envoyez servent à entraîner Firefly.", "fr", true},
		{"Telegram has no establishment in the European Union.", "Telegram is not established in the European Union.", "en", true},
		{"Quand Bumble vous propose les accroches, refusez.", "Refusez quand Bumble vous propose les accroches.", "fr", true},
		{"Pavel Durov announced the deal and Elon Musk disputed it.", "The deal was announced by Pavel Durov and disputed by Elon Musk.", "en", true},
		{"WeTransfer a retiré cette phrase le 15 juillet 2025.", "Cette phrase a été retirée par WeTransfer le 15 juillet 2025.", "fr", true},
		{"Delete your photos, keep your posts.", "Remove your photos and keep your posts.", "en", true},
		{"Envoyez une opposition écrite à Spotify.", "Envoyez à Spotify une opposition écrite.", "fr", true},
		{"Meta AI compte comme un service.", "Meta AI est considéré comme un service.", "fr", true},
	})
}
