package guard

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// link reads [words](address).
func (s *scanner) link(rest string) bool {
	end := strings.Index(rest, "](")
	if end < 0 || strings.Contains(rest[1:end], "[") {
		return false
	}
	tail := rest[end+2:]
	depth, close := 0, -1
	for i := range len(tail) {
		switch tail[i] {
		case '(':
			depth++
		case ')':
			if depth == 0 {
				close = i
			}
			depth--
		}
		if close >= 0 {
			break
		}
	}
	if close < 0 {
		s.problems.add(Truncated, rest)
		return false
	}
	target, title, _ := strings.Cut(strings.TrimSpace(tail[:close]), " ")
	if title != "" && s.labels != nil {
		s.problems.add(Address, tail[:close]) // in an entry it says what kind of link it is
	}
	inside := scanner{problems: s.problems, labels: s.labels, found: s.found, quotes: append(s.quotes, quotation{squeeze(rest[1:end]), true})}
	mine := int16(len(inside.quotes))
	inside.scan(rest[1:end])
	s.quotes, s.found = inside.quotes, inside.found
	s.pause()
	for _, t := range inside.out {
		t.quote = mine
		if t.kind == stop {
			t.kind = pause
		}
		s.out = append(s.out, t)
	}
	s.at += end + 2
	if target == "" {
		s.problems.add(Address, rest[:end+2])
	} else {
		at := s.at
		s.emit(address, target)
		s.at = at
	}
	s.pause()
	s.at += close + 1
	return true
}

// schemes are what addresses begin with, also those that none of ours has.
var schemes = []string{
	"http:", "https:", "mailto:", "tg:", "javascript:", "vbscript:", "data:text", "data:image", "data:appl", "file:", "ftp:", "discord:", "www.",
}

// hostLength is the length of an address at the start of s: a URL, a host, an e-mail address; 0 when there is none.
func hostLength(s string) int {
	for _, scheme := range schemes {
		if s[0]|0x20 != scheme[0] {
			continue
		}
		if len(s) > len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			n := runLength(s, func(r rune) bool { return !unicode.IsSpace(r) && !strings.ContainsRune("<>«»\"”“*|`", r) })
			return len(balanced(strings.TrimRight(s[:n], ".,;:!?…’'")))
		}
	}
	return domainLength(s)
}

// balanced cuts a bracket that was opened before the address.
func balanced(s string) string {
	for strings.HasSuffix(s, ")") && strings.Count(s, ")") > strings.Count(s, "(") {
		s = strings.TrimRight(s[:len(s)-1], ".,;:!?")
	}
	return s
}

// domainLength reads labels joined by points, the last of letters: instagram.com, feedback@slack.com, Character.AI.
func domainLength(s string) int {
	point := strings.IndexByte(s, '.')
	if point <= 0 {
		return 0
	}
	if space := strings.IndexByte(s, ' '); space >= 0 && space < point {
		return 0 // the quick way out: most words are none
	}
	n := runLength(s, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".-_@+%", r) || r == '․' || r == '。' || r == '．'
	})
	cut := strings.TrimRight(s[:n], ".-_@+%")
	at := strings.LastIndexByte(cut, '.')
	if at <= 0 || at+1 >= len(cut) {
		return 0
	}
	last := cut[at+1:]
	if utf8.RuneCountInString(last) < 2 || runLength(last, unicode.IsLetter) != len(last) {
		return 0
	}
	end := len(cut)
	if path := s[end:]; strings.HasPrefix(path, "/") {
		m := runLength(path, func(r rune) bool { return !unicode.IsSpace(r) && !strings.ContainsRune("<>«»\"”“*|`,;)", r) })
		end += len(strings.TrimRight(path[:m], ".:!?"))
	}
	return end
}
