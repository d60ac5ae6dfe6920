package telegramtest

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// An htmlParser reads parse mode HTML (https://core.telegram.org/bots/api#html-style) and refuses in the words of the real server.
// Offsets in its errors are bytes of the source, offsets of entities UTF-16 units of the text.
type htmlParser struct {
	src      string
	at       int
	out      strings.Builder
	units    int
	open     []openTag
	entities []Entity
	user     func(id int64) *User // who a tg://user link mentions, or nil
}

type openTag struct {
	name, arg   string
	offset, pos int // where it began: in units, in bytes of the text
}

// parseHTML returns the text without its tags, and the entities they made.
func parseHTML(src string, user func(int64) *User) (string, []Entity, *Error) {
	p := &htmlParser{src: src, user: user}
	for p.at < len(p.src) {
		switch p.src[p.at] {
		case '<':
			if err := p.tag(); err != nil {
				return "", nil, badRequest("Can't parse entities: %s", err.Description)
			}
		case '&':
			p.reference()
		default:
			r, size := utf8.DecodeRuneInString(p.src[p.at:])
			p.emit(r)
			p.at += size
		}
	}
	if n := len(p.open); n > 0 {
		return "", nil, badRequest("Can't parse entities: Can't find end tag corresponding to start tag %q", p.open[n-1].name)
	}
	return p.out.String(), p.entities, nil
}

func (p *htmlParser) emit(r rune) {
	p.out.WriteRune(r)
	p.units += Units(string(r))
}

// reference writes the character that « &lt; » or « &#233; » stands for, or the ampersand when it is no reference.
func (p *htmlParser) reference() {
	r, size := decodeReference(p.src[p.at:])
	if size == 0 {
		r, size = '&', 1
	}
	p.emit(r)
	p.at += size
}

// decodeReference reads a character reference at the start of s; size is 0 when there is none. The semicolon may be missing.
func decodeReference(s string) (r rune, size int) {
	end := 1
	for end < len(s) && end < 12 && (isAlnum(s[end]) || end == 1 && s[end] == '#') {
		end++
	}
	name := s[1:end]
	switch {
	case strings.HasPrefix(name, "#x"):
		r = number(name[2:], 16)
	case strings.HasPrefix(name, "#"):
		r = number(name[1:], 10)
	default:
		r = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"'}[name]
	}
	if r == 0 {
		return 0, 0
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	return r, end
}

func number(s string, base int) rune {
	n, err := strconv.ParseUint(s, base, 21)
	if err != nil || !utf8.ValidRune(rune(n)) {
		return 0
	}
	return rune(n)
}

func (p *htmlParser) until(stop string) string {
	from := p.at
	for p.at < len(p.src) && strings.IndexByte(stop, p.src[p.at]) < 0 {
		p.at++
	}
	return p.src[from:p.at]
}

func (p *htmlParser) skipSpace() {
	for p.at < len(p.src) && isSpace(p.src[p.at]) {
		p.at++
	}
}

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}
