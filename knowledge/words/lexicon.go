package words

import (
	"fmt"
	"io/fs"
	"sort"

	"github.com/goccy/go-yaml"
)

// Names are the ways one subject is called, lower case, as people write them.
type Names struct {
	Name         string   `yaml:"name"`  // what a reader sees
	Owner        string   `yaml:"owner"` // the company, a slug
	Names        []string `yaml:"names"`
	Aliases      []string `yaml:"aliases"`   // products and short forms
	Nicknames    []string `yaml:"nicknames"` // what people call it, or how they describe it
	Misspellings []string `yaml:"misspellings"`
	Weak         []string `yaml:"weak"` // count only when nothing else fits: everyday words
}

// Strong returns every name but the weak ones.
func (n Names) Strong() []string {
	var all []string
	for _, l := range [][]string{n.Names, n.Aliases, n.Nicknames, n.Misspellings} {
		all = append(all, l...)
	}
	return all
}

// A Lexicon is what understanding knows of words besides the questions.
type Lexicon struct {
	Subjects map[string]Names               // by slug
	Unlisted []string                       // services we do not cover
	Short    map[string]map[string]string   // language → short spelling → what it stands for
	Prefixes map[string]map[string]string   // language → letters glued in front → what they stand for
	Concepts map[string]map[string][]string // concept → language → words and short expressions
}

// Slugs returns the subjects in alphabetical order.
func (l Lexicon) Slugs() []string {
	var s []string
	for slug := range l.Subjects {
		s = append(s, slug)
	}
	sort.Strings(s)
	return s
}

// ReadLexicon reads names.yaml, short.yaml and concepts.yaml. An error names the file, the line and what is wrong there.
func ReadLexicon(fsys fs.FS) (Lexicon, error) {
	var l Lexicon
	var names map[string]namesOrList
	if err := readYAML(fsys, "names.yaml", &names); err != nil {
		return l, err
	}
	l.Subjects = make(map[string]Names, len(names))
	for slug, n := range names {
		if slug == "unlisted" {
			l.Unlisted = n.list
		} else {
			l.Subjects[slug] = n.Names
		}
	}
	var short map[string]map[string]stringOrMap
	if err := readYAML(fsys, "short.yaml", &short); err != nil {
		return l, err
	}
	l.Short, l.Prefixes = map[string]map[string]string{}, map[string]map[string]string{}
	for lang, m := range short {
		l.Short[lang] = map[string]string{}
		for from, to := range m {
			if lang == "prefixes" {
				l.Prefixes[from] = to.nested
			} else {
				l.Short[lang][from] = to.text
			}
		}
	}
	delete(l.Short, "prefixes")
	if err := readYAML(fsys, "concepts.yaml", &l.Concepts); err != nil {
		return l, err
	}
	return l, l.check()
}

// check refuses a name that two subjects claim.
func (l Lexicon) check() error {
	owner := map[string]string{}
	for _, slug := range l.Slugs() {
		for _, n := range l.Subjects[slug].Strong() {
			if o, taken := owner[n]; taken && o != slug {
				return fmt.Errorf("names.yaml: %q is a name of both %s and %s; keep it in one, or put it under weak", n, o, slug)
			}
			owner[n] = slug
		}
	}
	return nil
}

// namesOrList is a value of names.yaml: the names of a subject, or under « unlisted » a list.
type namesOrList struct {
	Names
	list []string
}

// UnmarshalYAML implements yaml.InterfaceUnmarshaler: one that is given bytes has them formatted anew first, which takes seconds.
func (n *namesOrList) UnmarshalYAML(decode func(any) error) error {
	if decode(&n.list) == nil {
		return nil
	}
	n.list = nil
	return decode(&n.Names)
}

// stringOrMap is a value of short.yaml: what a spelling stands for, or under « prefixes » the prefixes of a language.
type stringOrMap struct {
	text   string
	nested map[string]string
}

// UnmarshalYAML implements yaml.InterfaceUnmarshaler.
func (v *stringOrMap) UnmarshalYAML(decode func(any) error) error {
	if decode(&v.nested) == nil {
		return nil
	}
	v.nested = nil
	return decode(&v.text)
}

func readYAML(fsys fs.FS, name string, v any) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("read the lexicon: %w", err)
	}
	if err := yaml.UnmarshalWithOptions(data, v, yaml.Strict()); err != nil {
		return fmt.Errorf("%s: %s", name, yaml.FormatError(err, false, false))
	}
	return nil
}
