package discord

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/bot/desk"
	"nonmerci/internal/discordtest"
	"nonmerci/knowledge"
)

// TestSuggestion: a member proposes something, a moderator decides, and the member is told in private.
func TestSuggestion(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		d.wants(d.uses(d.lea, "suggest"), "ne sont pas ouvertes")
		d.configure(func(s *knowledge.Settings) { s.Suggest = true })
		list := must(must(d.lea.Type(d.channel, "suggest", "entry", "linkedin"))(t).WaitChoices(d.ctx))(t)
		if len(list) == 0 || !strings.HasPrefix(list[0].Value.(string), chosenMark) {
			t.Fatalf("%+v", list)
		}
		f := d.modal(d.lea, "suggest", discordtest.With("entry", list[0].Value))
		d.wants(d.submits(d.lea, f, map[string]any{"text": "Le réglage a changé de nom."}), "Merci")
		m := d.presses(d.ana, d.uses(d.ana, "kb home"), "Propositions (1)")
		d.wants(m, "Le réglage a changé de nom.")
		m = d.presses(d.ana, m, "1")
		f = d.opens(d.ana, m, "Écarter")
		d.submits(d.ana, f, map[string]any{"reason": "Vérifié hier."})
		time.Sleep(5 * time.Second)
		told := d.lea.DM().Messages(d.lea)
		if len(told) != 1 || !strings.Contains(told[0].Content, "Vérifié hier.") {
			t.Errorf("Lea is told: %+v", told)
		}
		if due, err := d.desk().Due(t.Context()); err != nil || len(due) != 0 {
			t.Errorf("told again: %+v, %v", due, err)
		}
	}, checked(t))
}

func (d *deskWorld) desk() *desk.Desk { return d.opts.Desk.(*desk.Desk) }

// TestTell: notices reach people and channels, once; what can never be delivered is done with, the rest waits.
func TestTell(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		text := func(s string) []bot.Block { return []bot.Block{sentence(s)} }
		to := func(u *discordtest.User) desk.Actor { return desk.Actor("discord:" + u.ID()) }
		closed := d.AddUser("Max")
		d.guild.AddMember(closed)
		closed.RefuseDMs(true)
		hidden := d.guild.AddChannel("secret")
		hidden.OverwriteUser(d.Bot(), 0, discordtest.ViewChannel)
		thread := d.ana.StartThread(d.channel, "le fil")
		thread.Archive(true, false)
		in := func(c *discordtest.Channel) string { return "discord:" + d.guild.ID() + "/" + c.ID() }
		for name, n := range map[string]desk.Notice{
			"a person": {To: to(d.lea), Key: "1", Blocks: text("À vous.")}, "who refuses": {To: to(closed), Key: "2", Blocks: text("x")},
			"nobody": {To: "discord:x", Key: "3", Blocks: text("x")}, "a channel": {Channel: in(d.channel), Key: "4", Blocks: text("@everyone À tous.")},
			"a hidden channel": {Channel: in(hidden), Key: "5", Blocks: text("x")}, "a channel that is gone": {Channel: "discord:1/2", Key: "6", Blocks: text("x")},
			"an archived thread": {Channel: in(thread), Key: "7", Blocks: text("Au fil.")},
		} {
			if !d.adapter.Tells(n) || !d.adapter.Tell(d.ctx, n) || !d.adapter.Tell(d.ctx, n) {
				t.Errorf("%s: not done with", name)
			}
		}
		if got := d.lea.DM().Messages(d.lea); len(got) != 1 || got[0].Content != "À vous." {
			t.Errorf("%+v", got)
		}
		got := d.channel.Messages(d.lea)
		i := slices.IndexFunc(got, func(m discordtest.Message) bool { return strings.Contains(m.Content, "À tous") })
		if i < 0 || got[i].Everyone || len(got[i].Pings) > 0 {
			t.Errorf("%+v", got)
		}
		if got := thread.Messages(d.lea); len(got) != 1 {
			t.Errorf("%+v", got)
		}
		for _, n := range []desk.Notice{{To: "telegram:1"}, {Channel: "telegram:-1/0"}, {}} {
			if d.adapter.Tells(n) {
				t.Errorf("%+v is taken for Discord's", n)
			}
		}
		d.Fail(discordtest.Fault{Status: 503, Times: 10})
		if d.adapter.Tell(d.ctx, desk.Notice{To: to(d.lea), Key: "8", Blocks: text("x")}) {
			t.Error("what failed by chance is done with")
		}
	})
}

// TestServers: the store is told which servers the bot is in; one that Discord cannot reach for a while is not left.
func TestServers(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		time.Sleep(time.Second)
		if _, err := d.store.At(t.Context(), d.place()); err != nil {
			t.Fatalf("at the start: %v", err)
		}
		left := func() bool {
			c := must(d.store.At(t.Context(), d.place()))(t)
			return !c.Left.IsZero()
		}
		d.adapter.event(eventNoGuild, []byte(`{"id":"`+d.guild.ID()+`","unavailable":true}`))
		d.adapter.event(eventGuild, []byte(`{"id":"12345","unavailable":true}`))
		time.Sleep(time.Second)
		if _, err := d.store.At(t.Context(), placeOf("12345")); left() || !errors.Is(err, knowledge.ErrNotFound) {
			t.Errorf("an outage is taken for news: %v", err)
		}
		d.guild.RemoveBot()
		time.Sleep(time.Second)
		if !left() {
			t.Error("the bot is gone, and the store does not know")
		}
		d.guild.InstallBot(discordtest.BotPermissions)
		time.Sleep(time.Second)
		if left() {
			t.Error("the bot is back, and the store does not know")
		}
	})
}

// TestDeskPrivacy: /privacy shows what is kept of somebody and takes their name off it, in a server and in private.
func TestDeskPrivacy(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		d.wants(d.uses(d.lea, "privacy"), "Rien")
		d.submits(d.ana, d.modal(d.ana, "kb new"), map[string]any{"title": "Le wifi du club", "short": "Demandez au bureau."})
		m := d.uses(d.ana, "privacy")
		m = d.presses(d.ana, m, "Tout effacer")
		d.wants(m, "C’est définitif")
		d.presses(d.ana, m, "Tout effacer maintenant")
		d.wants(d.uses(d.ana, "privacy"), "Rien")
		x := must(d.lea.Invoke(d.lea.DM(), "privacy"))(t)
		d.wants(d.answerOf(x), "Rien")
	})
}

// TestDeskCommands: they are written once, and again only when they differ.
func TestDeskCommands(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		if n := d.CommandWrites(); n != 1 {
			t.Fatalf("%d writes", n)
		}
		for range 2 {
			d.halts()
			d.starts()
		}
		if n := d.CommandWrites(); n != 1 {
			t.Errorf("%d writes after starts", n)
		}
		for _, u := range []*discordtest.User{d.ana, d.ana.Speak("en-US")} {
			d.uses(u, "kb home")
		}
		for _, sub := range []string{"gaps", "stale", "digest"} {
			d.wants(d.uses(d.ana, "kb "+sub), "")
		}
		d.wants(d.uses(d.ana, "kb search", discordtest.With("entry", "linkedin")), "LinkedIn")
		d.halts()
		d.opts.Desk = nil
		d.starts()
		if n := d.CommandWrites(); n != 2 || slices.ContainsFunc(d.Commands(), func(s string) bool { return strings.Contains(s, "kb") }) {
			t.Errorf("%d writes, %q", n, d.Commands())
		}
	})
}
