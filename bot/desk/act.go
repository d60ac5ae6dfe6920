package desk

import (
	"errors"
	"strings"
)

// An Act is what a button does, or what a form is for once it was filled.
type Act struct {
	Verb   string            // one of the verbs of this package; of the shared base with « b- » before it
	Args   []string          // short texts of a-z, 0-9 and -; codes of entries, numbers, languages
	Fields map[string]string // what was typed, by the Key of each Field; nil for an act that no form submits
	File   *File             // what was handed in, of MaxImport bytes at most; nil for nothing
}

// MaxAct is how long an act is at most as text, in bytes. Telegram allows 64 for a button, with what seals it.
const MaxAct = 40

// ErrAct is returned for text that no act was written as.
var ErrAct = errors.New("not an act of ours")

// NewAct is an act without fields.
func NewAct(verb string, args ...string) Act { return Act{Verb: verb, Args: args} }

// String writes the act without its fields: the verb and its arguments, a-z, 0-9 and -, with _ between them. It fits a button, the id of a
// modal and the parameter of a deep link of Telegram.
func (a Act) String() string { return strings.Join(append([]string{a.Verb}, a.Args...), "_") }

// Parse reads what String wrote. Whether there is such a verb is not checked here: Do says it in words.
func Parse(s string) (Act, error) {
	if len(s) > MaxAct || s == "" || strings.ContainsFunc(s, func(r rune) bool { return !actRune(r) && r != '_' }) {
		return Act{}, ErrAct
	}
	part := strings.Split(s, "_")
	if part[0] == "" {
		return Act{}, ErrAct
	}
	a := Act{Verb: part[0]}
	if len(part) > 1 {
		a.Args = part[1:]
	}
	return a, nil
}

func actRune(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' }

// arg is an argument, "" when there is none.
func (a Act) arg(i int) string {
	if i < len(a.Args) {
		return a.Args[i]
	}
	return ""
}
