package bot

var wordsFrench = Words{
	Useful: "Utile", NotUseful: "Pas utile", Outdated: "C’est périmé",
	Missing: "Je ne vois pas ce réglage", Back: "Retour à la fiche",
	Show: "Montrer à tous", Remove: "Supprimer", Open: "Ouvrir le réglage",

	ThanksUseful:    "Merci, c’est noté.",
	ThanksNotUseful: "Merci, c’est noté. Reposez la question avec d’autres mots si vous voulez.",
	ThanksOutdated:  "Merci : cette fiche sera vérifiée de nouveau.",
	CausesTitle:     "Vous ne voyez pas ce réglage ? Voici pourquoi, le plus souvent :",
	Causes: []string{
		"Votre pays : certains réglages n’existent que dans une région, par exemple l’Union européenne.",
		"Une application trop ancienne : mettez-la à jour, ou passez par le site web.",
		"C’est déjà fait : le réglage peut être coupé, ou ne jamais avoir été activé pour vous.",
		"Un compte professionnel ou scolaire : c’est alors l’administrateur qui décide.",
		"Le menu a changé de place : cherchez « IA » ou « confidentialité » dans les réglages.",
	},
	CausesEnd: "Si rien ne correspond, dites-le avec « C’est périmé » : la fiche sera vérifiée.",

	Busy:     "Vous allez plus vite que moi ! Laissez-moi quelques instants, puis reposez votre question.",
	NotYours: "Ce bouton répond à quelqu’un d’autre. Posez-moi votre propre question, elle sera pour vous.",
	TooOld:   "Ce bouton est trop ancien. Reposez votre question, s’il vous plaît.",
	Removed:  "Réponse supprimée.",
	ShownBy:  "Montré à la demande de {name}",
	CannotDM: "Je n’ai pas le droit d’écrire là où vous m’avez posé la question. Voici ma réponse ici.",

	Privacy: "Je ne garde rien sur vous. Le sujet de votre dernière question (pas vos mots) reste dix minutes en mémoire, pour que « et pour Instagram ? » ait un sens, puis disparaît. Aucun message, aucun nom, aucun identifiant n’est enregistré. Les boutons « utile », « pas utile » et « c’est périmé » ne font qu’ajouter un à un compteur.",

	AskCommand: "demander", AskDescription: "Comment refuser qu’un service entraîne son IA avec vos données",
	AskOption: "question", AskOptionDescription: "Votre question, avec vos mots : « désactiver l’IA de LinkedIn »",
	PrivacyCommand: "confidentialite", PrivacyDescription: "Ce que je garde sur vous",
	HelpCommand: "aide", HelpDescription: "Comment me poser une question",
	AnswerThis: "Répondre à ce message",
	About:      "NonMerci vous dit comment refuser qu’un service entraîne son IA avec vos données : les étapes exactes, le lien vers le réglage, ce que cela change, la source et la date de la dernière vérification. Écrivez votre question avec vos mots, par exemple « comment désactiver l’IA de LinkedIn ? ». Je ne garde rien sur vous.",
	ShortAbout: "Comment refuser qu’un service entraîne son IA avec vos données. Étapes, lien, source, date.",

	CommunityNote: "Note de cette communauté", CommunityEntry: "Fiche de cette communauté, modifiée le {date}.",
	CommunityVersion: "Fiche adaptée par cette communauté le {date}", CommunityOtherLang: "Cette communauté n’a pas encore écrit cette fiche dans votre langue.",

	InlineEmpty: "Écrivez un service : « LinkedIn », « WhatsApp », « ChatGPT »…",
}
