package guard

import (
	"regexp"
	"strings"
	"unicode"
)

// blockKind is what a block of a text is.
type blockKind uint8

const (
	paragraph blockKind = iota
	heading             // « ## … », or a paragraph in bold
	ordered             // one item of a numbered list
	bulleted            // one item of another list
)

// A block is a paragraph, a heading or one item of a list.
type block struct {
	kind  blockKind
	text  string // inline Markdown, without the mark before it
	first bool   // stands after an empty line, or begins a list
}

// blocks cuts a text up. Lines of one paragraph stay apart: a model that writes one thing a line means them so.
func blocks(s string) []block {
	var out []block
	gap := true
	last := paragraph
	for line := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		indented := strings.HasPrefix(line, " ")
		line = strings.TrimSpace(line)
		if line == "" {
			gap = true
			continue
		}
		b := block{text: line}
		b.kind, b.text = leader(line)
		if b.kind == paragraph && wholeBold(line) {
			b.kind = heading
		}
		if b.kind == paragraph && !gap && indented && last != paragraph && len(out) > 0 {
			out[len(out)-1].text += " " + line // an item that goes on
			continue
		}
		b.first = gap || b.kind != last
		out, gap, last = append(out, b), false, b.kind
	}
	return out
}

// leader takes the mark of a list or of a heading from the start of a line.
func leader(line string) (blockKind, string) {
	if rest := strings.TrimLeft(line, "#"); rest != line && strings.HasPrefix(rest, " ") {
		return heading, strings.TrimSpace(rest)
	}
	for _, mark := range []string{"- ", "* ", "• ", "+ "} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			return bulleted, strings.TrimSpace(rest)
		}
	}
	if c := strings.TrimLeft(line, "*"); strings.HasPrefix(c, "É") || strings.HasPrefix(c, "S") || strings.HasPrefix(c, "P") {
		if m := stepWord.FindStringSubmatch(line); m != nil {
			return ordered, m[1]
		}
	}
	digits := 0
	for digits < len(line) && digits < 3 && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	if digits > 0 && digits+1 < len(line) && (line[digits] == '.' || line[digits] == ')') && line[digits+1] == ' ' {
		if rest := strings.TrimSpace(line[digits+2:]); rest != "" && !monthNext(rest) {
			return ordered, rest
		}
	}
	return paragraph, line
}

// stepWord is « Étape 1 : » and the like before a step.
var stepWord = regexp.MustCompile(`^(?:\*\*)?(?:Étape|Step|Schritt|Paso|Passo|Passaggio|Stap) \d{1,2}(?:\*\*)?\s?[:.)–—-](?:\*\*)?\s+(\S.*)$`)

// monthNext says whether a text begins with a word in small letters or a month: « 3. November 2025 » opens no list.
func monthNext(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	m, ok := words().lexicons["de"].exact[lower(strings.Trim(first, ".,:"))]
	return ok && m.flags&proper != 0 && unicode.IsUpper([]rune(first)[0]) && len(m.keys) == 1 && isMonth(m.keys[0]) > 0
}

// wholeBold says whether a line is one stretch in bold.
func wholeBold(line string) bool {
	line = strings.TrimSuffix(line, ":")
	return len(line) > 4 && strings.HasPrefix(line, "**") && strings.HasSuffix(strings.TrimSpace(line), "**") && strings.Count(line, "**") == 2
}

// withoutFrame takes from an entry as it stands in its file what no reader sees: the table before it, ids, the phrasings.
func withoutFrame(s string) string {
	var out []string
	fenced, skipped := false, false
	for line := range strings.SplitSeq(s, "\n") {
		t := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(t, "```"):
			fenced = !fenced
			continue
		case fenced:
			continue
		case strings.HasPrefix(t, "#"):
			name := strings.TrimSpace(strings.TrimLeft(t, "#"))
			skipped = name == "Autrement dit" || name == "In other words"
			if i := strings.Index(line, " {#"); i > 0 {
				line = line[:i]
			}
		}
		if !skipped {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}
