package bulk

import (
	"cmp"
	"context"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/transfer"
)

// An Import brings what was read into a state.
type Import struct {
	Name   string              // of the file, for summaries and messages
	By     knowledge.Actor     // who imports
	Drafts bool                // all that changes waits for somebody else to publish it
	Lang   string              // of messages, where there are words in several: « fr », else English
	Store  knowledge.Revisions // tells what others have changed since a file was written; nil when there is none

	// Who names an actor in messages; nil writes the actor as the store has it.
	Who func(knowledge.Actor) string

	At      time.Time
	Summary string // begins the summary of each revision, before Name; "" is « import of »
}

// An Incoming is what was read for an import: a base, or what a community wrote.
type Incoming struct {
	Base      *knowledge.Base     // nil for what a community wrote
	Community *transfer.Community // nil for a base
	Problems  files.Problems
}

// A Plan is what an import is going to do: nothing as long as anything is refused.
type Plan struct {
	*transfer.Plan
	Saves []knowledge.Save // to be done all or none
}

// Refused counts what is refused: entries, and other problems of the file.
func (p *Plan) Refused() (entries, others int) { return p.Count(transfer.Refused), len(p.Problems) }

// Plan plans for what was read. What a community wrote is planned for one alone.
func (i *Import) Plan(ctx context.Context, s *State, in *Incoming) (*Plan, error) {
	if in.Community != nil {
		return i.Written(ctx, s, NewVetting(s.Shared, s.Home, i.Lang), in.Community, in.Problems)
	}
	return i.Base(ctx, s, in)
}

// save is a revision of an import, to be completed with what it says.
func (i *Import) save(home knowledge.CommunityID) knowledge.Save {
	return knowledge.Save{Community: home, By: i.By, Origin: knowledge.FromImport, At: i.At}
}

// summary says which fields an import changes.
func (i *Import) summary(changes []knowledge.Change) string {
	said := cmp.Or(i.Summary, "import of") + " " + i.Name
	for n, c := range changes {
		said += map[bool]string{true: ": ", false: ", "}[n == 0] + c.Field
	}
	return Summary(said)
}

func (i *Import) who(a knowledge.Actor) string {
	if i.Who == nil {
		return string(a)
	}
	return i.Who(a)
}

// Texts are the texts that a plan saves, by entry; of an entry that is saved twice, the first.
func (p *Plan) Texts() map[knowledge.ID]*knowledge.Entry {
	out := make(map[knowledge.ID]*knowledge.Entry, len(p.Saves))
	for _, s := range p.Saves {
		if s.Content.Entry != nil && out[s.Entry] == nil {
			out[s.Entry] = s.Content.Entry
		}
	}
	return out
}

// Len is how many entries were read.
func (in *Incoming) Len() int {
	if in.Community != nil {
		return len(in.Community.Entries)
	}
	return len(in.Base.Entries)
}
