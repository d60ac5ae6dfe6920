package desk

import (
	"fmt"
	"strings"

	"nonmerci/knowledge"
)

// linking says what linking is, and offers both ends of it.
func (t *turn) linking() (Screen, error) {
	s := Screen{Title: t.w.Linking, Replace: true}
	s.add(para(t.w.LinkMeans))
	others := t.otherPlaces()
	buttons := []Button{{Label: t.w.MakeCode, Act: NewAct("invite")}, {Label: t.w.TypeCode, Act: NewAct("join")}}
	if len(others) > 0 {
		s.add(para(t.w.number(t.w.LinkedWith, len(others))))
		buttons = append(buttons, Button{Label: t.w.Unlink, Act: NewAct("unlink"), Style: Danger})
	}
	s.row(append(buttons, Button{Label: t.w.Settings, Act: NewAct("settings")})...)
	return s, nil
}

// invite makes a code.
func (t *turn) invite() (Screen, error) {
	code := newCode()
	if err := t.d.store.Invite(t.ctx, t.caller.Place, digest(code), t.now, t.now.Add(inviteLife)); err != nil {
		return Screen{}, fmt.Errorf("keep an invitation: %w", err)
	}
	return t.backToSettings(fill(t.w.CodeMade, "code", code[:4]+" "+code[4:])), nil
}

func (t *turn) joinForm() Form {
	return Form{
		Title:  t.w.TypeCode,
		Fields: []Field{{Key: "code", Label: t.w.field("code"), Hint: t.w.hint("code"), Required: true, Limit: 20}},
		Submit: NewAct("joined"), Again: NewAct("join"), Open: t.w.TypeCode,
	}
}

func (t *turn) join() (Screen, error) {
	f := t.joinForm()
	s := Screen{Title: f.Title, Form: &f}
	s.add(para(t.w.JoinMeans))
	return s, nil
}

// joined looks at a code, says what will happen and asks once more.
func (t *turn) joined() (Screen, error) {
	code := strings.ToUpper(strings.Join(strings.Fields(t.act.Fields["code"]), ""))
	c, err := t.inviter(code)
	if err != nil {
		return Screen{}, err
	}
	records, err := t.d.records(t.ctx, t.home.ID)
	if err != nil {
		return Screen{}, err
	}
	s := Screen{Title: t.w.Linking, Replace: true}
	s.add(para(fill(t.w.JoinAsk, "places", t.w.number(t.w.PlacesTold, len(c.Places)), "entries", t.w.number(t.w.EntriesTold, len(records)))))
	s.row(
		Button{Label: t.w.JoinYes, Act: NewAct("joinyes", strings.ToLower(code)), Style: Danger}, Button{Label: t.w.Export, Act: NewAct("exports")},
		Button{Label: t.w.Cancel, Act: NewAct("settings")},
	)
	return s, nil
}

// inviter returns the community that a code leads to.
func (t *turn) inviter(code string) (c knowledge.Community, err error) {
	if !t.d.guess.take(t.caller.Place, t.now) {
		return c, refuse(t.w.TooManyGuesses)
	}
	p, err := t.d.store.Inviter(t.ctx, digest(code), t.now)
	if err == nil {
		c, err = t.d.store.At(t.ctx, p)
	}
	if !notFound(err) {
		t.d.guess.giveBack(t.caller.Place)
	}
	switch {
	case notFound(err):
		return c, refuse(t.w.CodeUnknown)
	case err != nil:
		return c, fmt.Errorf("find the other community: %w", err)
	case c.ID == t.home.ID:
		return c, refuse(t.w.CodeOurs)
	}
	return c, nil
}

// joinYes makes the place share the other community's overlay.
func (t *turn) joinYes() (Screen, error) {
	code := strings.ToUpper(t.act.arg(0))
	c, err := t.inviter(code)
	if err != nil {
		return Screen{}, err
	}
	if err := t.endDigest(); err != nil {
		return Screen{}, err
	}
	if err := t.d.store.Link(t.ctx, t.caller.Place, c.ID, t.caller.Who, t.now); err != nil {
		return Screen{}, fmt.Errorf("link a place: %w", err)
	}
	if err := t.d.store.EndInvitation(t.ctx, digest(code)); err != nil {
		t.d.log.Warn("a code that was used may be used once more until it runs out", "error", err)
	}
	t.refresh()
	return t.backToSettings(t.w.LinkedDone), nil
}

// unlink asks once more; unlinkYes gives the place an overlay of its own, which begins as a copy.
func (t *turn) unlink() (Screen, error) {
	s := Screen{Title: t.w.Linking, Replace: true}
	s.add(para(t.w.UnlinkAsk))
	s.row(Button{Label: t.w.Unlink, Act: NewAct("unlinkyes"), Style: Danger}, Button{Label: t.w.Cancel, Act: NewAct("settings")})
	return s, nil
}

func (t *turn) unlinkYes() (Screen, error) {
	if len(t.otherPlaces()) == 0 {
		return Screen{}, refuse(t.w.NotLinked)
	}
	if err := t.endDigest(); err != nil {
		return Screen{}, err
	}
	if _, err := t.d.store.Unlink(t.ctx, t.caller.Place, t.caller.Who, t.now); err != nil {
		return Screen{}, fmt.Errorf("unlink a place: %w", err)
	}
	t.refresh()
	return t.backToSettings(t.w.UnlinkedDone), nil
}
