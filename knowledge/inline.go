package knowledge

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SpanKind is what a stretch of inline text is.
type SpanKind int

// The kinds of span.
const (
	PlainSpan    SpanKind = iota
	LabelSpan             // **the words of the screen**
	EmphasisSpan          // *stressed*
	LinkSpan              // [text](url)
)

// A Span is a stretch of inline text with its marks taken off and its escapes undone.
type Span struct {
	Kind SpanKind
	Text string
	URL  string // of a LinkSpan
}

// Spans reads inline Markdown: plain text, **labels**, *emphasis*, [links](url), and a backslash before a mark that stands for
// itself. Everything else that Markdown would give a meaning to is refused with an InvalidError, so that a page that shows the file
// and a message that shows the entry never disagree.
func Spans(s string) ([]Span, error) {
	p := inline{s: s}
	for p.at < len(p.s) {
		if err := p.next(); err != nil {
			return nil, err
		}
	}
	p.flush()
	return p.spans, nil
}

// Labels returns the labels of the screen that s marks, in order; nil when s is not valid.
func Labels(s string) []string {
	spans, _ := Spans(s)
	var out []string
	for _, sp := range spans {
		if sp.Kind == LabelSpan {
			out = append(out, sp.Text)
		}
	}
	return out
}

// Plain returns what a reader sees of s, without marks or addresses; s itself when it is not valid.
func Plain(s string) string {
	spans, err := Spans(s)
	if err != nil {
		return s
	}
	var b strings.Builder
	for _, sp := range spans {
		b.WriteString(sp.Text)
	}
	return b.String()
}

// inline is the state of reading one text.
type inline struct {
	s        string
	at       int
	from, to int             // plain text that is not in spans yet is s[from:to],
	escaped  strings.Builder // after what is here
	spans    []Span
}

var (
	someEntity = regexp.MustCompile(`&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)
	entity     = regexp.MustCompile(`^` + someEntity.String())
)

func (p *inline) next() error {
	rest := p.s[p.at:]
	if n := ordinary(rest); n > 0 {
		p.take(0, n)
		return nil
	}
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case r == utf8.RuneError && size == 1:
		return InvalidError{Problem: "the text is not UTF-8", Remedy: "save it as UTF-8"}
	case invisible(r):
		return InvalidError{Problem: fmt.Sprintf("the invisible character %U", r), Remedy: "remove it"}
	case r == '\\':
		if len(rest) < 2 || !asciiPunct(rest[1]) {
			return InvalidError{Problem: "a backslash before nothing to escape", Remedy: `remove it, or write \\`}
		}
		p.take(1, 1)
		return nil
	case strings.HasPrefix(rest, "**"):
		return p.marked(LabelSpan, "**")
	case r == '*':
		return p.marked(EmphasisSpan, "*")
	case r == '[':
		return p.link()
	case strings.HasPrefix(rest, "!["):
		return InvalidError{Problem: "an image", Remedy: "describe it, or link to it"}
	case r == '`':
		return InvalidError{Problem: "code between backquotes", Remedy: "write plain text"}
	case r == '<' && len(rest) > 1 && (letter(rest[1]) || strings.IndexByte("/!?", rest[1]) >= 0):
		return InvalidError{Problem: "HTML, or an address between < and >", Remedy: `write plain text, or [text](address)`}
	case r == '&' && entity.MatchString(rest):
		return InvalidError{Problem: "the entity " + entity.FindString(rest), Remedy: "write the character itself"}
	case strings.HasPrefix(rest, "~~"):
		return InvalidError{Problem: "struck-through text", Remedy: "remove it"}
	case r == '_' && !p.inWord():
		return InvalidError{Problem: "an underscore that may stand for emphasis", Remedy: `write *emphasis*, or \_ for the character`}
	}
	p.take(0, size)
	return nil
}

// take reads plain text: it passes over some bytes and keeps those after them. Nearly every text is kept in one piece, and so not copied.
func (p *inline) take(skip, size int) {
	begin := p.at + skip
	if p.to != begin {
		p.escaped.WriteString(p.s[p.from:p.to])
		p.from = begin
	}
	p.to = begin + size
	p.at = p.to
}

// itself says of each byte of ASCII whether it always stands for itself.
var itself = func() (is [utf8.RuneSelf]bool) {
	for c := byte(' '); c <= '~'; c++ {
		is[c] = strings.IndexByte("\\*[!`<&~_", c) < 0
	}
	return is
}()

// ordinary is how many bytes at the beginning of s stand for themselves.
func ordinary(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if !itself[c] {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || invisible(r) {
			return i
		}
		i += size
	}
	return len(s)
}

// marked reads what stands between two marks.
func (p *inline) marked(kind SpanKind, mark string) error {
	what := "a label"
	if kind == EmphasisSpan {
		what = "an emphasis"
	}
	rest := p.s[p.at+len(mark):]
	end := closing(rest, mark)
	if end < 0 {
		return InvalidError{Problem: what + " is opened and not closed: " + clip(p.s[p.at:]), Remedy: "write " + mark + "words" + mark + ` (or \* for a star)`}
	}
	text, err := bare(rest[:end])
	if err != nil {
		return err
	}
	after, _ := utf8.DecodeRuneInString(rest[end+len(mark):])
	first, _ := utf8.DecodeRuneInString(rest)
	last, _ := utf8.DecodeLastRuneInString(rest[:end])
	switch {
	case text == "" || unicode.IsSpace(first) || unicode.IsSpace(last):
		return InvalidError{Problem: what + " is empty, or begins or ends with a space: " + clip(p.s[p.at:]), Remedy: "write " + mark + "words" + mark}
	case punct(first) && !edge(p.before()), punct(last) && end+len(mark) < len(rest) && !edge(after), after == '*':
		return InvalidError{Problem: what + " touches the word beside it: " + clip(p.s[p.at:]), Remedy: "put a space outside the marks"}
	}
	p.flush()
	p.spans = append(p.spans, Span{Kind: kind, Text: text})
	p.at += len(mark)*2 + end
	return nil
}

// link reads [text](url); a bracket that begins no link stands for itself.
func (p *inline) link() error {
	rest := p.s[p.at:]
	end := closing(rest[1:], "]")
	if end < 0 || !strings.HasPrefix(rest[1+end+1:], "(") {
		p.take(0, 1)
		return nil
	}
	text, err := bare(rest[1 : 1+end])
	if err != nil {
		return err
	}
	url, size := destination(rest[end+3:])
	if text == "" || size < 0 || strings.TrimSpace(text) != text || strings.Contains(text, "[") {
		return InvalidError{Problem: "a link that is not whole: " + clip(rest), Remedy: "write [text](https://…)"}
	}
	p.flush()
	p.spans = append(p.spans, Span{Kind: LinkSpan, Text: text, URL: url})
	p.at += end + 3 + size + 1
	return nil
}

// destination reads an address up to the parenthesis that closes it, and returns its length; -1 when it is not one.
func destination(s string) (string, int) {
	depth := 0
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')' && depth > 0:
			depth--
		case r == ')':
			if i == 0 || someEntity.MatchString(s[:i]) {
				return "", -1
			}
			return s[:i], i
		case unicode.IsSpace(r) || invisible(r) || strings.ContainsRune("<>\"\\`", r):
			return "", -1
		}
	}
	return "", -1
}

// bare undoes the escapes of a text that may hold no mark.
func bare(s string) (string, error) {
	p := inline{s: s}
	for p.at < len(s) {
		if s[p.at] == '*' {
			return "", InvalidError{Problem: "a mark inside another: " + clip(s), Remedy: "close the first, then open the second"}
		}
		if err := p.next(); err != nil {
			return "", err
		}
	}
	if len(p.spans) > 0 {
		return "", InvalidError{Problem: "a link inside a mark: " + clip(s), Remedy: "take one of the two off"}
	}
	return p.plain(), nil
}

// plain is the plain text that is not in spans yet.
func (p *inline) plain() string {
	if p.escaped.Len() == 0 {
		return p.s[p.from:p.to]
	}
	return p.escaped.String() + p.s[p.from:p.to]
}

func (p *inline) flush() {
	if text := p.plain(); text != "" {
		p.spans = append(p.spans, Span{Text: text})
	}
	p.escaped.Reset()
	p.from, p.to = p.at, p.at
}

// before is the character before the current one, a space at the beginning.
func (p *inline) before() rune {
	if p.at == 0 {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(p.s[:p.at])
	return r
}

// inWord says whether the character stands between two letters or digits.
func (p *inline) inWord() bool {
	after, _ := utf8.DecodeRuneInString(p.s[p.at+1:])
	return !edge(p.before()) && p.at+1 < len(p.s) && !edge(after)
}

// closing returns where a mark closes, skipping what is escaped; -1 when it does not.
func closing(s, mark string) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case strings.HasPrefix(s[i:], mark):
			return i
		}
	}
	return -1
}

func edge(r rune) bool  { return unicode.IsSpace(r) || punct(r) }
func punct(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

func asciiPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// invisible says whether r can be neither seen nor meant: a control, a byte-order mark, a zero-width space, a line separator.
func invisible(r rune) bool {
	return unicode.IsControl(r) || r == '\u200b' || r == '\u2028' || r == '\u2029' || r == '\ufeff'
}

// clip keeps the beginning of a text for a message.
func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
