package files

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"nonmerci/knowledge"
	"nonmerci/knowledge/taxonomy"
)

// entries reads the title of the file, and what stands under each heading of level two.
func (p *parsing) entries(doc ast.Node, f *File) {
	n := doc.FirstChild()
	if h, ok := n.(*ast.Heading); ok && h.Level == 1 {
		if name := f.Subject.Name[f.Lang]; p.value(h) != name {
			p.report(p.line(h), "the title of the file is not its name", "write # "+name)
		}
		n = n.NextSibling()
	} else {
		p.report(p.lineAt(0), "the title of the file is missing", "write # "+f.Subject.Name[f.Lang])
	}
	for n != nil {
		h, ok := n.(*ast.Heading)
		if !ok || h.Level != 2 {
			p.report(p.line(n), "text outside any entry", "put it under a heading: ## Question {#intent}")
			n = n.NextSibling()
			continue
		}
		var under []ast.Node
		for n = n.NextSibling(); n != nil && level(n) > 2; n = n.NextSibling() {
			under = append(under, n)
		}
		p.entry(h, under, f)
	}
	if len(f.Entries) == 0 {
		p.report(0, "the file has no entry", "add one: ## Question {#intent}")
	}
}

// level is that of a heading, or below any heading.
func level(n ast.Node) int {
	if h, ok := n.(*ast.Heading); ok {
		return h.Level
	}
	return 7
}

func (p *parsing) entry(h *ast.Heading, under []ast.Node, f *File) {
	line := p.line(h)
	e := knowledge.Entry{ID: knowledge.NewID(f.Subject.Slug, p.intent(h, f))}
	for _, other := range f.Entries {
		if other.ID == e.ID {
			p.report(line, "two entries are called "+string(e.ID), "join them, or give one another intent")
		}
	}
	r := reading{parsing: p, lines: map[string]int{p.lang + ".title": line}}
	r.text = knowledge.Text{Title: p.value(h), Position: knowledge.Position{File: p.file, Line: line}}
	under, known := r.metadata(under, &e, line)
	p.blind = p.blind || !known
	r.sections(r.short(under))
	e.Text = map[string]knowledge.Text{f.Lang: r.text}
	for _, problem := range e.Validate() {
		if known || strings.HasPrefix(problem.Field, p.lang+".") {
			problem.File, problem.Line = p.file, r.lineOfField(problem.Field, line)
			p.problems = append(p.problems, problem)
		}
	}
	f.Entries = append(f.Entries, e)
}

// intent reads {#intent} at the end of a title.
func (p *parsing) intent(h *ast.Heading, f *File) string {
	known := taxonomy.Intents
	if f.Subject.Slug == taxonomy.Rights {
		known = taxonomy.General
	}
	id, _ := h.AttributeString("id")
	b, _ := id.([]byte)
	if len(h.Attributes()) != 1 || len(b) == 0 {
		p.report(p.line(h), "the title does not end with the intent alone", "end it with one of {#"+strings.Join(known, "}, {#")+"}")
	}
	return string(b)
}

// reading is the state of reading one entry.
type reading struct {
	*parsing
	text  knowledge.Text
	lines map[string]int // of each field of the text
	block []byte         // the metadata
	first int            // its line
}

// lineOfField is the line of a field that Validate names; at is the answer for a field that has none.
func (r *reading) lineOfField(field string, at int) int {
	if l, ok := r.lines[field]; ok {
		return l
	}
	if r.first > 0 && !strings.HasPrefix(field, r.lang+".") {
		return lineOf(r.block, r.first, field+":")
	}
	return at
}

// short reads the paragraph that stands alone.
func (r *reading) short(nodes []ast.Node) []ast.Node {
	if len(nodes) == 0 || nodes[0].Kind() != ast.KindParagraph {
		return nodes // Validate says that it is missing
	}
	r.text.Short = r.value(nodes[0])
	r.lines[r.lang+".short"] = r.line(nodes[0])
	return nodes[1:]
}

// metadata reads the block of YAML that stands first, and says whether e now has it.
func (r *reading) metadata(nodes []ast.Node, e *knowledge.Entry, line int) ([]ast.Node, bool) {
	var block *ast.FencedCodeBlock
	if len(nodes) > 0 {
		block, _ = nodes[0].(*ast.FencedCodeBlock)
	}
	if block == nil || string(block.Language(r.source)) != "yaml" {
		r.report(line, "the block of metadata is missing", "write ```yaml with kind, sources and review under the title")
		return nodes, false
	}
	r.block, r.first = block.Lines().Value(r.source), r.line(block)
	if block.Lines().Len() == 0 {
		r.first = line
	}
	return nodes[1:], r.fields(e)
}

// fields reads the keys of the metadata, and says whether e now has them.
func (r *reading) fields(e *knowledge.Entry) bool {
	m := metadata{first: r.first, report: r.report}
	keys := m.parse(r.block, "also", "kind", "difficulty", "regions", "plans", "ages", "sources", "verified", "review", "status", "revision", "author")
	e.Also, e.Regions, e.Plans, e.Sources = m.scalars(keys["also"]), m.scalars(keys["regions"]), m.scalars(keys["plans"]), m.scalars(keys["sources"])
	e.Kind, e.Difficulty = knowledge.Kind(m.scalar(keys["kind"])), knowledge.Difficulty(m.scalar(keys["difficulty"]))
	e.Ages, e.Author = m.scalar(keys["ages"]), m.scalar(keys["author"])
	e.Verified, e.Review = r.date("verified", m.scalar(keys["verified"])), r.date("review", m.scalar(keys["review"]))
	e.Status = knowledge.Status(cmp.Or(m.scalar(keys["status"]), string(knowledge.Published)))
	e.Revision, _ = strconv.Atoi(cmp.Or(m.scalar(keys["revision"]), "1"))
	return !m.failed
}

func (r *reading) date(key, value string) knowledge.Date {
	d, err := knowledge.ParseDate(value)
	if err != nil {
		r.report(lineOf(r.block, r.first, key+":"), key+": "+err.Error(), "write a day such as 2026-11-22")
	}
	return d
}
