package telegram

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot"
	"nonmerci/bot/desk"
	"nonmerci/internal/telegramtest"
	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/memstore"
)

// A deskRig is an adapter with a real desk and a real bot, over a store in memory.
type deskRig struct {
	*rig
	store *memstore.Store
	live  *live.Base
	bot   *bot.Bot
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

func (s storePlaces) Move(ctx context.Context, a, b desk.Place) error {
	return unlessGone(s.Store.Move(ctx, a, b))
}

func (s storePlaces) Groups(ctx context.Context) ([]desk.Place, error) {
	ids, err := s.CommunityIDs(ctx, "", 1000)
	var out []desk.Place
	for _, id := range ids {
		if c, missing := s.Community(ctx, id); missing == nil {
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
		if g.Place.Platform == platform {
			out = append(out, Guide(g))
		}
	}
	return out, err
}

func unlessGone(err error) error {
	if errors.Is(err, knowledge.ErrNotFound) {
		return nil
	}
	return err
}

// atDesk runs a test with a deskRig, in a bubble where no time passes.
func atDesk(t *testing.T, s setting, test func(r *deskRig)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		r := newDeskRig(t, s)
		defer r.close()
		test(r)
	})
}

func newDeskRig(t *testing.T, s setting) *deskRig {
	t.Helper()
	o, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	r := &deskRig{store: memstore.New()}
	if _, err := live.Seed(t.Context(), r.store, someOf(o.Base, "linkedin", "instagram", "whatsapp", "rights"), "1", time.Now()); err != nil {
		t.Fatal(err)
	}
	if r.live, err = live.Open(t.Context(), r.store, live.Options{}); err != nil {
		t.Fatal(err)
	}
	r.bot = bot.New(bot.Options{Model: o.Model, Base: r.live.Shared(), Overlays: r.live})
	s.core, s.answer = r.bot, r.bot.Respond
	idle := s.idle
	s.idle = true
	s.opts.Places = storePlaces{r.store}
	r.rig = newRig(t, s)
	r.live.OnChange(func(c live.Change) {
		if len(c.Entries) > 0 {
			r.bot.SetBase(r.live.Shared())
		}
		if r.a != nil {
			r.a.GuideChanged()
		}
	})
	r.reopen()
	if !idle {
		r.start()
	}
	return r
}

// reopen opens a desk as a start of the program does: nothing that the one before had in memory is known any more.
func (r *deskRig) reopen() {
	r.opts.Desk = desk.New(desk.Options{Store: r.store, Shared: r.live.Shared, Refresh: r.live.Refresh, Try: r.bot.Try, Log: r.opts.Log})
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

// community is a supergroup with a moderator, the bot and some members, all of whom have started the bot.
func (r *deskRig) community(names ...string) (c *telegramtest.Chat, people []*telegramtest.Person) {
	r.t.Helper()
	for _, n := range names {
		people = append(people, r.started(n))
	}
	c = r.group(telegramtest.Supergroup, people...)
	time.Sleep(5 * time.Second)
	return c, people
}

// link is the payload of the first deep link of a message.
func (r *deskRig) link(m telegramtest.Message) string {
	r.t.Helper()
	for _, b := range m.Buttons() {
		if u, err := url.Parse(b.URL); err == nil && u.Host == "t.me" {
			if u.Path != "/test_bot" || len(u.Query().Get("start")) > maxPayload {
				r.t.Errorf("the link is %s", b.URL)
			}
			return u.Query().Get("start")
		}
	}
	r.t.Fatalf("no link below %q", m.Text)
	return ""
}

// screen is the message that somebody's private chat ends with, once everything is quiet.
func (r *deskRig) screen(p *telegramtest.Person) telegramtest.Message {
	r.t.Helper()
	time.Sleep(6 * time.Second)
	for _, m := range slices.Backward(p.Private().FromBot()) {
		if m.Document == nil {
			return m
		}
	}
	r.t.Fatalf("nothing in private\n%s", r.log)
	return telegramtest.Message{}
}

// arrives writes a command in a group, follows its link and returns the screen in private.
func (r *deskRig) arrives(p *telegramtest.Person, c *telegramtest.Chat, name, args string) telegramtest.Message {
	r.t.Helper()
	m := r.answer(p.Command(c, name, args))
	time.Sleep(5 * time.Second)
	return r.says(p, "/start "+r.link(m))
}

// says writes something in private and returns the screen after it.
func (r *deskRig) says(p *telegramtest.Person, text string) telegramtest.Message {
	r.t.Helper()
	if err := p.Ask(text).Err(); err != nil {
		r.t.Fatal(err)
	}
	return r.screen(p)
}

// taps presses the button whose label begins with words, and returns the message that the press led to: the same, or a newer one.
func (r *deskRig) taps(p *telegramtest.Person, m telegramtest.Message, words string) telegramtest.Message {
	r.t.Helper()
	b := labelled(r.t, m, words)
	if b.Data == "" {
		r.t.Fatalf("%q is a link", words)
	}
	before := len(p.Private().FromBot())
	press := p.Press(m, b.Data)
	if a := r.pressed(press); a.Text != "" {
		r.t.Fatalf("%q is answered by %q", words, a.Text)
	}
	time.Sleep(6 * time.Second)
	if len(p.Private().FromBot()) > before {
		return r.screen(p)
	}
	now, ok := p.Private().Message(m.ID)
	if !ok {
		r.t.Fatalf("the message is gone")
	}
	return now
}

// plainSpaces makes the spaces of French typography plain.
var plainSpaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

// wants fails unless a message has every one of some words.
func wants(t *testing.T, m telegramtest.Message, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(plainSpaces.Replace(m.Text), plainSpaces.Replace(w)) {
			var labels []string
			for _, b := range m.Buttons() {
				labels = append(labels, b.Text)
			}
			t.Fatalf("%q is not in:\n%s\n%q", w, m.Text, labels)
		}
	}
}

// placeIn is the place of a group.
func placeIn(c *telegramtest.Chat) desk.Place { return placeOf(c.ID()) }

// setting changes the settings of a community.
func (r *deskRig) configure(c *telegramtest.Chat, change func(*knowledge.Settings)) {
	r.t.Helper()
	at, err := r.store.At(r.t.Context(), placeIn(c))
	if err != nil {
		r.t.Fatal(err)
	}
	change(&at.Settings)
	if err := r.store.Configure(r.t.Context(), at.ID, at.Settings, knowledge.ByCommandLine, time.Now()); err != nil {
		r.t.Fatal(err)
	}
}

func mustCommunity(r *deskRig, c *telegramtest.Chat) knowledge.CommunityID {
	r.t.Helper()
	at, err := r.store.At(r.t.Context(), placeIn(c))
	if err != nil {
		r.t.Fatal(err)
	}
	return at.ID
}

// placeActor is who an anonymous administrator of a group is.
func placeActor(c *telegramtest.Chat) desk.Actor { return actor(c.ID()) }

// fill fills the form of a new entry, « Où est la salle ? », with an answer, and returns the screen after it.
func (r *deskRig) fill(p *telegramtest.Person, m telegramtest.Message, short string) telegramtest.Message {
	r.t.Helper()
	wants(r.t, m, "1 sur 5", "Question (titre)")
	m = r.says(p, "Où est la salle ?")
	wants(r.t, m, "2 sur 5")
	m = r.taps(p, m, "Laisser vide")
	wants(r.t, m, "3 sur 5")
	m = r.taps(p, r.says(p, short), "Suite")
	wants(r.t, m, "4 sur 5")
	return r.taps(p, m, "Garder tout le reste")
}

func itoa(n int) string { return strconv.Itoa(n) }

func screenBlocks(text string) []bot.Block { return []bot.Block{sentence(text)} }
