package typography

import (
	"regexp"
	"strings"
)

// marker is what makes a line a list, a heading, a quotation or the address of a link.
var marker = regexp.MustCompile(`^[ \t]*((#{1,6}|>|[-+*]|\d{1,9}[.)])[ \t]+)*(\[[^\]]*\]:.*)?`)

var (
	escape  = regexp.MustCompile(`^\\[!-/:-@\[-` + "`" + `{-~]`)
	entity  = regexp.MustCompile(`^&#?[A-Za-z0-9]+;`)
	target  = regexp.MustCompile(`^\]\((?:[^()\s]|\([^()\s]*\))*(?:[ \t]+(?:"[^"]*"|'[^']*'))?[ \t]*\)`)
	angle   = regexp.MustCompile(`^<[^<>]*>`)
	address = regexp.MustCompile(`^(?:https?://|www\.|mailto:|tel:)[^\s<>«»“”]*`)
	intent  = regexp.MustCompile(`^\{[#.][^{}]*\}`)
)

// kept returns how much of the beginning of s must not change: code, an address, an escape; 0 for none.
func kept(s string) int {
	switch s[0] {
	case '\\':
		return len(escape.FindString(s))
	case '&':
		return len(entity.FindString(s))
	case ']':
		return len(target.FindString(s))
	case '<':
		return len(angle.FindString(s))
	case '{':
		return len(intent.FindString(s))
	case '`':
		return code(s)
	case 'h', 'w', 'm', 't':
		return len(address.FindString(s))
	}
	return 0
}

// code is the length of a stretch between backquotes, or of the backquotes that begin none.
func code(s string) int {
	mark := s[:len(s)-len(strings.TrimLeft(s, "`"))]
	for at := len(mark); at < len(s); {
		i := strings.Index(s[at:], mark)
		if i < 0 {
			break
		}
		at += i
		run := len(s[at:]) - len(strings.TrimLeft(s[at:], "`"))
		if run == len(mark) {
			return at + run
		}
		at += run
	}
	return len(mark)
}
