package live

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"nonmerci/knowledge"
)

// A Report says what Seed did.
type Report struct {
	Added    int // of the release, and not in the store until now
	Updated  int // nobody here had edited them
	Archived int // gone from the release; nobody here had edited them
	Same     int // nothing to do
	Decide   []Decision
	Older    bool // a later edition of the base is in the store: nothing was done
}

// A Decision is for a curator: the release says something else than what somebody here has written, which stands.
type Decision struct {
	Entry knowledge.ID // or the slug of a subject
	Why   Reason
}

// Reason is why a curator must decide.
type Reason string

// The reasons.
const (
	Waits    Reason = "waits" // the text of the release waits as a draft, to be published or discarded
	DraftHas Reason = "draft" // somebody's draft waits; the text of the release comes once it is published or discarded
	Gone     Reason = "gone"  // the release has it no more; archive it, or keep it as your own
)

// tries is how often Seed begins again when somebody else saves meanwhile.
const tries = 5

// Seed brings the base of a release into a store. It is idempotent, and cheap when there is nothing to do: two reads. What is not in the store
// is added; what nobody here has edited since it was seeded is updated, or archived when the release has it no more. What somebody has edited
// stays as it is: a text of the release that differs from the one seeded last becomes a draft, unless it waits already or was decided upon.
// A draft that somebody has begun is never put aside. All is done in one transaction. version is named in the summary of each revision.
//
// The store remembers the latest Edition of a base that was brought into it. A release of an earlier one brings nothing, and takes nothing
// away: an older program that is started again, or beside a newer one, would put its older texts in the place of theirs. A base without an
// edition, such as a folder that an operator names, is always brought, and does not count as later or earlier than any.
func Seed(ctx context.Context, store knowledge.Revisions, release *knowledge.Base, version string, at time.Time) (Report, error) {
	for n := 1; ; n++ {
		report, err := seedOnce(ctx, store, release, version, at)
		var stale *knowledge.StaleError
		switch {
		case errors.As(err, &stale) && n < tries:
			continue // another instance is seeding too, or a curator was quicker
		case errors.Is(err, knowledge.ErrOld): // a newer program was quicker
			return Report{Older: true}, nil
		}
		return report, err
	}
}

func seedOnce(ctx context.Context, store knowledge.Revisions, release *knowledge.Base, version string, at time.Time) (Report, error) {
	noted, err := store.Edition(ctx)
	switch {
	case err != nil:
		return Report{}, fmt.Errorf("read the edition of the base in the store: %w", err)
	case release.Edition != 0 && release.Edition < noted:
		return Report{Older: true}, nil
	}
	all, err := store.Records(ctx, knowledge.SharedBase)
	if err != nil {
		return Report{}, fmt.Errorf("read the shared base from the store: %w", err)
	}
	p := planning{ctx: ctx, store: store, records: make(map[knowledge.ID]knowledge.Record, len(all)), summary: "version " + version, at: at}
	for _, r := range all {
		p.records[r.Entry] = r
	}
	contents := contentsOf(release)
	for _, id := range slices.Sorted(maps.Keys(contents)) {
		if err := p.bring(id, contents[id]); err != nil {
			return Report{}, err
		}
	}
	for _, r := range all {
		if _, has := contents[r.Entry]; !has {
			p.remove(r, contents)
		}
	}
	if len(p.saves) > 0 || release.Edition > noted {
		if err := store.Seed(ctx, release.Edition, p.saves); err != nil {
			return Report{}, fmt.Errorf("seed the store: %w", err)
		}
	}
	slices.SortFunc(p.report.Decide, func(a, b Decision) int { return knowledge.CompareIDs(a.Entry, b.Entry) })
	return p.report, nil
}

// contentsOf is a base as a store keeps it.
func contentsOf(b *knowledge.Base) map[knowledge.ID]knowledge.Content {
	out := make(map[knowledge.ID]knowledge.Content, len(b.Entries)+len(b.Subjects))
	for slug, s := range b.Subjects {
		out[knowledge.ID(slug)] = knowledge.Content{Subject: s}
	}
	for id, e := range b.Entries {
		out[id] = knowledge.Content{Entry: e}
	}
	return out
}
