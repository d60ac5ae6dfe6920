package bot

import (
	"context"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
)

// SuggestIn is Suggest in a place: its community's own entries are among them, before others that fit as well, and what it hides is not.
// With nothing typed, own entries are at most half. The error is ctx's.
func (b *Bot) SuggestIn(ctx context.Context, p knowledge.Place, typed, lang string, n int) ([]Choice, error) {
	v, err := b.in(ctx, p)
	if err != nil {
		return nil, err
	}
	return v.suggest(typed, lang, n), nil
}

// EntryIn is Entry in a place: it shows the community's own entries too, « local/wifi », and what stands there in the place of a shared one.
// The error is ctx's.
func (b *Bot) EntryIn(ctx context.Context, p knowledge.Place, id, lang, device string) (r Reply, ok bool, err error) {
	v, err := b.in(ctx, p)
	if err != nil {
		return Reply{}, false, err
	}
	r, ok = v.entry(id, lang, device)
	return r, ok, nil
}

// ownSuggestions are the suggestions of the community: its own entries, and what stands in the place of shared ones.
func (b view) ownSuggestions() (own []suggestion, instead map[string]*suggestion) {
	if b.over == nil {
		return nil, nil
	}
	for _, o := range b.over.Own() {
		own = append(own, newSuggestion(o.Entry, "", Slot{live.Local, o.Key}))
	}
	instead = map[string]*suggestion{}
	for _, a := range b.over.Adapted() {
		if a.Entry == nil || a.Hidden {
			continue
		}
		s := newSuggestion(a.Entry, foldedWords(nameOf(b.base, a.ID.Subject())), Slot{a.ID.Subject(), a.ID.Intent()})
		if e := b.base.Entries[a.ID]; e == nil || e.Status != knowledge.Published {
			own = append(own, s) // in the place of an entry that is there no more
		} else {
			instead[string(a.ID)] = &s
		}
	}
	return own, instead
}

// hides says whether a shared entry is not shown here.
func (b view) hides(id string) bool {
	if b.over == nil {
		return false
	}
	a := b.over.On(knowledge.ID(id))
	return a != nil && a.Hidden
}

// entry shows an entry by its id.
func (b view) entry(id, lang, device string) (r Reply, ok bool) {
	subject, intent, cut := strings.Cut(id, "/")
	switch {
	case !cut:
		return Reply{}, false
	case subject == live.Local:
		if b.over == nil || b.over.Find(intent) == nil {
			return Reply{}, false
		}
	case b.find(subject, intent) == nil:
		return Reply{}, false
	}
	return b.choose(Choice{Subject: subject, Intent: intent}, lang, device), true
}
