package files

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"nonmerci/knowledge"
)

// Read reads every <lang>/<subject>.md of fsys. With problems, the base holds what could be read and must not be published; the error
// is for an fsys that cannot be read at all.
func Read(fsys fs.FS) (*knowledge.Base, Problems, error) {
	names, err := list(fsys)
	if err != nil {
		return nil, nil, fmt.Errorf("read the base: %w", err)
	}
	base := knowledge.NewBase()
	var problems Problems
	if len(names) == 0 {
		problems = append(problems, Problem{Problem: "no file <lang>/<subject>.md here", Remedy: "point to a folder such as knowledge/base"})
	}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, nil, fmt.Errorf("read the base: %w", err)
		}
		f, ps := ParseFile(name, data)
		problems = append(append(problems, ps...), Add(base, f)...)
	}
	return base, problems, nil
}

// list returns the Markdown files of the folders named for a language.
func list(fsys fs.FS) ([]string, error) {
	var names []string
	folders, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	for _, d := range folders {
		if !d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			continue
		}
		files, err := fs.ReadDir(fsys, d.Name())
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			if !f.IsDir() && path.Ext(f.Name()) == ".md" {
				names = append(names, path.Join(d.Name(), f.Name()))
			}
		}
	}
	slices.Sort(names)
	return names, nil
}

// Add puts a file into a base, beside the other languages of its subject, and reports where these disagree.
func Add(base *knowledge.Base, f File) Problems {
	if f.Subject.Slug == "" || f.Lang == "" {
		return nil
	}
	var ps Problems
	s := base.Subjects[f.Subject.Slug]
	if s == nil {
		s = &knowledge.Subject{Slug: f.Subject.Slug, Owner: f.Subject.Owner, Name: map[string]string{}, Sources: map[string][]knowledge.Source{}}
		base.Subjects[s.Slug] = s
	}
	if s.Owner != f.Subject.Owner {
		ps = append(ps, Problem{
			File: f.Path, Line: 1, Field: "owner", Problem: quote(f.Subject.Owner) + " here, " + quote(s.Owner) + " in another language", Remedy: "make them the same",
		})
	}
	s.Name[f.Lang] = f.Subject.Name[f.Lang]
	s.Sources[f.Lang] = f.Subject.Sources[f.Lang]
	for i := range f.Entries {
		ps = append(ps, addEntry(base, f, f.Entries[i])...)
	}
	return ps
}

func addEntry(base *knowledge.Base, f File, e knowledge.Entry) Problems {
	have := base.Entries[e.ID]
	if have == nil {
		base.Entries[e.ID] = &e
		return nil
	}
	var ps Problems
	this, other := e, *have
	this.Text, other.Text = nil, nil
	for _, c := range knowledge.Diff(&other, &this) {
		ps = append(ps, Problem{
			File: f.Path, Line: e.Text[f.Lang].Position.Line, Entry: e.ID, Field: c.Field,
			Problem: quote(c.New) + " here, " + quote(c.Old) + " in another language", Remedy: "make them the same",
		})
	}
	have.Text[f.Lang] = e.Text[f.Lang]
	return ps
}
