package desk

import (
	"time"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// A GuidePage is what the pinned guide of a place shows. It is data: an adapter makes menus, selects or pages of it.
type GuidePage struct {
	Parts   []GuidePart // one for each language asked for, in that order
	Updated time.Time   // when something that readers see last changed; zero when it is not known
	Mark    string      // changes when, and only when, what is shown changes: see Store Guide.Shown
}

// A GuidePart is the guide in one language.
type GuidePart struct {
	Lang      string
	Title     string
	Intro     []bot.Block
	Services  []GuideGroup // by service, in alphabetical order, those of the community first
	Questions []GuideGroup // by question: how to refuse, which data…, then general questions
	Updated   string       // « Mis à jour le 27 novembre 2026… », to be shown under the rest
	// The words around the menus.
	ChooseService, ChooseQuestion, ChooseEntry, Back, More string
}

// A GuideGroup is one line of the first menu, and what opens under it.
type GuideGroup struct {
	Key   string // a-z, 0-9 and -, stable, at most 24 bytes, different from that of every other group of the part
	Label string // 100 characters at most
	Items []GuideItem
}

// A GuideItem is an entry to choose.
type GuideItem struct {
	Entry  knowledge.ID // as the store has it
	Reader string       // as (*bot.Bot).EntryIn takes it: « linkedin/opt-out », « local/wifi »
	Code   string       // for buttons, which are too short for some ids: see (*Desk).Resolve
	Label  string       // 100 characters at most
}
