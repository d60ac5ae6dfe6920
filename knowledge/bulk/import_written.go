package bulk

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/transfer"
)

// Written plans for what a community wrote, as it is exported. l is what the community has now, v is of it.
func (i *Import) Written(ctx context.Context, l *State, v *Vetting, c *transfer.Community, problems files.Problems) (*Plan, error) {
	p := &Plan{Plan: &transfer.Plan{}}
	for _, w := range c.Entries {
		it := transfer.Item{ID: w.ID, Action: transfer.Unchanged}
		if err := i.written(ctx, l, v, w, p, &it); err != nil {
			return nil, err
		}
		it.Refuse(problemsOf(problems, w.ID)...)
		p.Items = append(p.Items, it)
	}
	for _, problem := range problems {
		if len(problemsOf(files.Problems{problem}, problem.Entry)) == 0 || !slices.ContainsFunc(c.Entries, func(w transfer.Written) bool { return w.ID == problem.Entry }) {
			p.Problems = append(p.Problems, problem)
		}
	}
	return p, nil
}

// problemsOf are the problems of one entry.
func problemsOf(problems files.Problems, id knowledge.ID) []knowledge.InvalidError {
	var out []knowledge.InvalidError
	for _, p := range problems {
		if p.Entry == id && id != "" {
			out = append(out, p)
		}
	}
	return out
}

// written compares what a community says of one entry with what it said, and plans what to save.
func (i *Import) written(ctx context.Context, l *State, v *Vetting, w transfer.Written, p *Plan, it *transfer.Item) error {
	for _, c := range []*knowledge.Content{w.Published, w.Draft} {
		if c == nil {
			continue
		}
		if what := tooLongIn(append(textsOf(c.Entry), textsBeside(*c)...)); what != "" {
			it.Refuse(ProblemAt(w, what, cutIt))
			return nil
		}
	}
	r := l.Records[w.ID]
	r.Community, r.Entry = v.home, w.ID
	as := i.save(v.home)
	n := l.Numbers[w.ID]
	if w.Behind {
		n = max(0, n-1)
	}
	if changes, differs := changed(r.Published, w.Published); differs {
		it.Action, it.Changes = transfer.Changed, changes
		if r.Latest == 0 {
			it.Action, it.Changes = transfer.Added, nil
		}
		as.Summary = i.summary(it.Changes)
		c := based(*w.Published, w.ID, n)
		if i.Drafts {
			if r.Draft != nil {
				it.Refuse(waits(w, r))
			}
			as.Draft, as.Entry, as.Expect, as.Content = true, w.ID, r.Latest, Numbered(c, r.Latest+1)
			p.Saves = append(p.Saves, as)
		} else {
			p.Saves = append(p.Saves, Publishing(r, c, as)...)
		}
		r.Latest++
		r.Published = &knowledge.Revision{Content: *w.Published}
	}
	_, same := changed(r.Published, w.Draft)
	if changes, differs := changed(r.Draft, w.Draft); differs && same {
		if it.Action == transfer.Unchanged {
			it.Action, it.Changes = transfer.Changed, changes
		}
		if r.Draft != nil {
			it.Refuse(waits(w, r))
		}
		as.Draft, as.Entry, as.Expect, as.Summary = true, w.ID, r.Latest, i.summary(changes)
		as.Content = Numbered(based(*w.Draft, w.ID, l.Numbers[w.ID]), r.Latest+1)
		p.Saves = append(p.Saves, as)
	}
	if it.Action == transfer.Unchanged {
		return nil
	}
	stale, err := i.stale(ctx, v.home, l.Records[w.ID], cmp.Or(w.Revision, 0))
	if err != nil {
		return err
	}
	if stale != "" {
		it.Refuse(ProblemAt(w, stale, "export it again, and make the change there"))
	}
	for _, c := range []*knowledge.Content{w.Published, w.Draft} {
		if c != nil {
			refused, warnings := v.Content(w, *c)
			it.Refuse(refused...)
			it.Warnings = append(it.Warnings, warnings...)
		}
	}
	return nil
}

// changed says whether a content is another than that of a revision, and in which fields.
func changed(rev *knowledge.Revision, c *knowledge.Content) ([]knowledge.Change, bool) {
	if c == nil {
		return nil, false
	}
	var before knowledge.Content
	if rev != nil {
		before = rev.Content
	}
	changes := transfer.Differences(before, *c)
	return changes, rev == nil || len(changes) > 0
}

// based is a content upon a revision of the shared entry.
func based(c knowledge.Content, id knowledge.ID, n int) knowledge.Content {
	if c.Base = n; IsOwn(id) {
		c.Base = 0
	}
	return c
}

// waits refuses a draft beside the one that waits.
func waits(w transfer.Written, r knowledge.Record) knowledge.InvalidError {
	return ProblemAt(w, fmt.Sprintf("a draft waits already, as revision %d", r.Draft.Number), "publish it or discard it first, in a chat")
}

// ProblemAt is a problem at the place where what a community says of an entry was read.
func ProblemAt(w transfer.Written, problem, remedy string) knowledge.InvalidError {
	return knowledge.InvalidError{File: w.Position.File, Line: w.Position.Line, Entry: w.ID, Problem: problem, Remedy: remedy}
}
