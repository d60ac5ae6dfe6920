package knowledge

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Change is one field of an entry before and after. Lists are one item a line.
type Change struct {
	Field    string // « review », « fr.title », « fr.steps.web », « en.links »
	Old, New string
}

// String shows the change to a person: one line, or the lines that went (-) and came (+).
func (c Change) String() string {
	if !strings.Contains(c.Old+c.New, "\n") {
		switch {
		case c.Old == "":
			return c.Field + ": + " + c.New
		case c.New == "":
			return c.Field + ": - " + c.Old
		}
		return c.Field + ": " + c.Old + " → " + c.New
	}
	return c.Field + ":\n" + strings.Join(lineDiff(split(c.Old), split(c.New)), "\n")
}

// Diff returns the fields in which two versions of an entry differ, metadata first. nil stands for no entry.
func Diff(a, b *Entry) []Change { return diff(fields(a), fields(b)) }

// DiffSubject returns the fields in which two versions of a subject differ. nil stands for no subject.
func DiffSubject(a, b *Subject) []Change { return diff(subjectFields(a), subjectFields(b)) }

// diff compares two lists of fields, each as New.
func diff(old, now []Change) []Change {
	var out []Change
	for _, f := range now {
		if before := value(old, f.Field); before != f.New {
			out = append(out, Change{f.Field, before, f.New})
		}
	}
	for _, f := range old {
		if !slices.ContainsFunc(now, func(n Change) bool { return n.Field == f.Field }) && f.New != "" {
			out = append(out, Change{f.Field, f.New, ""})
		}
	}
	return out
}

func value(all []Change, field string) string {
	for _, f := range all {
		if f.Field == field {
			return f.New
		}
	}
	return ""
}

// fields are the fields of an entry, each as New.
func fields(e *Entry) []Change {
	if e == nil {
		return nil
	}
	list := func(s []string) string { return strings.Join(s, ", ") }
	out := []Change{
		{Field: "also", New: list(e.Also)},
		{Field: "kind", New: string(e.Kind)},
		{Field: "difficulty", New: string(e.Difficulty)},
		{Field: "regions", New: list(e.Regions)},
		{Field: "plans", New: list(e.Plans)},
		{Field: "ages", New: e.Ages},
		{Field: "sources", New: list(e.Sources)},
		{Field: "verified", New: e.Verified.String()},
		{Field: "review", New: e.Review.String()},
		{Field: "status", New: string(e.Status)},
		{Field: "revision", New: strconv.Itoa(e.Revision)},
		{Field: "author", New: e.Author},
	}
	for _, lang := range languagesOf(e) {
		out = append(out, textFields(lang, e.Text[lang])...)
	}
	return out
}

func textFields(lang string, t Text) []Change {
	lines := func(s []string) string { return strings.Join(s, "\n") }
	out := []Change{
		{Field: lang + ".title", New: t.Title},
		{Field: lang + ".short", New: t.Short},
		{Field: lang + ".phrases", New: lines(t.Phrases)},
	}
	for _, d := range t.Steps {
		out = append(out, Change{Field: lang + ".steps." + string(d.Device), New: lines(d.Steps)})
	}
	links := make([]string, len(t.Links))
	for i, l := range t.Links {
		links[i] = fmt.Sprintf("%s: %s %s", l.Kind, l.Text, l.URL)
	}
	return append(out,
		Change{Field: lang + ".links", New: lines(links)},
		Change{Field: lang + ".changes", New: lines(t.Changes)},
		Change{Field: lang + ".keeps", New: lines(t.Keeps)},
		Change{Field: lang + ".notes", New: lines(t.Notes)},
	)
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// lineDiff marks the lines that left with - and those that came with +, and leaves the others out.
func lineDiff(a, b []string) []string {
	same := make([][]int, len(a)+1) // same[i][j]: the longest common sequence of a[i:] and b[j:]
	for i := range same {
		same[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			same[i][j] = max(same[i+1][j], same[i][j+1])
			if a[i] == b[j] {
				same[i][j] = same[i+1][j+1] + 1
			}
		}
	}
	var out []string
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && same[i+1][j] >= same[i][j+1]:
			out = append(out, "  - "+a[i])
			i++
		default:
			out = append(out, "  + "+b[j])
			j++
		}
	}
	return out
}

func subjectFields(s *Subject) []Change {
	if s == nil {
		return nil
	}
	out := []Change{{Field: "owner", New: s.Owner}}
	for _, lang := range slices.Sorted(maps.Keys(s.Name)) {
		lines := make([]string, len(s.Sources[lang]))
		for i, src := range s.Sources[lang] {
			lines[i] = strings.Join(strings.Fields(fmt.Sprintf("%s %s: %s, %s %s %s", src.ID, src.Basis, src.Publisher, src.Title, src.Date, src.URL)), " ")
		}
		out = append(out, Change{Field: lang + ".name", New: s.Name[lang]}, Change{Field: lang + ".sources", New: strings.Join(lines, "\n")})
	}
	return out
}
