package telegramtest

import (
	"strconv"
	"strings"
)

// tag reads the tag at p.at; the description of its error is the part after « can't parse entities ».
func (p *htmlParser) tag() *Error {
	begin := p.at
	p.at++
	if p.at < len(p.src) && p.src[p.at] == '/' {
		p.at++
		return p.endTag(begin)
	}
	return p.startTag(begin)
}

func htmlError(words string, begin int) *Error {
	return &Error{Description: words + " at byte offset " + strconv.Itoa(begin)}
}

func (p *htmlParser) startTag(begin int) *Error {
	name := strings.ToLower(p.until(" \t\r\n\f\v>"))
	if p.at >= len(p.src) {
		return htmlError("Unclosed start tag", begin)
	}
	switch name {
	case "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "span", "pre", "code", "blockquote":
	default:
		return htmlError("Unsupported start tag "+strconv.Quote(name), begin)
	}
	arg := ""
	for p.skipSpace(); p.at < len(p.src) && p.src[p.at] != '>'; p.skipSpace() {
		attr, value, err := p.attribute(name, begin)
		if err != nil {
			return err
		}
		if a, ok := argument(name, attr, value); ok {
			arg = a
		}
	}
	if p.at >= len(p.src) {
		return htmlError("Unclosed start tag", begin)
	}
	p.at++
	if name == "span" && arg != "spoiler" {
		return htmlError(`Tag "span" must have class "tg-spoiler"`, begin)
	}
	p.open = append(p.open, openTag{name, arg, p.units, p.out.Len()})
	return nil
}

// attribute reads « name="value" »; a value may lack its quotes, and only a blockquote's attribute may lack its value.
func (p *htmlParser) attribute(tag string, begin int) (name, value string, err *Error) {
	name = strings.ToLower(p.until(" \t\r\n\f\v=>"))
	if name == "" {
		return "", "", htmlError("Empty attribute name in the tag "+strconv.Quote(tag), begin)
	}
	p.skipSpace()
	if p.at >= len(p.src) || p.src[p.at] != '=' {
		if tag == "blockquote" && name == "expandable" {
			return name, "", nil
		}
		return "", "", htmlError("Expected equal sign in declaration of an attribute of the tag "+strconv.Quote(tag), begin)
	}
	p.at++
	p.skipSpace()
	if p.at >= len(p.src) {
		return "", "", htmlError("Unclosed start tag "+strconv.Quote(tag), begin)
	}
	if q := p.src[p.at]; q == '"' || q == '\'' {
		return name, p.quoted(q), nil
	}
	from := p.at
	for p.at < len(p.src) && (isAlnum(p.src[p.at]) || strings.IndexByte(".-", p.src[p.at]) >= 0) {
		p.at++
	}
	if p.at < len(p.src) && !isSpace(p.src[p.at]) && p.src[p.at] != '>' {
		return "", "", htmlError("Unexpected end of name token", from)
	}
	return name, strings.ToLower(p.src[from:p.at]), nil
}

func (p *htmlParser) quoted(quote byte) string {
	var b strings.Builder
	for p.at++; p.at < len(p.src) && p.src[p.at] != quote; {
		if r, size := decodeReference(p.src[p.at:]); p.src[p.at] == '&' && size > 0 {
			b.WriteRune(r)
			p.at += size
			continue
		}
		b.WriteByte(p.src[p.at])
		p.at++
	}
	p.at++
	return b.String()
}

// argument is what an attribute means to its tag; other attributes are ignored.
func argument(tag, attr, value string) (string, bool) {
	switch tag + " " + attr {
	case "a href", "tg-emoji emoji-id":
		return value, true
	case "code class":
		return strings.CutPrefix(value, "language-")
	case "span class":
		return strings.CutPrefix(value, "tg-")
	case "blockquote expandable":
		return "expandable", true
	}
	return "", false
}

func (p *htmlParser) endTag(begin int) *Error {
	if len(p.open) == 0 {
		return htmlError("Unexpected end tag", begin)
	}
	name := strings.ToLower(p.until(" \t\r\n\f\v>"))
	p.skipSpace()
	if p.at >= len(p.src) || p.src[p.at] != '>' {
		return htmlError("Unclosed end tag", begin)
	}
	p.at++
	tag := p.open[len(p.open)-1]
	if name != "" && name != tag.name {
		return &Error{Description: "Unmatched end tag at byte offset " + strconv.Itoa(begin) + `, expected "</` + tag.name + `>", found "</` + name + `>"`}
	}
	p.open = p.open[:len(p.open)-1]
	if p.units == tag.offset {
		return nil
	}
	return p.close(tag)
}

// close adds the entity of a tag that has ended.
func (p *htmlParser) close(tag openTag) *Error {
	e := Entity{Offset: tag.offset, Length: p.units - tag.offset}
	switch tag.name {
	case "a":
		return p.closeLink(tag, e)
	case "tg-emoji":
		if n, err := strconv.ParseInt(tag.arg, 10, 64); err != nil || n == 0 {
			return &Error{Description: "Invalid custom emoji identifier specified"}
		}
		e.Type, e.CustomEmojiID = "custom_emoji", tag.arg
	case "pre", "code":
		p.closeCode(tag, e)
		return nil
	case "blockquote":
		e.Type = "blockquote"
		if tag.arg != "" {
			e.Type = "expandable_blockquote"
		}
	default:
		e.Type = map[string]string{
			"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "s": "strikethrough", "strike": "strikethrough",
			"del": "strikethrough", "u": "underline", "ins": "underline", "tg-spoiler": "spoiler", "span": "spoiler",
		}[tag.name]
	}
	p.entities = append(p.entities, e)
	return nil
}

// closeCode makes « <pre><code class="language-x"> » one entity.
func (p *htmlParser) closeCode(tag openTag, e Entity) {
	e.Type, e.Language = tag.name, tag.arg
	if n := len(p.entities) - 1; tag.name == "pre" && n >= 0 && p.entities[n].Type == "code" && p.entities[n].Language != "" &&
		p.entities[n].Offset == e.Offset && p.entities[n].Length == e.Length {
		p.entities[n].Type = "pre"
		return
	}
	p.entities = append(p.entities, e)
}

// closeLink adds a link, a mention, or nothing when the address is none.
func (p *htmlParser) closeLink(tag openTag, e Entity) *Error {
	address := tag.arg
	if address == "" {
		address = p.out.String()[tag.pos:]
	}
	if id, ok := userLink(address); ok {
		if u := p.user(id); u != nil {
			e.Type, e.User = "text_mention", u
			p.entities = append(p.entities, e)
		}
		return nil
	}
	if u, err := checkURL(address); err == nil {
		e.Type, e.URL = "text_link", u
		p.entities = append(p.entities, e)
	}
	return nil
}
