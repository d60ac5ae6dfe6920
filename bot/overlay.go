package bot

import (
	"context"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/taxonomy"
)

// Overlays says what communities make of the shared base; *live.Base is one.
type Overlays interface {
	// Overlay returns what the community of a place makes of it, nil for nothing. It is asked once for each message and press, and is quick
	// for what it knows.
	Overlay(ctx context.Context, p knowledge.Place) (*live.Overlay, error)
}

// A view is what one reply is made from: one base from beginning to end, and what the community of the place makes of it.
type view struct {
	*state
	bot  *Bot
	over *live.Overlay // nil when it makes nothing of it
	lang string        // that the community of the place chose; "" when it follows the reader

	community knowledge.CommunityID // that meets in the place; knowledge.SharedBase when there is none, or it has chosen nothing
	settings  knowledge.Settings    // what it has chosen
}

// alone is the view of the shared base alone.
func (b *Bot) alone() view { return view{state: b.state.Load(), bot: b} }

// in is the view of a place. When nobody can say what its community makes of the base, it is that of the base alone: an answer is worth more
// than an apology. The error is ctx's.
func (b *Bot) in(ctx context.Context, p knowledge.Place) (view, error) {
	v := b.alone()
	if b.overlays == nil || p == (knowledge.Place{}) {
		return v, nil
	}
	o, err := b.overlays.Overlay(ctx, p)
	if err == nil && o != nil {
		v.lang, v.community, v.settings = o.Settings.Lang, o.Community, o.Settings
		if !o.Empty() {
			v.over = o
		}
	}
	return v, ctx.Err()
}

// catalog is the view as a Catalog. Without an overlay it is the state, so that nothing is allocated.
func (b view) catalog() Catalog {
	if b.over == nil {
		return b.state
	}
	c := b
	return &c
}

// Has implements Catalog: a subject of which every entry is hidden here is not covered.
func (b view) Has(subject string) bool {
	return b.state.Has(subject) && (b.over == nil || !b.over.Adapts(subject) || len(b.Intents(subject)) > 0 || subject == generalSubject)
}

// Intents implements Catalog.
func (b view) Intents(subject string) []string {
	if b.over == nil || !b.over.Adapts(subject) {
		return b.state.Intents(subject)
	}
	var out []string
	for _, i := range asked {
		if b.findHere(subject, i) != nil {
			out = append(out, i)
		}
	}
	return out
}

// intentsByName are all intents, of services and general ones, as ids are sorted.
var intentsByName = slices.Sorted(slices.Values(slices.Concat(taxonomy.Intents, taxonomy.General)))

// findHere is find where the community makes something of a subject: what stands in the place of an entry is found as the entry would be,
// and what is hidden is not.
func (b view) findHere(subject, intent string) *knowledge.Entry {
	if e := b.here(knowledge.NewID(subject, intent)); e != nil {
		return e
	}
	for _, i := range intentsByName {
		if e := b.here(knowledge.NewID(subject, i)); e != nil && e.Answers(intent) {
			return e
		}
	}
	return nil
}

// here is an entry by its id, as the place gets it.
func (b view) here(id knowledge.ID) *knowledge.Entry {
	switch a := b.over.On(id); {
	case a == nil:
	case a.Hidden:
		return nil
	case a.Entry != nil:
		return a.Entry
	}
	if e := b.base.Entries[id]; e != nil && e.Status == knowledge.Published {
		return e
	}
	return nil
}

// nothing says that a choice would lead nowhere, because what it leads to is hidden here.
func (b view) nothing(s Slot) bool {
	switch {
	case s.Subject == live.Local:
		return b.over.Find(s.Intent) == nil
	case !b.over.Adapts(s.Subject):
		return false
	case s.Intent == "":
		return len(b.Intents(s.Subject)) == 0
	}
	return b.find(s.Subject, s.Intent) == nil && b.nearest(s.Subject, s.Intent) == nil
}

// offers says whether a choice of the turn before can still be followed: an own entry may be gone.
func (b view) offers(c Choice) bool {
	return c.Subject != live.Local || b.over != nil && b.over.Find(c.Intent) != nil
}

// ownTitle is the title of an own entry for a reader.
func (b view) ownTitle(key, lang string) string {
	own := b.over.Find(key)
	if own == nil {
		return ""
	}
	return strings.TrimSpace(own.Entry.Text[writtenIn(own.Entry, lang)].Title)
}
