package bot

var wordsItalian = Words{
	Useful: "Utile", NotUseful: "Non utile", Outdated: "Obsoleto",
	Missing: "Non vedo questa impostazione", Back: "Torna alla risposta",
	Show: "Mostra a tutti", Remove: "Elimina", Open: "Apri l’impostazione",

	ThanksUseful:    "Grazie, annotato.",
	ThanksNotUseful: "Grazie, annotato. Se vuole, ripeta la domanda con altre parole.",
	ThanksOutdated:  "Grazie: questa risposta sarà ricontrollata.",
	CausesTitle:     "Non vede questa impostazione? Di solito è per uno di questi motivi:",
	Causes: []string{
		"Il suo Paese: alcune impostazioni esistono solo in una regione, per esempio l’Unione europea.",
		"Un’app vecchia: la aggiorni, oppure usi il sito web.",
		"È già fatto: l’impostazione può essere disattivata, o non essere mai stata attiva per lei.",
		"Un account di lavoro o di scuola: in quel caso decide l’amministratore.",
		"Il menu è cambiato: cerchi «IA» o «privacy» nelle impostazioni.",
	},
	CausesEnd: "Se non è nulla di questo, prema «Obsoleto»: la risposta sarà controllata.",

	Busy:     "Lei è più veloce di me! Mi dia un momento, poi ripeta la domanda.",
	NotYours: "Questo pulsante è della risposta di un’altra persona. Mi faccia la sua domanda.",
	TooOld:   "Questo pulsante è troppo vecchio. Ripeta la domanda, per favore.",
	Removed:  "Risposta eliminata.",
	ShownBy:  "Mostrato su richiesta di {name}",
	CannotDM: "Non posso scrivere dove mi ha fatto la domanda. Ecco qui la risposta.",

	Privacy: "Quando fa una domanda non conservo nulla su di lei: né le sue parole, né il suo nome, né il suo identificativo. L’argomento dell’ultima domanda (non le sue parole) resta dieci minuti in memoria, perché «e per Instagram?» abbia un senso, poi sparisce. I pulsanti «utile», «non utile» e «obsoleto» aggiungono solo uno a un contatore. Tre eccezioni. Dove una comunità lo ha scelto, una domanda rimasta senza risposta si conserva per 90 giorni, senza dati personali e senza legame con lei. Se propone una scheda, il suo identificativo si conserva finché non le viene comunicata la decisione. Se è moderatore, accompagna ciò che ha scritto e fatto finché non lo cancella. Iscriversi agli avvisi salva soltanto un canale.",

	Original:       "Testo originale",
	Rephrased:      "Riformulato da un modello.",
	RephrasedOf:    "Riformulato da un modello; testo originale verificato il {date}.",
	Translated:     "Tradotto da un modello; testo originale: {language}.",
	TranslatedOf:   "Tradotto da un modello; testo originale ({language}) verificato il {date}.",
	PrivacyModel:   "Un modello linguistico può riformulare o tradurre le mie risposte. Riceve la scheda e la lingua voluta, mai il suo nome né il suo identificativo. La sua domanda, senza dati personali, gli viene trasmessa solo se lei lo permette e, in un server o un gruppo, se anche i suoi moderatori l’hanno permesso. Questa scelta resta solo in memoria: si dimentica al riavvio del programma.",
	QuestionKept:   "La sua scelta: la sua domanda non viene trasmessa al modello.",
	QuestionSent:   "La sua scelta: la sua domanda può essere trasmessa al modello.",
	OriginalsShown: "La sua scelta: sempre il testo originale. Il modello non riceve nulla per lei.",
	AllowQuestion:  "Permetti che la mia domanda vada al modello",
	ForbidQuestion: "Non trasmettere più la mia domanda al modello",
	AlwaysOriginal: "Mostrami sempre il testo originale",
	AllowRephrase:  "Accetta di nuovo le riformulazioni",

	AskCommand: "chiedi", AskDescription: "Come impedire che un servizio addestri la sua IA con i suoi dati",
	AskOption: "domanda", AskOptionDescription: "La sua domanda, con parole sue: «disattivare l’IA di LinkedIn»",
	PrivacyCommand: "privacy", PrivacyDescription: "Che cosa conservo su di lei",
	HelpCommand: "aiuto", HelpDescription: "Come farmi una domanda",
	AnswerThis: "Rispondi a questo messaggio",
	About:      "NonMerci le dice come impedire che un servizio addestri la sua IA con i suoi dati: passaggi, link all’impostazione, che cosa cambia, fonte e data dell’ultimo controllo. Scriva con parole sue. Le schede sono in francese e in inglese. Se chiede, non conservo nulla su di lei.",
	ShortAbout: "Come impedire che un servizio addestri la sua IA con i suoi dati. Passaggi, link, fonte, data.",

	CommunityNote: "Nota di questa comunità", CommunityEntry: "Scheda di questa comunità (ultima modifica: {date}).",
	CommunityVersion: "Adattata da questa comunità ({date})", CommunityOtherLang: "Questa comunità non ha ancora scritto questa scheda nella sua lingua.",

	InlineEmpty: "Scriva un servizio: «LinkedIn», «WhatsApp», «ChatGPT»…",
}
