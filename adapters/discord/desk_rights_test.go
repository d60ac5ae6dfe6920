package discord

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"nonmerci/bot/desk"
	"nonmerci/internal/discordtest"
	"nonmerci/knowledge"
)

// TestDemotedModerator: who loses their rights while a form is open saves nothing, and gets their text back; so does who presses a button.
func TestDemotedModerator(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		m := d.entry(d.ana)
		f := d.opens(d.ana, m, "Modifier")
		home := d.uses(d.ana, "kb home")
		d.role.Grant(0)
		d.wants(d.submits(d.ana, f, map[string]any{"short": "Tout ce travail."}), "Réservé", "Tout ce travail.")
		d.wants(d.presses(d.ana, home, "Journal"), "Réservé")
		if a := d.reads(question); strings.Contains(a, "Tout ce travail") {
			t.Errorf("%q", a)
		}
		d.role.Grant(discordtest.ManageGuild)
		d.wants(d.submits(d.ana, f, map[string]any{"short": "Tout ce travail."}), "Enregistré comme brouillon")
	})
}

// TestForgedInteractions: custom_ids that we did not make, or made for somebody else or for something else, do nothing.
func TestForgedInteractions(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		d.wants(d.uses(d.ana, "guide"), "posté")
		guide, _ := d.guideNow()
		home := d.uses(d.ana, "kb home")
		theirs := d.labelled(home, "Réglages")
		for name, custom := range map[string]string{
			"unsealed": "d:home", "with a wrong tag": theirs[:len(theirs)-3] + "AAA", "another act": strings.Replace(theirs, "settings", "exports", 1),
			"a form": "m:save", "the guide": "g:fr:s0", "nonsense": "d:|||",
		} {
			if got := d.toldBy(must(d.ana.Forge(home, custom))(t), d.ana); !strings.Contains(plain(got), "plus valable") && !strings.Contains(got, "trop ancien") {
				t.Errorf("%s: %q", name, got)
			}
		}
		if got := d.toldBy(must(d.lea.Forge(guide, theirs))(t), d.lea); !strings.Contains(got, "pour quelqu’un d’autre") {
			t.Errorf("somebody else’s: %q", got)
		}
		f := d.opens(d.ana, d.entry(d.ana), "Modifier")
		mine := f.CustomID
		for _, custom := range []string{strings.Replace(mine, "m:", "d:", 1), "m:publish_aaaaaaaa_1", theirs, ""} {
			f.CustomID = custom
			d.wants(d.submits(d.ana, f, map[string]any{"short": "Mon texte à moi."}), "Voici ce que vous aviez écrit", "Mon texte à moi.")
		}
		for _, values := range [][]string{{"k:nothing"}, {"e:aaaaaaaa"}, {"r:99"}, {"r:-1"}, {""}, {"e:"}, {strings.Repeat("k", 200)}, nil} {
			if got := d.toldBy(must(d.lea.Forge(guide, guide.Inputs()[0].CustomID, values...))(t), d.lea); !strings.Contains(got, "n’existe plus") {
				t.Errorf("%q: %q", values, got)
			}
		}
		all, err := d.store.Events(t.Context(), must(d.store.At(t.Context(), d.place()))(t).ID, 0, 100)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range all {
			if e.Action == "save" || e.Action == "publish" {
				t.Errorf("something was done: %+v", e)
			}
		}
	})
}

// toldBy is the newest private message that somebody sees once an interaction was answered: it may be an older one that was edited.
func (d *deskWorld) toldBy(x *discordtest.Exchange, u *discordtest.User) string {
	d.t.Helper()
	must(x.WaitCallback(d.ctx))(d.t)
	time.Sleep(5 * time.Second)
	var last discordtest.Message
	for _, m := range d.channel.Messages(u) {
		if m.Ephemeral {
			last = m
		}
	}
	return last.Text()
}

// TestChosenRole: those who have the role that the community chose may edit, and only as long as they have it.
func TestChosenRole(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		helpers := d.guild.AddRole("helpers", discordtest.ManageMessages)
		d.guild.AddMember(d.lea, helpers)
		x := must(d.ana.Say(d.channel, "Pour couper l’IA du wifi. Appuyez sur le bouton."))(t)
		menu := func() discordtest.Message {
			return d.screenOf(must(d.lea.UseOnMessage("Add to the base", x.Question()))(t))
		}
		d.wants(menu(), "Réservé", "Appuyez sur le bouton")
		d.uses(d.ana, "kb home")
		d.configure(func(s *knowledge.Settings) { s.Roles = map[string]string{d.place().String(): helpers.ID()} })
		d.wants(menu(), "Ouvrir le formulaire")
		d.guild.AddMember(d.lea)
		if _, err := d.lea.UseOnMessage("Add to the base", x.Question()); err == nil {
			t.Error("a member is offered what is for moderators")
		}
		if _, err := d.lea.Invoke(d.channel, "kb home"); err == nil {
			t.Error("a member is offered /kb")
		}
		d.guild.Everyone().Grant(discordtest.Ordinary | discordtest.ManageMessages)
		d.wants(menu(), "Réservé")
	})
}

// TestChoosingTheRole: the moderators' role is chosen in the settings, in the menu that Discord fills, by whoever may; taking it out of the menu,
// or a button, takes the rights away. A menu that somebody else got, or that holds something else, changes nothing.
func TestChoosingTheRole(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		helpers := d.guild.AddRole("helpers", discordtest.ManageMessages)
		d.guild.AddMember(d.lea, helpers)
		x := must(d.ana.Say(d.channel, "Pour couper l’IA du wifi. Appuyez sur le bouton."))(t)
		edits := func(want bool) {
			t.Helper()
			m := d.screenOf(must(d.lea.UseOnMessage("Add to the base", x.Question()))(t))
			if got := !strings.Contains(m.Text(), "Réservé"); got != want {
				t.Errorf("who has the role may edit: %v, want %v:\n%s", got, want, m.Text())
			}
		}
		menu := func(m discordtest.Message) discordtest.Component {
			t.Helper()
			for _, c := range m.Inputs() {
				if c.Type == discordtest.RoleSelect {
					return c
				}
			}
			t.Fatalf("no menu of roles:\n%s", m.Text())
			return discordtest.Component{}
		}
		choose := func(m discordtest.Message, ids ...string) discordtest.Message {
			t.Helper()
			return d.screenOf(must(d.ana.Choose(m, menu(m).CustomID, ids...))(t))
		}
		s := d.presses(d.ana, d.uses(d.ana, "kb home"), "Réglages")
		if c := menu(s); c.Placeholder != "Choisir un rôle" || len(c.Defaults) != 0 {
			t.Errorf("%+v", c)
		}
		edits(false)
		s = choose(s, helpers.ID())
		d.wants(s, "modérateurs : oui", "Plus de rôle")
		if c := menu(s); len(c.Defaults) != 1 || c.Defaults[0].ID != helpers.ID() {
			t.Errorf("%+v", c)
		}
		edits(true)
		s = choose(s)
		d.wants(s, "modérateurs : non")
		edits(false)
		s = choose(s, helpers.ID())
		edits(true)
		custom := menu(s).CustomID
		if got := d.toldBy(must(d.ana.Forge(s, custom, d.guild.ID()))(t), d.ana); !strings.Contains(got, "c’est tout le monde") {
			t.Errorf("@everyone: %q", got)
		}
		for _, values := range [][]string{{"x y"}, {"-1"}, {strings.Repeat("1", 30)}} {
			if got := d.toldBy(must(d.ana.Forge(s, custom, values...))(t), d.ana); !strings.Contains(got, "plus valable") {
				t.Errorf("%q: %q", values, got)
			}
		}
		guide := d.uses(d.lea, "suggest")
		if got := d.toldBy(must(d.lea.Forge(guide, custom, helpers.ID()))(t), d.lea); !strings.Contains(got, "pour quelqu’un d’autre") {
			t.Errorf("somebody else’s: %q", got)
		}
		edits(true)
		d.wants(d.presses(d.ana, d.presses(d.ana, d.uses(d.ana, "kb home"), "Réglages"), "Plus de rôle"), "modérateurs : non")
		edits(false)
	}, checked(t))
}

// TestCurators: a curator looks after the shared base wherever they are, and after a community only as a moderator of it.
func TestCurators(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		a := &Adapter{}
		r := newRoom(a, Options{Token: "x", Desk: d.opts.Desk, Curators: []int64{7, -1}})
		at := d.place()
		for _, c := range []struct {
			name string
			in   interaction
			want desk.Rights
		}{
			{"a member", interaction{author: 1}, desk.Member},
			{"a moderator", interaction{author: 1, manages: true}, desk.Moderator},
			{"a curator", interaction{author: 7}, desk.CuratorOnly},
			{"both", interaction{author: 7, manages: true}, desk.Curator},
		} {
			in := c.in
			in.Place = at
			if got, err := r.rights(t.Context(), in); err != nil || got != c.want {
				t.Errorf("%s: %b, %v", c.name, got, err)
			}
		}
		nowhere := interaction{author: 1, manages: true}
		if got, _ := r.rights(t.Context(), nowhere); got.Has(desk.Moderator) {
			t.Error("whoever manages a server where the bot is not is a moderator")
		}
		for verb, want := range map[string]string{"home": "b-home", "show": "b-show", "gaps": "b-home", "promote": "b-home"} {
			if got := ofBase(desk.NewAct(verb)).Verb; got != want {
				t.Errorf("%s becomes %s", verb, got)
			}
		}
	})
}

// TestServerWithoutTheBot: where the bot is but one person's, questions are answered from the shared base, and there is no place.
func TestServerWithoutTheBot(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		elsewhere := d.AddForeignGuild("Ailleurs")
		c := elsewhere.AddChannel("là-bas")
		elsewhere.AddMember(d.lea)
		d.lea.Install(true)
		m := d.screenOf(must(d.lea.Invoke(c, "ask", discordtest.With("question", question)))(t))
		d.wants(m, "LinkedIn")
		if _, err := d.store.At(t.Context(), placeOf(elsewhere.ID())); err == nil {
			t.Error("a community was made of it")
		}
		if _, err := d.lea.Invoke(c, "suggest"); err == nil {
			t.Error("/suggest is offered there")
		}
		time.Sleep(time.Second)
	})
}

// TestOnlyInServers: a command of servers that comes from elsewhere, as an old client could send it, is answered in words.
func TestOnlyInServers(t *testing.T) {
	atDesk(t, func(d *deskWorld) {
		for i, command := range []string{`"kb","options":[{"name":"home","type":1}]`, `"suggest"`, `"guide"`, `"Add to the base","type":3`} {
			d.adapter.event(eventInteraction, fmt.Appendf(nil, `{"id":"%d","token":"t","type":2,"channel_id":"5","user":{"id":"7"},"context":1,"data":{"name":%s}}`, i+1, command))
			time.Sleep(10 * time.Second)
			sent := d.RequestsTo(toCallback)
			if len(sent) == 0 || !strings.Contains(string(sent[len(sent)-1].Body), "dans un serveur") {
				t.Errorf("%s: %d answers", command, len(sent))
			}
		}
	})
}
