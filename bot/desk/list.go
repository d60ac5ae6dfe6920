package desk

import (
	"slices"
	"strings"
)

// list is a page of entries.
func (t *turn) list() (Screen, error) {
	filter := t.act.arg(0)
	if !slices.Contains(filters, filter) {
		filter = filterAll
	}
	all, err := t.items()
	if err != nil {
		return Screen{}, err
	}
	found := pick(all, filter)
	name := t.w.Filter[filter]
	if t.base && filter == filterAll {
		name = t.w.BaseList
	}
	s := Screen{Title: name + " (" + itoa(len(found)) + ")", Replace: true}
	if len(found) == 0 {
		s.add(para(t.w.ListEmpty))
	}
	n, from, to := page(int(number(t.act.arg(1))), len(found))
	verb := "show"
	if filter == filterDrafts || filter == filterRelease {
		verb = "draft"
	}
	t.addItems(&s, found[from:to], from, verb)
	s.row(append(t.turnPages(n, len(found), func(p string) Act { return t.to("list", filter, p) }), t.findButton())...)
	return s, nil
}

// addItems lists entries with a button each, numbered alike.
func (t *turn) addItems(s *Screen, items []item, from int, verb string, args ...string) {
	var lines []string
	var buttons []Button
	for k, i := range items {
		name, n := title(i.entry, i.id, t.w.Code), itoa(from+k+1)
		line := n + ". " + name
		if mark := t.itemMark(i); mark != "" {
			line += " (" + mark + ")"
		}
		lines = append(lines, line)
		buttons = append(buttons, Button{Label: n + ". " + name, Act: t.to(verb, append(slices.Clone(args), Code(i.id))...)})
	}
	for _, l := range lines {
		s.add(para(l))
	}
	s.rows(2, buttons)
}

// itemMark says in a word what is particular about an entry.
func (t *turn) itemMark(i item) string {
	var marks []string
	if i.view.rec.Draft != nil {
		marks = append(marks, t.w.MarkDraft)
	}
	switch st := i.view.state(); {
	case st == hidden:
		marks = append(marks, t.w.MarkHidden)
	case st == archived:
		marks = append(marks, t.w.MarkArchived)
	case st == gone:
		marks = append(marks, t.w.MarkGone)
	case !t.base && i.view.own():
		marks = append(marks, t.w.MarkOwn)
	case !t.base && i.view.local():
		marks = append(marks, t.w.MarkLocal)
	}
	return strings.Join(marks, ", ")
}
