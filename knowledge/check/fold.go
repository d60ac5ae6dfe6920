package check

import (
	"slices"
	"strings"
	"unicode"

	"nonmerci/knowledge"
)

// Fold returns words as they are compared: in lower case, with one kind of space, apostrophe, quotation mark and dash, « … » as three
// points, and no space before the punctuation that French sets apart.
func Fold(s string) string {
	s = strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) }), " "))
	return folder.Replace(s)
}

var folder = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "“", `"`, "”", `"`, "« ", `"`, " »", `"`, "«", `"`, "»", `"`, "…", "...",
	"‑", "-", "–", "-", "—", "-", " ?", "?", " !", "!", " ;", ";", " :", ":")

// labels are the labels that a text marks, folded and sorted: the two languages name them in another order.
func labels(s string) []string {
	out := knowledge.Labels(s)
	for i, l := range out {
		out[i] = Fold(l)
	}
	slices.Sort(out)
	return out
}
