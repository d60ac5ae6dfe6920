package guard

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// characters refuses what can be neither seen nor meant, and markup that a platform may take for something else. It says whether the text
// can be read on.
func (s *Source) characters(text string, r *reasons) bool {
	if !utf8.ValidString(text) {
		r.add(Hidden, "")
		return false
	}
	marks := 0
	for _, c := range text {
		if c == ' ' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
			marks = 0
			continue
		}
		switch {
		case c == '\n' || c == '\r' || c == '\t' || c == '\u00a0' || c == '\u202f' || c == '\u2009':
		case unicode.IsControl(c), unicode.In(c, unicode.Cf, unicode.Co, unicode.Cs, unicode.Variation_Selector, unicode.Me, unicode.Zl, unicode.Zp), blank(c):
			r.add(Hidden, "")
			return false
		case unicode.IsLetter(c) && c > 0x24f && !unicode.Is(unicode.Latin, c) && !s.runes[c], c >= 0x1d400 && c <= 0x1d7ff, c >= 0xff00 && c <= 0xffef:
			r.add(Hidden, string(c))
			return false
		case unicode.IsMark(c):
			if marks++; marks > 2 || c > 0x36f {
				r.add(Hidden, "")
				return false
			}
			continue
		case c == '@' || c == '<' || c == '`' || c == '|' || c == '~' || c == '\\' || c == '{' || c == '}' || c == '&' || c == '$' || c == '^' || c == '=':
			if !s.runes[c] {
				r.add(signRule(c), string(c))
			}
		case c > unicode.MaxLatin1 && (unicode.IsSymbol(c) || unicode.Is(unicode.So, c)) && !s.runes[c] && !strings.ContainsRune("→›🙂😊👋"+decorations, c):
			r.add(Markup, string(c))
		}
		marks = 0
	}
	for _, m := range markup {
		if !strings.ContainsAny(text, m.signs) {
			continue
		}
		if found := m.pattern.FindString(text); found != "" && !strings.Contains(s.text, found) {
			r.add(m.rule, found)
		}
	}
	if found := command(text); found != "" && !strings.Contains(s.text, found) {
		r.add(Added, found)
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if line[0] == '>' || strings.HasPrefix(line, "-# ") || len(line) >= 3 && strings.Trim(line, "-=*_") == "" {
			r.add(Markup, line)
		}
	}
	return true
}

// command finds a word with a slash before it, which a platform may take for an order, "" when there is none.
func command(text string) string {
	for i := range len(text) - 1 {
		if text[i] != '/' {
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(text[:i]); i > 0 && !unicode.IsSpace(before) && !strings.ContainsRune("(\"«“", before) {
			continue
		}
		if n := runLength(text[i+1:], unicode.IsLetter); n > 0 {
			return text[i : i+1+n]
		}
	}
	return ""
}

func signRule(c rune) Rule {
	if c == '@' {
		return Mention
	}
	return Markup
}

// markup is what platforms make something of besides text: looked for where one of its signs is.
var markup = []struct {
	signs   string
	rule    Rule
	pattern *regexp.Regexp
}{
	{"@", Mention, regexp.MustCompile(`@[\pL\pN_.-]*[\pL\pN_]`)},
	{"<", Mention, regexp.MustCompile(`<[@#:/!]`)},
	{"#", Mention, regexp.MustCompile(`#\pL\S*`)},
	{"!", Markup, regexp.MustCompile(`!\[`)},
	{"|", Markup, regexp.MustCompile(`\|\|`)},
	{"^", Markup, regexp.MustCompile(`\[\^`)},
	{"_", Markup, regexp.MustCompile(`__`)},
}

// blank says whether a character draws nothing although it counts as a letter or a sign.
func blank(c rune) bool {
	switch c {
	case '\u115f', '\u1160', '\u3164', '\uffa0', '\u2800', '\u034f', '\u180e':
		return true
	}
	return unicode.Is(unicode.Zs, c) && c != ' '
}
