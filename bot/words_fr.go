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

	Privacy: "Je ne garde rien sur vous quand vous posez une question : ni vos mots, ni votre nom, ni votre identifiant. Le sujet de la dernière (pas vos mots) reste dix minutes en mémoire, pour que « et pour Instagram ? » ait un sens, puis disparaît. Les boutons « utile », « pas utile » et « c’est périmé » ne font qu’ajouter un à un compteur. Trois exceptions. Là où une communauté l’a choisi, une question restée sans réponse est gardée 90 jours, sans données personnelles et sans lien avec vous. Si vous proposez une fiche, votre identifiant est gardé jusqu’à ce que la décision vous soit dite. Si vous êtes modérateur, il accompagne ce que vous avez écrit et fait, jusqu’à ce que vous l’effaciez. S’abonner aux alertes n’enregistre qu’un salon.",

	Original:       "Texte d’origine",
	Rephrased:      "Reformulé par un modèle.",
	RephrasedOf:    "Reformulé par un modèle ; texte d’origine vérifié le {date}.",
	Translated:     "Traduit par un modèle ; texte d’origine : {language}.",
	TranslatedOf:   "Traduit par un modèle ; texte d’origine ({language}) vérifié le {date}.",
	PrivacyModel:   "Un modèle de langue peut reformuler ou traduire mes réponses. Il reçoit la fiche et la langue voulue, jamais votre nom ni votre identifiant. Votre question, sans données personnelles, ne lui est transmise que si vous l’autorisez et, dans un serveur ou un groupe, si ses modérateurs l’ont permis aussi. Ce choix n’est gardé qu’en mémoire : il s’oublie au redémarrage du programme.",
	QuestionKept:   "Votre choix : votre question n’est pas transmise au modèle.",
	QuestionSent:   "Votre choix : votre question peut être transmise au modèle.",
	OriginalsShown: "Votre choix : toujours le texte d’origine. Le modèle ne reçoit rien pour vous.",
	AllowQuestion:  "Autoriser que ma question soit transmise au modèle",
	ForbidQuestion: "Ne plus autoriser que ma question soit transmise au modèle",
	AlwaysOriginal: "Toujours me montrer le texte d’origine",
	AllowRephrase:  "Accepter de nouveau les reformulations",

	AskCommand: "demander", AskDescription: "Comment refuser qu’un service entraîne son IA avec vos données",
	AskOption: "question", AskOptionDescription: "Votre question, avec vos mots : « désactiver l’IA de LinkedIn »",
	PrivacyCommand: "confidentialite", PrivacyDescription: "Ce que je garde sur vous",
	HelpCommand: "aide", HelpDescription: "Comment me poser une question",
	AnswerThis: "Répondre à ce message",
	About:      "NonMerci vous dit comment refuser qu’un service entraîne son IA avec vos données : les étapes exactes, le lien vers le réglage, ce que cela change, la source et la date de la dernière vérification. Écrivez votre question avec vos mots, par exemple « comment désactiver l’IA de LinkedIn ? ». Par défaut, je ne garde rien sur vous.",
	ShortAbout: "Comment refuser qu’un service entraîne son IA avec vos données. Étapes, lien, source, date.",

	CommunityNote: "Note de cette communauté", CommunityEntry: "Fiche de cette communauté, modifiée le {date}.",
	CommunityVersion: "Fiche adaptée par cette communauté le {date}", CommunityOtherLang: "Cette communauté n’a pas encore écrit cette fiche dans votre langue.",

	InlineEmpty: "Écrivez un service : « LinkedIn », « WhatsApp », « ChatGPT »…",
}
