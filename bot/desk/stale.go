package desk

import (
	"fmt"
	"time"

	"nonmerci/knowledge"
)

// atLeast is from how many opinions a number is shown, and from how many « out of date » an entry is looked at again: fewer could tell who
// gave them.
const atLeast = 3

// counted is how far back opinions and questions are counted.
const counted = 365 * 24 * time.Hour

// An opinion is what readers said of one entry as it stands.
type opinion struct{ useful, notUseful, outdated int }

// staleList is what may no longer be true, by why.
type staleList struct {
	review  []item // past the day to look again
	soon    []item // which comes within a month
	behind  []item // overrides whose shared entry has changed
	said    []item // three readers said out of date
	low     []item // more readers found it useless than useful
	recheck int    // how many of said are the community's to look at
}

// total counts the entries to check again, each once.
func (s *staleList) total() int {
	all := map[knowledge.ID]bool{}
	for _, list := range [][]item{s.review, s.behind, s.said, s.low} {
		for _, i := range list {
			all[i.id] = true
		}
	}
	return len(all)
}

// kinds of stale, as the argument of the act.
var staleKinds = []string{"review", "soon", "behind", "said", "low"}

func (s *staleList) of(kind string) []item {
	switch kind {
	case "review":
		return s.review
	case "soon":
		return s.soon
	case "behind":
		return s.behind
	case "said":
		return s.said
	case "low":
		return s.low
	}
	return nil
}

// staleness sorts the entries of the scope by what may no longer be true of them. A community looks after its own texts; that a shared entry
// is past its review is for curators.
func (t *turn) staleness(all []item) (*staleList, error) {
	counts, err := t.counts()
	if err != nil {
		return nil, err
	}
	said := t.tallied(counts)
	out := &staleList{}
	for _, i := range all {
		if st := i.view.state(); st == archived || st == hidden || st == gone || i.entry == nil {
			continue
		}
		if t.base || i.view.own() || i.view.peek().Entry != nil {
			if pastReview(i.entry, t.now) {
				out.review = append(out.review, i)
			} else if dueSoon(i.entry, t.now) {
				out.soon = append(out.soon, i)
			}
			if i.view.behind() {
				out.behind = append(out.behind, i)
			}
		}
		o := said[i.id][t.shownNumber(i)]
		if o.outdated >= atLeast {
			out.said = append(out.said, i)
			out.recheck++
		}
		if o.notUseful >= atLeast && o.notUseful > o.useful {
			out.low = append(out.low, i)
		}
	}
	return out, nil
}

// shownNumber is the number of the revision that readers see: of the community's own text, or of the shared one beneath.
func (t *turn) shownNumber(i item) int {
	if p := i.view.rec.Published; p != nil && (t.base || p.Content.Entry != nil) {
		return p.Number
	}
	return i.view.sharedNumber()
}

func (t *turn) counts() ([]knowledge.Count, error) {
	from := knowledge.DayOf(t.now.UTC().Add(-counted))
	all, err := t.d.store.Counts(t.ctx, t.scope(), from)
	if err != nil {
		return nil, fmt.Errorf("read the counters: %w", err)
	}
	return all, nil
}

// tallied are the opinions by entry and revision.
func (t *turn) tallied(counts []knowledge.Count) map[knowledge.ID]map[int]opinion {
	out := map[knowledge.ID]map[int]opinion{}
	for _, c := range counts {
		if c.Entry == "" {
			continue
		}
		o := out[c.Entry][c.Revision]
		switch c.Name {
		case CountUseful:
			o.useful += c.N
		case CountNotUseful:
			o.notUseful += c.N
		case CountOutdated:
			o.outdated += c.N
		default:
			continue
		}
		if out[c.Entry] == nil {
			out[c.Entry] = map[int]opinion{}
		}
		out[c.Entry][c.Revision] = o
	}
	return out
}
