package understand

import "nonmerci/knowledge/text"

// A Token is one word of a question after short spellings are written out and typos corrected.
type Token struct {
	Text     string // folded and corrected
	Typed    string // folded, as typed; the same as Text when nothing was corrected
	Stem     string
	Known    bool // the word occurs in the collection or the lexicon
	Mention  int  // index into Analysis.Mentions, or -1
	Concepts []uint8
}

// maxTokens bounds the work a question can cause: a question of 2,000 characters has fewer words unless it is noise.
const maxTokens = 400

// An Analysis is a question taken apart. It is made once and read by every model.
type Analysis struct {
	Folded   string
	Lang     string  // the most likely of Languages
	LangP    float32 // how likely, 0 to 1
	Tokens   []Token
	Mentions []Mention
	Unlisted string // the name of a service we do not cover, when one is named
	Question bool   // it has a question mark
	named    bool   // a subject is described rather than named
}

// Languages are those that questions are understood in, the first two fully.
var Languages = []string{"fr", "en", "de", "es", "it", "pt", "nl"}

// Analyze takes a question apart. lang, when it is one of Languages, is known to be the reader's; otherwise it is found out, and spoken,
// which may be empty, decides for a text too short to tell.
func (m *Model) Analyze(question, lang, spoken string) *Analysis {
	a := &Analysis{Folded: text.Fold(question)}
	words := text.Words(a.Folded)
	if len(words) > maxTokens {
		words = words[len(words)-maxTokens:]
	}
	for i := range len(question) {
		if question[i] == '?' {
			a.Question = true
		}
	}
	a.Lang, a.LangP = m.language(words, lang, spoken)
	a.Tokens = m.lex.tokens(words, a.Lang)
	m.lex.findMentions(a)
	m.lex.findConcepts(a)
	return a
}
