package telegramtest

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// markdownReserved must be escaped outside of code: https://core.telegram.org/bots/api#markdownv2-style.
const markdownReserved = "_*[]()~`>#+-=|{}.!"

// A markdownParser reads parse mode MarkdownV2. Custom emoji are not read.
type markdownParser struct {
	src      string
	at       int
	out      strings.Builder
	units    int
	open     []openMark
	entities []Entity
	user     func(id int64) *User
}

type openMark struct {
	kind, mark         string
	offset, begin, pos int
}

func parseMarkdownV2(src string, user func(int64) *User) (string, []Entity, *Error) {
	p := &markdownParser{src: src, user: user}
	for p.at < len(p.src) {
		if err := p.step(); err != nil {
			return "", nil, err
		}
	}
	for n := len(p.open) - 1; n >= 0; n-- {
		o := p.open[n]
		if o.kind != "blockquote" {
			return "", nil, badRequest("Can't parse entities: Can't find end of %s entity at byte offset %d", markName(o.kind), o.begin)
		}
		p.end(n)
	}
	return p.out.String(), p.entities, nil
}

func markName(kind string) string {
	if kind == "text_link" {
		return "TextUrl"
	}
	return strings.ToUpper(kind[:1]) + kind[1:]
}

func (p *markdownParser) step() *Error {
	rest := p.src[p.at:]
	atLine := p.at == 0 || p.src[p.at-1] == '\n'
	switch {
	case atLine && p.quoting() >= 0 && !strings.HasPrefix(rest, ">"):
		p.end(p.quoting())
		return nil
	case rest[0] == '\\' && len(rest) > 1 && rest[1] > 0 && rest[1] < 127:
		p.emit(rune(rest[1]))
		p.at += 2
		return nil
	case p.inside("pre", "code"):
		return p.inCode(rest)
	case atLine && rest[0] == '>':
		if p.quoting() < 0 {
			p.begin("blockquote", ">")
		} else {
			p.at++
		}
		return nil
	case strings.IndexByte(markdownReserved, rest[0]) >= 0:
		return p.mark(rest)
	}
	p.literal(rest)
	return nil
}

func (p *markdownParser) literal(rest string) {
	r, size := utf8.DecodeRuneInString(rest)
	p.emit(r)
	p.at += size
}

func (p *markdownParser) inCode(rest string) *Error {
	last := len(p.open) - 1
	if strings.HasPrefix(rest, p.open[last].mark) {
		p.at += len(p.open[last].mark)
		p.end(last)
		return nil
	}
	p.literal(rest)
	return nil
}

// mark opens or closes what a reserved character stands for, and refuses one that stands for nothing.
func (p *markdownParser) mark(rest string) *Error {
	last := len(p.open) - 1
	if last >= 0 && p.open[last].kind == "text_link" && rest[0] == ']' {
		return p.link(last)
	}
	for _, m := range []struct{ mark, kind string }{
		{"```", "pre"}, {"`", "code"}, {"__", "underline"}, {"||", "spoiler"}, {"*", "bold"}, {"_", "italic"}, {"~", "strikethrough"}, {"[", "text_link"},
	} {
		switch {
		case !strings.HasPrefix(rest, m.mark):
		case last >= 0 && p.open[last].kind == m.kind:
			p.at += len(m.mark)
			p.end(last)
			return nil
		default:
			p.begin(m.kind, m.mark)
			return nil
		}
	}
	return badRequest("Can't parse entities: Character '%c' is reserved and must be escaped with the preceding '\\'", rest[0])
}

func (p *markdownParser) begin(kind, mark string) {
	p.open = append(p.open, openMark{kind, mark, p.units, p.at, p.out.Len()})
	p.at += len(mark)
}

// end closes the n-th open mark.
func (p *markdownParser) end(n int) {
	o := p.open[n]
	p.open = append(p.open[:n], p.open[n+1:]...)
	if p.units > o.offset {
		p.entities = append(p.entities, Entity{Type: o.kind, Offset: o.offset, Length: p.units - o.offset})
	}
}

// link reads « ](address) ».
func (p *markdownParser) link(n int) *Error {
	o := p.open[n]
	p.open = p.open[:n]
	p.at++
	address := p.out.String()[o.pos:]
	if strings.HasPrefix(p.src[p.at:], "(") {
		end := strings.IndexByte(p.src[p.at:], ')')
		if end < 0 {
			return badRequest("Can't parse entities: Can't find end of a URL at byte offset %s", strconv.Itoa(p.at))
		}
		address = strings.ReplaceAll(p.src[p.at+1:p.at+end], `\`, "")
		p.at += end + 1
	}
	h := htmlParser{user: p.user, units: p.units}
	_ = h.closeLink(openTag{arg: address}, Entity{Offset: o.offset, Length: p.units - o.offset})
	p.entities = append(p.entities, h.entities...)
	return nil
}

func (p *markdownParser) emit(r rune) {
	p.out.WriteRune(r)
	p.units += Units(string(r))
}

func (p *markdownParser) inside(kinds ...string) bool {
	for _, k := range kinds {
		if n := len(p.open); n > 0 && p.open[n-1].kind == k {
			return true
		}
	}
	return false
}

func (p *markdownParser) quoting() int {
	for i, o := range p.open {
		if o.kind == "blockquote" {
			return i
		}
	}
	return -1
}
