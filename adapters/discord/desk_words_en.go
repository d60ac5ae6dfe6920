package discord

var deskEnglish = deskWords{
	KB: "The entries of this server: find, correct, publish", KBHome: "What waits, and everything else",
	KBSearch: "Find an entry", KBEntry: "The name of an entry, or some words", KBNew: "Write a new entry",
	KBGaps: "The questions that were left without an answer", KBStale: "The entries to check", KBDigest: "The summary of the week",
	KBImport: "Import an exported file: nothing changes before you agree", KBFile: "CSV, JSON, or the Markdown of one service; 1 MB at most",
	Test: "Test a question: what a member would read here, and why", TestQuestion: "The question, as a member would type it",
	Suggest: "Propose an entry or a correction to the moderators", SuggestEntry: "The entry to correct; leave it out to propose a new one",
	Guide: "Post the guide here and pin it", GuideLanguages: "The languages of the guide", GuideRemove: "Take the guide away",
	Promote: promoteMenu,

	OnlyInServer: "This works only in a server that I was added to. Add me to the server, and try again there.",
	OthersButton: "This button is for somebody else. Use the command yourself.",
	OldButton:    "This button is no longer good. Use the command again.",
	OldForm:      "This form is no longer good: nothing was saved. Here is what you had written.",
	FileLost:     "The file could not be attached: give me the permission “Attach Files” in this channel, and try again.",
	FileLarge:    "This file is too large: 1 MB at most. Cut it into several.",
	FileUnread:   "The file could not be read. Try again in a while.",
	Retry:        "The form could not be opened. Try again in a while.",

	GuidePosted:    "The guide is posted and pinned. It keeps itself up to date.",
	GuideNotPinned: "The guide is posted, but I may not pin it: pin it yourself, or give me the permission “Pin Messages” and try again. It keeps itself up to date either way.",
	GuideRemoved:   "The guide is gone. /guide brings it back.", GuideNone: "There is no guide here. /guide posts one.",
	GuideLost:    "I cannot prepare the guide at the moment. Try again in a while.",
	GuideNotHere: "I may not write here. Give me “View Channel” and “Send Messages”, or use /guide in another channel.",
	GuideRange:   "{what}: {from} – {to}", GuideNothing: "This entry is gone. Choose another one in the guide.",
}
