package bulk

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"strconv"

	"nonmerci/knowledge"
	"nonmerci/knowledge/transfer"
)

// Base plans for entries as a base has them: for the shared base, or as texts of a community, its own and those in the place of shared ones.
func (i *Import) Base(ctx context.Context, l *State, in *Incoming) (*Plan, error) {
	incoming, long := shorter(in.Base)
	home, shared := l.Home, l.Shared
	current := &knowledge.Base{Subjects: shared.Subjects, Entries: maps.Clone(l.Base.Entries)}
	if home != knowledge.SharedBase {
		incoming.Subjects = nil // a community does not describe the sources of the shared base
	}
	for id, e := range incoming.Entries { // a text that is to wait is compared with the one that waits
		if r := l.Records[id]; e.Status == knowledge.Draft && r.Draft != nil && r.Draft.Content.Entry != nil {
			current.Entries[id] = EntryOf(id, r.Draft, true)
		}
	}
	p := &Plan{Plan: transfer.NewPlan(current, incoming, in.Problems)}
	p.Problems = append(p.Problems, long...)
	v := NewVetting(shared, home, i.Lang)
	for n := range p.Items {
		it := &p.Items[n]
		have, e := current.Entries[it.ID], incoming.Entries[it.ID]
		if it.Action == transfer.Unchanged && e.Revision > have.Revision { // brought from another store, where more was saved
			it.Action, it.Changes = transfer.Changed, []knowledge.Change{{Field: "revision", Old: strconv.Itoa(have.Revision), New: strconv.Itoa(e.Revision)}}
			p.Result.Entries[it.ID] = have
		}
		if it.Action == transfer.Refused && home != knowledge.SharedBase {
			it.Refuse(v.Overlaid(e)...) // what else is wrong may come from it
		}
		if it.Action != transfer.Added && it.Action != transfer.Changed {
			continue
		}
		if err := i.item(ctx, l, incoming, v, p, it); err != nil {
			return nil, err
		}
	}
	if home == knowledge.SharedBase {
		p.Saves = append(i.subjects(l, p.Plan), p.Saves...)
	}
	return p, nil
}

// item looks at an entry that is added or changed, and plans its save.
func (i *Import) item(ctx context.Context, l *State, incoming *knowledge.Base, v *Vetting, p *Plan, it *transfer.Item) error {
	e, next, r := incoming.Entries[it.ID], p.Result.Entries[it.ID], l.Records[it.ID]
	r.Community, r.Entry = v.home, it.ID
	refused, warnings := misplaced(e, v.home), []string(nil)
	if len(refused) == 0 {
		refused, warnings = v.Entry(next, p.Result.Subjects[it.ID.Subject()])
	}
	stale, err := i.stale(ctx, v.home, r, e.Revision)
	if err != nil {
		return err
	}
	if stale != "" {
		refused = append(refused, refusal(e, stale, "export it again, and make the change there"))
	}
	c := Standing(r).Content // what a community says besides stays
	text := *next
	text.Revision = e.Revision
	c.Entry = &text
	if v.home != knowledge.SharedBase && !IsOwn(it.ID) {
		c.Base = l.Numbers[it.ID]
	}
	as := i.save(v.home)
	as.Summary = i.summary(it.Changes)
	switch {
	case text.Status != knowledge.Draft && !i.Drafts:
		p.Saves = append(p.Saves, Publishing(r, c, as)...)
	case r.Draft != nil:
		refused = append(refused, refusal(e, fmt.Sprintf("a draft waits already, as revision %d", r.Draft.Number), "publish it or discard it first, in a chat"))
	default:
		text.Status = knowledge.Published // once somebody publishes it
		as.Entry, as.Expect, as.Content, as.Draft = it.ID, r.Latest, Numbered(c, r.Latest+1), true
		p.Saves = append(p.Saves, as)
	}
	it.Warnings = warnings
	it.Refuse(refused...)
	return nil
}

// subjects are the saves of the names and sources that change; what is wrong with them is a problem of the plan.
func (i *Import) subjects(l *State, p *transfer.Plan) []knowledge.Save {
	var out []knowledge.Save
	for _, slug := range p.Result.Slugs() {
		changes := knowledge.DiffSubject(l.Base.Subjects[slug], p.Result.Subjects[slug])
		if len(changes) == 0 {
			continue
		}
		for _, problem := range p.Result.Subjects[slug].Validate() {
			problem.File, problem.Field = cmp.Or(problem.File, i.Name), "subject "+clipped(slug)+": "+problem.Field
			p.Problems = append(p.Problems, problem)
		}
		r := l.Records[knowledge.ID(slug)]
		r.Community, r.Entry = knowledge.SharedBase, knowledge.ID(slug)
		as := i.save(knowledge.SharedBase)
		as.Summary = i.summary(changes)
		out = append(out, Publishing(r, knowledge.Content{Subject: p.Result.Subjects[slug]}, as)...)
	}
	return out
}
