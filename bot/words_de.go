package bot

var wordsGerman = Words{
	Useful: "Hilft", NotUseful: "Hilft nicht", Outdated: "Veraltet",
	Missing: "Ich sehe diese Einstellung nicht", Back: "Zurück zur Antwort",
	Show: "Allen zeigen", Remove: "Löschen", Open: "Einstellung öffnen",

	ThanksUseful:    "Danke, notiert.",
	ThanksNotUseful: "Danke, notiert. Fragen Sie gern noch einmal mit anderen Worten.",
	ThanksOutdated:  "Danke: Diese Antwort wird noch einmal geprüft.",
	CausesTitle:     "Sie sehen diese Einstellung nicht? Meist liegt es daran:",
	Causes: []string{
		"Ihr Land: Manche Einstellungen gibt es nur in einer Region, etwa in der Europäischen Union.",
		"Eine alte App-Version: Aktualisieren Sie die App, oder nutzen Sie die Website.",
		"Schon erledigt: Die Einstellung kann aus sein oder war bei Ihnen nie eingeschaltet.",
		"Ein Konto der Arbeit oder Schule: Dann entscheidet der Administrator.",
		"Das Menü ist umgezogen: Suchen Sie in den Einstellungen nach „KI“ oder „Datenschutz“.",
	},
	CausesEnd: "Passt nichts davon, drücken Sie „Veraltet“: Die Antwort wird dann geprüft.",

	Busy:     "Sie sind schneller als ich! Geben Sie mir einen Augenblick und fragen Sie dann noch einmal.",
	NotYours: "Dieser Knopf gehört zu einer fremden Antwort. Stellen Sie mir Ihre eigene Frage.",
	TooOld:   "Dieser Knopf ist zu alt. Bitte stellen Sie Ihre Frage noch einmal.",
	Removed:  "Antwort gelöscht.",
	ShownBy:  "Gezeigt auf Wunsch von {name}",
	CannotDM: "Ich darf dort nicht schreiben, wo Sie gefragt haben. Hier ist meine Antwort.",

	Privacy: "Wenn Sie etwas fragen, speichere ich nichts über Sie: weder Ihre Worte noch Ihren Namen noch Ihre Kennung. Das Thema der letzten Frage (nicht Ihre Worte) bleibt zehn Minuten im Arbeitsspeicher, damit „und bei Instagram?“ einen Sinn hat, und ist dann weg. Die Knöpfe „hilft“, „hilft nicht“ und „veraltet“ zählen nur einen Zähler hoch. Drei Ausnahmen: Wo eine Community es so gewählt hat, wird eine unbeantwortete Frage 90 Tage aufbewahrt, ohne personenbezogene Daten und ohne Bezug zu Ihnen. Wenn Sie einen Eintrag vorschlagen, wird Ihre Kennung aufbewahrt, bis Ihnen die Entscheidung mitgeteilt wurde. Wenn Sie moderieren, steht sie bei dem, was Sie geschrieben und getan haben, bis Sie sie löschen. Wer Hinweise abonniert, speichert damit nur einen Kanal.",

	Original:       "Originaltext",
	Rephrased:      "Von einem Modell umformuliert.",
	RephrasedOf:    "Von einem Modell umformuliert; Originaltext geprüft am {date}.",
	Translated:     "Von einem Modell übersetzt; Originaltext: {language}.",
	TranslatedOf:   "Von einem Modell übersetzt; Originaltext ({language}) geprüft am {date}.",
	PrivacyModel:   "Ein Sprachmodell kann meine Antworten umformulieren oder übersetzen. Es bekommt den Eintrag und die gewünschte Sprache, nie Ihren Namen und nie Ihre Kennung. Ihre Frage, ohne persönliche Daten, bekommt es nur, wenn Sie es erlauben und, auf einem Server oder in einer Gruppe, auch die Moderatoren es erlaubt haben. Diese Wahl bleibt nur im Arbeitsspeicher und ist nach einem Neustart des Programms vergessen.",
	QuestionKept:   "Ihre Wahl: Ihre Frage bekommt das Modell nicht.",
	QuestionSent:   "Ihre Wahl: Ihre Frage darf das Modell bekommen.",
	OriginalsShown: "Ihre Wahl: immer der Originaltext. Das Modell bekommt für Sie nichts.",
	AllowQuestion:  "Das Modell darf meine Frage bekommen",
	ForbidQuestion: "Das Modell soll meine Frage nicht mehr bekommen",
	AlwaysOriginal: "Mir immer den Originaltext zeigen",
	AllowRephrase:  "Umformulierte Antworten wieder zulassen",

	AskCommand: "fragen", AskDescription: "Wie man ablehnt, dass ein Dienst seine KI mit den eigenen Daten trainiert",
	AskOption: "frage", AskOptionDescription: "Ihre Frage in eigenen Worten: „LinkedIn KI ausschalten“",
	PrivacyCommand: "datenschutz", PrivacyDescription: "Was ich über Sie speichere",
	HelpCommand: "hilfe", HelpDescription: "Wie man mich etwas fragt",
	AnswerThis: "Auf diese Nachricht antworten",
	About:      "NonMerci sagt Ihnen, wie Sie ablehnen, dass ein Dienst seine KI mit Ihren Daten trainiert: Schritte, Link zur Einstellung, Folgen, Quelle und Tag der letzten Prüfung. Fragen Sie in eigenen Worten. Die Einträge sind auf Französisch und Englisch. Wenn Sie fragen, speichere ich nichts über Sie.",
	ShortAbout: "Wie man ablehnt, dass ein Dienst seine KI mit den eigenen Daten trainiert.",

	CommunityNote: "Hinweis dieser Community", CommunityEntry: "Eintrag dieser Community, zuletzt geändert am {date}.",
	CommunityVersion: "Von dieser Community angepasst am {date}", CommunityOtherLang: "Diese Community hat diesen Eintrag noch nicht in Ihrer Sprache geschrieben.",

	InlineEmpty: "Tippen Sie einen Dienst: „LinkedIn“, „WhatsApp“, „ChatGPT“…",
}
