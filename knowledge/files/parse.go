package files

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"nonmerci/knowledge"
)

// A File is one subject in one language, its sources and entries in the order in which Format writes them.
type File struct {
	Path    string
	Lang    string
	Subject knowledge.Subject
	Entries []knowledge.Entry // each with the text of Lang alone
}

var markdown = goldmark.New(goldmark.WithParserOptions(parser.WithHeadingAttribute()))

// ParseFile reads one file. name is its slash-separated path, « fr/linkedin.md ». Every problem is reported, not the first alone; a
// file with problems must not be used. It is safe for concurrent use.
func ParseFile(name string, data []byte) (File, Problems) {
	p := &parsing{file: name}
	f := File{Path: name}
	if !utf8.Valid(data) {
		p.report(0, "this file is not UTF-8", "save it as UTF-8")
		return f, p.problems
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	p.source = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	if p.frontMatter(&f) {
		p.lang = f.Lang
		p.body(&f)
	}
	slices.SortStableFunc(p.problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return f, p.problems
}

// parsing is the state of reading one file.
type parsing struct {
	file     string
	lang     string
	head     []byte // the front matter, with its dashes
	source   []byte // the part after it
	blind    bool   // the metadata of an entry could not be read
	problems Problems
}

func (p *parsing) report(line int, problem, remedy string) {
	p.problems = append(p.problems, Problem{File: p.file, Line: line, Problem: problem, Remedy: remedy})
}

func (p *parsing) body(f *File) {
	p.entries(markdown.Parser().Parse(text.NewReader(p.source)), f)
	p.checkSources(f)
	slices.SortStableFunc(f.Subject.Sources[f.Lang], func(a, b knowledge.Source) int { return knowledge.CompareSourceIDs(a.ID, b.ID) })
	slices.SortStableFunc(f.Entries, func(a, b knowledge.Entry) int { return knowledge.CompareIDs(a.ID, b.ID) })
}

// line is the line of a node in the file.
func (p *parsing) line(n ast.Node) int {
	for c := n; c != nil; c = c.FirstChild() {
		if c.Type() == ast.TypeBlock && c.Lines().Len() > 0 {
			return p.lineAt(c.Lines().At(0).Start)
		}
	}
	if n.Pos() >= 0 {
		return p.lineAt(n.Pos())
	}
	return 0
}

func (p *parsing) lineAt(pos int) int {
	pos = min(pos, len(p.source))
	return bytes.Count(p.head, []byte{'\n'}) + bytes.Count(p.source[:pos], []byte{'\n'}) + 1
}

// lineOf is the line of a YAML text whose trimmed words begin with prefix; first is the line of the text in the file, and the
// answer where there is none.
func lineOf(yaml []byte, first int, prefix string) int {
	for i, l := range strings.Split(string(yaml), "\n") {
		if strings.HasPrefix(strings.TrimLeft(l, " -"), prefix) {
			return first + i
		}
	}
	return first
}

// checkSources refuses an id that the front matter lacks, and a source that no entry names.
func (p *parsing) checkSources(f *File) {
	have, used := map[string]bool{}, map[string]bool{}
	for _, s := range f.Subject.Sources[f.Lang] {
		have[s.ID] = true
	}
	for _, e := range f.Entries {
		for _, id := range e.Sources {
			used[id] = true
			if !have[id] {
				p.report(e.Text[f.Lang].Position.Line, "source "+quote(id)+" is not in the front matter", "add it there, or correct the id")
			}
		}
	}
	for _, s := range f.Subject.Sources[f.Lang] {
		if !used[s.ID] && !p.blind {
			p.report(lineOf(p.head, 1, "id: "+s.ID), "source "+quote(s.ID)+" is named by no entry", "remove it, or name it in an entry")
		}
	}
}
