package desk

import (
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// exportedHead begins what is exported to be read.
const exportedHead = "# NonMerci\n"

// exportMarkdown writes an overlay for a person to read: one part for each entry, as it stands in the files of the shared base.
func (w *words) exportMarkdown(all []exported) string {
	var b strings.Builder
	b.WriteString(exportedHead)
	for _, e := range all {
		for _, part := range []struct {
			c     *knowledge.Content
			draft bool
		}{{e.Published, false}, {e.Draft, true}} {
			if part.c == nil {
				continue
			}
			b.WriteString("\n## " + string(e.ID))
			if part.draft {
				b.WriteString(" (" + w.MarkDraft + ")")
			}
			b.WriteString("\n\n")
			w.writeContent(&b, *part.c)
		}
	}
	return b.String()
}

func (w *words) writeContent(b *strings.Builder, c knowledge.Content) {
	if c.Hidden {
		b.WriteString(w.MarkHidden + "\n\n")
	}
	for _, lang := range sortedKeys(c.Note) {
		b.WriteString(fill(w.NoteIn, "lang", w.langName(lang)) + "\n\n" + c.Note[lang] + "\n\n")
	}
	for _, lang := range sortedKeys(c.Phrases) {
		b.WriteString(fill(w.PhrasesIn, "lang", w.langName(lang)) + "\n\n- " + strings.Join(c.Phrases[lang], "\n- ") + "\n\n")
	}
	if c.Entry == nil {
		return
	}
	for _, lang := range languages(c.Entry) {
		if lang == "fr" || lang == "en" {
			b.WriteString("### " + w.langName(lang) + "\n\n" + files.FormatEntry(c.Entry, lang) + "\n")
			continue
		}
		b.WriteString("### " + w.langName(lang) + "\n\n" + plainText(w.entryBlocks(c.Entry, lang)) + "\n")
	}
}
