package typography

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	wide   = "\u00a0" // no-break space: before a colon, inside « »
	narrow = "\u202f" // narrow no-break space: before ; ! ?
)

// kept is what no rule touches: the address of a link with its kind, an address in the text, an e-mail address, code, the id of a
// heading.
var kept = regexp.MustCompile("" +
	`\]\([^)\s]*(?:\([^)\s]*\)[^)\s]*)*(?:\s+"[^"]*")?\)` +
	`|https?://[^\s)»]+` +
	`|[\w.+-]+@[\w-]+(?:\.[\w-]+)+` +
	"|`[^`]*`" +
	`|\{#[^}]*\}` +
	`|&#?\w+;`)

// French returns one line of inline Markdown with its apostrophes and spaces set. French(French(s)) == French(s).
func French(s string) string {
	var b strings.Builder
	last := 0
	for _, at := range kept.FindAllStringIndex(s, -1) {
		b.WriteString(set(s[last:at[0]], s[:last], s[at[0]:]))
		b.WriteString(s[at[0]:at[1]])
		last = at[1]
	}
	b.WriteString(set(s[last:], s[:last], ""))
	return b.String()
}

// set applies the rules to a stretch of text that stands between before and after.
func set(s, before, after string) string {
	if !strings.ContainsAny(s, "';:!?«»") {
		return s
	}
	var b strings.Builder
	label := strings.Count(before, "**")%2 == 1
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+size:] + after)
		switch {
		case strings.HasPrefix(s[i:], "**"):
			label = !label
			b.WriteString("**")
			i += 2
			continue
		case r == '\'' && unicode.IsLetter(lastRune(before+b.String())):
			b.WriteRune('’')
		case r == ';' || r == '!' || r == '?' || r == ':':
			punctuation(&b, before, r, next, label)
		case r == '»':
			unspaced := strings.TrimRightFunc(b.String(), unicode.IsSpace)
			replace(&b, unspaced)
			b.WriteString(wide + "»")
		case r == '«':
			b.WriteString("«" + wide)
			for i+size < len(s) {
				sp, n := utf8.DecodeRuneInString(s[i+size:])
				if !unicode.IsSpace(sp) {
					break
				}
				size += n
			}
		default:
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}

// punctuation writes a sign that takes a space before it. Without one, it gets it where a word ends and a word is not being quoted.
func punctuation(b *strings.Builder, before string, r, next rune, label bool) {
	space := map[bool]string{true: wide, false: narrow}[r == ':']
	written := b.String()
	unspaced := strings.TrimRightFunc(written, unicode.IsSpace)
	prev := lastRune(before + unspaced)
	ends := next == utf8.RuneError || unicode.IsSpace(next) || strings.ContainsRune("»)*]\"”!?", next)
	word := unicode.IsLetter(prev) || unicode.IsDigit(prev) && r != ':' || strings.ContainsRune(")»]*%…", prev)
	switch {
	case unspaced == "" && before == "", strings.ContainsRune(";:!?", prev):
	case len(unspaced) < len(written) && ends, len(unspaced) == len(written) && ends && word && !label:
		replace(b, unspaced)
		b.WriteString(space)
	}
	b.WriteRune(r)
}

func replace(b *strings.Builder, s string) {
	b.Reset()
	b.WriteString(s)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// Problem says what French would change first, "" when it would change nothing.
func Problem(s string) string {
	set := French(s)
	if set == s {
		return ""
	}
	for i, r := range s {
		if i >= len(set) || !strings.HasPrefix(set[i:], string(r)) {
			around := context(s, i)
			if r == '\'' {
				return "a straight apostrophe in " + around
			}
			return "a space that may break a line, or no space, in " + around
		}
	}
	return "a space is missing at the end of " + context(s, len(s))
}

// context is what stands around a place, for a message.
func context(s string, at int) string {
	from, to := max(0, at-15), min(len(s), at+15)
	for !utf8.RuneStart(s[from:][0]) {
		from--
	}
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to++
	}
	return "« " + strings.TrimSpace(s[from:to]) + " »"
}

// Document returns a French Markdown file of the base with its text set; front matter and fenced blocks are left as they are.
func Document(data []byte) []byte {
	lines := strings.SplitAfter(string(data), "\n")
	fence := ""
	for i, l := range lines {
		bare := strings.TrimRight(l, "\r\n")
		switch {
		case fence != "":
			if strings.HasPrefix(bare, fence) {
				fence = ""
			}
		case i == 0 && bare == "---":
			fence = "---"
		case strings.HasPrefix(bare, "```"):
			fence = "```"
		default:
			lines[i] = French(bare) + l[len(bare):]
		}
	}
	return []byte(strings.Join(lines, ""))
}
