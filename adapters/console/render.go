package console

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// style wraps words in escape sequences; the zero style leaves them as they are.
type style struct{ boldOn, dimOn, underOn, off string }

// colours are ANSI escape sequences (ECMA-48, SGR).
var colours = style{boldOn: "\x1b[1m", dimOn: "\x1b[2m", underOn: "\x1b[4m", off: "\x1b[0m"}

func (s style) wrap(on, t string) string {
	if on == "" || t == "" {
		return t
	}
	return on + t + s.off
}

func (s style) bold(t string) string { return s.wrap(s.boldOn, t) }
func (s style) dim(t string) string  { return s.wrap(s.dimOn, t) }

// render turns the Markdown of a reply into lines for a terminal: labels bold, links as their text and their address.
func render(markdown string, s style) string {
	src := []byte(clean(markdown))
	doc := goldmark.DefaultParser().Parse(text.NewReader(src))
	r := renderer{src: src, style: s}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		r.block(n)
	}
	return strings.TrimRight(r.out.String(), "\n")
}

// clean removes control characters, so that no text of a base or a reader can move the cursor or change colours.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && (r < 0x20 || r >= 0x7f && r < 0xa0) {
			return -1
		}
		return r
	}, s)
}

type renderer struct {
	src   []byte
	style style
	out   strings.Builder
}

func (r *renderer) block(n ast.Node) {
	list, ok := n.(*ast.List)
	if !ok {
		r.out.WriteString(r.inline(n) + "\n\n")
		return
	}
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "  • "
		if list.IsOrdered() {
			mark = "  " + strconv.Itoa(number) + ". "
			number++
		}
		r.out.WriteString(mark)
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			r.out.WriteString(r.inline(c))
		}
		r.out.WriteString("\n")
	}
	r.out.WriteString("\n")
}

func (r *renderer) inline(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(c.Segment.Value(r.src))
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.Emphasis:
			on := r.style.dimOn
			if c.Level == 2 {
				on = r.style.boldOn
			}
			b.WriteString(r.style.wrap(on, r.inline(c)))
		case *ast.Link:
			b.WriteString(r.inline(c) + " <" + r.style.wrap(r.style.underOn, string(c.Destination)) + ">")
		case *ast.AutoLink:
			b.Write(c.URL(r.src))
		default:
			b.WriteString(r.inline(c))
		}
	}
	return b.String()
}
