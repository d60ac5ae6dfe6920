package bot

var wordsEnglish = Words{
	Useful: "Useful", NotUseful: "Not useful", Outdated: "Out of date",
	Missing: "I do not see this setting", Back: "Back to the answer",
	Show: "Show to everyone", Remove: "Delete", Open: "Open the setting",

	ThanksUseful:    "Thank you, noted.",
	ThanksNotUseful: "Thank you, noted. Feel free to ask again in other words.",
	ThanksOutdated:  "Thank you: this answer will be checked again.",
	CausesTitle:     "You do not see this setting? The usual reasons:",
	Causes: []string{
		"Your country: some settings exist in one region only, such as the European Union.",
		"An old version of the app: update it, or use the website.",
		"It is already done: the setting may be off, or never have been on for you.",
		"A work or school account: the administrator decides then.",
		"The menu has moved: search the settings for “AI” or “privacy”.",
	},
	CausesEnd: "If none of these fits, press “Out of date”: the answer will be checked.",

	Busy:     "You are faster than I am! Give me a moment, then ask again.",
	NotYours: "This button belongs to somebody else’s answer. Ask me your own question and it will be yours.",
	TooOld:   "This button is too old. Please ask your question again.",
	Removed:  "Answer deleted.",
	ShownBy:  "Shown at the request of {name}",
	CannotDM: "I may not write where you asked me. Here is my answer instead.",

	Privacy: "I keep nothing about you when you ask a question: not your words, not your name, not your id. The topic of the last one (not your words) stays in memory for ten minutes, so that “and Instagram?” makes sense, and is then gone. The buttons “useful”, “not useful” and “out of date” only add one to a counter. Three exceptions. Where a community chose so, a question that nobody could answer is kept for 90 days, without personal data and without a link to you. If you suggest an entry, your id is kept until you have been told the decision. If you are a moderator, it stays with what you wrote and did until you erase it. Subscribing to alerts stores a channel and nobody’s name.",

	Original:       "Original text",
	Rephrased:      "Rephrased by a model.",
	RephrasedOf:    "Rephrased by a model; original text checked on {date}.",
	Translated:     "Translated by a model; original text: {language}.",
	TranslatedOf:   "Translated by a model; original text ({language}) checked on {date}.",
	PrivacyModel:   "A language model may rephrase or translate my answers. It gets the entry and the language wanted, never your name nor your identifier. Your question, without personal data, is given to it only if you allow it and, in a server or group, if its moderators have allowed it too. This choice is kept in memory alone: it is forgotten when the program restarts.",
	QuestionKept:   "Your choice: your question is not given to the model.",
	QuestionSent:   "Your choice: your question may be given to the model.",
	OriginalsShown: "Your choice: always the original text. The model gets nothing for you.",
	AllowQuestion:  "Allow my question to be given to the model",
	ForbidQuestion: "No longer give my question to the model",
	AlwaysOriginal: "Always show me the original text",
	AllowRephrase:  "Accept rephrased answers again",

	AskCommand: "ask", AskDescription: "How to refuse that a service trains its AI on your data",
	AskOption: "question", AskOptionDescription: "Your question in your own words: “turn off LinkedIn AI”",
	PrivacyCommand: "privacy", PrivacyDescription: "What I keep about you",
	HelpCommand: "help", HelpDescription: "How to ask me something",
	AnswerThis: "Answer this message",
	About:      "NonMerci tells you how to refuse that a service trains its AI on your data: the exact steps, the link to the setting, what it changes, the source and the day of the last check. Ask in your own words, for example “how do I turn off LinkedIn AI?”. By default I keep nothing about you.",
	ShortAbout: "How to refuse that a service trains its AI on your data. Steps, link, source, date.",

	CommunityNote: "A note from this community", CommunityEntry: "This community’s own entry, edited on {date}.",
	CommunityVersion: "Adapted by this community on {date}", CommunityOtherLang: "This community has not written this entry in your language yet.",

	InlineEmpty: "Type a service: “LinkedIn”, “WhatsApp”, “ChatGPT”…",
}
