package playground

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"time"

	"nonmerci/internal/telegramtest"
)

// A telegramDesk is a moderator at work: in a group, and in private.
type telegramDesk struct {
	*telegramPhone
	who *telegramtest.Person
}

// desk goes the way of a moderator: settings, the home screen, an entry that is edited and published, the guide. The group is the one where
// the bot may pin.
func (p *telegramPhone) desk(ctx context.Context) ([]card, error) {
	d := telegramDesk{p, p.people[nora]}
	if err := d.prepare(ctx); err != nil {
		return nil, err
	}
	home, err := d.arrives(ctx, "kb", "")
	if err != nil {
		return nil, err
	}
	cards := []card{{Title: captionHome, Place: "private", Messages: still(p.message(home))}}
	asked, draft, err := d.edits(ctx)
	if err != nil {
		return nil, err
	}
	typed := message{Mine: true, Body: []node{plain(deskShort)}}
	guide, err := d.answered(ctx, p.trusts, func() { d.who.Command(p.trusts, "guide", "") })
	if err != nil {
		return nil, err
	}
	return append(
		cards, card{Title: captionForm, Place: "private", Messages: still(p.message(asked), typed)},
		card{Title: captionDraft, Place: "private", Messages: still(p.message(draft))},
		card{Title: captionGuide, Place: "admin", Messages: still(p.message(guide))},
	), nil
}

// prepare chooses that questions and proposals are taken, and has members ask and propose.
func (d telegramDesk) prepare(ctx context.Context) error {
	m, err := d.arrives(ctx, "kb", "")
	for _, label := range []string{"Réglages", "Activer : Questions", "Activer : Propositions"} {
		if err != nil {
			return err
		}
		m, err = d.presses(ctx, m, label)
	}
	if err != nil {
		return err
	}
	for name, words := range map[string][2]string{camille: {"ask", deskQuestion}, sam: {"suggest", deskProposal}} {
		if _, err := d.answered(ctx, d.trusts, func() { d.people[name].Command(d.trusts, words[0], words[1]) }); err != nil {
			return err
		}
	}
	return rest(ctx, gapsWritten)
}

// edits is asked for the texts of an entry, types one, and publishes the draft that it becomes. asked is the question that was typed for.
func (d telegramDesk) edits(ctx context.Context) (asked, draft telegramtest.Message, err error) {
	m, err := d.arrives(ctx, "kb", deskFound)
	for _, label := range []string{"1.", "Modifier", "Garder", "Garder"} {
		if err != nil {
			return asked, draft, err
		}
		m, err = d.presses(ctx, m, label)
	}
	if err != nil {
		return asked, draft, err
	}
	asked = m
	if m, err = d.answered(ctx, d.who.Private(), func() { d.who.Ask(deskShort) }); err != nil {
		return asked, draft, err
	}
	if begins(m.Text, "Reçu") || label(m, "Suite") != "" {
		if m, err = d.presses(ctx, m, "Suite"); err != nil {
			return asked, draft, err
		}
	}
	if draft, err = d.presses(ctx, m, "Garder tout le reste"); err != nil {
		return asked, draft, err
	}
	_, err = d.presses(ctx, draft, "Publier")
	return asked, draft, err
}

// arrives writes a command in the group and follows the link of the answer into private.
func (d telegramDesk) arrives(ctx context.Context, name, words string) (telegramtest.Message, error) {
	m, err := d.answered(ctx, d.trusts, func() { d.who.Command(d.trusts, name, words) })
	if err != nil {
		return m, err
	}
	for _, b := range m.Buttons() {
		if u, err := url.Parse(b.URL); err == nil && u.Query().Get("start") != "" {
			return d.answered(ctx, d.who.Private(), func() { d.who.Start(u.Query().Get("start")) })
		}
	}
	return m, fmt.Errorf("there is no link below %q", excerpt(m.Text))
}

func (d telegramDesk) presses(ctx context.Context, m telegramtest.Message, words string) (telegramtest.Message, error) {
	which := label(m, words)
	if which == "" {
		return m, fmt.Errorf("there is no button %q below %q", words, excerpt(m.Text))
	}
	return d.answered(ctx, d.who.Private(), func() { d.who.Press(m, which) })
}

// label is the data of the button whose label begins with words, "" for none.
func label(m telegramtest.Message, words string) string {
	for _, b := range m.Buttons() {
		if begins(b.Text, words) {
			return b.Data
		}
	}
	return ""
}

// answered does something, and waits until the last message of the bot in a chat is another one, or another text, and stays so.
func (d telegramDesk) answered(ctx context.Context, c *telegramtest.Chat, do func()) (telegramtest.Message, error) {
	const quiet = 1500 * time.Millisecond
	last := func() (m telegramtest.Message, mark string) {
		for _, a := range c.FromBot() {
			if a.Pinned == nil { // which tells of a message, and is none
				m = a
			}
		}
		raw, _ := json.Marshal(m) // what came from JSON
		return m, string(raw)
	}
	_, before := last()
	do()
	seen, since := before, time.Now()
	for {
		m, now := last()
		if now != seen {
			seen, since = now, time.Now()
		}
		if now != before && time.Since(since) > quiet {
			return m, nil
		}
		if err := rest(ctx, 50*time.Millisecond); err != nil {
			return m, fmt.Errorf("wait for the bot after %q: %w", excerpt(m.Text), err)
		}
	}
}
