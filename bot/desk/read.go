package desk

import (
	"fmt"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/text"
)

// named reads a word of a list in any language, or the value itself; what is in no list comes back as it was typed, to be refused.
func named[K ~string](typed string, in func(w *words) map[K]string) K {
	typed = oneLine(typed)
	for _, w := range allWords {
		for k, name := range in(w) {
			if text.Fold(typed) == text.Fold(name) || typed == string(k) {
				return k
			}
		}
	}
	return K(typed)
}

// commaList reads « eu, ch »; nil for nothing.
func commaList(s string) []string {
	var out []string
	for p := range strings.SplitSeq(s, ",") {
		if p = strings.ToLower(oneLine(p)); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// spaced reads ids between commas or spaces, as they are written.
func spaced(s string) []string {
	out := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == ';' })
	if len(out) == 0 {
		return nil
	}
	return out
}

// dayField writes a day as readDay reads it.
func (w *words) dayField(d knowledge.Date) string {
	if d.IsZero() || w.Code != "fr" {
		return d.String()
	}
	return d.Time().Format("02/01/2006")
}

// readDay reads 2026-11-27 or 27/11/2026.
func readDay(s string) (knowledge.Date, error) {
	s = strings.TrimSpace(s)
	if p := strings.Split(s, "/"); len(p) == 3 && len(p[2]) == 4 {
		s = fmt.Sprintf("%s-%02s-%02s", p[2], p[1], p[0])
	}
	return knowledge.ParseDate(s)
}
