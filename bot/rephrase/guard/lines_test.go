package guard

import "testing"

// TestLinesAreJudgedAlone: one line of an answer against itself, as the rewriting of an answer is checked, in the language that is wanted.
func TestLinesAreJudgedAlone(t *testing.T) {
	for _, c := range []struct {
		line, lang string
		pass       []string
		refuse     []string
	}{
		{
			"Ouvrez **Paramètres**.", "fr",
			[]string{"Rendez-vous dans **Paramètres**.", "Allez dans **Paramètres**.", "Commencez par ouvrir **Paramètres**.", "Appuyez sur **Paramètres**."},
			[]string{"Ouvrez **Réglages**.", "Ouvrez les paramètres.", "N’ouvrez pas **Paramètres**.", "Ouvrez **Paramètres** deux fois.", "Ouvrez **Paramètres** : c’est fait."},
		},
		{
			"Ouvrez **Paramètres**.", "en",
			[]string{"Open **Paramètres**.", "Go to **Paramètres**."},
			[]string{"Open **Settings**.", "Open the settings.", "Ouvrez **Paramètres**, please."},
		},
		{
			"You don’t have to give a reason.", "en",
			[]string{"There is no need to give a reason.", "You do not need to give any reason."},
			[]string{"You must not give a reason.", "You have to give a reason.", "You should not give a reason."},
		},
		{
			"Vous n’avez pas à donner de motif.", "de",
			[]string{"Sie müssen keinen Grund angeben."},
			[]string{"Sie dürfen keinen Grund angeben.", "Sie müssen einen Grund angeben."},
		},
		{
			"Supprimez d’abord vos messages, puis fermez le compte.", "fr",
			[]string{"Effacez d’abord vos messages, puis fermez le compte."},
			[]string{"Fermez d’abord le compte, puis supprimez vos messages.", "Supprimez vos messages ou fermez le compte.", "Supprimez d’abord ses messages, puis fermez le compte."},
		},
		{
			"The refusal costs 0 euros and takes about 5 minutes.", "en",
			[]string{"Refusing costs 0 euros and takes roughly 5 minutes."},
			[]string{"The refusal costs 5 euros and takes about 0 minutes.", "The refusal costs 0 euros and takes about 5 hours."},
		},
		{
			"La formule gratuite s’appelle Experiment, la formule payante Scale.", "fr",
			[]string{"La formule gratuite se nomme Experiment, la formule payante Scale."},
			[]string{"La formule gratuite s’appelle Scale, la formule payante Experiment.", "La formule payante s’appelle Experiment, la formule gratuite Scale."},
		},
	} {
		s := NewSource(c.line, "")
		for _, text := range c.pass {
			if v := Check(s, text, c.lang); !v.Pass {
				t.Errorf("%q for %q: %v", text, c.line, v.Reasons)
			}
		}
		for _, text := range c.refuse {
			if v := Check(s, text, c.lang); v.Pass {
				t.Errorf("%q for %q passes", text, c.line)
			}
		}
	}
}
