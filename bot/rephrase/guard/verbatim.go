package guard

import (
	"strings"
	"unicode/utf8"
)

// scanBlock cuts the text of a block. Sources and the names of plans are no sentences: each is read as something quoted, so that it may
// stand in a translation as it is.
func (s *scanner) scanBlock(src string) {
	head, rest, ok := strings.Cut(src, ":")
	kind := opening(head)
	if !ok || kind == 0 || utf8.RuneCountInString(head) > 20 {
		s.scan(src)
		return
	}
	s.scan(head + ":")
	separators := ";"
	if kind == 'f' {
		separators = ",·:"
	}
	for rest != "" {
		i := strings.IndexAny(rest, separators)
		if kind == 's' && strings.Contains(rest, "](") {
			i = afterLink(rest)
		}
		part := rest
		if i >= 0 {
			part, rest = rest[:i], rest[i:]
		} else {
			rest = ""
		}
		s.scanPart(part)
		if rest != "" {
			_, size := utf8.DecodeRuneInString(rest)
			s.out = append(s.out, token{kind: pause, text: rest[:size]})
			rest = rest[size:]
		}
	}
}

// afterLink finds the semicolon that ends a source with a link, which may have some in its title.
func afterLink(rest string) int {
	first := strings.IndexByte(rest, ';')
	link := strings.IndexByte(rest, '[')
	if link < 0 || first >= 0 && first < link {
		return first
	}
	end := strings.Index(rest, "](")
	if end < 0 {
		return first
	}
	if i := strings.IndexByte(rest[end:], ';'); i >= 0 {
		return end + i
	}
	return -1
}

// scanPart reads one source or one plan; the date in brackets after a source is no part of what is quoted.
func (s *scanner) scanPart(part string) {
	if strings.Contains(part, "](") {
		s.scan(part)
		return
	}
	date := ""
	if i := strings.LastIndexByte(part, '('); i > 0 && strings.HasSuffix(strings.TrimSpace(part), ")") {
		part, date = part[:i], part[i:]
	}
	if name := squeeze(part); name != "" {
		s.quotes = append(s.quotes, quotation{name, true})
		mine := int16(len(s.quotes))
		from := len(s.out)
		s.scan(part)
		for i := from; i < len(s.out); i++ {
			if s.out[i].quote == 0 {
				s.out[i].quote = mine
			}
			if s.out[i].kind == stop {
				s.out[i].kind = pause
			}
		}
	}
	if date != "" {
		s.scan(date)
	}
}

// opening says whether a line begins as one of sources ('s') or of facts ('f') does.
func opening(head string) byte {
	head = lower(strings.TrimSpace(strings.Trim(head, "* \u00a0")))
	switch head {
	case "source", "sources", "quelle", "quellen", "fuente", "fuentes", "fonte", "fonti", "fontes", "bron", "bronnen":
		return 's'
	case "pour", "for", "für", "para", "per", "voor", "difficulté", "difficulty", "schwierigkeit", "dificultad", "difficoltà", "dificuldade", "moeilijkheid":
		return 'f'
	}
	return 0
}
