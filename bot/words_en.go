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

	Privacy: "I keep nothing about you. The topic of your last question (not your words) stays in memory for ten minutes, so that “and Instagram?” makes sense, and is then gone. No message, no name, no identifier is stored. The buttons “useful”, “not useful” and “out of date” only add one to a counter.",

	AskCommand: "ask", AskDescription: "How to refuse that a service trains its AI on your data",
	AskOption: "question", AskOptionDescription: "Your question in your own words: “turn off LinkedIn AI”",
	PrivacyCommand: "privacy", PrivacyDescription: "What I keep about you",
	HelpCommand: "help", HelpDescription: "How to ask me something",
	AnswerThis: "Answer this message",
	About:      "NonMerci tells you how to refuse that a service trains its AI on your data: the exact steps, the link to the setting, what it changes, the source and the day of the last check. Ask in your own words, for example “how do I turn off LinkedIn AI?”. I keep nothing about you.",
	ShortAbout: "How to refuse that a service trains its AI on your data. Steps, link, source, date.",

	CommunityNote: "A note from this community", CommunityEntry: "This community’s own entry, edited on {date}.",
	CommunityVersion: "Adapted by this community on {date}", CommunityOtherLang: "This community has not written this entry in your language yet.",

	InlineEmpty: "Type a service: “LinkedIn”, “WhatsApp”, “ChatGPT”…",
}
