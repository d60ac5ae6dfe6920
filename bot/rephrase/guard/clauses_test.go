package guard

import "testing"

// TestClauses: a clause may go to another sentence, and what a « ne », an « once » or an « all » says depends on what is around it.
func TestClauses(t *testing.T) {
	const menu = "Vous ne voyez pas ce menu ? Essayez **Aide**, puis **Contact** : le mot « opposer » y est un lien."
	for _, c := range []struct {
		source, text, lang string
		pass               bool
	}{
		// a question that became the beginning of the next sentence
		{menu, "Si vous ne voyez pas ce menu, essayez **Aide**, puis **Contact** : le mot « opposer » y est un lien.", "fr", true},
		{menu, "Si vous voyez ce menu, essayez **Aide**, puis **Contact** : le mot « opposer » y est un lien.", "fr", false},
		{menu, "Essayez **Aide**, puis **Contact** : le mot « opposer » y est un lien.", "fr", false},
		{menu, "Vous ne voyez pas ce menu : essayez **Aide**, puis **Contact** si le mot « opposer » y est un lien.", "fr", false},
		{menu, "Si vous ne voyez pas ce menu, essayez **Contact**, puis **Aide** : le mot « opposer » y est un lien.", "fr", false},
		{menu, "Si vous ne voyez pas ce menu, n’essayez pas **Aide**, puis **Contact** : le mot « opposer » y est un lien.", "fr", false},
		// a « ne » that denies nothing
		{"Meta peut partager vos messages, sauf si vous avez refusé.", "À moins que vous n’ayez refusé, Meta peut partager vos messages.", "fr", true},
		{"Meta peut partager vos messages, sauf si vous avez refusé.", "À moins que vous n’ayez pas refusé, Meta peut partager vos messages.", "fr", false},
		{"Meta peut partager vos messages, sauf si vous avez refusé.", "À moins que vous n’ayez refusé, Meta ne peut partager vos messages.", "fr", false},
		{"Meta peut partager vos messages, sauf si vous n’avez pas refusé.", "À moins que vous n’ayez refusé, Meta peut partager vos messages.", "fr", false},
		{"Meta ne peut partager vos messages.", "Meta peut partager vos messages.", "fr", false},
		{"Avant que Meta n’ouvre le menu, refusez.", "Si Meta n’ouvre pas le menu, refusez.", "fr", false},
		// once you have
		{"If you turn it off, what was collected stays for 90 days.", "Once you turn it off, what was collected stays for 90 days.", "en", true},
		{"Once signed in, open the menu.", "If signed in, do not open the menu.", "en", false},
		{"Even if you turn it off, what was collected stays for 90 days.", "Once you turn it off, what was collected stays for 90 days.", "en", false},
		{"After 90 days, what was collected is deleted.", "If it is 90 days, what was collected is deleted.", "en", false},
		{"Your messages are deleted after you turn it off.", "Your messages are deleted unless you turn it off.", "en", false},
		{"Once you turn it off, your messages stay.", "Once your messages stay, you turn it off.", "en", false},
		// all that is wanted
		{"If you only want to refuse training, the setting is enough.", "If all you want is to refuse training, the setting is enough.", "en", true},
		{"If you want to refuse all training, the setting is enough.", "If all you want is to refuse training, the setting is enough.", "en", false},
		// what is not said, and what is denied
		{"Bumble does not say that it trains an AI.", "Bumble says that it does not train an AI.", "en", false},
		{"Bumble says that it does not train an AI.", "Bumble does not say that it trains an AI.", "en", false},
		{"Bumble ne dit pas entraîner une IA.", "Bumble dit ne pas entraîner une IA.", "fr", false},
		{"Bumble dit ne pas entraîner une IA.", "Bumble affirme qu’il n’entraîne pas une IA.", "fr", true},
		{"Bumble ne dit pas entraîner une IA.", "Bumble says it does not train an AI.", "en", false},
		// what cannot be done, and what nobody does
		{"A person cannot be taken out of a model.", "On ne retire pas une personne d’un modèle.", "fr", true},
		{"A person can be taken out of a model.", "On ne retire pas une personne d’un modèle.", "fr", false},
		{"A person cannot be taken out of a model.", "Meta ne retire pas une personne d’un modèle.", "fr", false},
		{"A person must not be taken out of a model.", "On ne retire pas une personne d’un modèle.", "fr", false},
		{"A person cannot be taken out of a model.", "On retire une personne d’un modèle.", "fr", false},
	} {
		if v := Check(NewSource(c.source, ""), c.text, c.lang); v.Pass != c.pass {
			t.Errorf("%q for %q: pass %v, %v", c.text, c.source, v.Pass, v.Reasons)
		}
	}
}
