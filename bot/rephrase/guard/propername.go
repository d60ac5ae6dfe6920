package guard

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nonmerci/knowledge/text"
)

// name says whether a word is a proper name: one of the entry's, or one that a capital shows, unless it is a place or the like.
func (a annotator) name(t *token) bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	if !unicode.IsUpper(r) {
		return false
	}
	if m, ok := a.lex.exact[t.form]; ok {
		switch {
		case courtesy(a.lex.lang, t.text, t.form) && !a.names[t.form]:
			return false
		case m.flags&proper != 0, a.lex.lang == "en" && t.form == "i", len(m.ops) > 0 && t.start:
			return false
		case a.names[t.form]:
			return true
		case t.start || a.lex.lang == "de":
			return false
		}
		return utf8.RuneCountInString(t.text) > 1
	}
	if a.names[t.form] {
		return true
	}
	if t.start || a.lex.lang == "de" {
		return inner(t.text)
	}
	if m, ok := a.lex.find(t.form); ok && m.flags&proper != 0 {
		return false
	}
	return true
}

// inner says whether a word has a capital inside, or is one of capitals: LinkedIn, CNIL.
func inner(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	return strings.ContainsFunc(s[size:], unicode.IsUpper)
}

// plainName is the form by which proper names are compared: a genitive s makes no difference in a translation, nor do accents.
func plainName(form string) string { return text.Fold(form) }
