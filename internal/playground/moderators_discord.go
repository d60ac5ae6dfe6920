package playground

import (
	"context"
	"fmt"

	"nonmerci/internal/discordtest"
)

// A discordDesk is a moderator at work in a channel.
type discordDesk struct {
	*discordPhone
	who     *discordtest.User
	channel *discordtest.Channel
}

// desk goes the way of a moderator: settings, the home screen, an entry that is edited and published, the guide.
func (p *discordPhone) desk(ctx context.Context) ([]card, error) {
	d := discordDesk{p, p.people[nora], p.places["channel"]}
	if err := d.prepare(ctx); err != nil {
		return nil, err
	}
	home, err := d.uses(ctx, d.who, "kb home")
	if err != nil {
		return nil, err
	}
	f, draft, err := d.edits(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := d.uses(ctx, d.who, "guide"); err != nil {
		return nil, err
	}
	guide, err := d.pinned()
	if err != nil {
		return nil, err
	}
	show := func(m discordtest.Message) []message { return still(p.message(m, nil)) }
	return []card{
		{Title: captionHome, Place: "channel", Messages: show(home)},
		{Title: captionForm, Place: "channel", Form: formOf(f)},
		{Title: captionDraft, Place: "channel", Messages: show(draft)},
		{Title: captionGuide, Place: "channel", Messages: show(guide)},
	}, nil
}

// prepare chooses that questions and proposals are taken, and has members ask and propose.
func (d discordDesk) prepare(ctx context.Context) error {
	m, err := d.uses(ctx, d.who, "kb home")
	for _, label := range []string{"Réglages", "Activer : Questions", "Activer : Propositions"} {
		if err != nil {
			return err
		}
		m, err = d.presses(ctx, m, label)
	}
	if err != nil {
		return err
	}
	for _, name := range []string{camille, sam} {
		if _, err := d.uses(ctx, d.people[name], "ask", discordtest.With(d.optionOf("ask"), deskQuestion)); err != nil {
			return err
		}
	}
	if _, err := d.uses(ctx, d.people[camille], "suggest", discordtest.With("entry", deskProposal)); err != nil {
		return err
	}
	return rest(ctx, gapsWritten)
}

// edits opens the form of an entry, sends it, and publishes the draft that it becomes.
func (d discordDesk) edits(ctx context.Context) (f *discordtest.Modal, draft discordtest.Message, err error) {
	x, err := d.who.Type(d.channel, "kb search", "entry", deskFound)
	if err != nil {
		return nil, draft, err
	}
	list, err := x.WaitChoices(ctx)
	if err != nil || len(list) == 0 {
		return nil, draft, fmt.Errorf("find %q: %d entries: %w", deskFound, len(list), err)
	}
	entry, err := d.uses(ctx, d.who, "kb search", discordtest.With("entry", list[0].Value))
	if err != nil {
		return nil, draft, err
	}
	if x, err = d.press(entry, "Modifier"); err != nil {
		return nil, draft, err
	}
	if f, err = x.WaitModal(ctx); err != nil {
		return nil, draft, err
	}
	if x, err = d.who.Submit(f, map[string]any{"short": deskShort}); err != nil {
		return nil, draft, err
	}
	if draft, err = shown(ctx, x); err != nil {
		return nil, draft, err
	}
	_, err = d.presses(ctx, draft, "Publier")
	return f, draft, err
}

// uses has somebody use a command, and returns what they alone see of it.
func (d discordDesk) uses(ctx context.Context, u *discordtest.User, command string, options ...discordtest.Given) (discordtest.Message, error) {
	x, err := u.Invoke(d.channel, command, options...)
	if err != nil {
		return discordtest.Message{}, err
	}
	return shown(ctx, x)
}

func (d discordDesk) press(m discordtest.Message, words string) (*discordtest.Exchange, error) {
	for _, c := range m.Inputs() {
		if begins(c.Label, words) {
			return d.who.Press(m, c.CustomID)
		}
	}
	return nil, fmt.Errorf("there is no button %q below %q", words, excerpt(m.Text()))
}

func (d discordDesk) presses(ctx context.Context, m discordtest.Message, words string) (discordtest.Message, error) {
	x, err := d.press(m, words)
	if err != nil {
		return m, err
	}
	return shown(ctx, x)
}

// shown waits for a screen that the person alone sees.
func shown(ctx context.Context, x *discordtest.Exchange) (m discordtest.Message, err error) {
	err = x.Until(ctx, func(all []discordtest.Message) bool {
		for _, a := range all {
			if a.Ephemeral && a.Flags&discordtest.FlagLoading == 0 {
				m = a
			}
		}
		return m.ID != ""
	})
	return m, err
}

// pinned is the guide.
func (d discordDesk) pinned() (discordtest.Message, error) {
	for _, m := range d.channel.Messages(d.who) {
		if m.Pinned {
			return m, nil
		}
	}
	return discordtest.Message{}, fmt.Errorf("the guide is not pinned")
}
