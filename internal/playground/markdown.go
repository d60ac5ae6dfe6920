package playground

import (
	"regexp"
	"strings"
)

// markdown reads the Markdown that Discord's clients show: subtext, headings, lists, quotes, code, bold, italics, masked links,
// mentions. names says what to show for a mention. What is no mark is shown as it stands, as there.
func markdown(s string, names func(mention string) string) []node {
	var out []node
	lines := strings.Split(s, "\n")
	for len(lines) > 0 {
		n, rest := block(lines, names)
		out, lines = append(out, n), rest
	}
	return out
}

// Beginnings of lines that mean something.
var (
	headingMark = regexp.MustCompile(`^(#{1,3}) +(.+)$`)
	bulletMark  = regexp.MustCompile(`^( *)[-*] +(.*)$`)
	numberMark  = regexp.MustCompile(`^( *)(\d{1,10}\.) +(.*)$`)
)

// block reads the first block of lines, at least one line.
func block(lines []string, names func(string) string) (node, []string) {
	first, rest := lines[0], lines[1:]
	if strings.HasPrefix(first, "```") {
		if code, rest, closed := fence(lines); closed {
			return code, rest
		}
	}
	text := func(s string) []node { return inline(s, names) }
	switch {
	case strings.TrimSpace(first) == "":
		return node{Tag: "gap"}, rest
	case strings.HasPrefix(first, "-# "):
		return wrap("small", text(first[len("-# "):])), rest
	case strings.HasPrefix(first, "> "):
		n := 0
		for n < len(lines) && strings.HasPrefix(lines[n], "> ") {
			n++
		}
		inside := strings.ReplaceAll(strings.Join(lines[:n], "\n"), "\n> ", "\n")
		return wrap("blockquote", markdown(strings.TrimPrefix(inside, "> "), names)), lines[n:]
	case headingMark.MatchString(first):
		m := headingMark.FindStringSubmatch(first)
		return wrap("h"+string(rune('0'+len(m[1]))), text(m[2])), rest
	case bulletMark.MatchString(first), numberMark.MatchString(first):
		return wrap("list", []node{item(first, text)}), rest
	}
	return wrap("p", text(first)), rest
}

// item is one line of a list: its mark and its text, a level further in for two spaces or more.
func item(line string, text func(string) []node) node {
	n := node{Tag: "item", Text: "•"}
	m := bulletMark.FindStringSubmatch(line)
	deep := func() bool { return len(m[1]) > 1 }
	if m != nil && deep() {
		n.Text = "◦"
	}
	if m == nil {
		m = numberMark.FindStringSubmatch(line)
		n.Text = m[2]
	}
	if deep() {
		n.Tag = "subitem"
	}
	n.Kids = text(m[len(m)-1])
	return n
}

// language is the first line of a block of code, which is not shown.
var language = regexp.MustCompile(`^[\w+.#-]*\n`)

// fence reads a block of code; closed is false when there is no end to it, and it is then no block.
func fence(lines []string) (code node, rest []string, closed bool) {
	all := strings.TrimPrefix(strings.Join(lines, "\n"), "```")
	inside, after, closed := strings.Cut(all, "```")
	if !closed || strings.TrimSpace(inside) == "" {
		return node{}, nil, false
	}
	inside = strings.TrimSuffix(language.ReplaceAllString(inside, ""), "\n")
	if after != "" {
		rest = strings.Split(strings.TrimPrefix(after, "\n"), "\n")
	}
	return wrap("pre", []node{plain(inside)}), rest, true
}
