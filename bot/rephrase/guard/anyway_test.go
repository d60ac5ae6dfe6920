package guard

import "testing"

// TestSaidAnyway: a word that only names what stands in the sentence may be added, and nowhere else.
func TestSaidAnyway(t *testing.T) {
	judge(t, []verdictOf{
		{"La politique en vigueur est publique.", "La politique actuellement en vigueur est publique.", "fr", true},
		{"For an objection: dpo@bumble.com.", "For an objection, the address is dpo@bumble.com.", "en", true},
		{"7 avril 2025 : nouvelle politique.", "Le 7 avril 2025 : c’est la date de la nouvelle politique.", "fr", true},
		{"Switch off the review of your recordings.", "Turn off the option for the review of your recordings.", "en", true},
		{"Avec DeepL gratuit, vos textes servent.", "Avec la version gratuite de DeepL, vos textes servent.", "fr", true},
		{"On Starter and Professional it is on.", "On the Starter and Professional plans it is on.", "en", true},
		{"Other AI (security, anti-abuse) is not covered.", "Las demás IA (seguridad, lucha contra los abusos) no están incluidas.", "es", true},
		{"Send the objection form.", "Fill in the objection form and send it.", "en", true},
		{"The post stays as “[deleted]”.", "The post stays under the wording “[deleted]”.", "en", true},

		{"La politique est publique.", "La politique est actuellement publique.", "fr", false},
		{"Send an objection.", "Fill in the form and send an objection.", "en", false},
		{"Avec DeepL, vos textes servent.", "Avec la version gratuite de DeepL, vos textes servent.", "fr", false},
		{"On Facebook it is on.", "On the Facebook plan it is on.", "en", false},
		{"You can refuse.", "There is an option to refuse.", "en", false},
		{"Messages are analysed for moderation.", "Messages are analysed to fight fraud and for moderation.", "en", false},
		{"The Data Protection Officer: dpo@reddit.com.", "The Data Protection Officer can be reached at any time at dpo@reddit.com.", "en", false},
	})
}
