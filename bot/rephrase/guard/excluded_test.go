package guard

import "testing"

// TestExcluded: what is not included is excluded; what somebody is handed may stand right behind the verb; and other turns of the kind.
func TestExcluded(t *testing.T) {
	judge(t, []verdictOf{
		{"Les comptes Éducation sont exclus.", "Les comptes Éducation n’en font pas partie.", "fr", true},
		{"Private messages are excluded.", "Private messages aren’t included.", "en", true},
		{"Private messages are not included.", "Private messages are excluded.", "en", true},
		{"Send feedback to Google.", "Send Google feedback.", "en", true},
		{"The version of January 2026 did not say so.", "The January 2026 version said no such thing.", "en", true},
		{"What the models have learned stays.", "Whatever the models have learned stays.", "en", true},
		{"You can only delete them.", "All you can do is delete them.", "en", true},
		{"Faites-le pour chaque compte.", "Il faut le faire pour chaque compte.", "fr", true},
		{"Oui, d’office, depuis le 15 août 2024.", "Oui, c’est activé d’office depuis le 15 août 2024.", "fr", true},
		{"Erase your data from its training sets.", "Delete your data from the sets it trains on.", "en", true},
		{"Open the menu.", "Open the menu first.", "en", true},

		{"Les comptes Éducation sont exclus.", "Les comptes Éducation en font partie.", "fr", false},
		{"Private messages are excluded.", "Private messages are not excluded.", "en", false},
		{"Private messages are included.", "Private messages are excluded.", "en", false},
		{"Private messages are excluded, public ones are used.", "Private messages are used, public ones are not included.", "en", false},
		{"Google sends feedback.", "Send Google feedback.", "en", false},
		{"Send Google to Meta.", "Send Meta to Google.", "en", false},
		{"The version of January 2026 did not say so.", "The January 2026 version said so.", "en", false},
		{"The form covers it, whatever the date.", "The form covers it.", "en", false},
		{"You can delete them.", "All you can do is delete them.", "en", false},
		{"You can only delete them.", "You can delete them.", "en", false},
		{"Slack le fait pour chaque compte.", "Il faut le faire pour chaque compte.", "fr", false},
		{"Non, pas d’office.", "Oui, c’est activé d’office.", "fr", false},
		{"They must ask you.", "They must ask you first.", "en", false},
	})
}
