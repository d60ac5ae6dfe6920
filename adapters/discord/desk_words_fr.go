package discord

var deskFrench = deskWords{
	KB: "Les fiches de ce serveur : chercher, corriger, publier", KBHome: "Ce qui attend, et tout le reste",
	KBSearch: "Chercher une fiche", KBEntry: "Le nom d’une fiche, ou quelques mots", KBNew: "Écrire une nouvelle fiche",
	KBGaps: "Les questions restées sans réponse", KBStale: "Les fiches à vérifier", KBDigest: "Le résumé de la semaine",
	KBImport: "Importer un fichier exporté : rien ne change avant votre accord", KBFile: "CSV, JSON, ou Markdown d’un service ; 1 Mo au plus",
	Test: "Tester une question : ce qu’un membre lirait ici, et pourquoi", TestQuestion: "La question, comme un membre la taperait",
	Suggest: "Proposer une fiche ou une correction aux modérateurs", SuggestEntry: "La fiche à corriger ; laissez vide pour en proposer une nouvelle",
	Guide: "Poster le guide ici et l’épingler", GuideLanguages: "Les langues du guide", GuideRemove: "Retirer le guide",
	Promote: "Ajouter à la base",

	OnlyInServer: "Cela ne marche que dans un serveur où je suis installé. Ajoutez-moi au serveur, puis recommencez là-bas.",
	OthersButton: "Ce bouton est pour quelqu’un d’autre. Écrivez vous-même la commande.",
	OldButton:    "Ce bouton n’est plus valable. Écrivez de nouveau la commande.",
	OldForm:      "Ce formulaire n’est plus valable : rien n’a été enregistré. Voici ce que vous aviez écrit.",
	FileLost:     "Le fichier n’a pas pu être joint : donnez-moi le droit « Joindre des fichiers » dans ce salon, et recommencez.",
	FileLarge:    "Ce fichier est trop gros : 1 Mo au plus. Coupez-le en plusieurs.",
	FileUnread:   "Le fichier n’a pas pu être lu. Réessayez dans un instant.",
	Retry:        "Le formulaire n’a pas pu s’ouvrir. Réessayez dans un instant.",

	GuidePosted:    "Le guide est posté et épinglé. Il se mettra à jour de lui-même.",
	GuideNotPinned: "Le guide est posté, mais je n’ai pas le droit de l’épingler : épinglez-le vous-même, ou donnez-moi le droit « Épingler des messages » et recommencez. Il se mettra à jour de lui-même dans les deux cas.",
	GuideRemoved:   "Le guide est retiré. /guide le remet.", GuideNone: "Il n’y a pas de guide ici. /guide en poste un.",
	GuideLost:    "Je n’arrive pas à préparer le guide en ce moment. Réessayez dans un instant.",
	GuideNotHere: "Je n’ai pas le droit d’écrire ici. Donnez-moi « Voir le salon » et « Envoyer des messages », ou écrivez /guide dans un autre salon.",
	GuideRange:   "{what} : {from} – {to}", GuideNothing: "Cette fiche n’existe plus. Choisissez-en une autre dans le guide.",
}
