package rephrase

import (
	"cmp"
	"strconv"
	"strings"

	"nonmerci/bot/rephrase/guard"
	"nonmerci/knowledge/text"
)

// maxComplaints is how many reasons are told of a line: more say no more.
const maxComplaints = 4

// complaint is what the model is told of the lines that did not pass.
func (c *comparer) complaint() string {
	var b strings.Builder
	b.WriteString("These lines do not say exactly what their own lines say. Write them once more, and only them, as \"[1] text\" with their numbers. Keep to the words and " +
		"the order of the line, change less")
	if c.w.From != c.w.To {
		b.WriteString(", translate word by word")
	}
	b.WriteString(".\n")
	for _, l := range c.refused {
		b.WriteString("[" + strconv.Itoa(l.n) + "] ")
		said := map[string]bool{}
		for _, r := range l.why {
			if s := against(r); len(said) < maxComplaints && !said[s] {
				if len(said) > 0 {
					b.WriteString("; ")
				}
				b.WriteString(s)
				said[s] = true
			}
		}
		if len(said) == 0 {
			b.WriteString("is not put as asked for")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// spelt are the guard's names of what turns a sentence, as anybody writes them.
var spelt = map[string]string{
	"evenif": "even if", "atleast": "at least", "atmost": "at most", "tocheck": "to be checked", "reported": "it is said", "memory": "from memory",
	"according": "according to", "nomore": "no longer", "anything": "nothing", "anyone": "nobody", "forbid": "must not", "nor": "neither … nor",
	"future": "a verb in the future", "past": "a verb in the past", "ever": "never",
}

// against is what stands against a line, in words for a model. What it quotes is of the line or the model's own.
func against(r guard.Reason) string {
	found := quote(r.Found)
	switch r.Rule {
	case guard.Added:
		return found + " is not said in the line"
	case guard.Dropped, guard.Step:
		return found + " is missing"
	case guard.Order:
		return found + ": keep the order of the line"
	case guard.Question, guard.Heading:
		return found + ": say it as the line does, as a statement"
	case guard.Language:
		return "it is not in the language asked for"
	case guard.Negation, guard.Modality, guard.Condition, guard.Scope, guard.Time, guard.Attribution:
		if s, ok := turned(r.Found); ok {
			return s
		}
	case guard.Markup:
		return found + ": no markup that the line has not, and a word at its beginning, not a number or a sign"
	case guard.Hidden, guard.Mention, guard.Length, guard.Truncated:
		return "nothing longer than the line, nothing cut, no signs that are not in it"
	}
	return found + " is not as in the line"
}

// turned tells of a word that turns a sentence: the guard names it, whether it is missing or was moved, and where.
func turned(found string) (string, bool) {
	operator, where, ok := strings.Cut(found, ": ")
	if !ok || strings.Contains(operator, " ") {
		return "", false
	}
	what := "“" + cmp.Or(spelt[operator], operator) + "” was added"
	if rest, missing := strings.CutPrefix(where, "missing: "); missing {
		what, where = strings.Replace(what, "was added", "is missing", 1), rest
	} else if rest, moved := strings.CutPrefix(where, "moved: "); moved {
		what, where = strings.Replace(what, "was added", "was moved", 1), rest
	}
	return what + ": " + quote(where), true
}

// quote is a piece of a line in quotation marks, cut where it is long.
func quote(s string) string {
	return "“" + text.Truncate(strings.Join(strings.Fields(s), " "), 60) + "”"
}
