package knowledge

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Basis is what a source rests on.
type Basis string

// The bases.
const (
	Found  Basis = "found"  // a page that was read
	Memory Basis = "memory" // recalled, to be checked
)

// A Source is a page that entries rest on.
type Source struct {
	ID        string
	Publisher string
	Title     string
	URL       string      // "" when unknown
	Date      PartialDate // "" when unknown
	Basis     Basis
}

// A Subject is what entries are about: a service, or general questions.
type Subject struct {
	Slug    string
	Owner   string              // company, a slug; "" for general questions
	Name    map[string]string   // by language
	Sources map[string][]Source // by language; the ids are the same in each
}

var sourceID = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]{0,7}$`)

// Validate returns everything that is wrong with a subject by itself, nil when nothing is.
func (s *Subject) Validate() []InvalidError {
	var v validation
	if !slug.MatchString(s.Slug) {
		v.add("subject", fmt.Sprintf("the subject %q is not a slug", s.Slug), "write lower-case letters, digits and dashes")
	}
	if s.Owner != "" && !slug.MatchString(s.Owner) {
		v.add("owner", fmt.Sprintf("the owner %q is not a slug", s.Owner), "write lower-case letters, digits and dashes")
	}
	for _, lang := range slices.Sorted(maps.Keys(s.Name)) {
		v.plain(lang+".name", s.Name[lang])
		if strings.ContainsAny(s.Name[lang], "{}#") {
			v.add(lang+".name", "braces or # in the name", "write it in words")
		}
		ids := map[string]bool{}
		for _, src := range s.Sources[lang] {
			field := lang + ".sources." + src.ID
			if ids[src.ID] {
				v.add(field, "two sources have this id", "rename one")
			}
			ids[src.ID] = true
			v.source(field, src)
		}
	}
	return v.out
}

func (v *validation) source(field string, s Source) {
	if !sourceID.MatchString(s.ID) {
		v.add(field, fmt.Sprintf("the id %q of a source", s.ID), "write S1, S2… for a page that was read, M1… for memory")
	}
	for _, part := range []struct{ name, value string }{{"publisher", s.Publisher}, {"title", s.Title}} {
		if strings.TrimSpace(part.value) == "" {
			v.add(field, "the "+part.name+" is missing", "write it")
		} else if strings.TrimSpace(part.value) != part.value || strings.ContainsFunc(part.value, invisible) || !utf8.ValidString(part.value) {
			v.add(field, "the "+part.name+" has a space at an end, or an invisible character", "remove it")
		}
	}
	if s.URL != "" {
		if err := CheckURL(s.URL); err != nil {
			v.add(field, err.Error(), "write the whole address: https://example.org/page, or leave it out")
		}
	}
	if !s.Date.Valid() {
		v.add(field, fmt.Sprintf("date %q", string(s.Date)), `write "2026", "2026-05" or "2026-05-04", between quotes, or leave it out`)
	}
	if s.Basis != Found && s.Basis != Memory {
		v.add(field, fmt.Sprintf("basis %q", string(s.Basis)), "write found (a page that was read) or memory (recalled, to be checked)")
	}
}
