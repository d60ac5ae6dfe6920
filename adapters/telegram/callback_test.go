package telegram

import (
	"context"
	"strings"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/telegramtest"
)

// labelled is the first button of a message whose label has these words.
func labelled(t *testing.T, m telegramtest.Message, words string) telegramtest.Button {
	t.Helper()
	for _, b := range m.Buttons() {
		if strings.Contains(b.Text, words) {
			return b
		}
	}
	t.Fatalf("no button %q among %v", words, m.Buttons())
	return telegramtest.Button{}
}

// pressed presses a button and returns what the presser is told.
func (r *rig) pressed(p *telegramtest.Press) telegramtest.CallbackAnswer {
	r.t.Helper()
	a, err := p.Wait(r.soon(10 * time.Second))
	if err != nil {
		r.t.Fatalf("%v\n%s", err, r.log)
	}
	return a
}

func has(words string) func(telegramtest.Message) bool {
	return func(m telegramtest.Message) bool { return strings.Contains(m.Text, words) }
}

const linkedIn = "comment désactiver l’IA de LinkedIn ?"

func TestButtons(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p := r.started("Zoé")
		m := r.answer(p.Ask(linkedIn))
		press := p.Press(m, "iPhone")
		if a := r.pressed(press); a.Text != "" || a.Alert {
			t.Errorf("%+v", a)
		}
		edited, err := press.WaitMessage(r.soon(10*time.Second), has("· iPhone"))
		if err != nil || edited.ID != m.ID {
			t.Fatalf("%v: message %d became %d", err, m.ID, edited.ID)
		}
		press = p.Press(edited, bot.WordsIn("fr").Missing)
		r.pressed(press)
		causes, err := press.WaitMessage(r.soon(10*time.Second), has(bot.WordsIn("fr").CausesTitle))
		if err != nil || causes.ID != m.ID {
			t.Fatal(err)
		}
		if a := r.pressed(p.Press(causes, bot.WordsIn("fr").Outdated)); a.Text != bot.WordsIn("fr").ThanksOutdated || a.Alert {
			t.Errorf("%+v", a)
		}
		press = p.Press(causes, bot.WordsIn("fr").Back)
		r.pressed(press)
		if _, err = press.WaitMessage(r.soon(10*time.Second), has("· iPhone")); err != nil {
			t.Fatal(err)
		}
		if n := len(r.Requests("sendMessage")); n != 1 {
			t.Errorf("%d messages were sent, not edited", n)
		}
	})
}

// TestTgCallback64: data of 64 bytes at most for every entry is TestRenderMatrix; here it is forged, pressed by another, and on a message
// out of reach. Every press is answered once.
func TestTgCallback64(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		ana, bob := r.started("Ana"), r.started("Bob")
		c := r.group(telegramtest.Supergroup, ana, bob)
		m := r.answer(ana.Command(c, "ask", linkedIn))
		data := labelled(t, m, "iPhone").Data
		for name, press := range map[string]*telegramtest.Press{
			"forged":  ana.Forge(m, data[:len(data)-1]+"x"),
			"no data": ana.Forge(m, "?"),
			"altered": ana.Forge(m, strings.Replace(data, "linkedin", "facebook", 1)),
		} {
			if a := r.pressed(press); a.Text != bot.WordsIn("fr").TooOld || !a.Alert {
				t.Errorf("%s: %+v", name, a)
			}
		}
		if a := r.pressed(bob.Press(m, "iPhone")); a.Text != bot.WordsIn("fr").NotYours || !a.Alert {
			t.Errorf("another's: %+v", a)
		}
		time.Sleep(time.Minute)
		if now, _ := c.Message(m.ID); now.Text != m.Text {
			t.Error("a refused press changed the message")
		}
		c.ForgetMessage(m.ID)
		press := ana.Press(m, "iPhone")
		r.pressed(press)
		anew, err := press.WaitMessage(r.soon(10*time.Second), func(n telegramtest.Message) bool { return n.ID != m.ID && has("· iPhone")(n) })
		if err != nil || anew.ID == m.ID {
			t.Fatal(err)
		}
		if n := len(r.Requests("edit*")); n != 0 {
			t.Errorf("%d edits of a message out of reach", n)
		}
		if c := r.Counts(); c.Unanswered != 0 {
			t.Errorf("%+v", c)
		}
	})
}

// TestPressesAreAnsweredAtOnce: also when the edit must wait for its chat, and whatever the bot does.
func TestPressesAreAnsweredAtOnce(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p := r.started("Zoé")
		m := r.answer(p.Ask(linkedIn))
		for range 10 {
			p.Ask("bonjour")
		}
		time.Sleep(time.Second)
		began := time.Now()
		a := r.pressed(p.Press(m, "iPhone"))
		if d := a.At.Sub(began); d > 600*time.Millisecond {
			t.Errorf("answered after %v", d)
		}
		time.Sleep(time.Minute)
		if now, _ := p.Private().Message(m.ID); !strings.Contains(now.Text, "· iPhone") {
			t.Error("the edit was lost")
		}
	})
	bubble(t, setting{core: panics{}}, func(r *rig) {
		p := r.started("Zoé")
		m := r.answer(p.Ask("oui ?"))
		data := r.a.seal.Seal(bot.Press{Kind: bot.PressUseful, Lang: "fr", Subject: "linkedin", Intent: "opt-out"}.String(), uint64(p.ID()))
		if a := r.pressed(p.Forge(m, data)); a.Text != bot.Apology("fr") || !a.Alert {
			t.Errorf("%+v", a)
		}
	})
	bubble(t, setting{}, func(r *rig) { // an answer that gets lost is given again
		p := r.started("Zoé")
		m := r.answer(p.Ask("oui ?"))
		for _, accepted := range []bool{false, true} {
			r.Fail(telegramtest.Fault{Method: "answerCallbackQuery", Cut: true, Accepted: accepted})
			r.pressed(p.Forge(m, "?"))
			time.Sleep(10 * time.Second)
		}
		if strings.Contains(r.log.String(), "ERROR") {
			t.Error(r.log.String())
		}
	})
}

type panics struct{ noCore }

func (panics) Press(context.Context, bot.Message, bot.Press) (bot.Reply, error) { panic("bombe") }

// TestTgEditSame: « not modified » is success; a message that is gone is written anew.
func TestTgEditSame(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p := r.started("Zoé")
		m := r.answer(p.Ask(linkedIn))
		first, second := p.Press(m, "iPhone"), p.Press(m, "iPhone")
		r.pressed(first)
		r.pressed(second)
		time.Sleep(time.Minute)
		if got := p.Private().FromBot(); len(got) != 2 {
			t.Errorf("%d messages of the bot", len(got))
		}
		if calls := r.Requests("editMessageText"); len(calls) != 2 || !strings.Contains(calls[1].Description, "not modified") {
			t.Errorf("%v", calls)
		}
		for _, words := range []string{"Bad Request: message to edit not found", "Bad Request: message can't be edited"} {
			r.Fail(telegramtest.Fault{Method: "editMessageText", Err: &telegramtest.Error{Code: 400, Description: words}})
			now, _ := p.Private().Message(m.ID)
			press := p.Press(now, labelled(t, now, "Android").Text)
			r.pressed(press)
			anew, err := press.WaitMessage(r.soon(time.Minute), func(n telegramtest.Message) bool { return n.ID > m.ID && has("· Android")(n) })
			if err != nil {
				t.Fatalf("%s: %v", words, err)
			}
			_ = anew
		}
		if strings.Contains(r.log.String(), "level=ERROR") {
			t.Error(r.log.String())
		}
	})
}

// TestEditsAreRepeated: an edit whose answer is missing is made again; it cannot double.
func TestEditsAreRepeated(t *testing.T) {
	for _, f := range []telegramtest.Fault{{Cut: true}, {Cut: true, Accepted: true}, telegramtest.BadGateway(), {Err: telegramtest.TooManyRequests(3)}} {
		bubble(t, genuine(t), func(r *rig) {
			p := r.started("Zoé")
			m := r.answer(p.Ask(linkedIn))
			f.Method = "editMessageText"
			r.Fail(f)
			press := p.Press(m, "iPhone")
			r.pressed(press)
			if _, err := press.WaitMessage(r.soon(time.Minute), has("· iPhone")); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Minute)
			if n := len(p.Private().FromBot()); n != 2 {
				t.Errorf("%d messages", n)
			}
		})
	}
}

// TestDistressHasNoButtons: a caring reply, text only.
func TestDistressHasNoButtons(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		p := r.started("Zoé")
		m := r.answer(p.Ask("j’ai envie d’en finir"))
		if !strings.Contains(m.Text, "3114") || len(m.Buttons()) != 0 {
			t.Errorf("%q %v", m.Text, m.Buttons())
		}
	})
}

// TestAnonymousAdministratorsButtons: the answer to an anonymous administrator has buttons for everybody.
func TestAnonymousAdministratorsButtons(t *testing.T) {
	bubble(t, genuine(t), func(r *rig) {
		ana, bob := r.started("Ana"), r.started("Bob")
		c := r.group(telegramtest.Supergroup, ana, bob)
		c.Promote(ana, telegramtest.AllRights(), true)
		m := r.answer(ana.Command(c, "ask", linkedIn))
		for _, p := range []*telegramtest.Person{ana, bob} {
			if a := r.pressed(p.Press(m, bot.WordsIn("fr").Useful)); a.Alert {
				t.Errorf("%+v", a)
			}
		}
	})
}
