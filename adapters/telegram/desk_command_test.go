package telegram

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/bot/desk"
	"nonmerci/internal/telegramtest"
	"nonmerci/knowledge"
)

func TestMenusOfCommands(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		time.Sleep(time.Minute)
		names := func(p *telegramtest.Person, in *telegramtest.Chat) string {
			var out []string
			for _, cmd := range r.Menu(p, in) {
				out = append(out, cmd.Command)
			}
			return strings.Join(out, " ")
		}
		if got := names(people[0], c); got != "demander aide confidentialite suggest kb guide test digest" {
			t.Errorf("an administrator sees %s", got)
		}
		if got := names(people[1], c); got != "demander aide confidentialite suggest" {
			t.Errorf("a member sees %s", got)
		}
		english := r.NewPerson(telegramtest.User{LanguageCode: "nl"})
		c.Join(english)
		c.Promote(english, telegramtest.AllRights(), false)
		if all := r.Menu(english, c); len(all) != 8 || all[4].Description != deskEnglish.KB {
			t.Errorf("%+v", all)
		}
		Check(r.t.Context(), r.opts, func(ok bool, what, _ string) {
			if strings.Contains(what, "menu of commands") && !ok {
				t.Error("doctor finds the menu wrong")
			}
		})
	})
}

func TestPromoteAMessage(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		ana, bob := people[0], people[1]
		said := bob.Say(c, "Où est la salle ? Au fond du couloir, à gauche. Mon numéro : 06 12 34 56 78")
		wants(t, r.answer(ana.Command(c, "kb", "ajouter")), "répondez-y par /kb add")
		link := r.link(r.answer(ana.Reply(said.Message(), "/kb@test_bot add")))
		m := r.says(ana, "/start "+link)
		wants(t, m, "Faire une fiche de ce message", "données personnelles")
		m = r.taps(ana, m, "Ouvrir le formulaire")
		wants(t, m, "1 sur 5", "Où est la salle ?")
		m = r.taps(ana, m, "Garder tout le reste")
		wants(t, m, "Enregistré comme brouillon", "Au fond du couloir")
		if strings.Contains(m.Text, "06 12") {
			t.Error("a telephone number is in the entry")
		}
	})
}

// TestSuggestAndBeTold: a member proposes, a moderator decides, the member learns it in private, once.
func TestSuggestAndBeTold(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob", "Cléo")
		ana, bob, cleo := people[0], people[1], people[2]
		wants(t, r.answer(bob.Command(c, "suggest", "La salle est fermée le lundi.")), "ne sont pas ouvertes")
		r.configure(c, func(s *knowledge.Settings) { s.Suggest = true })
		time.Sleep(2 * time.Minute)
		wants(t, r.answer(bob.Command(c, "suggest", "La salle est fermée le lundi.")), "Merci", "transmise")
		link := r.link(r.answer(cleo.Command(c, "suggest", "")))
		m := r.says(cleo, "/start "+link)
		wants(t, m, "Votre proposition")
		m = r.taps(cleo, r.says(cleo, "Le menu de LinkedIn a changé."), "Suite")
		wants(t, m, "Merci")

		m = r.arrives(ana, c, "kb", "")
		m = r.taps(ana, r.taps(ana, m, "Propositions (2)"), "1. La salle")
		r.taps(ana, m, "Écarter")
		wants(t, r.taps(ana, r.says(ana, "Elle ne l’est plus."), "Suite"), "Proposition écartée")
		wants(t, r.screen(bob), "n’a pas été retenue", "Elle ne l’est plus.")
		cleo.Block()
		m = r.taps(ana, r.taps(ana, r.screen(ana), "Propositions"), "1. Le menu")
		wants(t, r.taps(ana, m, "Écarter"), "Pourquoi")
		r.taps(ana, r.screen(ana), "Laisser vide")
		d, ok := r.opts.Desk.(*desk.Desk)
		if !ok {
			t.Fatal("no desk")
		}
		for range 3 { // told, or not to be told any more: nothing is due
			if due, err := d.Due(r.t.Context()); err != nil || len(due) != 0 {
				t.Errorf("%d are due, %v", len(due), err)
			}
			time.Sleep(time.Hour)
		}
		if n := len(bob.Private().FromBot()); n != 2 {
			t.Errorf("Bob has %d messages", n)
		}
	})
}

// TestSuggestWhereItIsOff: the group says so at once, in its language, and leads nobody into private; nor whoever has proposed enough.
func TestSuggestWhereItIsOff(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		ana, bob := people[0], people[1]
		before := len(bob.Private().FromBot())
		off := func(m telegramtest.Message, words string) {
			t.Helper()
			if wants(t, m, words); len(m.Buttons()) > 0 || strings.Contains(m.Text, "privé") {
				t.Errorf("it leads into private: %+v", m)
			}
		}
		off(r.answer(bob.Command(c, "suggest", "")), "ne sont pas ouvertes ici")
		off(r.answer(ana.Command(c, "suggest", "")), "ne sont pas ouvertes ici")
		c.Anonymous(ana, true)
		off(r.answer(ana.Command(c, "suggest", "")), "ne sont pas ouvertes ici")
		c.Anonymous(ana, false)
		r.configure(c, func(s *knowledge.Settings) { s.Lang = "en" })
		off(r.answer(bob.Command(c, "suggest", "")), "not open here")
		off(r.answer(ana.Command(c, "suggest", "La salle est fermée.")), "not open here")
		r.configure(c, func(s *knowledge.Settings) { s.Suggest = true })
		r.link(r.answer(bob.Command(c, "suggest", "")))
		wants(t, r.answer(bob.Command(c, "suggest", "La salle est fermée le lundi.")), "Merci")
		off(r.answer(bob.Command(c, "suggest", "")), "already")
		if n := len(bob.Private().FromBot()); n != before {
			t.Errorf("Bob was written to in private, %d times", n-before)
		}
	})
}

func TestNoticesGoWhereTheyBelong(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		ana := r.started("Ana")
		forum := r.group(telegramtest.Forum, ana, r.started("Bob"))
		topic, err := ana.NewTopic(forum, "Modération")
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(5 * time.Second)
		words := []desk.Notice{
			{Channel: placeIn(forum).String() + "/0"},
			{Channel: placeIn(forum).String() + "/" + itoa(topic)},
			{Channel: "telegram:-1000000009999/0"},
			{To: "telegram:-5"},
			{To: "telegram:x"},
			{To: actor(999999)},
		}
		for i, n := range words {
			n.Blocks = screenBlocks("Avis " + itoa(i))
			if !r.a.Tells(n) || !r.a.Tell(r.t.Context(), n) {
				t.Errorf("%+v is not done with", n)
			}
		}
		if r.a.Tells(desk.Notice{To: "discord:1"}) || r.a.Tells(desk.Notice{Channel: "discord:1/2"}) {
			t.Error("a notice for Discord is taken")
		}
		all := forum.FromBot()
		if len(all) != 2 || all[0].ThreadID != 0 || all[1].ThreadID != topic || all[1].Text != "Avis 1" {
			t.Errorf("%+v", all)
		}
		rule := r.Fail(telegramtest.Fault{Method: "sendMessage", Times: -1, Status: 502})
		n := words[0]
		n.Blocks = screenBlocks("Avis")
		if ctx, cancel := context.WithTimeout(r.t.Context(), time.Hour); r.a.Tell(ctx, n) {
			cancel()
			t.Error("told, while Telegram fails")
		} else {
			cancel()
		}
		rule.Stop()
	})
}

func TestPrivacyShowsAndForgets(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, ana, m := r.writing()
		m = r.fill(ana, m, "Au fond.")
		wants(t, m, "Enregistré comme brouillon")
		group := r.answer(ana.Command(c, "privacy", ""))
		if strings.Contains(group.Text, "Versions") {
			t.Error("what is kept of somebody is told to a group")
		}
		m = r.says(ana, "/start "+r.link(group))
		wants(t, m, "Ce que je garde sur vous", "Versions de fiches que vous avez écrites")
		m = r.taps(ana, r.taps(ana, m, "Tout effacer"), "Tout effacer maintenant")
		wants(t, m, "C’est fait")
		m = r.says(ana, "/confidentialite")
		wants(t, m, "Rien d’autre n’est gardé")
		wants(t, r.says(ana, "/kb"), "dans votre groupe")
	})
}

func TestCuratorsAndCommandsInPrivate(t *testing.T) {
	s := setting{opts: Options{Curators: []int64{1001}}}
	atDesk(t, s, func(r *deskRig) {
		zoe := r.started("Zoé")
		if zoe.ID() != 1001 {
			t.Fatalf("Zoé is %d", zoe.ID())
		}
		c, people := r.community("Ana", "Bob")
		c.Join(zoe)
		m := r.says(zoe, "/kb")
		wants(t, m, "Base commune", "change pour toutes les communautés")
		m = r.arrives(zoe, c, "kb", "") // the texts of a community that she does not administer are not hers
		wants(t, m, "Base commune")
		if strings.Contains(labels(m), "Vos fiches") {
			t.Errorf("%s", labels(m))
		}
		ana := people[0]
		wants(t, r.says(ana, "/kb"), "dans votre groupe")
		m = r.arrives(ana, c, "kb", "")
		wants(t, m, "Vos fiches")
		if strings.Contains(labels(m), "Base commune") {
			t.Error("a moderator is offered the shared base")
		}
		wants(t, r.says(ana, "/kb instagram refuser"), "Résultats pour")
		wants(t, r.says(ana, "/fiches"), "Vos fiches")
		wants(t, r.says(ana, "/digest"), "NonMerci, cette semaine")
		wants(t, r.says(ana, "/guide"), "Choisissez un service")
		wants(t, r.arrives(ana, c, "digest", ""), "NonMerci, cette semaine")
		wants(t, r.taps(ana, r.says(ana, "/kb"), "Fermer"), "Fermé")
	})
}

// TestRightsAreAskedAgain: at most a minute after they have changed, and at once where Telegram tells.
func TestRightsAreAskedAgain(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		bob := people[1]
		c.Promote(bob, telegramtest.Rights{}, false)
		m := r.arrives(bob, c, "kb", "")
		r.Forget()
		m = r.taps(bob, m, "Réglages")
		m = r.taps(bob, m, "Accueil")
		if n := len(r.Requests("getChatMember")); n > 1 {
			t.Errorf("%d questions within a moment", n)
		}
		c.Demote(bob)
		time.Sleep(time.Minute)
		wants(t, r.taps(bob, m, "Réglages"), "Il faut être modérateur")

		people[0].PromoteBot(c, telegramtest.Rights{}) // now it is told
		c.Promote(bob, telegramtest.Rights{}, false)
		time.Sleep(time.Second)
		m = r.arrives(bob, c, "kb", "")
		c.Demote(bob)
		time.Sleep(time.Second)
		wants(t, r.taps(bob, m, "Réglages"), "Il faut être modérateur")
		c.Promote(bob, telegramtest.Rights{}, false)
		time.Sleep(time.Second)
		m = r.arrives(bob, c, "kb", "")
		c.Leave(bob)
		time.Sleep(time.Second)
		wants(t, r.taps(bob, m, "Réglages"), "Il faut être modérateur")
	})
}

// TestRightsWhereMembersAreHidden: administrators are found all the same.
func TestRightsWhereMembersAreHidden(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		r.Fail(telegramtest.Fault{Method: "getChatMember", Times: -1, Err: &telegramtest.Error{Code: 400, Description: "Bad Request: CHAT_ADMIN_REQUIRED"}})
		wants(t, r.arrives(people[0], c, "kb", ""), "Vos fiches")
		wants(t, r.answer(people[1].Command(c, "kb", "")), "réservé aux administrateurs")
	})
}

func TestGroupsComeAndGo(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, people := r.community("Ana", "Bob")
		at := mustCommunity(r, c)
		people[0].RemoveBot(c)
		time.Sleep(time.Minute)
		if got, err := r.store.Community(r.t.Context(), at); err != nil || got.Left.IsZero() {
			t.Errorf("%+v, %v", got, err)
		}
		if err := people[0].AddBot(c); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		if got, err := r.store.Community(r.t.Context(), at); err != nil || !got.Left.IsZero() {
			t.Errorf("%+v, %v", got, err)
		}
		people[1].Block()
		people[1].Unblock()
		channel := r.NewChat(telegramtest.Channel, "Chaîne", people[0])
		if err := people[0].AddBot(channel); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		ids, err := r.store.CommunityIDs(r.t.Context(), "", 10)
		if err != nil || len(slices.DeleteFunc(ids, func(id knowledge.CommunityID) bool { return id == knowledge.SharedBase })) != 1 {
			t.Errorf("communities: %v, %v", ids, err)
		}
	})
}

// TestFiles: what a community exports arrives whole, however large.
func TestFiles(t *testing.T) {
	atDesk(t, setting{}, func(r *deskRig) {
		c, ana, m := r.writing()
		r.fill(ana, m, "Au fond.")
		m = r.taps(ana, r.arrives(ana, c, "kb", ""), "Exporter")
		r.taps(ana, m, "JSON")
		sent := ana.Private().FromBot()
		if last := sent[len(sent)-1]; last.Document == nil || !strings.HasSuffix(last.Document.FileName, ".json") || !strings.Contains(string(ana.Private().File(last.ID)), "Où est la salle") {
			t.Errorf("%+v", last)
		}
		big := desk.File{Name: "tout.md", Type: "text/markdown", Data: []byte(strings.Repeat("à", 3<<20))}
		if id, err := r.a.room.sendFile(r.t.Context(), privatePlace(ana.ID()), big); err != nil || len(ana.Private().File(id)) != len(big.Data) {
			t.Errorf("%d bytes of %d arrived, %v", len(ana.Private().File(id)), len(big.Data), err)
		}
	})
}

// TestWithoutADesk: its commands are nobody's.
func TestWithoutADesk(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		p := r.started("Zoé")
		if m := r.answer(p.Command(p.Private(), "kb", "")); m.Text != "réponse : help" {
			t.Errorf("%q", m.Text)
		}
		c := r.group(telegramtest.Supergroup, p)
		r.silence(p.Command(c, "kb", ""))
		p.Attach(p.Private(), telegramtest.Voice)
		p.Start("_nothing")
		time.Sleep(time.Minute)
	})
	if _, err := New(Options{Token: "1:A", Desk: desk.New(desk.Options{})}, noCore{}, echo); err == nil || errors.Is(err, context.Canceled) {
		t.Error("a desk without places is taken")
	}
}
