package files

import (
	"bytes"
	"path"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"nonmerci/knowledge"
)

var fence = []byte("---\n")

// frontMatter reads what stands between the first two lines of three dashes, and says whether the rest can be read.
func (p *parsing) frontMatter(f *File) bool {
	rest, found := bytes.CutPrefix(p.source, fence)
	end := bytes.Index(rest, []byte("\n---\n"))
	if !found || end < 0 {
		p.report(1, "the file does not begin with front matter", "begin with a line of three dashes, then subject, lang, name and sources, then three dashes")
		return false
	}
	p.head = p.source[:len(fence)+end+len("\n---\n")]
	p.source = p.source[len(p.head):]
	m := metadata{first: 2, report: p.report}
	keys := m.parse(rest[:end+1], "subject", "lang", "name", "owner", "sources")
	f.Lang = m.scalar(keys["lang"])
	f.Subject = knowledge.Subject{
		Slug: m.scalar(keys["subject"]), Owner: m.scalar(keys["owner"]),
		Name: map[string]string{f.Lang: m.scalar(keys["name"])}, Sources: map[string][]knowledge.Source{f.Lang: sources(&m, keys["sources"])},
	}
	if m.failed {
		return false
	}
	p.checkPath(f)
	for _, e := range f.Subject.Validate() {
		p.report(p.frontLine(e.Field), strings.TrimPrefix(e.Field, f.Lang+".")+": "+e.Problem, e.Remedy)
	}
	return headings[f.Lang] != nil
}

func sources(m *metadata, n ast.Node) []knowledge.Source {
	items := m.sequence(n)
	out := make([]knowledge.Source, 0, len(items))
	for _, v := range items {
		keys := m.mapping(v, []string{"id", "publisher", "title", "url", "date", "basis"})
		out = append(out, knowledge.Source{
			ID: m.scalar(keys["id"]), Publisher: m.scalar(keys["publisher"]), Title: m.scalar(keys["title"]), URL: m.scalar(keys["url"]),
			Date: knowledge.PartialDate(m.scalar(keys["date"])), Basis: knowledge.Basis(m.scalar(keys["basis"])),
		})
	}
	return out
}

// checkPath compares what the front matter says with where the file lies.
func (p *parsing) checkPath(f *File) {
	folder, slug := path.Base(path.Dir(p.file)), strings.TrimSuffix(path.Base(p.file), ".md")
	if f.Subject.Slug != slug {
		p.report(p.frontLine("subject"), "subject is "+quote(f.Subject.Slug)+" in a file named "+slug+".md", "make them the same")
	}
	switch {
	case headings[f.Lang] == nil:
		p.report(p.frontLine("lang"), "lang "+quote(f.Lang)+" is not one of "+strings.Join(Languages, ", "), "write one of them")
	case folder != f.Lang:
		p.report(p.frontLine("lang"), "lang is "+quote(f.Lang)+" in the folder "+quote(folder), "make them the same")
	}
}

// frontLine is the line of a field of the front matter: « owner », « fr.name », « fr.sources.S1 ».
func (p *parsing) frontLine(field string) int {
	parts := strings.Split(field, ".")
	if len(parts) == 3 {
		return lineOf(p.head, 1, "id: "+parts[2])
	}
	return lineOf(p.head, 1, parts[len(parts)-1]+":")
}

func quote(s string) string { return strconv.Quote(s) }
