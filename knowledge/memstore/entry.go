package memstore

import (
	"time"

	"nonmerci/knowledge"
)

// An entry is its revisions, and which of them count. 0 stands for none.
type entry struct {
	revisions                []knowledge.Revision // number n at n-1; never handed out without a clone
	published, draft, seeded int
}

func (e *entry) latest() int { return len(e.revisions) }

// at returns a revision for the caller, nil when there is none.
func (e *entry) at(number int) *knowledge.Revision {
	if number < 1 || number > len(e.revisions) {
		return nil
	}
	r := e.revisions[number-1]
	r.Content = cloneContent(r.Content)
	return &r
}

func (e *entry) record(c knowledge.CommunityID, id knowledge.ID) knowledge.Record {
	return knowledge.Record{
		Community: c, Entry: id, Published: e.at(e.published), Draft: e.at(e.draft), Seeded: e.seeded, Latest: e.latest(),
	}
}

// stale is the error of who has not seen the latest revision.
func (e *entry) stale(c knowledge.CommunityID, id knowledge.ID) error {
	if r := e.at(e.latest()); r != nil {
		return &knowledge.StaleError{Current: *r}
	}
	return &knowledge.StaleError{Current: knowledge.Revision{Community: c, Entry: id}}
}

// add appends a revision.
func (e *entry) add(s knowledge.Save) *knowledge.Revision {
	number := e.latest() + 1
	e.revisions = append(e.revisions, knowledge.Revision{
		Community: s.Community, Entry: s.Entry, Number: number, At: moment(s.At), By: s.By, Origin: s.Origin, Summary: s.Summary,
		Content: cloneContent(s.Content),
	})
	if s.Draft {
		e.draft = number
	} else {
		e.publish(number)
	}
	return e.at(number)
}

func (e *entry) publish(number int) {
	e.published, e.draft = number, 0
	e.decided(number)
}

func (e *entry) discard(number int) {
	e.draft = 0
	e.decided(number)
}

// decided notes that somebody chose what becomes of a revision.
func (e *entry) decided(number int) {
	if e.revisions[number-1].Origin == knowledge.FromRelease {
		e.seeded = number
	}
}

// copyTo makes what is published revision 1 of another community's entry.
func (e *entry) copyTo(c *community, id knowledge.ID, by knowledge.Actor, at time.Time) {
	r := e.revisions[e.published-1]
	fresh := &entry{}
	fresh.add(knowledge.Save{Community: c.id, Entry: id, By: by, Origin: r.Origin, Summary: r.Summary, Content: r.Content, At: at})
	fresh.seeded = 0 // nothing is seeded but the shared base
	c.entries[id] = fresh
}
