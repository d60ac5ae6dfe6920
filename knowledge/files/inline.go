package files

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"nonmerci/knowledge"
)

var lineBreak = regexp.MustCompile(`[ \t]*\n[ \t]*`)

// value is the Markdown of a block on one line. It reports a text that a Git host would show otherwise than we do; what is wrong
// with the text itself is for Validate to say.
func (p *parsing) value(n ast.Node) string {
	s := lineBreak.ReplaceAllString(strings.Trim(string(n.Lines().Value(p.source)), " \t\n"), " ")
	ours, err := knowledge.Spans(s)
	if err == nil && !slices.Equal(ours, p.spans(n)) {
		p.report(p.line(n), "the marks of this text are ambiguous", `put a space around **labels** and *emphasis*, and \ before a mark that stands for itself`)
	}
	return s
}

// spans are the spans of a block as CommonMark has them.
func (p *parsing) spans(n ast.Node) []knowledge.Span {
	var out []knowledge.Span
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s := knowledge.Span{Text: p.words(c)}
		switch c := c.(type) {
		case *ast.Text:
			if last := len(out) - 1; last >= 0 && out[last].Kind == knowledge.PlainSpan {
				out[last].Text += s.Text
				continue
			}
		case *ast.Emphasis:
			s.Kind = map[int]knowledge.SpanKind{1: knowledge.EmphasisSpan, 2: knowledge.LabelSpan}[c.Level]
		case *ast.Link:
			s.Kind, s.URL = knowledge.LinkSpan, string(c.Destination)
		}
		out = append(out, s)
	}
	return out
}

// words is the text of an inline node; "" when it holds anything but text.
func (p *parsing) words(n ast.Node) string {
	if t, ok := n.(*ast.Text); ok {
		s := string(util.UnescapePunctuations(t.Segment.Value(p.source)))
		if t.SoftLineBreak() || t.HardLineBreak() {
			s = strings.TrimRight(s, " \t") + " "
		}
		return s
	}
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindText {
			return ""
		}
		b.WriteString(p.words(c))
	}
	return b.String()
}
