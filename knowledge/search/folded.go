package search

import (
	"strings"

	"nonmerci/knowledge/text"
)

// A Folded doc is one that is ready to be compared: the words of its title and of its phrasings are found already. It is immutable.
type Folded struct {
	doc   Doc
	words string // of each wording, a space after each, and a line for each wording
}

// Fold makes a doc ready to be compared. Its answer is left out. each, which may be nil, is called with the folded words of each wording that has
// some: the title is wording 0, phrasing n-1 is wording n. It must not keep the list.
func Fold(d Doc, each func(wording int, words []string)) Folded {
	d.Answer = ""
	var out strings.Builder
	var buf []string
	for i := range 1 + len(d.Phrasings) {
		buf = text.AppendWords(buf[:0], text.Fold(d.Wording(i)))
		if each != nil && len(buf) > 0 {
			each(i, buf)
		}
		for _, w := range buf[:min(maxWordingWords, len(buf))] {
			out.WriteString(cutBytes(w, maxWordBytes))
			out.WriteByte(' ')
		}
		out.WriteByte('\n')
	}
	return Folded{d, strings.Clone(out.String())}
}

// Doc is the doc that was folded, without its answer.
func (f *Folded) Doc() Doc { return f.doc }

// Size is about how many bytes the words take beside the doc.
func (f *Folded) Size() int { return 16 + len(f.words) }

// Wording returns the title of a doc for 0, and its phrasing n-1 for n.
func (d *Doc) Wording(n int) string {
	if n == 0 {
		return d.Title
	}
	return d.Phrasings[n-1]
}
