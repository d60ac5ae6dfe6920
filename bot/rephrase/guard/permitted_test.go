package guard

import "testing"

// TestPermitted: what is denied or allowed in one way may be so in another; Spanish, Italian and Portuguese deny several things as they do.
func TestPermitted(t *testing.T) {
	judge(t, []verdictOf{
		{"Without an account, OpenAI may not train on these requests.", "Without an account, OpenAI is not allowed to train on these requests.", "en", true},
		{"They cannot repeat your messages, nor pass them on.", "They can’t repeat your messages, and can’t pass them on.", "en", true},
		{"À partir de Firefox 148, ouvrez **Contrôles**.", "Avec Firefox 148 ou plus récent, ouvrez **Contrôles**.", "fr", true},
		{"Before the announcement of 28 August, your data was not used.", "Until the announcement of 28 August, your data was not used.", "en", true},
		{"No page of Notion itself was read.", "No se ha leído ninguna página de la propia Notion.", "es", true},
		{"Do it twice.", "Hágalo dos veces.", "es", true},
		{"Neither sound nor video are used to train its models.", "Ni el sonido ni el vídeo se usan para entrenar sus modelos.", "es", true},
		{"The Court annulled the fine of Rome.", "La multa de Roma la anuló el tribunal.", "es", false}, // who annulled what
		{"Images copied before, which stay in datasets.", "Images copied earlier, which stay in datasets.", "en", true},
		{"They do not forget what has already been used.", "They do not forget what was used before.", "en", true},
		{"Vos textes servent, sauf si vous envoyez un avis.", "Vos textes servent, à moins que vous n’envoyiez un avis.", "fr", true},
		{"Models already trained stay as they are.", "Los modelos ya entrenados se quedan como están.", "es", true},

		{"Without an account, OpenAI may not train on these requests.", "Without an account, OpenAI is allowed to train on these requests.", "en", false},
		{"OpenAI may train on these requests.", "OpenAI is allowed to keep these requests.", "en", false},
		{"They cannot repeat your messages, nor pass them on.", "They can’t repeat your messages, though they can pass them on.", "en", false},
		{"They cannot repeat your messages, nor pass them on.", "They can repeat your messages, and can’t pass them on.", "en", false},
		{"À partir de Firefox 148, ouvrez **Contrôles**.", "Avec Firefox 148, ouvrez **Contrôles**.", "fr", false},
		{"À partir du 3 novembre, vos posts servent.", "Le 3 novembre ou plus récent, vos posts servent.", "fr", false},
		{"Before the announcement of 28 August, your data was used.", "Until the announcement of 28 August, your data was not used.", "en", false},
		{"Not before 3 November, your data was used.", "Until 3 November, your data was not used at all.", "en", false},
		{"Your data is kept before the deletion.", "Your data is kept until the deletion.", "en", false},
		{"Delete it before 3 November.", "Delete it earlier, 3 November.", "en", false},
		{"Neither sound nor video are used.", "Ni el sonido se usa, el vídeo sí.", "es", false},
		{"Do it twice.", "Hágalo tres veces.", "es", false},
		{"Vos textes servent, sauf si vous envoyez un avis.", "Vos textes servent si vous envoyiez un avis.", "fr", false},
	})
}
