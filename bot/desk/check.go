package desk

import (
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/check"
	"nonmerci/knowledge/typography"
	"nonmerci/knowledge/vet"
)

// A verdict is what is wrong with a text, in the caller's language.
type verdict struct {
	problems []string // it cannot be saved
	warnings []string // it can; a person should look twice
}

// french puts the spaces and apostrophes that French wants.
func french(lang string, t knowledge.Text) knowledge.Text {
	if lang != "fr" {
		return t
	}
	return typography.FrenchText(t)
}

// vetEntry checks an entry in the language that was typed, and how each platform would show it.
func (t *turn) vetEntry(e *knowledge.Entry, lang string) verdict {
	var out verdict
	found := vet.Entry(e, lang, t.d.opts.KnownHost)
	if !t.base { // a community has no sources but its links, and what it says of itself needs none
		found = slices.DeleteFunc(found, func(p vet.Problem) bool { return p.Code == vet.NoSource })
	}
	t.sort(&out, found)
	out.problems = append(out.problems, t.unfitFacts(e, lang)...)
	if len(out.problems) > 0 {
		return out
	}
	all, err := t.previews(e, lang)
	if err != nil { // it can be seen before it is published
		t.d.log.Error("an entry could not be previewed before it was saved", "error", err)
	}
	for _, p := range all {
		if p.Problem != "" {
			out.problems = append(out.problems, p.Platform+t.w.Colon+p.Problem)
		}
	}
	if t.base {
		out.warnings = append(out.warnings, t.checkBase(e)...)
	}
	return out
}

// checkBase is what the check of the base says of an entry among those of its subject. It keeps nobody from saving a draft: an entry is made ready
// part by part.
func (t *turn) checkBase(e *knowledge.Entry) []string {
	shared, subject := t.d.shared(), e.ID.Subject()
	b := knowledge.NewBase()
	for _, other := range shared.Of(subject) {
		b.Entries[other.ID] = other
	}
	b.Entries[e.ID] = e
	if s := shared.Subjects[subject]; s != nil {
		b.Subjects[subject] = s
	}
	var out []string
	for _, f := range check.Check(b, check.Options{Today: knowledge.DayOf(t.now), Only: e.ID}) {
		out = append(out, t.w.mistake(f.Problem, f.Remedy))
	}
	return out
}

// sort puts problems into words. In the shared base, whose entries go into files, what does not fit there is refused.
func (t *turn) sort(out *verdict, all []vet.Problem) {
	for _, p := range all {
		if p.Kind == vet.Refuse || t.base && (p.Code == vet.ShortShared || p.Code == vet.TitleCut) {
			out.problems = append(out.problems, p.Say(t.w.Code))
		} else {
			out.warnings = append(out.warnings, p.Say(t.w.Code))
		}
	}
}

// unfitFacts are the fields about no language that are wrong, and what of the text would not survive the files of the shared base.
func (t *turn) unfitFacts(e *knowledge.Entry, lang string) []string {
	var out []string
	for _, p := range e.Validate() {
		field, _, _ := strings.Cut(p.Field, ".")
		switch {
		case field == "ages" || field == "plans": // vet has said it
			continue
		case t.base && field == lang && strings.Contains(p.Problem, "HTML"):
			out = append(out, t.w.NoHTML)
			continue
		case t.w.Field[field] == "" || knownLang(field) || field == "title":
			continue
		}
		said := fill(t.w.FactUnfit, "field", t.w.field(field), "hint", t.w.hint(field))
		if !slices.Contains(out, said) {
			out = append(out, said)
		}
	}
	return out
}

// vetPhrases checks ways to ask, as they stand in an entry.
func (t *turn) vetPhrases(phrases []string, lang string) verdict {
	return t.vetPart(knowledge.Text{Phrases: phrases}, lang, "phrases")
}

// vetNote checks a note, which may hold marks and links.
func (t *turn) vetNote(note, lang string) verdict {
	if note == "" {
		return verdict{}
	}
	return t.vetPart(knowledge.Text{Notes: []string{note}}, lang, "notes")
}

// vetPart checks one part of a text, as if it stood in an entry.
func (t *turn) vetPart(text knowledge.Text, lang, part string) verdict {
	text.Title, text.Short = "x", "x"
	e := &knowledge.Entry{ID: "x", Kind: knowledge.Info, Status: knowledge.Published, Revision: 1, Text: map[string]knowledge.Text{lang: text}}
	var mine []vet.Problem
	for _, p := range vet.Entry(e, lang, t.d.opts.KnownHost) {
		if strings.HasPrefix(p.Field, lang+"."+part) {
			if part == "notes" {
				p.Field = t.w.field("note")
			}
			mine = append(mine, p)
		}
	}
	var out verdict
	t.sort(&out, mine)
	return out
}

// vetFree returns what refuses free text, which may have several lines: a suggestion, a reason, an alert.
func (t *turn) vetFree(key, s string) []string {
	var out verdict
	for l := range strings.SplitSeq(s, "\n") {
		t.sort(&out, vet.Line(t.w.field(key), strings.TrimSuffix(l, "\r"), 0))
	}
	return slices.Compact(out.problems)
}
