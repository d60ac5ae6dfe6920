package words

import (
	"strings"
)

// Kind says what should become of a question.
type Kind string

// The kinds of question, one for each form of a section heading.
const (
	Ours     Kind = "ours"     // a subject and an intent; either may be missing
	No       Kind = "no"       // not ours: a near-miss, another topic, noise
	Hello    Kind = "hello"    // small talk addressed to the bot
	Distress Kind = "distress" // a person in danger
)

// General is the pseudo-subject of general questions, those that name no service.
const General = "rights"

// A Question is one line of the collection, with the label of its section.
type Question struct {
	Text    string
	Context []string // earlier turns, oldest first; empty unless the line is a follow-up
	Kind    Kind
	Subject string   // slug, General, or "" when the service is missing (Kind Ours only)
	Intents []string // accepted, best first; empty when the question is missing (Kind Ours only)
	About   string   // topic of a No, sort of a Hello
	Lang    string   // the folder: fr, en, de, es, it, pt, nl or mixed
	Author  string   // the file, without extension
	File    string   // slash-separated, relative to the collection
	Line    int      // from 1
}

// Label returns the text of the section heading that q stands under.
func (q Question) Label() string {
	blank := func(s string) string {
		if s == "" {
			return "?"
		}
		return s
	}
	switch q.Kind {
	case Distress:
		return "distress"
	case No, Hello:
		return string(q.Kind) + " " + q.About
	}
	return blank(q.Subject) + " " + blank(strings.Join(q.Intents, "|"))
}
