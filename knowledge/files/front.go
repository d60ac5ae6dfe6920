package files

import (
	"bytes"
	"errors"
	"path"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"nonmerci/knowledge"
)

// front is the front matter of a file.
type front struct {
	Subject string        `yaml:"subject"`
	Lang    string        `yaml:"lang"`
	Name    string        `yaml:"name"`
	Owner   string        `yaml:"owner"`
	Sources []frontSource `yaml:"sources"`
}

type frontSource struct {
	ID        string `yaml:"id"`
	Publisher string `yaml:"publisher"`
	Title     string `yaml:"title"`
	URL       string `yaml:"url"`
	Date      string `yaml:"date"`
	Basis     string `yaml:"basis"`
}

func (s frontSource) source() knowledge.Source {
	return knowledge.Source{
		ID: s.ID, Publisher: s.Publisher, Title: s.Title, URL: s.URL, Date: knowledge.PartialDate(s.Date), Basis: knowledge.Basis(s.Basis),
	}
}

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
	var fm front
	if err := unmarshal(rest[:end+1], &fm); err != nil {
		line, problem := yamlProblem(err)
		p.report(line+1, problem, "see docs/base-format.md for the keys of the front matter")
		return false
	}
	f.Lang = fm.Lang
	f.Subject = knowledge.Subject{Slug: fm.Subject, Owner: fm.Owner, Name: map[string]string{fm.Lang: fm.Name}, Sources: map[string][]knowledge.Source{}}
	for _, s := range fm.Sources {
		f.Subject.Sources[fm.Lang] = append(f.Subject.Sources[fm.Lang], s.source())
	}
	p.checkPath(fm)
	for _, e := range f.Subject.Validate() {
		p.report(p.frontLine(e.Field), strings.TrimPrefix(e.Field, fm.Lang+".")+": "+e.Problem, e.Remedy)
	}
	return headings[fm.Lang] != nil
}

// checkPath compares what the front matter says with where the file lies.
func (p *parsing) checkPath(fm front) {
	folder, slug := path.Base(path.Dir(p.file)), strings.TrimSuffix(path.Base(p.file), ".md")
	if fm.Subject != slug {
		p.report(p.frontLine("subject"), "subject is "+quote(fm.Subject)+" in a file named "+slug+".md", "make them the same")
	}
	switch {
	case headings[fm.Lang] == nil:
		p.report(p.frontLine("lang"), "lang "+quote(fm.Lang)+" is not one of "+strings.Join(Languages, ", "), "write one of them")
	case folder != fm.Lang:
		p.report(p.frontLine("lang"), "lang is "+quote(fm.Lang)+" in the folder "+quote(folder), "make them the same")
	}
	if strings.TrimSpace(fm.Name) == "" {
		p.report(p.frontLine("name"), "the name is missing", "write name: and what readers call the subject")
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

// unmarshal reads YAML strictly: an unknown key, or a key given twice, is an error.
func unmarshal(data []byte, into any) error {
	return yaml.UnmarshalWithOptions(data, into, yaml.Strict())
}

// yamlProblem returns the line, from 1 in the YAML text, and the message of an error.
func yamlProblem(err error) (int, string) {
	if e, ok := errors.AsType[yaml.Error](err); ok {
		line := 1
		if t := e.GetToken(); t != nil && t.Position != nil {
			line = t.Position.Line
		}
		return line, e.GetMessage()
	}
	return 1, strings.SplitN(err.Error(), "\n", 2)[0]
}

func quote(s string) string { return strconv.Quote(s) }
