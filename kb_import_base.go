package main

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"strconv"

	"nonmerci/knowledge"
	"nonmerci/knowledge/transfer"
)

// planBase plans for entries as a base has them: for the shared base, or as texts of a community, its own and those in the place of shared ones.
func (i *importing) planBase(ctx context.Context, l *look, in *imported) (*planned, error) {
	incoming, long := shorter(in.base)
	home, shared := knowledge.SharedBase, l.base
	current := &knowledge.Base{Subjects: l.base.Subjects, Entries: maps.Clone(l.base.Entries)}
	if l.community != nil {
		incoming.Subjects = nil // a community does not describe the sources of the shared base
		home, shared = l.community.ID, l.shared
		current.Subjects = shared.Subjects
	}
	for id, e := range incoming.Entries { // a text that is to wait is compared with the one that waits
		if r := l.records[id]; e.Status == knowledge.Draft && r.Draft != nil && r.Draft.Content.Entry != nil {
			current.Entries[id] = entryOf(id, r.Draft, true)
		}
	}
	p := &planned{Plan: transfer.NewPlan(current, incoming, in.problems)}
	p.Problems = append(p.Problems, long...)
	v := newVetting(shared, home)
	for n := range p.Items {
		it := &p.Items[n]
		have, e := current.Entries[it.ID], incoming.Entries[it.ID]
		if it.Action == transfer.Unchanged && e.Revision > have.Revision { // brought from another store, where more was saved
			it.Action, it.Changes = transfer.Changed, []knowledge.Change{{Field: "revision", Old: strconv.Itoa(have.Revision), New: strconv.Itoa(e.Revision)}}
			p.Result.Entries[it.ID] = have
		}
		if it.Action == transfer.Refused && home != knowledge.SharedBase {
			it.Refuse(v.overlaid(e)...) // what else is wrong may come from it
		}
		if it.Action != transfer.Added && it.Action != transfer.Changed {
			continue
		}
		if err := i.item(ctx, l, incoming, v, p, it); err != nil {
			return nil, err
		}
	}
	if l.community == nil {
		p.saves = append(i.subjects(l, p.Plan), p.saves...)
	}
	return p, nil
}

// item looks at an entry that is added or changed, and plans its save.
func (i *importing) item(ctx context.Context, l *look, incoming *knowledge.Base, v *vetting, p *planned, it *transfer.Item) error {
	e, next, r := incoming.Entries[it.ID], p.Result.Entries[it.ID], l.records[it.ID]
	r.Community, r.Entry = v.home, it.ID
	refused, warnings := misplaced(e, v.home), []string(nil)
	if len(refused) == 0 {
		refused, warnings = v.entry(next, p.Result.Subjects[it.ID.Subject()])
	}
	stale, err := i.stale(ctx, v.home, r, e.Revision)
	if err != nil {
		return err
	}
	if stale != "" {
		refused = append(refused, refusal(e, stale, "export it again, and make the change there"))
	}
	c := standing(r).Content // what a community says besides stays
	text := *next
	text.Revision = e.Revision
	c.Entry = &text
	if v.home != knowledge.SharedBase && !isOwn(it.ID) {
		c.Base = l.numbers[it.ID]
	}
	as := i.save(v.home)
	as.Summary = i.summary(it.Changes)
	switch {
	case text.Status != knowledge.Draft:
		p.saves = append(p.saves, publishing(r, c, as)...)
	case r.Draft != nil:
		refused = append(refused, refusal(e, fmt.Sprintf("a draft waits already, as revision %d", r.Draft.Number), "publish it or discard it first, in a chat"))
	default:
		text.Status = knowledge.Published // once somebody publishes it
		as.Entry, as.Expect, as.Content, as.Draft = it.ID, r.Latest, numbered(c, r.Latest+1), true
		p.saves = append(p.saves, as)
	}
	it.Warnings = warnings
	it.Refuse(refused...)
	return nil
}

// subjects are the saves of the names and sources that change; what is wrong with them is a problem of the plan.
func (i *importing) subjects(l *look, p *transfer.Plan) []knowledge.Save {
	var out []knowledge.Save
	for _, slug := range p.Result.Slugs() {
		changes := knowledge.DiffSubject(l.base.Subjects[slug], p.Result.Subjects[slug])
		if len(changes) == 0 {
			continue
		}
		for _, problem := range p.Result.Subjects[slug].Validate() {
			problem.File, problem.Field = cmp.Or(problem.File, i.name), "subject "+clipped(slug)+": "+problem.Field
			p.Problems = append(p.Problems, problem)
		}
		r := l.records[knowledge.ID(slug)]
		r.Community, r.Entry = knowledge.SharedBase, knowledge.ID(slug)
		as := i.save(knowledge.SharedBase)
		as.Summary = i.summary(changes)
		out = append(out, publishing(r, knowledge.Content{Subject: p.Result.Subjects[slug]}, as)...)
	}
	return out
}
