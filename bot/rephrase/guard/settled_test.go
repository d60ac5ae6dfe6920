package guard

import "testing"

// TestSettled: what is set to what stays so, whichever is named first; « with the setting off » is a condition.
func TestSettled(t *testing.T) {
	judge(t, []verdictOf{
		{"Mettez **Allow** sur **Disabled**.", "Choisissez **Disabled** pour **Allow**.", "fr", true},
		{"Set **Allow** to **Disabled**.", "Choose **Disabled** for **Allow**.", "en", true},
		{"Les échanges faits avec le réglage coupé ne servent pas.", "Si le réglage est coupé, vos échanges ne servent pas.", "fr", true},
		{"Aucun réglage ne remplace celui-ci.", "Il n’y a aucun réglage qui puisse remplacer celui-ci.", "fr", true},
		{"Un lien pour vous opposer existe.", "Un lien qui permet de vous opposer existe.", "fr", true},

		{"Mettez **Allow** sur **Disabled**.", "Choisissez **Allow** pour **Disabled**.", "fr", false},
		{"Mettez **Allow** sur **Disabled**.", "Mettez **Disabled** sur **Allow**.", "fr", false},
		{"Ouvrez **Allow**, puis **Disabled**.", "Ouvrez **Disabled** pour **Allow**.", "fr", false},
		{"Les échanges faits avec le réglage coupé ne servent pas.", "Si le réglage est activé, vos échanges ne servent pas.", "fr", false},
		{"Les échanges faits avec le réglage coupé ne servent pas.", "Si les échanges ne servent pas, le réglage est coupé.", "fr", false},
		{"Meta garde vos échanges avec votre accord.", "Si Meta garde vos échanges, votre accord.", "fr", false},
		{"Aucun réglage ne remplace celui-ci.", "Ce réglage puisse remplacer celui-ci.", "fr", false},
		{"Un réglage remplace celui-ci.", "Un réglage qui puisse remplacer celui-ci.", "fr", false},
	})
}
