package telegram

import (
	"slices"
	"strings"
)

// marked are the fields of forms in which **words** are labels and [words](address) are links.
var marked = []string{"short", "steps", "any", "web", "ios", "android", "changes", "keeps", "notes", "note"}

// typedText is what somebody typed for a field. Where a field takes marks, bold words become labels and links keep their address; in a list of
// links they become « words | address ». Elsewhere the style is dropped.
func typedText(m *message, field string) string {
	text, entities := m.words()
	text = validText(text)
	switch {
	case slices.Contains(marked, field):
		return strings.TrimSpace(rewrite(text, entities, func(e entity, s string) string {
			switch {
			case e.Type == "bold":
				return eachLine(s, "**", "**")
			case e.Type == "text_link" && e.URL != "" && !strings.Contains(s, "\n"):
				return "[" + s + "](" + e.URL + ")"
			}
			return s
		}))
	case field == "links":
		return strings.TrimSpace(rewrite(text, entities, func(e entity, s string) string {
			if e.Type == "text_link" && e.URL != "" && !strings.Contains(text, "|") {
				return s + " | " + e.URL
			}
			return s
		}))
	}
	return strings.TrimSpace(text)
}

// rewrite replaces what entities cover; of those that overlap the first counts.
func rewrite(text string, entities []entity, by func(e entity, s string) string) string {
	var b strings.Builder
	last := 0
	for _, e := range entities {
		if e.Type != "bold" && e.Type != "text_link" {
			continue
		}
		from, to, ok := e.cut(text)
		if !ok || from < last {
			continue
		}
		b.WriteString(text[last:from])
		b.WriteString(by(e, text[from:to]))
		last = to
	}
	b.WriteString(text[last:])
	return b.String()
}

// eachLine puts marks around each line of a text, inside the spaces at its ends: marks beside a space would mark nothing.
func eachLine(s, open, end string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		words := strings.TrimSpace(l)
		if words == "" || strings.Contains(words, open) {
			continue
		}
		at := strings.Index(l, words)
		lines[i] = l[:at] + open + words + end + l[at+len(words):]
	}
	return strings.Join(lines, "\n")
}
