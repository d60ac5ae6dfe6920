package live

import (
	"context"
	"fmt"
	"time"

	"nonmerci/knowledge"
)

// A planning finds out what Seed has to save.
type planning struct {
	ctx     context.Context
	store   knowledge.Revisions
	records map[knowledge.ID]knowledge.Record
	summary string
	at      time.Time
	saves   []knowledge.Save
	report  Report
}

func (p *planning) save(r knowledge.Record, c knowledge.Content, draft bool) {
	p.saves = append(p.saves, knowledge.Save{
		Community: knowledge.SharedBase, Entry: r.Entry, Expect: r.Latest, Draft: draft, By: knowledge.ByRelease, Origin: knowledge.FromRelease,
		Summary: p.summary, Content: plain(c), At: p.at,
	})
}

func (p *planning) decide(id knowledge.ID, why Reason) {
	p.report.Decide = append(p.report.Decide, Decision{id, why})
}

// bring plans for what the release has.
func (p *planning) bring(id knowledge.ID, c knowledge.Content) error {
	r, ok := p.records[id]
	switch {
	case !ok:
		p.save(knowledge.Record{Entry: id}, c, false)
		p.report.Added++
		return nil
	case r.Published != nil && same(r.Published.Content, c):
		p.report.Same++
		return nil
	case r.Draft != nil && r.Draft.Origin == knowledge.FromRelease && same(r.Draft.Content, c):
		p.decide(id, Waits)
		return nil
	}
	news, err := p.news(r, c)
	switch {
	case err != nil:
		return err
	case !news && r.Draft != nil && r.Draft.Origin == knowledge.FromRelease:
		p.decide(id, Waits) // of another release
	case !news:
		p.report.Same++
	case r.Draft != nil && r.Draft.Origin != knowledge.FromRelease:
		p.decide(id, DraftHas)
	case r.Published != nil && r.Published.Origin != knowledge.FromRelease:
		p.save(r, c, true)
		p.decide(id, Waits)
	default:
		p.save(r, c, false)
		p.report.Updated++
	}
	return nil
}

// news says whether a text of the release is another than the one that was published or decided upon last.
func (p *planning) news(r knowledge.Record, c knowledge.Content) (bool, error) {
	if r.Seeded == 0 || r.Published != nil && r.Published.Number == r.Seeded {
		return true, nil // nothing was seeded, or what is published was, and it differs
	}
	last, err := p.store.Revision(p.ctx, knowledge.SharedBase, r.Entry, r.Seeded)
	if err != nil {
		return false, fmt.Errorf("read what was seeded of %s: %w", r.Entry, err)
	}
	return !same(last.Content, c), nil
}

// remove plans for what the release has no more. What it never had is somebody's here, and stays.
func (p *planning) remove(r knowledge.Record, contents map[knowledge.ID]knowledge.Content) {
	switch {
	case r.Seeded == 0 || r.Published == nil || put(r.Published.Content):
		p.report.Same++
	case r.Published.Origin != knowledge.FromRelease || r.Draft != nil && r.Draft.Origin != knowledge.FromRelease || p.keeps(r.Entry, contents):
		p.decide(r.Entry, Gone)
	default:
		c := knowledge.Content{}
		if e := r.Published.Content.Entry; e != nil {
			archived := *e
			archived.Status = knowledge.Archived
			c.Entry = &archived
		}
		p.save(r, c, false)
		p.report.Archived++
	}
}

// put says whether a content is put away: archived, or taken back.
func put(c knowledge.Content) bool {
	return c.Subject == nil && (c.Entry == nil || c.Entry.Status == knowledge.Archived)
}

// keeps says whether a subject still has an entry that somebody here has written.
func (p *planning) keeps(slug knowledge.ID, contents map[knowledge.ID]knowledge.Content) bool {
	for id, r := range p.records {
		if id.Subject() != string(slug) || id == slug || r.Published == nil || put(r.Published.Content) {
			continue
		}
		if _, has := contents[id]; has || r.Published.Origin != knowledge.FromRelease || r.Draft != nil && r.Draft.Origin != knowledge.FromRelease {
			return true
		}
	}
	return false
}
