package guard

import "nonmerci/knowledge/text"

// A Rule is what a reason appeals to.
type Rule string

// The rules.
const (
	Hidden      Rule = "hidden"      // characters that nobody sees, or that turn the writing around
	Markup      Rule = "markup"      // HTML, code, tables, pictures: what a platform may take for something else
	Mention     Rule = "mention"     // a name with @ before it, which rings at somebody
	Length      Rule = "length"      // too long, or nothing
	Truncated   Rule = "truncated"   // the end is missing
	Language    Rule = "language"    // another language than the one asked for
	Address     Rule = "address"     // a link, a host or an e-mail address lost, added or moved
	Label       Rule = "label"       // a name of the screen lost, added or moved
	Number      Rule = "number"      // a number lost, added or moved
	Date        Rule = "date"        // a date lost, added or moved
	Name        Rule = "name"        // a service, a person, a place that the entry does not name here, or one lost
	Negation    Rule = "negation"    // a « not » lost, added or moved
	Modality    Rule = "modality"    // « can », « must », « should » lost, added or exchanged
	Condition   Rule = "condition"   // « if », « unless », « even if » lost or added
	Scope       Rule = "scope"       // « all », « some », « only », « more than » lost, added or moved
	Time        Rule = "time"        // « already », « before », « since », « from now on » lost or added
	Attribution Rule = "attribution" // who says so, or how sure it is, lost or added
	Step        Rule = "step"        // a step is missing
	Order       Rule = "order"       // steps, or what belongs together, stand in another order
	Heading     Rule = "heading"     // under another heading: another device, or changed for unchanged
	Dropped     Rule = "dropped"     // something said in the entry is missing
	Added       Rule = "added"       // something that the entry does not say
	Question    Rule = "question"    // a statement made a question
	Quote       Rule = "quote"       // words in quotation marks that the entry does not quote
	Facts       Rule = "facts"       // a numbered fact missing, repeated or out of order (Assemble only)
)

// A Reason says which rule a candidate breaks, and where: Found is the word, the label or the sentence, at most 120 characters of it. It
// may hold words of the candidate, so that it is not to be logged.
type Reason struct {
	Rule  Rule   `json:"rule"`
	Found string `json:"found,omitempty"`
}

// A Verdict says whether a candidate may be shown. Reasons is empty when it passes, and never when it does not; it holds at most 20.
type Verdict struct {
	Pass    bool     `json:"pass"`
	Reasons []Reason `json:"reasons"`
}

const (
	maxReasons = 20
	maxFound   = 120
)

// reasons collects why a candidate is refused, each reason once.
type reasons struct{ list []Reason }

func (r *reasons) add(rule Rule, found string) {
	if len(r.list) >= maxReasons {
		return
	}
	n := Reason{rule, text.Truncate(found, maxFound)}
	for _, o := range r.list {
		if o == n {
			return
		}
	}
	r.list = append(r.list, n)
}

func (r *reasons) verdict() Verdict {
	if r.list == nil {
		return Verdict{Pass: true, Reasons: []Reason{}}
	}
	return Verdict{Reasons: r.list}
}
