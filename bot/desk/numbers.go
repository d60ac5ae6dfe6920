package desk

import (
	"strconv"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/text"
)

func itoa(n int) string { return strconv.Itoa(n) }

// num writes a number in an act, as short as it can be.
func num[N ~int | ~int64](n N) string { return strconv.FormatInt(int64(n), 36) }

// number reads what num wrote; 0 for anything else, which no revision, gap or suggestion has.
func number(s string) int64 {
	n, err := strconv.ParseInt(s, 36, 64)
	if err != nil || n < 0 || strings.HasPrefix(s, "+") {
		return 0
	}
	return n
}

// A stamp says what a form was filled upon: the latest revision of the entry, and the shared one beneath it.
type stamp struct{ expect, base int }

func (s stamp) String() string { return num(s.expect) + "-" + num(s.base) }

func parseStamp(s string) stamp {
	a, b, _ := strings.Cut(s, "-")
	return stamp{expect: int(number(a)), base: int(number(b))}
}

// maxSlug leaves room for « -99 » in the 24 bytes that the key of an own entry can have.
const maxSlug = 20

// slugOf is a title as an id: a few words, lower case, with dashes.
func slugOf(title string) string {
	out := ""
	for _, w := range text.Words(text.Fold(title)) {
		w = strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, w)
		if w == "" {
			continue
		}
		if out == "" {
			w = w[:min(len(w), maxSlug)]
		} else if len(out)+1+len(w) > maxSlug {
			break
		}
		if out != "" {
			out += "-"
		}
		out += w
	}
	if out == "" {
		return "fiche"
	}
	return out
}

// knownLang says whether texts are written in a language here.
func knownLang(lang string) bool {
	for _, l := range Languages {
		if l == lang {
			return true
		}
	}
	return false
}

// Languages are those that a community can write in, in the order that they are offered.
var Languages = []string{"fr", "en", "de", "es", "it", "pt", "nl"}

// statusOf is the status of an entry, "" for none.
func statusOf(e *knowledge.Entry) knowledge.Status {
	if e == nil {
		return ""
	}
	return e.Status
}
