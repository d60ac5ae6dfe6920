package desk

import (
	"strings"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// entryDiff are the changes between two entries that a person made: not the number of the revision, nor who wrote it.
func entryDiff(a, b *knowledge.Entry) []knowledge.Change {
	var out []knowledge.Change
	for _, c := range knowledge.Diff(a, b) {
		if c.Field != "revision" && c.Field != "author" {
			out = append(out, c)
		}
	}
	return out
}

// contentDiff are the changes between two revisions.
func contentDiff(a, b knowledge.Content) []knowledge.Change {
	var out []knowledge.Change
	if a.Hidden != b.Hidden {
		c := knowledge.Change{Field: "hidden", Old: "no", New: "yes"}
		if a.Hidden {
			c.Old, c.New = c.New, c.Old
		}
		out = append(out, c)
	}
	for _, lang := range unionKeys(a.Note, b.Note) {
		if a.Note[lang] != b.Note[lang] {
			out = append(out, knowledge.Change{Field: lang + ".note", Old: a.Note[lang], New: b.Note[lang]})
		}
	}
	for _, lang := range unionKeys(a.Phrases, b.Phrases) {
		if old, now := joinLines(a.Phrases[lang]), joinLines(b.Phrases[lang]); old != now {
			out = append(out, knowledge.Change{Field: lang + ".phrases", Old: old, New: now})
		}
	}
	if a.Subject != nil || b.Subject != nil {
		return append(out, knowledge.DiffSubject(a.Subject, b.Subject)...)
	}
	return append(out, entryDiff(a.Entry, b.Entry)...)
}

func unionKeys[V any](a, b map[string]V) []string {
	all := map[string]bool{}
	for k := range a {
		all[k] = true
	}
	for k := range b {
		all[k] = true
	}
	return sortedKeys(all)
}

// diffBlocks say in words what changed between two revisions, field by field.
func (t *turn) diffBlocks(a, b knowledge.Content) []bot.Block {
	var out []bot.Block
	for _, c := range contentDiff(a, b) {
		out = append(out, heading(t.w.changeName(c.Field)))
		out = append(out, t.w.changeBlocks(c)...)
	}
	if len(out) == 0 {
		out = append(out, para(t.w.NoDifference))
	}
	return out
}

// changeBlocks is one change: before and after, or the lines that went and came.
func (w *words) changeBlocks(c knowledge.Change) []bot.Block {
	if c.Field == "hidden" {
		return []bot.Block{para(w.yesNo(c.New == "yes"))}
	}
	var out []string
	add := func(label, s string) {
		if s != "" {
			out = append(out, label+w.Colon+s)
		}
	}
	if !strings.Contains(c.Old+c.New, "\n") {
		add(w.BeforeWas, c.Old)
		add(w.AfterIs, c.New)
		return bullets(out...)
	}
	_, text, _ := strings.Cut(c.String(), "\n")
	for l := range strings.SplitSeq(text, "\n") {
		if s, ok := strings.CutPrefix(l, "  - "); ok {
			add(w.Removed, s)
		} else if s, ok := strings.CutPrefix(l, "  + "); ok {
			add(w.Added, s)
		}
	}
	return bullets(out...)
}

// changeName is the name of a field of a Change in words: « Titre (français) ».
func (w *words) changeName(field string) string {
	lang, part, ok := strings.Cut(field, ".")
	if !ok {
		return w.field(field)
	}
	if device, ok := strings.CutPrefix(part, "steps."); ok {
		part = device
	}
	return w.field(part) + " (" + w.langName(lang) + ")"
}
