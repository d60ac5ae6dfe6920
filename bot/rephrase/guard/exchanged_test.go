package guard

import "testing"

// TestExchanged: words that change places across a « not », a « than », a « to » or a title say something else.
func TestExchanged(t *testing.T) {
	for _, c := range []struct {
		source, text, lang string
		pass               bool
	}{
		{"Temporary chats are kept for 72 hours and are not used for training.", "Temporary chats are used for 72 hours and are not kept for training.", "en", false},
		{"Vos messages sont lus par Meta, mais ne sont pas vendus.", "Vos messages sont vendus par Meta, mais ne sont pas lus.", "fr", false},
		{"Your photos are copied and not deleted.", "Your photos are deleted and not copied.", "en", false},
		{"Vos photos sont publiées et ne sont pas effacées.", "Vos photos sont effacées et ne sont pas publiées.", "fr", false},
		{"Snap stores your chats and does not sell them.", "Snap sells your chats and does not store them.", "en", false},
		{"Your photos are kept and are not used.", "Your photos are not used, and are kept.", "en", true},
		{"La médiation va plus vite que la plainte.", "La plainte va plus vite que la médiation.", "fr", false},
		{"The form is faster than a letter to the company.", "A letter to the company is faster than the form.", "en", false},
		{"Le réglage protège mieux que le formulaire de Meta.", "Le formulaire de Meta protège mieux que le réglage.", "fr", false},
		{"La médiation va plus vite que la plainte.", "La médiation est plus rapide que la plainte.", "fr", true},
		{"Chez X et chez sa société sœur xAI.", "Chez xAI et chez sa société sœur X.", "fr", false},
		{"Chez X et chez sa société sœur xAI.", "Chez X ainsi que chez sa société sœur xAI.", "fr", true},
		{"Strava impose une règle à d’autres.", "D’autres imposent une règle à Strava.", "fr", false},
		{"Strava gives your data to partners.", "Partners give your data to Strava.", "en", false},
		{"Your employer sends a copy to Slack.", "Slack sends a copy to your employer.", "en", false},
		{"The form can be refused.", "Le formulaire peut être refusé.", "fr", true},
		{"L’historique se supprime depuis la page.", "The history can be deleted from the page.", "en", true},
		{"L’historique se supprime depuis la page.", "The history is not deleted from the page.", "en", false},
		{"C’est à refaire dans chaque organisation.", "Il faut le refaire dans chaque organisation.", "fr", true},
		{"C’est refait dans chaque organisation.", "Il faut le refaire dans chaque organisation.", "fr", false},
		{"Vous n’avez pas à donner de motif.", "Aucun motif n’est à donner.", "fr", true},
		{"Vous ne devez pas donner de motif.", "Aucun motif n’est à donner.", "fr", false},
		{"Only paid accounts are left out.", "Paid accounts are the only ones left out.", "en", true},
		{"Only paid accounts are left out.", "Free accounts are the only ones left out.", "en", false},
		{"Ouvrez **Paramètres**.", "Vous pouvez ouvrir **Paramètres**.", "fr", false},
	} {
		if v := Check(NewSource(c.source, ""), c.text, c.lang); v.Pass != c.pass {
			t.Errorf("%q for %q: pass %v, %v", c.text, c.source, v.Pass, v.Reasons)
		}
	}
}
