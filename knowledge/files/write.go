package files

import (
	"fmt"
	"slices"
	"strings"

	"nonmerci/knowledge"
)

// Path is where a subject is kept in a language.
func Path(lang, subject string) string { return lang + "/" + subject + ".md" }

// Write returns the files of a base, by path. Reading them back gives the same base; so does writing what was read from canonical
// files. Texts in a language that no file can hold are left out.
func Write(base *knowledge.Base) map[string][]byte {
	out := map[string][]byte{}
	for _, f := range Split(base) {
		out[f.Path] = Format(f)
	}
	return out
}

// Split returns a base as the files that hold it, in the order of their paths. A subject without entries in a language has no file.
func Split(base *knowledge.Base) []File {
	entries := map[string][]knowledge.Entry{}
	for _, e := range base.Entries {
		for lang := range e.Text {
			p := Path(lang, e.ID.Subject())
			entries[p] = append(entries[p], *e)
		}
	}
	var out []File
	for _, lang := range slices.Sorted(slices.Values(Languages)) {
		for _, slug := range base.Slugs() {
			f := File{Path: Path(lang, slug), Lang: lang, Subject: *base.Subjects[slug]}
			if f.Entries = entries[f.Path]; len(f.Entries) > 0 {
				out = append(out, f)
			}
		}
	}
	return out
}

// Format writes a file in the canonical form: sources and entries in their order, one line an item, one blank line between parts.
func Format(f File) []byte {
	var b strings.Builder
	b.WriteString("---\n")
	key(&b, "subject", f.Subject.Slug)
	key(&b, "lang", f.Lang)
	key(&b, "name", f.Subject.Name[f.Lang])
	key(&b, "owner", f.Subject.Owner)
	formatSources(&b, f.Subject.Sources[f.Lang])
	b.WriteString("---\n\n# " + f.Subject.Name[f.Lang] + "\n")
	entries := slices.Clone(f.Entries)
	slices.SortStableFunc(entries, func(a, b knowledge.Entry) int { return knowledge.CompareIDs(a.ID, b.ID) })
	for i := range entries {
		b.WriteByte('\n')
		formatEntry(&b, &entries[i], f.Lang)
	}
	return []byte(b.String())
}

// Canonical returns the canonical form of a file, or what is wrong with it.
func Canonical(name string, data []byte) ([]byte, Problems) {
	f, ps := ParseFile(name, data)
	if len(ps) > 0 {
		return nil, ps
	}
	return Format(f), nil
}

// FormatEntry returns one entry in one language as it stands in a file.
func FormatEntry(e *knowledge.Entry, lang string) string {
	var b strings.Builder
	formatEntry(&b, e, lang)
	return b.String()
}

func formatSources(b *strings.Builder, sources []knowledge.Source) {
	if len(sources) == 0 {
		return
	}
	b.WriteString("sources:\n")
	sources = slices.Clone(sources)
	slices.SortStableFunc(sources, func(a, b knowledge.Source) int { return knowledge.CompareSourceIDs(a.ID, b.ID) })
	for _, s := range sources {
		b.WriteString("  - id: " + scalar(s.ID) + "\n")
		for _, kv := range [][2]string{
			{"publisher", s.Publisher}, {"title", s.Title}, {"url", s.URL}, {"date", string(s.Date)}, {"basis", string(s.Basis)},
		} {
			if kv[1] != "" {
				b.WriteString("    ")
				key(b, kv[0], kv[1])
			}
		}
	}
}

func formatEntry(b *strings.Builder, e *knowledge.Entry, lang string) {
	t := e.Text[lang]
	b.WriteString("## " + t.Title + " {#" + e.ID.Intent() + "}\n\n")
	formatMeta(b, e)
	b.WriteString("\n" + t.Short + "\n")
	h := headings[lang]
	items(b, h[secPhrases], t.Phrases)
	if len(t.Steps) > 0 {
		b.WriteString("\n### " + h[secSteps] + "\n")
	}
	for _, d := range t.Steps {
		b.WriteString("\n#### " + deviceHeadings[lang][slices.Index(knowledge.Devices, d.Device)] + "\n\n")
		for i, s := range d.Steps {
			fmt.Fprintf(b, "%d. %s\n", i+1, s)
		}
	}
	links := make([]string, len(t.Links))
	for i, l := range t.Links {
		links[i] = fmt.Sprintf("[%s](%s %q)", l.Text, l.URL, string(l.Kind))
	}
	items(b, h[secLinks], links)
	items(b, h[secChanges], t.Changes)
	items(b, h[secKeeps], t.Keeps)
	items(b, h[secNotes], t.Notes)
}

func items(b *strings.Builder, heading string, all []string) {
	if len(all) == 0 {
		return
	}
	b.WriteString("\n### " + heading + "\n\n")
	for _, it := range all {
		b.WriteString("- " + it + "\n")
	}
}

func formatMeta(b *strings.Builder, e *knowledge.Entry) {
	b.WriteString("```yaml\n")
	flow(b, "also", e.Also)
	key(b, "kind", string(e.Kind))
	key(b, "difficulty", string(e.Difficulty))
	flow(b, "regions", e.Regions)
	flow(b, "plans", e.Plans)
	key(b, "ages", e.Ages)
	flow(b, "sources", e.Sources)
	day(b, "verified", e.Verified)
	day(b, "review", e.Review)
	if e.Status != knowledge.Published {
		key(b, "status", string(e.Status))
	}
	if e.Revision > 1 {
		fmt.Fprintf(b, "revision: %d\n", e.Revision)
	}
	key(b, "author", e.Author)
	b.WriteString("```\n")
}
