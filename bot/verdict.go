package bot

import "nonmerci/knowledge/understand"

// Kind is what a reply does.
type Kind string

// The kinds of reply.
const (
	Answer    Kind = "answer"    // an entry
	Clarify   Kind = "clarify"   // asks which service, or which question
	Unknown   Kind = "unknown"   // says it does not know, and what it does cover
	Smalltalk Kind = "smalltalk" // greets, thanks, presents itself; cares for a person in distress
)

// Reason says, for each verdict, which rule made it; it is shown by --explain and picks the sentence of a reply.
type Reason string

// The reasons, grouped by kind.
const (
	ReasonEntry    Reason = "entry"    // answer: subject and intent have an entry
	ReasonNearest  Reason = "nearest"  // answer: the subject has no entry for the intent; its nearest one is given, and said so
	ReasonGeneral  Reason = "general"  // answer: a general question
	ReasonOwn      Reason = "own"      // answer: an entry of the community's own; clarify: which of them?
	ReasonWording  Reason = "wording"  // answer: a shared entry to which somebody added a wording that the model does not know
	ReasonService  Reason = "service"  // clarify: which service?
	ReasonFamily   Reason = "family"   // clarify: which service of the company?
	ReasonQuestion Reason = "question" // clarify: what about the service?
	ReasonBoth     Reason = "both"     // clarify: neither is known
	ReasonNotOurs  Reason = "not-ours" // unknown: another topic, or another setting of a service
	ReasonUnlisted Reason = "unlisted" // unknown: a service that is not covered
	ReasonHidden   Reason = "hidden"   // unknown: what answers it is hidden by the community, or gone
	ReasonEmpty    Reason = "empty"    // unknown: no words
	ReasonDistress Reason = "distress" // smalltalk: a person in danger
	ReasonHello    Reason = "hello"    // smalltalk: the sort is in Verdict.Class
)

// A Verdict is what was decided about a question, before any text is written.
type Verdict struct {
	Kind       Kind
	Reason     Reason
	Subject    string // slug, or "" (general questions have none here)
	Intent     string // intent, or the slug of a general question
	General    bool   // Intent is a general question
	Class      string // the class that won
	Device     string // any, web, ios, android, or ""
	Confidence float32
	Choices    []Slot // for clarify, best first, at most four
	Reading    *understand.Reading
	Followed   bool // the conversation filled a slot
}

// A Slot is a subject and an intent, either of which may be missing.
type Slot struct{ Subject, Intent string }
