package files

import (
	"fmt"
	"slices"
	"strings"

	"nonmerci/knowledge"
)

// Write returns the files of a base, by path: <lang>/<subject>.md. Entries stand in the order of the taxonomy's intents unless order
// gives another; reading them back gives the same base.
func Write(base *knowledge.Base) map[string][]byte {
	out := map[string][]byte{}
	for _, slug := range base.Slugs() {
		s := base.Subjects[slug]
		for _, lang := range Languages {
			if s.Name[lang] == "" {
				continue
			}
			f := File{Path: lang + "/" + slug + ".md", Lang: lang, Subject: *s}
			for _, e := range base.Of(slug) {
				if _, ok := e.Text[lang]; ok {
					f.Entries = append(f.Entries, *e)
				}
			}
			slices.SortStableFunc(f.Entries, func(a, b knowledge.Entry) int {
				return a.Text[lang].Position.Line - b.Text[lang].Position.Line
			})
			out[f.Path] = Format(f)
		}
	}
	return out
}

// Format writes one file in the canonical form.
func Format(f File) []byte {
	var b strings.Builder
	b.WriteString("---\n")
	key(&b, "subject", f.Subject.Slug)
	key(&b, "lang", f.Lang)
	key(&b, "name", f.Subject.Name[f.Lang])
	key(&b, "owner", f.Subject.Owner)
	if src := f.Subject.Sources[f.Lang]; len(src) > 0 {
		b.WriteString("sources:\n")
		for _, s := range src {
			b.WriteString("  - id: " + scalar(s.ID) + "\n")
			for _, kv := range [][2]string{
				{"publisher", s.Publisher}, {"title", s.Title}, {"url", s.URL}, {"date", string(s.Date)}, {"basis", string(s.Basis)},
			} {
				if kv[1] != "" {
					b.WriteString("    ")
					key(&b, kv[0], kv[1])
				}
			}
		}
	}
	b.WriteString("---\n\n# " + f.Subject.Name[f.Lang] + "\n")
	for i := range f.Entries {
		formatEntry(&b, &f.Entries[i], f.Lang)
	}
	return []byte(b.String())
}

func key(b *strings.Builder, k, v string) {
	if v != "" {
		b.WriteString(k + ": " + scalar(v) + "\n")
	}
}

// bare are the characters of a value that needs no quotes.
func bare(v string) bool {
	if strings.HasPrefix(v, "https://") && !strings.ContainsAny(v, " #\"'{}[],\\") && !strings.HasSuffix(v, ":") && isGraphic(v) {
		return true
	}
	for _, r := range v {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./+", r)) {
			return false
		}
	}
	if v == "" {
		return false
	}
	switch v {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n", "~", "-":
		return false
	}
	return v[0] >= 'a' && v[0] <= 'z' || v[0] >= 'A' && v[0] <= 'Z'
}

// scalar writes a YAML value, quoted unless it is a plain word.
func scalar(v string) string {
	if bare(v) {
		return v
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range v {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r == 0xfeff || r == 0x2028 || r == 0x2029:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func flow(b *strings.Builder, k string, list []string) {
	if len(list) == 0 {
		return
	}
	quoted := make([]string, len(list))
	for i, v := range list {
		quoted[i] = scalar(v)
	}
	b.WriteString(k + ": [" + strings.Join(quoted, ", ") + "]\n")
}

func formatEntry(b *strings.Builder, e *knowledge.Entry, lang string) {
	t := e.Text[lang]
	b.WriteString("\n## " + t.Title + " {#" + e.ID.Intent() + "}\n\n```yaml\n")
	flow(b, "also", e.Also)
	key(b, "kind", string(e.Kind))
	key(b, "difficulty", string(e.Difficulty))
	flow(b, "regions", e.Regions)
	flow(b, "plans", e.Plans)
	key(b, "ages", e.Ages)
	flow(b, "sources", e.Sources)
	date(b, "verified", e.Verified)
	date(b, "review", e.Review)
	if e.Status != knowledge.Published {
		key(b, "status", string(e.Status))
	}
	if e.Revision > 1 {
		fmt.Fprintf(b, "revision: %d\n", e.Revision)
	}
	key(b, "author", e.Author)
	b.WriteString("```\n\n" + t.Short + "\n")
	h := headings[lang]
	list(b, h[secPhrases], t.Phrases)
	if len(t.Steps) > 0 {
		b.WriteString("\n### " + h[secSteps] + "\n")
	}
	for _, d := range t.Steps {
		b.WriteString("\n#### " + deviceHeadings[lang][slices.Index(knowledge.Devices, d.Device)] + "\n\n")
		for i, s := range d.Steps {
			fmt.Fprintf(b, "%d. %s\n", i+1, s)
		}
	}
	if len(t.Links) > 0 {
		b.WriteString("\n### " + h[secLinks] + "\n\n")
		for _, l := range t.Links {
			fmt.Fprintf(b, "- [%s](%s %q)\n", l.Text, l.URL, string(l.Kind))
		}
	}
	list(b, h[secChanges], t.Changes)
	list(b, h[secKeeps], t.Keeps)
	list(b, h[secNotes], t.Notes)
}

func date(b *strings.Builder, k string, d knowledge.Date) {
	if !d.IsZero() {
		b.WriteString(k + ": " + d.String() + "\n")
	}
}

func list(b *strings.Builder, heading string, items []string) {
	if len(items) == 0 {
		return
	}
	b.WriteString("\n### " + heading + "\n\n")
	for _, it := range items {
		b.WriteString("- " + it + "\n")
	}
}

// isGraphic says that v is printable ASCII.
func isGraphic(v string) bool {
	for i := range len(v) {
		if v[i] <= ' ' || v[i] > '~' {
			return false
		}
	}
	return true
}
