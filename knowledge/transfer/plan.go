package transfer

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
)

// Action is what an import does with an entry.
type Action string

// The actions.
const (
	Added     Action = "added"
	Changed   Action = "changed"
	Unchanged Action = "unchanged"
	Refused   Action = "refused"
)

// An Item is one entry of an import.
type Item struct {
	ID       knowledge.ID
	Action   Action
	Changes  []knowledge.Change       // when Changed: its fields
	Problems []knowledge.InvalidError // when Refused
	Warnings []string                 // what a person should look at twice; NewPlan finds none
}

// Refuse makes the item one that is refused, for further problems; none changes nothing.
func (it *Item) Refuse(problems ...knowledge.InvalidError) {
	if len(problems) > 0 {
		it.Action, it.Changes, it.Problems = Refused, nil, append(it.Problems, problems...)
	}
}

// A Plan is what an import would do, and the base that would result. Nothing has happened yet.
type Plan struct {
	Items    []Item
	Subjects map[string][]knowledge.Change // names, owners and sources that change
	Problems files.Problems                // those of the file that belong to no entry
	Result   *knowledge.Base
}

// NewPlan compares what was read for an import with the base there is. An entry that has a problem is refused, alone; of a Markdown
// file with problems every entry is. Entries that the import lacks stay, and so do languages that an entry of it lacks. Revision and
// author are the program's: a difference in them is none.
func NewPlan(current, incoming *knowledge.Base, problems files.Problems) *Plan {
	p := &Plan{Subjects: map[string][]knowledge.Change{}, Result: knowledge.NewBase()}
	maps.Copy(p.Result.Subjects, current.Subjects)
	maps.Copy(p.Result.Entries, current.Entries)
	refused := p.refusals(incoming, problems)
	for _, id := range ordered(incoming) {
		e := incoming.Entries[id]
		item := Item{ID: id, Problems: refused[id]}
		for _, problem := range append(e.Validate(), unsourced(e, current, incoming)...) {
			at := firstPosition(e)
			problem.File, problem.Line = cmp.Or(problem.File, at.File), cmp.Or(problem.Line, at.Line)
			if !slices.Contains(item.Problems, problem) && !strings.HasSuffix(at.File, ".md") {
				item.Problems = append(item.Problems, problem)
			}
		}
		p.item(item, current.Entries[id], e)
	}
	p.subjects(current, incoming)
	return p
}

// refusals sorts the problems of reading by entry.
func (p *Plan) refusals(incoming *knowledge.Base, problems files.Problems) map[knowledge.ID][]knowledge.InvalidError {
	out := map[knowledge.ID][]knowledge.InvalidError{}
	for _, problem := range problems {
		of := map[knowledge.ID]bool{}
		if incoming.Entries[problem.Entry] != nil {
			of[problem.Entry] = true
		}
		for id, e := range incoming.Entries {
			for _, t := range e.Text {
				if strings.HasSuffix(problem.File, ".md") && t.Position.File == problem.File {
					of[id] = true
				}
			}
		}
		for id := range of {
			out[id] = append(out[id], problem)
		}
		if len(of) == 0 {
			p.Problems = append(p.Problems, problem)
		}
	}
	return out
}

func firstPosition(e *knowledge.Entry) knowledge.Position {
	for _, lang := range languages(e) {
		return e.Text[lang].Position
	}
	return knowledge.Position{}
}

// unsourced are the sources that an entry names and nobody describes.
func unsourced(e *knowledge.Entry, bases ...*knowledge.Base) []knowledge.InvalidError {
	var out []knowledge.InvalidError
	for _, lang := range languages(e) {
		for _, id := range e.Sources {
			known := false
			for _, b := range bases {
				if s := b.Subjects[e.ID.Subject()]; s != nil {
					known = known || slices.ContainsFunc(s.Sources[lang], func(o knowledge.Source) bool { return o.ID == id })
				}
			}
			if !known {
				out = append(out, knowledge.InvalidError{Entry: e.ID, Field: lang + ".sources", Problem: fmt.Sprintf("source %q is described nowhere", id), Remedy: "describe it, or leave it out"})
			}
		}
	}
	return out
}

func (p *Plan) item(item Item, have, e *knowledge.Entry) {
	next := *e
	next.Text = maps.Clone(e.Text)
	if have != nil {
		next.Revision, next.Author = have.Revision, have.Author
		for lang, t := range have.Text {
			if _, ok := next.Text[lang]; !ok {
				next.Text[lang] = t
			}
		}
		item.Changes = knowledge.Diff(have, &next)
	}
	switch {
	case len(item.Problems) > 0:
		item.Action, item.Changes = Refused, nil
	case have == nil:
		item.Action = Added
	case len(item.Changes) > 0:
		item.Action = Changed
	default:
		item.Action = Unchanged
	}
	if item.Action == Added || item.Action == Changed {
		p.Result.Entries[e.ID] = &next
	}
	p.Items = append(p.Items, item)
}

// subjects joins the names and sources of both bases for the entries that are taken, and drops sources that no entry names.
func (p *Plan) subjects(current, incoming *knowledge.Base) {
	taken := map[string]bool{}
	for _, it := range p.Items {
		taken[it.ID.Subject()] = taken[it.ID.Subject()] || it.Action != Refused
	}
	for slug, s := range incoming.Subjects {
		have := current.Subjects[slug]
		if !taken[slug] {
			continue
		}
		next := join(have, s, p.Result.Of(slug))
		if have != nil {
			if changes := knowledge.DiffSubject(have, next); len(changes) > 0 {
				p.Subjects[slug] = changes
			}
		}
		p.Result.Subjects[slug] = next
	}
}

func join(have, s *knowledge.Subject, entries []*knowledge.Entry) *knowledge.Subject {
	next := &knowledge.Subject{Slug: s.Slug, Owner: s.Owner, Name: map[string]string{}, Sources: map[string][]knowledge.Source{}}
	for _, from := range []*knowledge.Subject{have, s} {
		if from == nil {
			continue
		}
		maps.Copy(next.Name, from.Name)
		for lang, all := range from.Sources {
			for _, src := range all {
				next.Sources[lang] = slices.DeleteFunc(next.Sources[lang], func(o knowledge.Source) bool { return o.ID == src.ID })
				next.Sources[lang] = append(next.Sources[lang], src)
			}
		}
	}
	for lang, all := range next.Sources {
		all = slices.DeleteFunc(all, func(o knowledge.Source) bool {
			return !slices.ContainsFunc(entries, func(e *knowledge.Entry) bool { return slices.Contains(e.Sources, o.ID) })
		})
		slices.SortFunc(all, func(a, b knowledge.Source) int { return knowledge.CompareSourceIDs(a.ID, b.ID) })
		next.Sources[lang] = all
	}
	return next
}

// Count is how many entries meet an action.
func (p *Plan) Count(a Action) int {
	n := 0
	for _, it := range p.Items {
		if it.Action == a {
			n++
		}
	}
	return n
}

// WriteTo tells a person what the import would do: each change with its fields, then the counts.
func (p *Plan) WriteTo(w io.Writer) (int64, error) {
	var b strings.Builder
	for _, it := range p.Items {
		switch it.Action {
		case Unchanged:
			continue
		case Refused:
			fmt.Fprintf(&b, "%s %s\n", it.Action, it.ID)
			for _, problem := range it.Problems {
				fmt.Fprintf(&b, "  %s\n", problem.Error())
			}
		default:
			fmt.Fprintf(&b, "%s %s\n", it.Action, it.ID)
			writeChanges(&b, it.Changes)
			for _, w := range it.Warnings {
				b.WriteString("  warning: " + w + "\n")
			}
		}
	}
	for _, slug := range slices.Sorted(maps.Keys(p.Subjects)) {
		fmt.Fprintf(&b, "%s subject %s\n", Changed, slug)
		writeChanges(&b, p.Subjects[slug])
	}
	for _, problem := range p.Problems {
		fmt.Fprintf(&b, "%s: %s\n", Refused, problem.Error())
	}
	fmt.Fprintf(&b, "%d added, %d changed, %d unchanged, %d refused\n", p.Count(Added), p.Count(Changed), p.Count(Unchanged), p.Count(Refused))
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}

func writeChanges(b *strings.Builder, all []knowledge.Change) {
	for _, c := range all {
		b.WriteString("  " + strings.ReplaceAll(c.String(), "\n", "\n  ") + "\n")
	}
}
