package guard

import "testing"

// TestRewordings: what is denied, wished for, done by somebody or said until now may be said otherwise, and of nothing and nobody else.
func TestRewordings(t *testing.T) {
	for _, c := range []struct {
		source, text, lang string
		pass               bool
	}{
		// what one is up to, and up to
		{"You have to write to Slack.", "It is up to you to write to Slack.", "en", true},
		{"The owner has to write to Slack.", "It is up to the owner to write to Slack.", "en", true},
		{"Your administrator decides.", "It’s up to your administrator.", "en", true},
		{"You have to write to Slack.", "It is up to Slack to write to you.", "en", false},
		{"The owner may write to Slack.", "It is up to the owner to write to Slack.", "en", false},
		{"Your messages are kept for 30 days.", "Your messages are kept for up to 30 days.", "en", false},
		{"Your administrator decides.", "It’s up to you.", "en", false},
		{"You do not have to write to Slack.", "It is up to you to write to Slack.", "en", false},
		// a purpose as a wish
		{"To object in writing, send a letter.", "If you’d like to object in writing, send a letter.", "en", true},
		{"Pour vous opposer, écrivez à Meta.", "Si vous voulez vous opposer, écrivez à Meta.", "fr", true},
		{"If you object in writing, send a letter.", "If you want a letter, object in writing.", "en", false},
		{"Send a letter and object in writing.", "If you want to object in writing, send a letter.", "en", false},
		{"To object in writing, send a letter.", "If you do not want to object in writing, send a letter.", "en", false},
		{"Pour vous opposer, écrivez à Meta.", "Si Meta veut s’opposer, écrivez à Meta.", "fr", false},
		{"Meta vend vos données pour entraîner une IA.", "Meta vend vos données si vous voulez entraîner une IA.", "fr", false},
		// what is denied stands before « not »
		{"Used: your posts. Not your private messages.", "Used: your posts. Your private messages are not.", "en", true},
		{"Your posts, not your private messages.", "Your posts are not, your private messages are.", "en", false},
		{"Used: your posts. Not your private messages.", "Your posts are not. Used: your private messages.", "en", false},
		{"Aucun algorithme ne prend de décision.", "Aucune décision n’est prise par un algorithme.", "fr", true},
		{"No AI processes your files.", "Your AI processes no files.", "en", false},
		{"Aucun algorithme ne prend de décision.", "Aucune décision n’est prise pour un algorithme.", "fr", false},
		{"Aucun algorithme ne prend de décision.", "Une décision n’est prise par aucun lecteur.", "fr", false},
		{"The switch does not cover it; the form does.", "The form does not cover it; the switch does.", "en", false},
		{"Le réglage ne vaut pas pour l’Europe ; le formulaire vaut pour l’Europe.", "Le formulaire ne vaut pas pour l’Europe ; le réglage vaut pour l’Europe.", "fr", false},
		// cannot and may not
		{"Ce qui a servi ne peut pas être retiré.", "Ce qui a servi peut ne pas être retiré.", "fr", false},
		{"Lo que se usó no puede retirarse.", "Lo que se usó puede no retirarse.", "es", false},
		{"Ces photos peuvent ne pas servir.", "Ces photos ne peuvent pas servir.", "fr", false},
		{"Ce qui a servi ne peut pas être retiré.", "Ce qui a servi ne peut être retiré.", "fr", true},
		{"What was used cannot be removed.", "Ce qui a servi peut ne pas être retiré.", "fr", false},
		// so far, and always
		{"Nobody has been able to confirm it yet.", "So far nobody has been able to confirm it.", "en", true},
		{"Personne n’a encore pu la confirmer.", "Personne n’a pu la confirmer pour l’instant.", "fr", true},
		{"Your messages are always kept.", "Your messages are kept so far.", "en", false},
		{"Vos messages ne sont pas toujours gardés.", "Vos messages ne sont pas gardés pour l’instant.", "fr", false},
		{"Your messages are not used.", "Your messages are not used so far.", "en", false},
		{"Your messages are still used.", "Your messages are used so far.", "en", false},
		{"Vos messages ne servent plus.", "Vos messages ne servent pas pour l’instant.", "fr", false},
		// who does it
		{"You exercise your right with your employer.", "Your employer exercises your right with you.", "en", false},
		{"You share your messages with Meta.", "Meta shares your messages with you.", "en", false},
		{"Vous écrivez à Meta AI.", "Meta AI écrit.", "fr", false},
		{"You ask your administrator for the setting.", "Your administrator asks you for the setting.", "en", false},
		{"If you share them with Meta AI, your messages are used.", "If Meta AI shares them, your messages are used.", "en", false},
		// one thing pointed at, and several
		{"Conversations on that account are kept.", "Conversations on your accounts are kept.", "en", false},
		{"Cette photo est publique.", "Vos photos sont publiques.", "fr", false},
		// one another, and each
		{"The sources contradict each other.", "The sources disagree.", "en", true},
		{"The sources contradict each other.", "Each source contradicts all others.", "en", false},
		// a verb in all its forms
		{"We do not know whether Suno removes your songs.", "We do not know whether Suno takes out your songs.", "en", true},
		{"We do not know whether Suno removes your songs.", "We do not know whether Suno takes over your songs.", "en", false},
		// a name misspelt at the head of a sentence
		{"There is nothing to set: Medium says so.", "Il n’y a rien à régler : Mediun le dit.", "fr", false},
	} {
		if v := Check(NewSource(c.source, ""), c.text, c.lang); v.Pass != c.pass {
			t.Errorf("%q for %q: pass %v, %v", c.text, c.source, v.Pass, v.Reasons)
		}
	}
}
