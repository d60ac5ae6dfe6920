package files

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/yuin/goldmark/ast"

	"nonmerci/knowledge"
	"nonmerci/knowledge/taxonomy"
)

// entries reads what stands under each heading of level two.
func (p *parsing) entries(doc ast.Node, f *File) {
	var current []ast.Node
	var title *ast.Heading
	flush := func() {
		if title != nil {
			p.entry(title, current, f)
		}
		current = nil
	}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		switch {
		case ok && h.Level == 1 && title == nil:
		case ok && h.Level == 1:
			p.report(p.line(h), "a second title of the file", "begin an entry with ## and a section with ###")
		case ok && h.Level == 2:
			flush()
			title = h
		case title == nil:
			p.report(p.line(n), "text before the first entry", "put it under a heading: ## Question {#intent}")
		default:
			current = append(current, n)
		}
	}
	flush()
	if len(f.Entries) == 0 && len(p.problems) == 0 {
		p.report(0, "the file has no entry", "add one: ## Question {#intent}")
	}
}

func (p *parsing) entry(h *ast.Heading, nodes []ast.Node, f *File) {
	line := p.line(h)
	intent := ""
	if id, ok := h.AttributeString("id"); ok {
		b, _ := id.([]byte)
		intent = string(b)
	}
	e := knowledge.Entry{ID: knowledge.NewID(f.Subject.Slug, intent)}
	t := knowledge.Text{Title: p.inline(h), Position: knowledge.Position{File: p.file, Line: line}}
	known := taxonomy.Intents
	if f.Subject.Slug == taxonomy.Rights {
		known = taxonomy.General
	}
	if !slices.Contains(known, intent) {
		p.report(line, "the entry has no known intent: "+quote(intent), "end its title with one of {#"+strings.Join(known, "}, {#")+"}")
	}
	for _, other := range f.Entries {
		if other.ID == e.ID {
			p.report(line, "two entries are called "+string(e.ID), "join them, or give one another intent")
		}
	}
	nodes = p.metadata(nodes, &e, line, known)
	nodes = p.short(nodes, &t, line)
	p.sections(nodes, &t)
	e.Text = map[string]knowledge.Text{f.Lang: t}
	f.Entries = append(f.Entries, e)
}

// metadata reads the block of YAML that stands first.
func (p *parsing) metadata(nodes []ast.Node, e *knowledge.Entry, line int, known []string) []ast.Node {
	if len(nodes) == 0 {
		p.report(line, "the entry is empty", "write a block ```yaml, then the short answer")
		return nil
	}
	block, ok := nodes[0].(*ast.FencedCodeBlock)
	if !ok || string(block.Language(p.source)) != "yaml" {
		p.report(line, "the block of metadata is missing", "write ```yaml with kind, sources, review under the title")
		return nodes
	}
	var m meta
	if err := yaml.UnmarshalWithOptions(block.Lines().Value(p.source), &m, yaml.Strict()); err != nil {
		at, text := yamlProblem(err)
		p.report(p.line(block)+max(0, at-1), text, "see docs/base-format.md for the keys of an entry")
		return nodes[1:]
	}
	p.checkMeta(m, p.line(block), known)
	verified, _ := knowledge.ParseDate(m.Verified)
	review, _ := knowledge.ParseDate(m.Review)
	e.Also, e.Kind, e.Difficulty = m.Also, knowledge.Kind(m.Kind), knowledge.Difficulty(m.Difficulty)
	e.Regions, e.Plans, e.Ages, e.Sources = m.Regions, m.Plans, m.Ages, m.Sources
	e.Verified, e.Review, e.Author = verified, review, m.Author
	e.Status, e.Revision = knowledge.Status(m.Status), m.Revision
	if e.Status == "" {
		e.Status = knowledge.Published
	}
	if e.Revision == 0 {
		e.Revision = 1
	}
	return nodes[1:]
}

func (p *parsing) checkMeta(m meta, line int, known []string) {
	one := func(key, value string, of []string) {
		if !slices.Contains(of, value) {
			p.report(line, key+" is "+quote(value), "write one of "+strings.Join(of, ", "))
		}
	}
	for _, a := range m.Also {
		one("also", a, known)
	}
	one("kind", m.Kind, stringsOf(knowledge.Kinds))
	if m.Kind != string(knowledge.Info) || m.Difficulty != "" {
		one("difficulty", m.Difficulty, stringsOf(knowledge.Difficulties))
	}
	for _, r := range m.Regions {
		one("regions", r, knowledge.Regions)
	}
	if m.Status != "" {
		one("status", m.Status, []string{"draft", "published", "archived"})
	}
	if m.Revision < 0 {
		p.report(line, "the revision is negative", "leave it out")
	}
	for key, d := range map[string]string{"verified": m.Verified, "review": m.Review} {
		if _, err := knowledge.ParseDate(d); err != nil {
			p.report(line, key+": "+err.Error(), "write a day such as 2026-11-22")
		}
	}
	if m.Review == "" {
		p.report(line, "the review date is missing", "write review: and the day to look again")
	}
	if len(m.Sources) == 0 {
		p.report(line, "the entry names no source", "write sources: [S1] with ids of the front matter")
	}
}

func stringsOf[S ~string](list []S) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

// short reads the paragraph that stands alone.
func (p *parsing) short(nodes []ast.Node, t *knowledge.Text, line int) []ast.Node {
	if len(nodes) == 0 || nodes[0].Kind() != ast.KindParagraph {
		p.report(line, "the short answer is missing", "write one paragraph under the block of metadata")
		return nodes
	}
	t.Short = p.inline(nodes[0])
	if n := utf8.RuneCountInString(t.Short); n > MaxShort {
		p.report(p.line(nodes[0]), "the short answer has "+itoa(n)+" characters, "+itoa(MaxShort)+" at most", "move the rest to « good to know »")
	}
	return nodes[1:]
}

var spaces = regexp.MustCompile(`[ \t]*\n[ \t]*`)

// inline is the Markdown of a block on one line, checked for what entries may not hold.
func (p *parsing) inline(n ast.Node) string {
	if n.Type() != ast.TypeBlock || n.Lines() == nil {
		return ""
	}
	s := strings.TrimSpace(string(n.Lines().Value(p.source)))
	s = spaces.ReplaceAllString(s, " ")
	if h, ok := n.(*ast.Heading); ok && h.Attributes() != nil {
		if i := strings.LastIndex(s, "{#"); i >= 0 {
			s = strings.TrimSpace(s[:i])
		}
	}
	p.checkInline(n)
	if strings.Count(s, "**")%2 == 1 {
		p.report(p.line(n), "a bold label is opened and not closed", "write **label** around the words of the screen")
	}
	return s
}

func (p *parsing) checkInline(n ast.Node) {
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch c.Kind() {
		case ast.KindRawHTML, ast.KindHTMLBlock:
			p.report(p.line(n), "HTML is not allowed in an entry", "write plain text or Markdown")
		case ast.KindImage:
			p.report(p.line(n), "an image is not allowed in an entry", "describe it, or link to it")
		}
		return ast.WalkContinue, nil
	})
}
