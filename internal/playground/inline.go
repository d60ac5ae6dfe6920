package playground

import (
	"regexp"
	"strings"
)

// spans are the pairs of marks around a text, longest first.
var spans = []struct{ mark, tag string }{
	{"**", "b"}, {"__", "u"}, {"~~", "s"}, {"||", "spoiler"}, {"*", "i"}, {"_", "i"},
}

// Patterns at the place that is being read.
var (
	escaped    = regexp.MustCompile(`^\\[!-/:-@\[-` + "`" + `{-~]`)
	maskedLink = regexp.MustCompile(`^\[((?:\\.|[^\]\\])+)\]\(<?(https?://(?:[^\s()<>]|\([^\s()<>]*\))+)>?\)`)
	quietLink  = regexp.MustCompile(`^<(https?://[^\s<>]+)>`)
	bareLink   = regexp.MustCompile(`^https?://[^\s<]*[^\s<.,:;"'\])!?]`)
	mention    = regexp.MustCompile(`^<(@[!&]?|#)(\d+)>`)
	codeSpan   = regexp.MustCompile("^`([^`\n]+)`")
)

// special are the signs that may begin a mark; h begins an address.
const special = "\\[<`*_~|h"

// inline reads the marks within a line.
func inline(s string, names func(string) string) []node {
	var out []node
	text := ""
	for s != "" {
		n, size := mark(s, text, names)
		if size == 0 {
			end := strings.IndexAny(s[1:], special) + 1
			if end == 0 {
				end = len(s)
			}
			text, s = text+s[:end], s[end:]
			continue
		}
		s = s[size:]
		if n.Tag == "" {
			text += n.Text
			continue
		}
		if text != "" {
			out, text = append(out, plain(text)), ""
		}
		out = append(out, n)
	}
	if text != "" {
		out = append(out, plain(text))
	}
	return out
}

// mark reads what stands at the beginning of s and how long it is; 0 when it is just text. before is the text that goes before it.
func mark(s, before string, names func(string) string) (node, int) {
	if m := escaped.FindString(s); m != "" {
		return plain(m[1:]), len(m)
	}
	if m := codeSpan.FindStringSubmatch(s); m != nil {
		return wrap("code", []node{plain(m[1])}), len(m[0])
	}
	if m := maskedLink.FindStringSubmatch(s); m != nil {
		return node{Tag: "a", Href: m[2], Kids: inline(m[1], names)}, len(m[0])
	}
	if m := quietLink.FindStringSubmatch(s); m != nil {
		return node{Tag: "a", Href: m[1], Kids: []node{plain(m[1])}}, len(m[0])
	}
	if m := mention.FindStringSubmatch(s); m != nil {
		return node{Tag: "mention", Kids: []node{plain(names(m[0]))}}, len(m[0])
	}
	if m := bareLink.FindString(s); m != "" && !endsInWord(before) {
		return node{Tag: "a", Href: m, Kids: []node{plain(m)}}, len(m)
	}
	return span(s, before, names)
}

// span reads a text between two marks.
func span(s, before string, names func(string) string) (node, int) {
	for _, sp := range spans {
		if !strings.HasPrefix(s, sp.mark) {
			continue
		}
		inside, ok := between(s, sp.mark)
		if !ok || strings.Trim(inside, sp.mark) == "" {
			continue
		}
		size := len(sp.mark)*2 + len(inside)
		switch {
		case sp.tag == "i" && (inside[0] == ' ' || inside[len(inside)-1] == ' '):
		case sp.mark == "_" && (endsInWord(before) || startsInWord(s[size:])):
		default:
			return wrap(sp.tag, inline(inside, names)), size
		}
	}
	return node{}, 0
}

// between finds the text up to the closing mark, past escapes and past longer runs of the same sign.
func between(s, mark string) (inside string, ok bool) {
	for i := len(mark); i+len(mark) <= len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case !strings.HasPrefix(s[i:], mark):
		case strings.HasPrefix(s[i+len(mark):], mark[:1]):
			if len(mark) == 1 {
				i++ // a double mark inside a single one
			}
		case i > len(mark):
			return s[len(mark):i], true
		default:
			return "", false
		}
	}
	return "", false
}

func wordByte(b byte) bool {
	return b >= 0x80 || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z'
}
func endsInWord(s string) bool   { return s != "" && wordByte(s[len(s)-1]) }
func startsInWord(s string) bool { return s != "" && wordByte(s[0]) }
