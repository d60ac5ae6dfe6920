package guard

import "testing"

// TestOtherConstructions: what another construction says as well passes, and what it would say of something else does not.
func TestOtherConstructions(t *testing.T) {
	for _, c := range []struct {
		source, text, lang string
		pass               bool
	}{
		// a question for a condition or a topic
		{"Avec un compte d’école, vos données ne servent pas.", "Vous avez un compte d’école ? Vos données ne servent pas.", "fr", true},
		{"Si vous avez deux comptes, refusez deux fois.", "Vous avez deux comptes ? Refusez deux fois.", "fr", true},
		{"Refusez deux fois si vous avez deux comptes.", "Refusez deux fois ? Vous avez deux comptes.", "fr", false},
		{"Vos données sont effacées au bout de 30 jours.", "Vos données sont effacées au bout de 30 jours ?", "fr", false},
		{"Meta utilise vos messages et vend vos données.", "Meta utilise vos messages ? Et vend vos données.", "fr", false},
		{"Nous ne savons pas quand l’entraînement a commencé.", "Quand l’entraînement a-t-il commencé ? Nous ne le savons pas.", "fr", true},
		{"Vos données sont supprimées et nous ne savons pas pourquoi.", "Vos données sont supprimées ? Nous ne savons pas pourquoi.", "fr", false},
		{"No answer? Write again.", "If there is no answer, write again.", "en", true},
		{"No answer? Write again.", "If there is an answer, write again.", "en", false},
		// what stays is still there
		{"Your answers stay public.", "Your answers are still public.", "en", true},
		{"Your answers stay public.", "Your answers are not yet public.", "en", false},
		{"Your answers are not yet public.", "Your answers stay public.", "en", false},
		{"Vos réponses ne sont pas encore publiques.", "Vos réponses restent publiques.", "fr", false},
		// what is permitted, and what something is for
		{"Aucun réglage pour refuser l’entraînement.", "Aucun réglage ne permet de refuser l’entraînement.", "fr", true},
		{"Un réglage permet de refuser l’entraînement.", "Aucun réglage pour refuser l’entraînement.", "fr", false},
		{"Meta permet à ses partenaires d’utiliser vos données pour entraîner une IA.", "Meta utilise vos données pour entraîner une IA pour ses partenaires.", "fr", false},
		// a condition in few words
		{"Si le réglage est activé, vos messages sont gardés 5 ans.", "Réglage activé : vos messages sont gardés 5 ans.", "fr", true},
		{"Si le réglage est activé, vos messages sont gardés 5 ans.", "Réglage désactivé : vos messages sont gardés 5 ans.", "fr", false},
		{"Si le réglage est activé, vos messages sont gardés 5 ans.", "Vos messages sont gardés 5 ans.", "fr", false},
		{"By posting you grant a permission.", "When you post, you grant a permission.", "en", true},
		// brackets
		{"The providers (OpenAI, Anthropic) must delete your messages within 30 days.", "Within 30 days, the providers (OpenAI, Anthropic) must delete your messages.", "en", true},
		{
			"Les formules gratuites (Free, Plus) servent à l’entraînement, les autres (Team, Enterprise) non.",
			"Les formules gratuites (Team, Enterprise) servent à l’entraînement, les autres (Free, Plus) non.", "fr", false,
		},
		{"Google (Gemini) garde vos messages, Meta (Llama) les efface.", "Google (Llama) garde vos messages, Meta (Gemini) les efface.", "fr", false},
		// who does what
		{"Les parents pour les petits.", "Pour les petits, les parents.", "fr", true},
		{"Meta envoie vos données à Google.", "Vos données sont envoyées à Meta par Google.", "fr", false},
		{"Meta utilise les données de Google.", "Les données de Meta sont utilisées par Google.", "fr", false},
		{"Meta garde vos messages.", "Vos messages sont gardés par Meta.", "fr", true},
		{"Google sells your data to partners.", "Your data is sold by partners to Google.", "en", false},
		// where « not » stands
		{"Les photos et les vidéos ne servent pas.", "Les photos ne servent pas, ni les vidéos.", "fr", true},
		{"Les photos ne servent pas et les vidéos servent.", "Les photos ne servent pas, ni les vidéos ne servent.", "fr", false},
		{"Les photos ne servent pas, les messages servent.", "Les photos servent, les messages ne servent pas.", "fr", false},
		{"Un participant ne peut pas couper l’IA.", "Un participant ne peut pas, lui, couper l’IA.", "fr", true},
		// before, and earlier
		{"What was used before is not affected.", "What was used earlier is not affected.", "en", true},
		{"Supprimez vos messages avant.", "Supprimez vos anciens messages.", "fr", false},
		{"Delete your messages before.", "Delete your past messages.", "en", false},
		// what stops is no longer done
		{"Vos données cessent de servir à l’entraînement.", "Vos données ne servent plus à l’entraînement.", "fr", true},
		{"We do not know which setting stops training.", "We do not know which setting trains.", "en", false},
		// rather than
		{"Choose a paid account rather than a free one.", "Choose a free account rather than a paid one.", "en", false},
		// what was, and what will be
		{"In 2024 accounts were suspended and texts deleted.", "In 2024 accounts will be suspended and texts deleted.", "en", false},
		// reasons
		{"The commitment dates from 2024, and should be checked again.", "As the commitment dates from 2024, it should be checked again.", "en", true},
		{"The commitment dates from 2024, and should be checked again.", "The commitment dates from 2024 because it should be checked again.", "en", false},
		// parts of verbs, pronouns at their end
		{"Switch off the setting.", "Schalten Sie die Einstellung aus.", "de", true},
		{"Switch off the setting.", "Schalten Sie die Einstellung ein.", "de", false},
		{"Switch on the setting.", "Schalten Sie die Einstellung aus.", "de", false},
		{"Switch off the setting.", "Zet de instelling uit.", "nl", true},
		{"It is possible to switch off the setting.", "Es ist möglich, die Einstellung auszuschalten.", "de", true},
		{"It is possible to switch off the setting.", "Es ist möglich, die Einstellung einzuschalten.", "de", false},
		{"Switch off the setting.", "Zet de instelling aan.", "nl", false},
		{"Open the setting and switch it off.", "Abra el ajuste y desactívelo.", "es", true},
		{"Open the setting and switch it off.", "Abra el ajuste y actívelo.", "es", false},
		{"Open the setting and switch it off.", "Apra l’impostazione per disattivarla.", "it", true},
		// words that only carry a sentence
		{"The administrator decides.", "The decision lies with the administrator.", "en", true},
		{"The administrator decides.", "The decision does not lie with the administrator.", "en", false},
		{"Your data is deleted.", "Your data gets sold.", "en", false},
		{"DuckDuckGo removes your IP address.", "DuckDuckGo gets your IP address.", "en", false},
		{"Vos photos restent privées.", "Vos photos viennent de partenaires.", "fr", false},
		// « not » within an expression
		{"Your answers stay public.", "Ihre Antworten bleiben nicht öffentlich.", "de", false},
		{"You have no setting.", "Usted tiene ningún ajuste.", "es", false},
		{"This rests on memory and nobody has confirmed it.", "Esto se basa en recuerdos y nadie lo ha confirmado.", "es", true},
		// the question that says again what was understood
		{"*Proton · am I concerned?*\n\nNo setting exists.", "*Proton · gaat het over mij?*\n\nEr bestaat geen instelling.", "nl", true},
		{"*Proton · am I concerned?*\n\nNo setting exists.", "*Google · gaat het over mij?*\n\nEr bestaat geen instelling.", "nl", false},
		{"*Proton · am I concerned?*\n\nNo setting exists.", "*Proton · gaat het niet over mij?*\n\nEr bestaat geen instelling.", "nl", false},
		// a title half translated
		{
			"The setting exists.\n\nSource: [Figma (help), AI settings and training](https://help.figma.com/a)",
			"Le réglage existe.\n\nSource : [Figma (aide), AI settings and training](https://help.figma.com/a)", "fr", true,
		},
		{
			"The setting exists.\n\nSource: [Figma (help), AI settings and training](https://help.figma.com/a)",
			"Le réglage existe.\n\nSource : [Figma (aide), AI settings without training](https://help.figma.com/a)", "fr", false,
		},
		// a heading set before its steps
		{"**Sur le web**\n\n1. Ouvrez **Profil**.\n2. Coupez **IA**.", "**Sur le web** : ouvrez **Profil**. Ensuite, coupez **IA**.", "fr", true},
		{"**Sur le web**\n\n1. Ouvrez **Profil**.\n2. Coupez **IA**.", "**Sur Android** : ouvrez **Profil**. Ensuite, coupez **IA**.", "fr", false},
		{"**Sur le web**\n\n1. Ouvrez **Profil**.\n2. Coupez **IA**.", "**Sur le web** : coupez **IA**. Ensuite, ouvrez **Profil**.", "fr", false},
		// since, and earlier
		{"Your messages have been used since May 27, 2025.", "I Suoi messaggi vengono utilizzati dal 27 maggio 2025.", "it", true},
		{"Your messages have been used until May 27, 2025.", "I Suoi messaggi vengono utilizzati dal 27 maggio 2025.", "it", false},
		{"From May 27, 2025, your messages are used.", "Dal 27 maggio 2025 i Suoi messaggi vengono utilizzati.", "it", true},
		{"Your messages are used from May 27 to June 3, 2025.", "I Suoi messaggi vengono utilizzati dal 27 maggio al 3 giugno 2025.", "it", true},
		{"Your messages are used until June 3, 2025.", "I Suoi messaggi vengono utilizzati dal 3 giugno 2025.", "it", false},
		{"The previously shared messages are not deleted.", "Die vorher geteilten Nachrichten werden nicht gelöscht.", "de", true},
		{"The previously shared messages are not deleted.", "Los mensajes antes compartidos no se borran.", "es", true},
		{"The previously shared messages are not deleted.", "I messaggi prima condivisi non vengono cancellati.", "it", true},
		{"Les messages partagés auparavant ne sont pas supprimés.", "Die vorher geteilten Nachrichten werden nicht gelöscht.", "de", true},
		{"Les messages partagés avant le 3 mai 2025 ne sont pas supprimés.", "Die vorher geteilten Nachrichten vom 3. Mai 2025 werden nicht gelöscht.", "de", false},
		{"Supprimez vos messages avant.", "Löschen Sie Ihre vorher geteilten Nachrichten.", "de", false},
		// « noch » is « nor » after « weder » alone
		{"The rule is not yet known, and the date is still open.", "Die Regel ist noch nicht bekannt, und das Datum ist noch offen.", "de", true},
		{"The rule is not yet known, and the date is open.", "Die Regel ist noch nicht bekannt, und das Datum ist noch offen.", "de", false},
		{"Neither your messages nor your photos are used.", "Weder Ihre Nachrichten noch Ihre Fotos werden verwendet.", "de", true},
		// a name to the letter
		{"The Starter and Business plans are not used.", "Die Tarife Starter und Business werden nicht verwendet.", "de", true},
		{"The Starter and Business plans are not used.", "Die Tarife Starte und Business werden nicht verwendet.", "de", false},
		{"The Starter and Business plans are not used.", "Les formules Starte et Business ne sont pas utilisées.", "fr", false},
		{"The Starter and Business plans are not used.", "I piani Startar e Business non vengono utilizzati.", "it", false},
		// « not » before a bare phrase, and « hardly »
		{"To the company that keeps that file, not to HubSpot.", "A la empresa que guarda ese fichero, no a HubSpot.", "es", true},
		{"To the company that keeps that file, not to HubSpot.", "A HubSpot, no a la empresa que guarda ese fichero.", "es", false},
		{"To the company that keeps that file, not to HubSpot.", "Aan het bedrijf dat dat bestand bewaart, niet aan HubSpot.", "nl", true},
		{"Pas vos photos, selon Snap.", "Selon Snap, cela ne touche guère vos photos.", "fr", false},
		{"Accounts with sensitive data are left out.", "Accounts met gevoelige gegevens vallen eronder.", "nl", false},
		{"We have not read it.", "We have read it and found none.", "en", false},
		// an answer that its sentence says again, or that somebody gives
		{"No: we know of no setting.", "We know of no setting.", "en", true},
		{"No: your photos are used.", "Your photos are used.", "en", false},
		{"Non, selon Google : Gmail n’entraîne pas Gemini.", "Google dit que non : Gmail n’entraîne pas Gemini.", "fr", true},
		{"Non, selon Google : Gmail n’entraîne pas Gemini.", "Google dit que oui : Gmail n’entraîne pas Gemini.", "fr", false},
		{"Non, selon Google : Gmail n’entraîne pas Gemini.", "Non : Gmail n’entraîne pas Gemini.", "fr", false},
		// rather than
		{"Write to your employer, not to Slack.", "Write to your employer rather than to Slack.", "en", true},
		{"Write to your employer, not to Slack.", "Write to Slack rather than to your employer.", "en", false},
		{"Write to your employer rather than to Slack.", "Write to your employer, not to Slack.", "en", true},
		{"Write to your employer rather than to Slack.", "Write to Slack, not to your employer.", "en", false},
		{"Write to your employer, not to Slack.", "Write to your employer and to Slack.", "en", false},
		// all of this, and a condition by inversion
		{"This is from memory.", "All of this is from memory.", "en", true},
		{"Your photos are used.", "All of your photos are used.", "en", false},
		{"If you refuse, your photos are not used.", "Should you refuse, your photos are not used.", "en", true},
		{"You should refuse.", "Should you refuse, your photos are not used.", "en", false},
		{"If you refuse, your photos are not used.", "You should refuse, your photos are not used.", "en", false},
		// by anybody, by everybody
		{"Public channels can be read by anybody.", "Öffentliche Kanäle können von jedem gelesen werden.", "de", true},
		{"Public channels can be read by anybody.", "Öffentliche Kanäle können von jedem neuen Partner gelesen werden.", "de", false},
		{"Public channels can be read by anybody.", "Public channels can all be read.", "en", false},
		{"Public channels can be read by anybody.", "Public channels can be read by every partner.", "en", false},
		{"Public channels cannot be read by anybody.", "Public channels cannot be read by everybody.", "en", false},
		// a sentence that others say already
		{"Aucun blocage n’arrête tous les robots.", "Aucun blocage n’arrête tous les robots. C’est bloqué.", "fr", false},
	} {
		if v := Check(NewSource(c.source, ""), c.text, c.lang); v.Pass != c.pass {
			t.Errorf("%q for %q: pass %v, %v", c.text, c.source, v.Pass, v.Reasons)
		}
	}
}
