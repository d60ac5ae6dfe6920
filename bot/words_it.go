package bot

var wordsItalian = Words{
	Useful: "Utile", NotUseful: "Non utile", Outdated: "Non è aggiornato",
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
	CausesEnd: "Se non è nulla di questo, prema «Non è aggiornato»: la risposta sarà controllata.",

	Busy:     "Lei è più veloce di me! Mi dia un momento, poi ripeta la domanda.",
	NotYours: "Questo pulsante è della risposta di un’altra persona. Mi faccia la sua domanda.",
	TooOld:   "Questo pulsante è troppo vecchio. Ripeta la domanda, per favore.",
	Removed:  "Risposta eliminata.",
	ShownBy:  "Mostrato su richiesta di {name}",
	CannotDM: "Non posso scrivere dove mi ha fatto la domanda. Ecco qui la risposta.",

	Privacy: "Non conservo nulla su di lei. L’argomento della sua ultima domanda (non le sue parole) resta dieci minuti in memoria, perché «e per Instagram?» abbia un senso, poi sparisce. Nessun messaggio, nome o identificativo viene salvato. I pulsanti «utile», «non utile» e «non è aggiornato» aggiungono solo uno a un contatore.",

	AskCommand: "chiedi", AskDescription: "Come impedire che un servizio addestri la sua IA con i suoi dati",
	AskOption: "domanda", AskOptionDescription: "La sua domanda, con parole sue: «disattivare l’IA di LinkedIn»",
	PrivacyCommand: "privacy", PrivacyDescription: "Che cosa conservo su di lei",
	HelpCommand: "aiuto", HelpDescription: "Come farmi una domanda",
	AnswerThis: "Rispondi a questo messaggio",
	About:      "NonMerci le dice come impedire che un servizio addestri la sua IA con i suoi dati: passaggi, link all’impostazione, che cosa cambia, fonte e data dell’ultimo controllo. Scriva con parole sue. Le schede sono in francese e in inglese. Non conservo nulla su di lei.",
	ShortAbout: "Come impedire che un servizio addestri la sua IA con i suoi dati. Passaggi, link, fonte, data.",

	CommunityNote: "Nota di questa comunità", CommunityEntry: "Scheda di questa comunità (ultima modifica: {date}).",
	CommunityVersion: "Adattata da questa comunità ({date})", CommunityOtherLang: "Questa comunità non ha ancora scritto questa scheda nella sua lingua.",

	InlineEmpty: "Scriva un servizio: «LinkedIn», «WhatsApp», «ChatGPT»…",
}
