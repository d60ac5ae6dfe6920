package rephrase

import "strings"

// A Class is a kind of failure. Its text is a word for logs and metrics.
type Class string

// The classes. Of the first group the model was not asked; of the second it could not be asked, or its server refused; of the third it
// answered, and the answer cannot be used.
const (
	Unfit  Class = "unfit"   // the answer cannot be given to a model: too long, a language that cannot be compared, a line of several lines
	Budget Class = "budget"  // the tokens of the day are spent, or it is not known how many were
	Busy   Class = "busy"    // as many calls as are allowed are under way
	Open   Class = "breaker" // it failed several times in a row, and is left alone for a while
	Pause  Class = "pause"   // the server asked to be left alone for a while
	Late   Class = "late"    // who asked has waited long enough; the call may still be under way
	Closed Class = "closed"  // the program ends

	Unreachable Class = "unreachable" // no connection
	Slow        Class = "slow"        // the server said nothing for too long, or took too long in all
	Key         Class = "key"         // the key is missing or wrong
	Missing     Class = "missing"     // no such model, or no such address
	Limited     Class = "rate limit"  // too many requests
	Loading     Class = "unavailable" // the server is not ready, or overloaded
	Fault       Class = "fault"       // an error of the server
	Rejected    Class = "rejected"    // the server does not accept the request: a field, or an answer longer than its context
	Redirected  Class = "redirect"    // the server sent elsewhere, and nothing was sent there

	Garbled Class = "garbled" // not what such a server sends: HTML, compressed, not JSON, no choice, an error inside an answer
	Cut     Class = "cut"     // the answer has no proper end
	Denied  Class = "denied"  // the model, or a filter of the server, refused
	Tool    Class = "tool"    // the model called a tool that it was not given
	Huge    Class = "huge"    // more than any answer can need
	Format  Class = "format"  // numbers missing, repeated or out of order, text outside the lines, characters that no line has
	Refused Class = "refused" // the words do not say what the answer says
	Same    Class = "same"    // the words are those of the answer
	Broken  Class = "broken"  // a fault of this program
)

// remedies say what an operator can do, by class. A class without one needs nothing done.
var remedies = map[Class]string{
	Budget:      "raise NONMERCI_LLM_DAILY_TOKENS or NONMERCI_LLM_COMMUNITY_DAILY_TOKENS, or wait for tomorrow (UTC)",
	Open:        "it is asked again by itself; « nonmerci doctor » says what is wrong",
	Unreachable: "check NONMERCI_LLM_BASE_URL, and that the server runs",
	Slow:        "take a smaller model, or a faster server",
	Key:         "check NONMERCI_LLM_API_KEY",
	Missing:     "check NONMERCI_LLM_MODEL, and that NONMERCI_LLM_BASE_URL ends as the server wants it, most often with /v1",
	Limited:     "lower NONMERCI_LLM_DAILY_TOKENS, or ask the provider for more",
	Loading:     "wait until the server has loaded the model, or has fewer to answer",
	Fault:       "look at the server's own log",
	Rejected:    "check NONMERCI_LLM_PROFILE, and give the server a context of 8,192 tokens or more",
	Redirected:  "write the address that the server sends to into NONMERCI_LLM_BASE_URL, if it can be trusted",
	Garbled:     "check NONMERCI_LLM_BASE_URL: it must be the address of an OpenAI-compatible server, with nothing that rewrites answers before it",
	Cut:         "give the server a context of 8,192 tokens or more, and look at its log",
	Format:      "take a model that follows instructions better, and that does not think aloud",
	Broken:      "report it",
}

// A Failure is why there are no words. It holds nothing of what was sent or received. errors.Is finds it by its Class.
type Failure struct{ Class Class }

// ErrBudget is the Failure of a budget that is spent.
var ErrBudget error = &Failure{Budget}

// Error is one line with the remedy.
func (f *Failure) Error() string {
	s := "no words from the model: " + string(f.Class)
	if r := remedies[f.Class]; r != "" {
		s += "; " + r
	}
	return strings.ReplaceAll(s, "\n", " ")
}

// Is says whether target is a Failure of the same class.
func (f *Failure) Is(target error) bool {
	t, ok := target.(*Failure) //nolint:errorlint // errors.Is unwraps
	return ok && t.Class == f.Class
}

func fail(c Class) error { return &Failure{c} }
