package bot

import (
	"context"
	"errors"
	"slices"
	"strings"

	"nonmerci/knowledge/live"
	"nonmerci/knowledge/understand"
)

// PressKind is what a button does.
type PressKind string

// The kinds of press.
const (
	PressDevice    PressKind = "d" // show the steps of another device
	PressChoice    PressKind = "c" // complete a question, or ask a related one
	PressOther     PressKind = "o" // none of the choices
	PressMissing   PressKind = "m" // « I do not see this setting »
	PressUseful    PressKind = "u"
	PressNotUseful PressKind = "n"
	PressOutdated  PressKind = "p"
	PressOriginal  PressKind = "t" // show an answer as it was written, not as a model has put it
	PressQuestion  PressKind = "q" // under Privacy: may the model be given the question?
	PressRephrase  PressKind = "r" // under Privacy: may answers be put into other words?
)

// A Press is what a button asks for. Everything needed to follow it is in it, so that a button still works after a restart.
type Press struct {
	Kind    PressKind
	Lang    string // the reader's language
	Device  string // web, ios, android or ""
	Subject string
	Intent  string
}

// deviceCodes are the devices as one letter.
var deviceCodes = map[string]string{"": "-", "web": "w", "ios": "i", "android": "a", "any": "x"}

// MaxPress is how long a press is at most as text, in bytes, whatever the entry: Telegram allows 64 for it and for what an adapter
// adds.
const MaxPress = 42

// String writes the press as « c.fr.i.linkedin.opt-out »: letters, digits, dots and hyphens, at most MaxPress bytes.
func (p Press) String() string {
	return string(p.Kind) + "." + p.Lang + "." + deviceCodes[p.Device] + "." + p.Subject + "." + p.Intent
}

// ErrPress is returned for text that no press was written as.
var ErrPress = errors.New("not a button of ours")

// ParsePress reads what String wrote. Whether there is such an entry is not checked here.
func ParsePress(s string) (Press, error) {
	part := strings.Split(s, ".")
	if len(s) > MaxPress || len(part) != 5 || !slices.Contains(understand.Languages, part[1]) {
		return Press{}, ErrPress
	}
	p := Press{Kind: PressKind(part[0]), Lang: part[1], Subject: part[3], Intent: part[4]}
	switch p.Kind {
	case PressDevice, PressChoice, PressOther, PressMissing, PressUseful, PressNotUseful, PressOutdated, PressOriginal, PressQuestion, PressRephrase:
	default:
		return Press{}, ErrPress
	}
	for device, code := range deviceCodes {
		if code == part[2] {
			p.Device = device
			return p, nil
		}
	}
	return Press{}, ErrPress
}

// Press follows a button that was pressed by From in Chat of m; the text of m does not matter. The reply says by Place whether it
// takes the place of the message that carried the button or is a short notice beside it. It blocks for no longer than Overlays does; the
// error is ctx's, or ErrPress when no entry matches any more, or none in the place of m.
func (b *Bot) Press(ctx context.Context, m Message, p Press) (Reply, error) {
	if err := ctx.Err(); err != nil {
		return Reply{}, err
	}
	v, err := b.in(ctx, m.Place)
	if err != nil {
		return Reply{}, err
	}
	if p.Subject == live.Local && p.Kind != PressOther && !v.known(p) {
		return Reply{}, ErrPress
	}
	w := WordsIn(p.Lang)
	switch p.Kind {
	case PressUseful:
		return v.noted(m, p, w.ThanksUseful), nil
	case PressNotUseful:
		return v.noted(m, p, w.ThanksNotUseful), nil
	case PressOutdated:
		return v.noted(m, p, w.ThanksOutdated), nil
	case PressOther:
		r := v.somethingElse(p.Lang)
		r.Place = Same
		return r, nil
	case PressQuestion, PressRephrase:
		return b.chose(m, p)
	}
	if !v.known(p) {
		return Reply{}, ErrPress
	}
	if p.Kind == PressMissing {
		return causes(p), nil
	}
	r := v.follow(m, p)
	if p.Kind == PressChoice {
		v.tell(ctx, m, &r)
	}
	return r, nil
}

// known says whether a press speaks of something the base has.
func (b view) known(p Press) bool {
	if p.Subject == live.Local {
		return b.over != nil && b.over.Find(p.Intent) != nil
	}
	if p.Subject == "" {
		return p.Intent != "" && speak(p.Lang).intents[p.Intent] != ""
	}
	if !b.Has(p.Subject) && understand.Family(p.Subject) == nil {
		return false
	}
	return p.Intent == "" || speak(p.Lang).intents[p.Intent] != ""
}

// follow shows an entry, or what is still open, and remembers it as the last turn.
func (b view) follow(m Message, p Press) Reply {
	now, c := b.bot.now(), Choice{Subject: p.Subject, Intent: p.Intent}
	r := b.choose(c, p.Lang, p.Device)
	r.Place = Same
	turn := b.bot.memory.recall(conversationKey{m.Chat, m.From}, now)
	turn.context, turn.choices = after(c, turn.context), r.Choices
	turn.context.Lang = p.Lang
	if p.Device != "" {
		turn.context.Device = p.Device
	}
	b.bot.memory.keep(turn, now)
	return r
}

// causes says why a setting may not be there.
func causes(p Press) Reply {
	w := WordsIn(p.Lang)
	back := p
	back.Kind = PressChoice
	outdated := p
	outdated.Kind = PressOutdated
	return Reply{
		Kind: Smalltalk, Lang: p.Lang, Subject: p.Subject, Intent: p.Intent, Confidence: 1, Place: Same,
		Text: w.CausesTitle + "\n\n- " + strings.Join(w.Causes, "\n- ") + "\n\n" + w.CausesEnd,
		ask:  w.CausesTitle,
		tail: []Block{{Kind: Bulleted, Items: items(w.Causes)}, textBlock(Paragraph, w.CausesEnd)},
		Actions: []Action{
			{Label: w.Back, Group: GroupAbout, Press: back},
			{Label: w.Outdated, Group: GroupFeedback, Press: outdated},
		},
	}
}

// noted counts feedback and thanks for it.
func (b view) noted(m Message, p Press, thanks string) Reply {
	if b.known(p) && p.Subject != "" && p.Intent != "" {
		b.opinion(m, p)
	}
	return Reply{Kind: Smalltalk, Lang: p.Lang, Confidence: 1, Text: thanks, Place: Aside}
}
