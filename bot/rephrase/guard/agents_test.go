package guard

import "testing"

// TestAgents: who does it may stand behind « by », and what is one thing on the other side of « is »; nobody changes places with anybody.
func TestAgents(t *testing.T) {
	judge(t, []verdictOf{
		{"L’autorité de la concurrence a ouvert une enquête sur Meta AI dans WhatsApp.", "Une enquête sur Meta AI dans WhatsApp a été ouverte par l’autorité de la concurrence.", "fr", true},
		{"Noyb has attacked Meta over Facebook.", "Meta was attacked by Noyb over Facebook.", "en", true},
		{"L’autorité chef de file est la DPC irlandaise ; en France, écrivez à la CNIL.", "La DPC irlandaise est l’autorité chef de file. En France, écrivez à la CNIL.", "fr", true},
		{"Models already trained forget nothing.", "Nothing is forgotten by models already trained.", "en", true},
		{"Refusing changes nothing in your appointments.", "If you refuse, nothing changes in your appointments.", "en", true},
		{"Dans **Compte**, ouvrez **Confidentialité** et coupez la publicité.", "Allez dans **Compte**, puis dans **Confidentialité**, et coupez la publicité.", "fr", true},
		{"France Travail can go on if it proves compelling grounds.", "If France Travail proves compelling grounds, it can go on.", "en", true},
		{"Make a copy of your files first.", "First, save a copy of your files.", "en", true},

		{"France Travail can go on if it proves compelling grounds.", "If France Travail can go on, it proves compelling grounds.", "en", false},
		{"Meta may use it if Google agrees.", "If Meta agrees, it may use Google.", "en", false},
		{"Meta may use it if Google agrees.", "If Meta agrees, Google may use it.", "en", false},
		{"L’autorité de la concurrence a ouvert une enquête sur Meta AI dans WhatsApp.", "Une enquête sur l’autorité de la concurrence a été ouverte par Meta AI dans WhatsApp.", "fr", false},
		{"Noyb has attacked Meta over Facebook.", "Noyb was attacked by Meta over Facebook.", "en", false},
		{"Noyb has attacked Meta over Facebook.", "Meta has attacked Noyb over Facebook.", "en", false},
		{"A deal with xAI was announced by Pavel Durov and disputed by Elon Musk.", "Elon Musk announced a deal with xAI and Pavel Durov disputed it.", "en", false},
		{"L’autorité chef de file est la DPC irlandaise ; en France, écrivez à la CNIL.", "La CNIL est l’autorité chef de file. En France, écrivez à la DPC irlandaise.", "fr", false},
		{"Refusing changes nothing in your appointments.", "If you refuse nothing, your appointments change.", "en", false},
		{"Models already trained forget nothing.", "Nothing forgets models already trained.", "en", false},
		{"Dans **Compte**, ouvrez **Confidentialité** et coupez la publicité.", "Allez dans **Confidentialité**, puis dans **Compte**, et coupez la publicité.", "fr", false},
		{"Dans **Compte**, ouvrez **Confidentialité** et coupez la publicité.", "Coupez la publicité dans **Compte**, puis ouvrez **Confidentialité**.", "fr", false},
	})
}
