package telegram

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/telegramtest"
)

// TestFailure10NobodyIsPinged: whatever a text says, nobody is mentioned by it.
func TestFailure10NobodyIsPinged(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		ana, bob := r.NewPerson(telegramtest.User{FirstName: "Ana", Username: "ana_b"}), r.NewPerson(telegramtest.User{FirstName: "Bob", Username: "bob_the"})
		c := r.group(telegramtest.Supergroup, ana, bob)
		for _, text := range []string{"@everyone", "@bob_the", "dis à @bob_the, @ana_b et (@all)", `<a href="tg://user?id=1002">x</a>`, "[x](tg://user?id=1002)", "a@b.fr @here"} {
			time.Sleep(10 * time.Second)
			m := r.answer(ana.Command(c, "ask", text))
			for _, e := range m.Entities {
				if e.Type == "mention" || e.Type == "text_mention" {
					t.Errorf("%q became %q with %+v", text, m.Text, e)
				}
			}
		}
	})
}

// TestFailure11PingPongStops: other bots are not answered at all; with a machine that looks like a person or a channel it stops at 3.
func TestFailure11PingPongStops(t *testing.T) {
	bubble(t, setting{server: telegramtest.Options{ReadsAll: true}}, func(r *rig) {
		ana, bob := r.started("Ana"), r.started("Bob")
		c := r.group(telegramtest.Supergroup, ana, bob)
		channel := r.NewChat(telegramtest.Channel, "Chaîne", bob)
		time.Sleep(time.Minute)
		r.answer(bob.Write(c, telegramtest.Post{Text: "/ask@test_bot 0", As: channel}))
		rounds := 0
		for i := range 10 {
			got := bob.Write(c, telegramtest.Post{Text: fmt.Sprintf("/ask@test_bot %d", i+1), As: channel})
			time.Sleep(4 * time.Second)
			if len(got.Answers()) > 0 {
				rounds++
			}
		}
		if rounds != 3 {
			t.Errorf("a channel was answered %d times more", rounds)
		}
		r.answer(ana.Command(c, "ask", "et une personne ?"))
	})
	bubble(t, setting{}, func(r *rig) { // a person's account that answers every message at once
		p := r.started("Zoé")
		m, rounds := r.answer(p.Ask("0")), 0
		for range 10 {
			got := p.Ask("re : " + m.Text)
			next, err := got.Wait(r.soon(30 * time.Second))
			if err != nil {
				got.Settle()
				break
			}
			m = next
			rounds++
		}
		if rounds > 3 {
			t.Errorf("%d rounds", rounds)
		}
		time.Sleep(time.Minute)
		r.answer(p.Ask("et maintenant ?"))
	})
}

// TestFailure14TheBotIsNotDeadInGroups: with privacy mode on, what is meant for it reaches it and is answered where it was asked, and the
// operator is told when privacy mode is off.
func TestFailure14TheBotIsNotDeadInGroups(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		ana, bob := r.started("Ana"), r.started("Bob")
		forum := r.group(telegramtest.Forum, ana, bob)
		topic, err := ana.NewTopic(forum, "IA")
		if err != nil {
			t.Fatal(err)
		}
		m := r.answer(ana.Write(forum, telegramtest.Post{Text: "/ask@test_bot LinkedIn ?", Topic: topic}))
		if m.ThreadID != topic {
			t.Errorf("answered in %d", m.ThreadID)
		}
		if m = r.answer(ana.Reply(m, "et Instagram ?")); m.ThreadID != topic {
			t.Errorf("answered in %d", m.ThreadID)
		}
		if strings.Contains(r.log.String(), "privacy mode") {
			t.Error("a warning about privacy mode that is on")
		}
	})
	bubble(t, setting{server: telegramtest.Options{ReadsAll: true}}, func(r *rig) {
		if n := strings.Count(r.log.String(), "privacy mode is off"); n != 1 {
			t.Errorf("%d warnings", n)
		}
	})
}

// TestDeepLinks: a link to an entry shows it, and a link that leads nowhere greets.
func TestDeepLinks(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p := r.started("Zoé")
		if m := r.answer(p.Start("linkedin_opt-out")); !strings.Contains(m.Text, "LinkedIn · refuser") || len(m.Buttons()) == 0 {
			t.Errorf("%q", m.Text)
		}
		time.Sleep(10 * time.Second)
		if m := r.answer(p.Start("nothing_here")); !strings.Contains(m.Text, "Bonjour") {
			t.Errorf("%q", m.Text)
		}
		ana := r.person("Ana")
		c := r.NewChat(telegramtest.Supergroup, "Salon", ana, r.person("Bob"))
		if m := r.answer(ana.StartGroup(c, "linkedin_data")); !strings.Contains(m.Text, "LinkedIn · ") {
			t.Errorf("%q", m.Text)
		}
	})
}

// TestPrivacyForgets: /privacy says what is kept, and drops it.
func TestPrivacyForgets(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p := r.started("Zoé")
		r.answer(p.Ask(linkedIn))
		r.answer(p.Command(p.Private(), "confidentialite", ""))
		time.Sleep(10 * time.Second)
		if m := r.answer(p.Ask("depuis quand ?")); strings.Contains(m.Text, "LinkedIn · ") {
			t.Errorf("%q goes on from what was to be forgotten", m.Text)
		}
	})
}

// TestFollowUps: the conversation goes on, and other people's are not mixed in.
func TestFollowUps(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p, other := r.started("Zoé"), r.started("Léo")
		r.answer(p.Ask(linkedIn))
		time.Sleep(10 * time.Second)
		if m := r.answer(p.Ask("et pour Instagram ?")); !strings.Contains(m.Text, "Instagram · ") {
			t.Errorf("%q", m.Text)
		}
		if m := r.answer(other.Ask("depuis quand ?")); strings.Contains(m.Text, "Instagram") {
			t.Errorf("%q", m.Text)
		}
	})
}

// TestHostileNames: what a person is called changes nothing and goes nowhere.
func TestHostileNames(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p := r.NewPerson(telegramtest.User{FirstName: "</b>\u202e@everyone\u200b", LastName: strings.Repeat("x", 60), Username: "admin_all", LanguageCode: "zz"})
		m := r.answer(p.Ask(linkedIn))
		if strings.Contains(m.Text, "everyone") || strings.Contains(r.log.String(), "everyone") {
			t.Errorf("%q %s", m.Text, r.log)
		}
	})
}

// TestSilentReplies: nothing is said when there is nothing to say.
func TestSilentReplies(t *testing.T) {
	silent := func(context.Context, bot.Message) (bot.Reply, error) { return bot.Reply{}, nil }
	bubble(t, setting{answer: silent}, func(r *rig) {
		r.silence(r.person("Zoé").Ask("oui ?"))
		if n := r.Pending(); n > 0 {
			t.Errorf("%d updates are not confirmed", n)
		}
	})
}
