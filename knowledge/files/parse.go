package files

import (
	"bytes"
	"errors"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"nonmerci/knowledge"
)

// A File is one subject in one language.
type File struct {
	Path    string
	Lang    string
	Subject knowledge.Subject
	Entries []knowledge.Entry // each with the text of Lang alone
}

var markdown = goldmark.New(goldmark.WithParserOptions(parser.WithHeadingAttribute()))

// ParseFile reads one file. name is its slash-separated path, « fr/linkedin.md ». Every problem is reported, not the first alone; a
// file with problems must not be used.
func ParseFile(name string, data []byte) (File, Problems) {
	p := &parsing{file: name, source: data}
	f := File{Path: name}
	if !utf8.Valid(data) {
		p.report(0, "this file is not UTF-8", "save it as UTF-8")
		return f, p.problems
	}
	body, ok := p.frontMatter(&f)
	if !ok {
		return f, p.problems
	}
	p.offset = len(data) - len(body)
	p.source = body
	p.lang = f.Lang
	doc := markdown.Parser().Parse(text.NewReader(body))
	p.entries(doc, &f)
	p.checkSources(&f)
	return f, p.problems
}

// parsing is the state of reading one file.
type parsing struct {
	file     string
	lang     string
	source   []byte // the part after the front matter
	offset   int    // where that part begins in the file
	head     []byte // the front matter
	problems Problems
}

func (p *parsing) report(line int, problem, remedy string) {
	p.problems = append(p.problems, Problem{p.file, line, problem, remedy})
}

// line is the line of a node in the file.
func (p *parsing) line(n ast.Node) int {
	for c := n; c != nil; c = c.FirstChild() {
		if c.Type() == ast.TypeBlock && c.Lines().Len() > 0 {
			return p.lineAt(c.Lines().At(0).Start)
		}
	}
	if n.Parent() != nil && n.Parent().Kind() != ast.KindDocument {
		return p.line(n.Parent())
	}
	return 0
}

func (p *parsing) lineAt(pos int) int {
	pos = min(pos, len(p.source))
	return bytes.Count(p.head, []byte{'\n'}) + bytes.Count(p.source[:pos], []byte{'\n'}) + 1
}

var fence = []byte("---\n")

// frontMatter reads what stands between the first two lines of three dashes.
func (p *parsing) frontMatter(f *File) (body []byte, ok bool) {
	data := bytes.ReplaceAll(p.source, []byte("\r\n"), []byte("\n"))
	rest, found := bytes.CutPrefix(data, fence)
	end := bytes.Index(rest, []byte("\n---\n"))
	if !found || end < 0 {
		p.report(1, "the file does not begin with front matter", "begin with a line of three dashes, then subject, lang, name and sources, then three dashes")
		return nil, false
	}
	var fm front
	if err := yaml.UnmarshalWithOptions(rest[:end+1], &fm, yaml.Strict()); err != nil {
		line, text := yamlProblem(err)
		p.report(line+1, text, "see docs/base-format.md for the keys of the front matter")
		return nil, false
	}
	p.head = data[:len(fence)+end+len("\n---\n")]
	f.Lang = fm.Lang
	f.Subject = knowledge.Subject{Slug: fm.Subject, Owner: fm.Owner, Name: map[string]string{fm.Lang: fm.Name}, Sources: map[string][]knowledge.Source{}}
	p.checkFront(fm)
	for _, s := range fm.Sources {
		f.Subject.Sources[fm.Lang] = append(f.Subject.Sources[fm.Lang], s.source())
	}
	return data[len(p.head):], headings[fm.Lang] != nil
}

func (p *parsing) checkFront(fm front) {
	folder, slug := path.Base(path.Dir(p.file)), strings.TrimSuffix(path.Base(p.file), ".md")
	if fm.Subject != slug {
		p.report(2, "subject is "+quote(fm.Subject)+" in a file named "+slug+".md", "make them the same")
	}
	switch {
	case headings[fm.Lang] == nil:
		p.report(3, "lang "+quote(fm.Lang)+" is not one of "+strings.Join(Languages, ", "), "write one of them")
	case folder != fm.Lang:
		p.report(3, "lang is "+quote(fm.Lang)+" in the folder "+quote(folder), "make them the same")
	}
	if strings.TrimSpace(fm.Name) == "" {
		p.report(4, "the name is missing", "write name: and what readers call the subject")
	}
	seen := map[string]bool{}
	for _, s := range fm.Sources {
		if s.ID == "" || s.Publisher == "" || s.Title == "" {
			p.report(1, "source "+quote(s.ID)+" lacks an id, a publisher or a title", "fill all three")
		}
		if seen[s.ID] {
			p.report(1, "two sources are called "+quote(s.ID), "rename one")
		}
		seen[s.ID] = true
		if !slices.Contains([]string{"found", "memory"}, s.Basis) {
			p.report(1, "source "+quote(s.ID)+" has basis "+quote(s.Basis), "write found (a page that was read) or memory")
		}
		if !knowledge.PartialDate(s.Date).Valid() {
			p.report(1, "source "+quote(s.ID)+" has date "+quote(s.Date), "write YYYY, YYYY-MM or YYYY-MM-DD, between quotes")
		}
	}
}

// yamlProblem returns the line, from 1 in the YAML text, and the message of an error.
func yamlProblem(err error) (int, string) {
	var e yaml.Error
	if errors.As(err, &e) {
		line := 0
		if t := e.GetToken(); t != nil && t.Position != nil {
			line = t.Position.Line
		}
		return line, e.GetMessage()
	}
	return 0, strings.SplitN(err.Error(), "\n", 2)[0]
}

func quote(s string) string { return "« " + s + " »" }
