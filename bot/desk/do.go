package desk

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"nonmerci/bot"
)

// Do does an act for a caller. The screen is always fit to be shown, also with an error, which is for whoever runs the program: the
// store or the platform could not be reached. What was typed is in the screen whenever the act was not done.
func (d *Desk) Do(ctx context.Context, c Caller, a Act) (s Screen, err error) {
	t := &turn{ctx: ctx, d: d, caller: c, act: a, w: wordsIn(c.Lang), now: d.now()}
	defer func() {
		if p := recover(); p != nil {
			d.log.Error("an act panicked", "verb", a.Verb, "panic", fmt.Sprintf("%T", p), "stack", string(debug.Stack()))
			s, err = t.giveBack(t.screen(t.w.NotNow, t.w.StoreDown)), fmt.Errorf("the act %q panicked: %T", a.Verb, p)
		}
		s.tidy(t.w)
	}()
	return t.do()
}

func (t *turn) do() (Screen, error) {
	v, ok := t.d.verbs[t.act.Verb]
	if !ok || slices.ContainsFunc(t.act.Args, func(s string) bool { return strings.ContainsFunc(s, func(r rune) bool { return !actRune(r) }) }) {
		return t.giveBack(t.screen(t.w.TooOld, t.w.TooOldText)), nil
	}
	t.base = v.base
	if err := t.permit(v.right); err != nil {
		return t.giveBack(t.screen(t.w.NotNow, t.w.CannotTell)), err
	}
	if !t.rights.Has(v.right) {
		return t.giveBack(t.screen(t.w.NotYours, t.refusedFor(v.right))), nil
	}
	if v.place {
		if t.caller.Place == (Place{}) {
			return t.giveBack(t.screen(t.w.NotHere, t.w.NotHereText)), nil
		}
		if err := t.findCommunity(); err != nil {
			s, _ := t.trouble(err)
			return t.giveBack(s), err
		}
	}
	s, err := v.run(t)
	if err == nil {
		return s, nil
	}
	s, serious := t.trouble(err)
	if !serious {
		err = nil
	}
	return t.giveBack(s), err
}

// permit asks the platform for the caller's rights. What needs none does not ask.
func (t *turn) permit(needed Rights) error {
	if needed == Nobody || t.caller.Rights == nil {
		return nil
	}
	r, err := t.caller.Rights(t.ctx)
	if err != nil {
		return fmt.Errorf("ask the platform for somebody's rights: %w", err)
	}
	t.rights = r
	return nil
}

func (t *turn) refusedFor(r Rights) string {
	switch r {
	case CuratorOnly:
		return t.w.NeedsCurator
	case Moderator:
		return t.w.NeedsModerator
	}
	return t.w.NeedsMember
}

// giveBack adds what was typed to a screen that did not do what was asked.
func (t *turn) giveBack(s Screen) Screen {
	var out []bot.Block
	for _, key := range fieldOrder(t.act.Fields) {
		if text := strings.TrimSpace(t.act.Fields[key]); text != "" {
			out = append(out, heading(t.w.field(key)), para(text))
		}
	}
	if len(out) > 0 && s.Form == nil {
		s.add(small(t.w.YourText))
		s.add(out...)
	}
	return s
}
