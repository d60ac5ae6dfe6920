package desk

import (
	"context"
	"errors"
	"fmt"
	"time"

	"nonmerci/knowledge"
)

// A turn is one act being done.
type turn struct {
	ctx    context.Context
	d      *Desk
	caller Caller
	act    Act
	rights Rights
	w      *words
	now    time.Time
	base   bool                // in the shared base, else in the overlay of home
	home   knowledge.Community // the zero Community when the act needs none

	warnings []string // of what was saved: to be read once more
	notices  []Notice // for others, because of what was done
}

// scope is whose entries the turn is about.
func (t *turn) scope() knowledge.CommunityID {
	if t.base {
		return knowledge.SharedBase
	}
	return t.home.ID
}

// to is an act that stays where the turn is: in the shared base, or in the community.
func (t *turn) to(verb string, args ...string) Act {
	if t.base {
		verb = basePrefix + verb
	}
	return NewAct(verb, args...)
}

// two says whether what this community publishes needs a second person.
func (t *turn) two() bool { return !t.base && t.home.Settings.TwoPersons }

// lang is the language that the community writes in first, or the caller's.
func (t *turn) lang() string {
	if t.home.Settings.Lang != "" {
		return t.home.Settings.Lang
	}
	return t.w.Code
}

// refusal is an error that the caller reads as it stands.
type refusal struct{ text string }

func (r *refusal) Error() string { return r.text }

func refuse(text string) error { return &refusal{text} }

// trouble is the screen for an error; serious says whether whoever runs the program should know of it.
func (t *turn) trouble(err error) (s Screen, serious bool) {
	var stale *knowledge.StaleError
	switch r := (*refusal)(nil); {
	case errors.As(err, &r):
		return t.screen(t.w.Refused, r.text), false
	case errors.Is(err, knowledge.ErrNotFound):
		return t.screen(t.w.Gone, t.w.GoneText), false
	case errors.As(err, &stale):
		return t.screen(t.w.Changed, t.w.ChangedText), false
	case errors.Is(err, knowledge.ErrReadOnly):
		return t.screen(t.w.NotNow, t.w.ReadOnly), true
	}
	return t.screen(t.w.NotNow, t.w.StoreDown), true
}

// screen is a screen of one paragraph, with the way home for those who have one.
func (t *turn) screen(title, text string) Screen {
	s := Screen{Title: title, Replace: true}
	s.add(para(text))
	if t.base && t.rights.Has(CuratorOnly) || t.rights.Has(Moderator) && t.home.ID != "" {
		s.row(t.homeButton())
	}
	return s
}

func (t *turn) homeButton() Button { return Button{Label: t.w.Home, Act: t.to("home")} }

// findCommunity finds the community of the caller's place, and makes it when there is none yet.
func (t *turn) findCommunity() error {
	c, err := t.d.store.At(t.ctx, t.caller.Place)
	if errors.Is(err, knowledge.ErrNotFound) {
		c, err = t.d.store.Join(t.ctx, t.caller.Place, t.now)
	}
	if err != nil {
		return fmt.Errorf("find the community: %w", err)
	}
	t.home = c
	return nil
}

// refresh makes readers see what was saved.
func (t *turn) refresh() {
	if t.d.opts.Refresh == nil {
		return
	}
	if err := t.d.opts.Refresh(t.ctx); err != nil {
		t.d.log.Error("readers do not see yet what was saved; it is read again at the next change", "error", err)
	}
}
