package discord

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/bot/desk"
	"nonmerci/internal/discordtest"
	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/memstore"
)

// A deskWorld is a world with a real desk and a real bot, over a store in memory; Ana may manage its server.
type deskWorld struct {
	*world
	store *memstore.Store
	live  *live.Base
	ana   *discordtest.User
	role  *discordtest.Role // Ana's
}

// storePlaces is what package main makes of a store for the adapter.
type storePlaces struct{ *memstore.Store }

func (s storePlaces) Join(ctx context.Context, p desk.Place) error {
	_, err := s.Store.Join(ctx, p, time.Now())
	return err
}

func (s storePlaces) Leave(ctx context.Context, p desk.Place) error {
	return unlessGone(s.Store.Leave(ctx, p, time.Now()))
}

func (s storePlaces) Servers(ctx context.Context) ([]desk.Place, error) {
	ids, err := s.CommunityIDs(ctx, "", 1000)
	var out []desk.Place
	for _, id := range ids {
		c, missing := s.Community(ctx, id)
		if missing == nil {
			out = append(out, c.Places...)
		}
	}
	return out, err
}

func (s storePlaces) DropGuide(ctx context.Context, p desk.Place) error {
	return unlessGone(s.Store.DropGuide(ctx, p))
}

func (s storePlaces) SetGuide(ctx context.Context, g Guide) error {
	return s.Store.SetGuide(ctx, knowledge.Guide(g))
}

func (s storePlaces) Guide(ctx context.Context, p desk.Place) (Guide, bool, error) {
	g, err := s.Store.Guide(ctx, p)
	if errors.Is(err, knowledge.ErrNotFound) {
		return Guide{}, false, nil
	}
	return Guide(g), err == nil, err
}

func (s storePlaces) Guides(ctx context.Context) ([]Guide, error) {
	all, err := s.GuidesOf(ctx, knowledge.SharedBase)
	var out []Guide
	for _, g := range all {
		out = append(out, Guide(g))
	}
	return out, err
}

func unlessGone(err error) error {
	if errors.Is(err, knowledge.ErrNotFound) {
		return nil
	}
	return err
}

// atDesk runs a test in a world with a desk, the bot connected.
func atDesk(t *testing.T, test func(*deskWorld), settings ...setting) {
	t.Helper()
	inQuietWorld(t, func(w *world) {
		d := newDeskWorld(t, w)
		w.start()
		w.connected()
		test(d)
	}, settings...)
}

func newDeskWorld(t *testing.T, w *world) *deskWorld {
	t.Helper()
	model, shared := loaded()
	d := &deskWorld{world: w, store: memstore.New()}
	if _, err := live.Seed(t.Context(), d.store, someOf(shared, "linkedin", "instagram", "whatsapp", "rights"), "1", time.Now()); err != nil {
		t.Fatal(err)
	}
	d.live = must(live.Open(t.Context(), d.store, live.Options{}))(t)
	core := bot.New(bot.Options{Model: model, Base: d.live.Shared(), Overlays: d.live})
	w.core, w.answer = core, core.Respond
	w.opts.Places = storePlaces{d.store}
	d.live.OnChange(func(c live.Change) {
		if len(c.Entries) > 0 {
			core.SetBase(d.live.Shared())
		}
		if w.adapter != nil {
			w.adapter.GuideChanged()
		}
	})
	d.reopen()
	d.ana = w.AddUser("Ana")
	d.role = w.guild.AddRole("managers", discordtest.ManageGuild|discordtest.ManageMessages)
	w.guild.AddMember(d.ana, d.role)
	return d
}

// reopen opens a desk as a start of the program does: nothing that the one before had in memory is known any more.
func (d *deskWorld) reopen() {
	d.opts.Desk = desk.New(desk.Options{Store: d.store, Shared: d.live.Shared, Refresh: d.live.Refresh, Try: d.core.(*bot.Bot).Try, Log: d.opts.Log})
}

// someOf is the part of a base that is about some subjects.
func someOf(all *knowledge.Base, subjects ...string) *knowledge.Base {
	b := knowledge.NewBase()
	for _, s := range subjects {
		b.Subjects[s] = all.Subjects[s]
		for id, e := range all.Entries {
			if id.Subject() == s {
				b.Entries[id] = e
			}
		}
	}
	return b
}

func (d *deskWorld) place() desk.Place { return placeOf(d.guild.ID()) }

// uses has somebody use a command in the channel, and returns the screen.
func (d *deskWorld) uses(u *discordtest.User, command string, options ...discordtest.Given) discordtest.Message {
	d.t.Helper()
	return d.screenOf(must(u.Invoke(d.channel, command, options...))(d.t))
}

// screenOf waits for a screen, which nobody else sees.
func (d *deskWorld) screenOf(x *discordtest.Exchange) discordtest.Message {
	d.t.Helper()
	var found discordtest.Message
	err := x.Until(d.ctx, func(all []discordtest.Message) bool {
		for _, m := range all {
			if m.Ephemeral {
				found = m
			}
		}
		return found.ID != ""
	})
	if err != nil || len(found.Pings) > 0 {
		d.t.Fatalf("no screen: %v, %d answers: %+v", err, x.Answers(), x.Callbacks())
	}
	return found
}

// presses has somebody press the button whose label begins with words, and returns the screen after it.
func (d *deskWorld) presses(u *discordtest.User, m discordtest.Message, words string) discordtest.Message {
	d.t.Helper()
	return d.screenOf(d.press(u, m, words))
}

// opens presses a button that opens a form.
func (d *deskWorld) opens(u *discordtest.User, m discordtest.Message, words string) *discordtest.Modal {
	d.t.Helper()
	return must(d.press(u, m, words).WaitModal(d.ctx))(d.t)
}

func (d *deskWorld) press(u *discordtest.User, m discordtest.Message, words string) *discordtest.Exchange {
	d.t.Helper()
	return must(u.Press(m, d.labelled(m, words)))(d.t)
}

func (d *deskWorld) labelled(m discordtest.Message, words string) string {
	d.t.Helper()
	var all []string
	for _, c := range m.Inputs() {
		if all = append(all, c.Label); strings.HasPrefix(plain(c.Label), plain(words)) {
			return c.CustomID
		}
	}
	d.t.Fatalf("%q is not among %q below:\n%s", words, all, m.Text())
	return ""
}

// submits fills a form and returns the screen after it.
func (d *deskWorld) submits(u *discordtest.User, f *discordtest.Modal, values map[string]any) discordtest.Message {
	d.t.Helper()
	return d.screenOf(must(u.Submit(f, values))(d.t))
}

// plain makes the spaces of French typography plain.
func plain(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\\", "").Replace(s)
}

// wants fails unless a message has every one of some words.
func (d *deskWorld) wants(m discordtest.Message, words ...string) {
	d.t.Helper()
	text := plain(m.Text())
	for _, c := range m.Inputs() {
		text += "\n[" + plain(c.Label) + "]"
	}
	for _, w := range words {
		if !strings.Contains(text, plain(w)) {
			d.t.Fatalf("%q is not in:\n%s", w, text)
		}
	}
}

// entry is the screen of an entry that somebody found by completion.
func (d *deskWorld) entry(u *discordtest.User) discordtest.Message {
	d.t.Helper()
	list := must(must(u.Type(d.channel, "kb search", "entry", "linkedin"))(d.t).WaitChoices(d.ctx))(d.t)
	i := slices.IndexFunc(list, func(c discordtest.Choice) bool { return strings.HasPrefix(plain(c.Name), linkedinTitle) })
	if i < 0 {
		d.t.Fatalf("%q is not among %+v", linkedinTitle, list)
	}
	return d.uses(u, "kb search", discordtest.With("entry", list[i].Value))
}

// linkedinTitle is how the entry that most tests change begins.
const linkedinTitle = "Comment empêcher LinkedIn"

// reads is what a member gets for a question in the server.
func (d *deskWorld) reads(text string) string {
	d.t.Helper()
	return d.answerOf(d.ask(text)).Text()
}

// configure changes the settings of the community.
func (d *deskWorld) configure(change func(*knowledge.Settings)) {
	d.t.Helper()
	at := must(d.store.At(d.t.Context(), d.place()))(d.t)
	change(&at.Settings)
	if err := d.store.Configure(d.t.Context(), at.ID, at.Settings, knowledge.ByCommandLine, time.Now()); err != nil {
		d.t.Fatal(err)
	}
}

// guideNow is the message of the guide as it stands.
func (d *deskWorld) guideNow() (m discordtest.Message, ok bool) {
	d.t.Helper()
	g := must(d.store.Guide(d.t.Context(), d.place()))(d.t)
	for _, c := range d.channel.Messages(d.ana) {
		if c.ID == g.Message {
			return c, true
		}
	}
	return m, false
}

// halts ends the program; starts begins it again, with what it finds.
func (d *deskWorld) halts() {
	d.t.Helper()
	if err := d.halt(); err != nil {
		d.t.Fatal(err)
	}
	d.stop = nil
}

func (d *deskWorld) starts() {
	d.t.Helper()
	d.opts.Metrics = nil
	d.start()
	d.connected()
}
