package understand

import "strings"

// A class of the intent models is one of:
//
//	an intent of a service ("opt-out"),
//	"rights/" and a general question ("rights/complaint"),
//	"bare": something of ours is named and nothing is asked of it,
//	"no/" and a topic that is not ours ("no/other-setting"),
//	"hello/" and a sort of small talk ("hello/thanks"),
//	"distress".
const (
	Bare     = "bare"
	Distress = "distress"

	generalPrefix = "rights/"
	noPrefix      = "no/"
	helloPrefix   = "hello/"
)

// NoSubject is the class of the subject model for a question that names none.
const NoSubject = "none"

// IsNo says whether a class means that the question is not ours.
func IsNo(class string) bool { return strings.HasPrefix(class, noPrefix) }

// IsHello says whether a class is small talk.
func IsHello(class string) bool { return strings.HasPrefix(class, helloPrefix) }

// General returns the slug of a general question, if the class is one.
func General(class string) (slug string, ok bool) { return strings.CutPrefix(class, generalPrefix) }

// IsIntent says whether a class is an intent of a service.
func IsIntent(class string) bool {
	return class != "" && class != Bare && class != Distress && !strings.Contains(class, "/")
}
