package files

import (
	"fmt"
	"io/fs"
	"reflect"
	"sort"
	"strings"

	"nonmerci/knowledge"
)

// Read reads every <lang>/<subject>.md of fsys. With problems, the base holds what could be read and must not be published; the error
// is for an fsys that cannot be read at all.
func Read(fsys fs.FS) (*knowledge.Base, Problems, error) {
	var problems Problems
	base := knowledge.NewBase()
	names, err := fs.Glob(fsys, "*/*.md")
	if err != nil {
		return nil, nil, fmt.Errorf("list the base: %w", err)
	}
	if len(names) == 0 {
		if _, err := fs.Stat(fsys, "."); err != nil {
			return nil, nil, fmt.Errorf("read the base: %w", err)
		}
		problems = append(problems, Problem{File: ".", Text: "no file <lang>/<subject>.md here", Remedy: "point to a folder such as knowledge/base"})
	}
	sort.Strings(names)
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, nil, fmt.Errorf("read the base: %w", err)
		}
		f, ps := ParseFile(name, data)
		problems = append(problems, ps...)
		problems = append(problems, add(base, f)...)
	}
	return base, problems, nil
}

// add puts a file into a base, beside the other languages of its subject.
func add(base *knowledge.Base, f File) Problems {
	if f.Subject.Slug == "" {
		return nil
	}
	s := base.Subjects[f.Subject.Slug]
	if s == nil {
		s = &knowledge.Subject{Slug: f.Subject.Slug, Owner: f.Subject.Owner, Name: map[string]string{}, Sources: map[string][]knowledge.Source{}}
		base.Subjects[s.Slug] = s
	}
	var ps Problems
	if s.Owner != f.Subject.Owner {
		ps = append(ps, Problem{f.Path, 1, "the owner differs from the other language's", "make them the same"})
	}
	s.Name[f.Lang] = f.Subject.Name[f.Lang]
	s.Sources[f.Lang] = f.Subject.Sources[f.Lang]
	for i := range f.Entries {
		e := f.Entries[i]
		have := base.Entries[e.ID]
		if have == nil {
			base.Entries[e.ID] = &e
			continue
		}
		if keys := differences(have, &e); len(keys) > 0 {
			ps = append(ps, Problem{
				f.Path, e.Text[f.Lang].Position.Line, string(e.ID) + " has another " + strings.Join(keys, ", ") + " in another language", "make them the same",
			})
		}
		have.Text[f.Lang] = e.Text[f.Lang]
	}
	return ps
}

// differences names the metadata in which two languages of an entry differ.
func differences(a, b *knowledge.Entry) []string {
	var out []string
	va, vb := reflect.ValueOf(*a), reflect.ValueOf(*b)
	for i := range va.NumField() {
		name := va.Type().Field(i).Name
		if name == "Text" {
			continue
		}
		if !reflect.DeepEqual(va.Field(i).Interface(), vb.Field(i).Interface()) {
			out = append(out, strings.ToLower(name))
		}
	}
	return out
}
