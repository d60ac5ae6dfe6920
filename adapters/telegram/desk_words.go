package telegram

import "strings"

// deskWords are what the adapter says around the desk, which has words of its own. Whoever moderates reads French or English. What stands in
// braces is filled in.
type deskWords struct {
	KB, Guide, Digest, Suggest, Test string // descriptions of commands, 100 characters at most

	// In a group.
	KBHere, FoundHere, PromoteHere, SuggestHere, DigestHere, PrivacyHere, TestHere string // one message with a link
	ForYou, ForOne, Open                                                           string
	OnlyModerators, Nameless, CannotTell, PromoteHow, TooLongToLook                string

	// Links, and commands in private.
	OthersLink, OldLink, FromGroup, Closed, Close string

	// Forms.
	Step, Now, Empty, Write, WriteLong, AtMost, Required       string
	Keep, Skip, Clear, Back, Rest, Next, Redo, Abandon         string
	Received, TooLong, GivenBack, MuchTooLong, TextOnly, Stale string
	InTheMiddle, Stay, Leave                                   string
	Abandoned, Resume, OtherKept                               string
	Interrupted, Stopping, Reopen, SoFar                       string

	// Files and the guide.
	FileTooLarge, FileLost, FileLarge, FileUnread                   string
	GuidePosted, GuideNotPinned, GuideRemoved, GuideNone, GuideLost string
	GuideMoved, GuideByLetter, GuideNothing, GuideChoose            string
}

func deskWordsIn(lang string) *deskWords {
	if speech(lang) == "fr" {
		return &deskFrench
	}
	return &deskEnglish
}

// with fills blanks: with("{n} of {of}", "n", "2", "of", "5").
func with(s string, blanks ...string) string {
	for i := 0; i+1 < len(blanks); i += 2 {
		blanks[i] = "{" + blanks[i] + "}"
	}
	return strings.NewReplacer(blanks...).Replace(s)
}

// deskCommand is the command of the desk that a name stands for, "" for none. The base names are English; French ones are understood.
func deskCommand(name string) string {
	switch name {
	case "kb", "fiches":
		return "kb"
	case "suggest", "proposer":
		return "suggest"
	case "guide":
		return "guide"
	case "digest", "resume":
		return "digest"
	case "test", "tester":
		return "test"
	}
	return ""
}
