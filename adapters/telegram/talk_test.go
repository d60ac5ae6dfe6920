package telegram

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/telegramtest"
)

func TestPrivateChat(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		p := r.started("Zoé")
		s := p.Ask("comment désactiver ?")
		m := r.answer(s)
		if m.Text != "réponse : comment désactiver ?" || m.ReplyTo != nil {
			t.Errorf("%q replies to %v", m.Text, m.ReplyTo)
		}
		if m.LinkPreview == nil || !m.LinkPreview.IsDisabled {
			t.Error("link previews are on")
		}
		if n := r.Pending(); n > 1 {
			t.Errorf("%d updates are not confirmed", n)
		}
	})
}

// TestQuotes: in private an answer quotes its question only when something was said after it; in a group always.
func TestQuotes(t *testing.T) {
	pondered := func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		time.Sleep(time.Second) // all that is asked at once is known before the first of it is answered
		return echo(ctx, m)
	}
	bubble(t, setting{answer: pondered}, func(r *rig) {
		ana, bob := r.started("Ana"), r.started("Bob")
		quoted := func(s *telegramtest.Sent) bool {
			t.Helper()
			m := r.answer(s)
			if m.ReplyTo != nil && m.ReplyTo.ID != s.Message().ID {
				t.Errorf("%q quotes another message", m.Text)
			}
			return m.ReplyTo != nil
		}
		time.Sleep(10 * time.Second)
		if quoted(ana.Ask("seule ?")) {
			t.Error("the last message is quoted")
		}
		time.Sleep(10 * time.Second)
		first, second, other := ana.Ask("un"), ana.Ask("deux"), bob.Ask("trois")
		if !quoted(first) || !quoted(second) || quoted(other) {
			t.Errorf("quoted: %v %v %v", quoted(first), quoted(second), quoted(other))
		}
		c := r.group(telegramtest.Supergroup, ana, bob)
		if !quoted(ana.Command(c, "ask", "dans un groupe ?")) {
			t.Error("a question in a group is not quoted")
		}
	})
}

func TestCommandsInPrivate(t *testing.T) {
	var got []bot.Message
	answer := func(_ context.Context, m bot.Message) (bot.Reply, error) {
		got = append(got, m)
		return bot.Reply{Kind: bot.Smalltalk, Lang: "fr", Text: "oui : " + m.Text}, nil
	}
	bubble(t, setting{answer: answer}, func(r *rig) {
		p := r.started("Zoé")
		got = nil
		c := p.Private()
		for _, tc := range []struct{ name, args, want string }{
			{"aide", "", "oui : help"},
			{"help", "", "oui : help"},
			{"demander", "refuser LinkedIn", "oui : refuser LinkedIn"},
			{"ask", "LinkedIn", "oui : LinkedIn"},
			{"DEMANDER", "LinkedIn", "oui : LinkedIn"},
			{"confidentialite", "", bot.WordsIn("fr").Privacy},
			{"privacy", "", bot.WordsIn("fr").Privacy},
			{"demander", "", "oui : help"},
			{"inconnue", "", "oui : help"},
		} {
			time.Sleep(10 * time.Second)
			if m := r.answer(p.Command(c, tc.name, tc.args)); m.Text != tc.want {
				t.Errorf("/%s %s: %q", tc.name, tc.args, m.Text)
			}
		}
		for _, m := range got {
			if m.Lang != "fr" || m.Chat == "" || m.From == "" {
				t.Errorf("%+v", m)
			}
		}
	})
}

// TestGroups: what is for us in a group with privacy mode off, where everything is shown.
func TestGroups(t *testing.T) {
	bubble(t, setting{server: telegramtest.Options{ReadsAll: true}}, func(r *rig) {
		ana, bob := r.person("Ana"), r.person("Bob")
		c := r.group(telegramtest.Supergroup, ana, bob)
		r.silence(ana.Say(c, "désactiver l’IA de LinkedIn ?"))
		r.silence(ana.Say(c, "essaie /demander un jour"))
		r.silence(ana.Say(c, "/meteo Paris"))
		if m := r.answer(ana.Mention(c, "désactiver LinkedIn ?")); m.Text != "réponse : désactiver LinkedIn ?" {
			t.Errorf("mention: %q", m.Text)
		}
		if m := r.answer(ana.Say(c, "dis, @TEST_BOT, refuser ?")); m.Text != "réponse : dis, , refuser ?" && m.Text != "réponse : dis, refuser ?" {
			t.Errorf("mention inside: %q", m.Text)
		}
		if m := r.answer(ana.Say(c, "@test_bot")); m.Text != "réponse : help" {
			t.Errorf("empty mention: %q", m.Text)
		}
		m := r.answer(ana.Command(c, "demander", "refuser Meta"))
		if m.Text != "réponse : refuser Meta" {
			t.Errorf("command: %q", m.Text)
		}
		time.Sleep(time.Minute)
		if m := r.answer(bob.Reply(m, "et Instagram ?")); m.Text != "réponse : et Instagram ?" {
			t.Errorf("reply: %q", m.Text)
		}
		question := bob.Say(c, "comment couper l’IA de X ?")
		if m := r.answer(ana.Write(c, telegramtest.Post{Text: "/ask@test_bot", ReplyTo: question.Message().ID})); m.Text != "réponse : comment couper l’IA de X ?" {
			t.Errorf("about a message: %q", m.Text)
		}
		r.silence(ana.Reply(question.Message(), "moi aussi"))
	})
}

func TestApologyForAFailure(t *testing.T) {
	fails := func(context.Context, bot.Message) (bot.Reply, error) { return bot.Reply{}, errors.New("broken") }
	bubble(t, setting{answer: fails}, func(r *rig) {
		p := r.person("Zoé")
		if m := r.answer(p.Ask("oui ?")); m.Text != bot.Apology("fr") {
			t.Errorf("%q", m.Text)
		}
		if !strings.Contains(r.log.String(), "broken") || strings.Contains(r.log.String(), "oui") {
			t.Errorf("log: %s", r.log)
		}
	})
}

// TestBothPanic: the process lives, the reader hears an apology in their language, the counter goes up.
func TestBothPanic(t *testing.T) {
	answer := func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		if m.Text == "bombe" {
			panic("a secret text")
		}
		return echo(ctx, m)
	}
	bubble(t, setting{answer: answer}, func(r *rig) {
		p := r.started("Zoé")
		if m := r.answer(p.Ask("bombe")); m.Text != bot.Apology("fr") {
			t.Errorf("%q", m.Text)
		}
		if m := r.answer(p.Ask("oui ?")); m.Text != "réponse : oui ?" {
			t.Errorf("%q", m.Text)
		}
		if n := r.a.metrics.Panics.Get(); n != 1 || strings.Contains(r.log.String(), "a secret text") {
			t.Errorf("%v panics, log %s", n, r.log)
		}
	})
}
