package bot

import (
	"context"

	"nonmerci/knowledge"
)

// A Rewriter puts an answer into other words: closer to the question, or in the language of who asked. It is never asked what to answer,
// only how to say it, and whatever it returns has been compared with the answer before. bot/rephrase implements it.
type Rewriter interface {
	// Rewrite returns the words of an answer again, or an error when there are none that may be shown; the error is for the operator, holds
	// nothing of the question, and the answer stands as it was. It returns soon after ctx ends. It is safe for concurrent use.
	Rewrite(ctx context.Context, w Rewriting) (Rewritten, error)
}

// A Rewriting is an answer to put into other words.
type Rewriting struct {
	Entry     knowledge.ID
	Revision  int
	Community knowledge.CommunityID // whose words they are when they are not those of the shared base; else knowledge.SharedBase
	Payer     knowledge.CommunityID // whose budget it is on; knowledge.SharedBase outside communities
	From, To  string                // the language the answer is written in, and the one that is wanted; often the same
	Question  string                // what was asked, without personal data; "" when it may not be given away
	Device    string                // whose steps are among the lines; "" for all
	Lines     []Line
}

// A LineKind is what a line of an answer is.
type LineKind int

// The kinds of line.
const (
	LineShort  LineKind = iota // the answer in a sentence or two
	LineStep                   // one step, in its order, under its device
	LineChange                 // what it changes
	LineKeep                   // what it does not change
	LineNote                   // worth knowing
	LineLink                   // the words of a link, without its address; only in a translation
)

// A Line is one sentence or item of an answer, as inline Markdown.
type Line struct {
	Kind   LineKind
	Device knowledge.Device // of a step
	Text   string
}

// Rewritten are the words that came back, compared and found to say the same.
type Rewritten struct {
	Opening string   // a sentence before the answer that says nothing of its own; often ""
	Lines   []string // one for each line given, in their order
}
