package discord

import "strings"

// deskWords are what the adapter says around the desk, which has words of its own. Whoever moderates reads French or English. What stands in
// braces is filled in.
type deskWords struct {
	// Descriptions of commands, subcommands and options, 100 characters at most; Promote is a name, of 32.
	KB, KBHome, KBSearch, KBEntry, KBNew, KBGaps, KBStale, KBDigest string
	KBImport, KBFile, Test, TestQuestion                            string
	Suggest, SuggestEntry, Guide, GuideLanguages, GuideRemove       string
	Promote                                                         string

	OnlyInServer                     string // a command of servers somewhere else
	OthersButton, OldButton, OldForm string
	Retry, FileLost                  string
	FileLarge, FileUnread            string // of a file that was attached

	GuidePosted, GuideNotPinned, GuideRemoved, GuideNone, GuideLost, GuideNotHere string
	GuideRange, GuideNothing                                                      string
}

func deskWordsIn(lang string) *deskWords {
	if deskLang(lang) == "fr" {
		return &deskFrench
	}
	return &deskEnglish
}

// deskLang is the language of the desk for a reader of another one.
func deskLang(lang string) string {
	if orDefault(lang) == "fr" {
		return "fr"
	}
	return "en"
}

// with fills blanks: with("{from} – {to}", "from", "A", "to", "F").
func with(s string, blanks ...string) string {
	for i := 0; i+1 < len(blanks); i += 2 {
		blanks[i] = "{" + blanks[i] + "}"
	}
	return strings.NewReplacer(blanks...).Replace(s)
}
