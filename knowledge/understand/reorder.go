package understand

import (
	"slices"
	"strings"
)

// Keywords have no order: « notion désactiver » is « désactiver notion ». A reading in doubt is compared with that of the other order.
const (
	maxKeywords = 4    // words beside the name
	doubtFrom   = 0.1  // the question is ours at least this likely: below, it is of something else either way
	doubtTo     = 0.95 // and at most this
)

// readEitherWay is Read for a question that stands alone: of few words with one name at an end, the order is taken in which it is likelier
// ours.
func (m *Model) readEitherWay(question string, c Context, lang string) *Reading {
	r := m.readAsTyped(question, c, lang)
	if r.Ours < doubtFrom || r.Ours > doubtTo {
		return r
	}
	if other := turned(r.Analysis); other != "" {
		if o := m.readAsTyped(other, c, r.Lang); o.Ours > r.Ours && o.Subject.Slug == r.Subject.Slug {
			return o
		}
	}
	return r
}

// turned is a question with the name that it begins or ends with at its other end, without the words that tied the name to it; "" for one
// that has no name or several, nothing beside it, or too many words.
func turned(a *Analysis) string {
	if len(a.Mentions) != 1 {
		return ""
	}
	before, name, after := a.Tokens[:a.Mentions[0].Start], a.Tokens[a.Mentions[0].Start:a.Mentions[0].End], a.Tokens[a.Mentions[0].End:]
	if len(before)+len(after) > maxKeywords || len(before) > 0 && len(after) > 0 {
		return ""
	}
	for len(before) > 0 && ties[before[len(before)-1].Typed] {
		before = before[:len(before)-1]
	}
	for len(name) > 1 && ties[name[0].Typed] { // a name that is told by the word before it: « de Notion »
		name = name[1:]
	}
	if len(before)+len(after) == 0 {
		return ""
	}
	var out []string
	for _, t := range slices.Concat(after, name, before) {
		out = append(out, t.Typed)
	}
	if a.Question {
		out = append(out, "?")
	}
	return strings.Join(out, " ")
}

// ties are the words that tie a name to what stands before it, in seven languages, folded.
var ties = wordSet(`de d du des sur chez a au dans pour avec par le la l les of on in for from with by the to von bei auf in mit fur vom im der die
	das del en con por el los da do no na com di su per il lo van voor met op het`)
