package telegram

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/telegramtest"
)

// TestTgParse400: HTML that the server refuses is sent once more as plain text.
func TestTgParse400(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		p := r.started("Zoé")
		r.Fail(telegramtest.Fault{Method: "sendMessage", Err: &telegramtest.Error{Code: 400, Description: "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 7"}})
		q := p.Ask("<b>&")
		if m := r.answer(q); m.Text != "réponse : <b>&" {
			t.Errorf("%q", m.Text)
		}
		sent := r.Requests("sendMessage")
		if len(sent) != 2 || sent[0].Args["parse_mode"] != "HTML" || sent[1].Args["parse_mode"] != "" {
			t.Errorf("%d sends", len(sent))
		}
	})
}

// TestTg429: a chat that is told to wait waits, others do not; the poll waits as well; the answer arrives once.
func TestTg429(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		p, other := r.started("Zoé"), r.started("Léo")
		r.Fail(telegramtest.Fault{Method: "sendMessage", Chat: p.ID(), Err: telegramtest.TooManyRequests(7)})
		began := time.Now()
		q, free := p.Ask("un"), other.Ask("deux")
		r.answer(free)
		if d := time.Since(began); d > time.Second {
			t.Errorf("another chat waited %v", d)
		}
		r.answer(q)
		if d := time.Since(began); d < 7*time.Second || d > 9*time.Second {
			t.Errorf("answered after %v", d)
		}
		time.Sleep(time.Minute)
		if n := len(q.Answers()); n != 1 {
			t.Errorf("%d answers", n)
		}
		rule := r.Fail(telegramtest.Fault{Method: "getUpdates", Err: telegramtest.TooManyRequests(7)})
		q = p.Ask("trois") // ends the poll that waits; the next one is refused
		r.answer(q)
		time.Sleep(time.Minute)
		polls := r.Requests("getUpdates")
		for i, call := range polls {
			if call.Status == 429 && i+1 < len(polls) && polls[i+1].At.Sub(call.At) < 7*time.Second {
				t.Errorf("polled again after %v", polls[i+1].At.Sub(call.At))
			}
		}
		if rule.Used() != 1 {
			t.Errorf("the poll was refused %d times", rule.Used())
		}
	})
}

// TestManyChatsRefusedHoldAll: when several chats are refused at once, it is the limit over all.
func TestManyChatsRefusedHoldAll(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		var people []*telegramtest.Person
		for i := range 5 {
			people = append(people, r.started(fmt.Sprint("P", i)))
		}
		r.Fail(telegramtest.Fault{Method: "sendMessage", Times: 3, Err: telegramtest.TooManyRequests(20)})
		for _, p := range people[:3] {
			p.Ask("oui ?")
		}
		time.Sleep(time.Second)
		began := time.Now()
		r.answer(people[4].Ask("et moi ?"))
		if d := time.Since(began); d < 18*time.Second {
			t.Errorf("answered after %v though all are held", d)
		}
	})
}

// TestUncertainSends: an answer arrives once, whatever became of the connection, of the proxy and of the server.
func TestUncertainSends(t *testing.T) {
	broken := &telegramtest.Error{Code: 500, Description: "Internal Server Error"}
	for name, f := range map[string]telegramtest.Fault{
		"cut before":         {Cut: true},
		"cut after":          {Cut: true, Accepted: true},
		"502 before":         telegramtest.BadGateway(),
		"502 after":          {Status: 502, Body: "<html>", Accepted: true},
		"500 before":         {Err: broken},
		"500 after":          {Err: broken, Accepted: true},
		"timeout after":      {Delay: 40 * time.Second, Accepted: true, Cut: true},
		"not JSON, accepted": {Status: 200, Body: "<html>", Accepted: true},
	} {
		for _, inGroup := range []bool{false, true} {
			if testing.Short() && inGroup && f.Err == nil {
				continue
			}
			t.Run(fmt.Sprint(name, inGroup), func(t *testing.T) {
				bubble(t, setting{}, func(r *rig) {
					p, other := r.started("Zoé"), r.started("Léo")
					ask := p.Ask
					if inGroup {
						c := r.group(telegramtest.Supergroup, p, other)
						ask = func(text string) *telegramtest.Sent { return p.Command(c, "ask", text) }
					}
					f.Method = "sendMessage"
					r.Fail(f)
					q := ask("une fois ?")
					time.Sleep(200 * time.Millisecond)
					other.Ask("moi aussi") // takes a number in between
					time.Sleep(3 * time.Minute)
					if n := len(q.Answers()); n != 1 {
						t.Errorf("%d answers", n)
					}
					if c := r.Counts(); c.Duplicates != 0 || c.Answered != c.Shown {
						t.Errorf("%+v", c)
					}
				})
			})
		}
	}
}

// TestNoNetworkForAMinute: a request that cannot leave is sent later.
func TestNoNetworkForAMinute(t *testing.T) {
	slow := func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		time.Sleep(time.Second)
		return echo(ctx, m)
	}
	bubble(t, setting{answer: slow}, func(r *rig) {
		p := r.started("Zoé")
		q := p.Ask("plus tard ?")
		time.Sleep(500 * time.Millisecond)
		r.net.RefuseDials(true)
		r.net.CutAll()
		time.Sleep(time.Minute)
		r.net.RefuseDials(false)
		r.answer(q)
		time.Sleep(time.Minute)
		if n := len(q.Answers()); n != 1 {
			t.Errorf("%d answers", n)
		}
	})
}

// TestTgMigrate: the answer under way goes to the new chat once, and so do the later ones; the conversation goes on.
func TestTgMigrate(t *testing.T) {
	var chats []bot.ChatID
	slow := func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		chats = append(chats, m.Chat)
		time.Sleep(2 * time.Second)
		return echo(ctx, m)
	}
	bubble(t, setting{answer: slow}, func(r *rig) {
		ana := r.started("Ana")
		c := r.group(telegramtest.Group, ana, r.person("Bob"))
		q := ana.Command(c, "ask", "en route ?")
		time.Sleep(time.Second)
		bigger, err := ana.Migrate(c)
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		got := bigger.FromBot()
		if len(got) != 1 || got[0].Text != "réponse : en route ?" {
			t.Errorf("in the new chat: %v", got)
		}
		if n := len(q.Answers()); n > 1 {
			t.Errorf("%d answers", n)
		}
		r.answer(ana.Command(bigger, "ask", "et maintenant ?"))
		if n := len(chats); chats[n-1] != chats[n-2] {
			t.Errorf("the conversation was %q and is %q", chats[n-2], chats[n-1])
		}
	})
	bubble(t, setting{}, func(r *rig) { // nobody told us: the refusal does
		ana := r.started("Ana")
		c := r.group(telegramtest.Group, ana, r.person("Bob"))
		time.Sleep(time.Second)
		r.Fail(telegramtest.Fault{Method: "sendMessage", Chat: c.ID(), Delay: 3 * time.Second})
		ana.Command(c, "ask", "en route ?")
		time.Sleep(time.Second)
		bigger, err := ana.Migrate(c)
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		if got := bigger.FromBot(); len(got) != 1 {
			t.Errorf("in the new chat: %v", got)
		}
	})
}

// TestTgKicked: out of a chat, the bot sends nothing there, drops what waits, and comes back when it is added again.
func TestTgKicked(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		ana, bob := r.started("Ana"), r.started("Bob")
		c := r.group(telegramtest.Group, ana, bob)
		for i := range 8 {
			ana.Command(c, "ask", fmt.Sprint("question ", i))
		}
		time.Sleep(1500 * time.Millisecond)
		ana.KickBot(c)
		time.Sleep(time.Second)
		r.Forget()
		time.Sleep(2 * time.Minute)
		if n := len(r.Requests("sendMessage")); n != 0 {
			t.Errorf("%d sends to a chat that the bot is not in", n)
		}
		if err := ana.AddBot(c); err != nil {
			t.Fatal(err)
		}
		r.answer(ana.Command(c, "ask", "te revoilà ?"))
	})
	bubble(t, setting{}, func(r *rig) { // blocked in private; the refusal says so before the update
		p := r.started("Zoé")
		rule := r.Fail(telegramtest.Fault{Method: "sendMessage", Chat: p.ID(), Times: -1, Err: &telegramtest.Error{Code: 403, Description: "Forbidden: bot was blocked by the user"}})
		for i := range 5 {
			p.Ask(fmt.Sprint("question ", i)).Settle()
		}
		time.Sleep(time.Minute)
		if n := rule.Used(); n != 1 {
			t.Errorf("%d sends after the refusal", n-1)
		}
		rule.Stop()
		p.Block()
		p.Unblock()
		r.answer(p.Ask("de nouveau ?"))
	})
}

// TestTgTopic: the reply lies in the topic of the question; General and plain threads of replies get no number.
func TestTgTopic(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		ana, bob := r.started("Ana"), r.started("Bob")
		forum := r.group(telegramtest.Forum, ana, bob)
		topic, err := ana.NewTopic(forum, "IA")
		if err != nil {
			t.Fatal(err)
		}
		m := r.answer(ana.Write(forum, telegramtest.Post{Text: "/ask@test_bot LinkedIn ?", Topic: topic}))
		if m.ThreadID != topic || !m.IsTopicMessage {
			t.Errorf("in topic %d: %+v", topic, m)
		}
		m = r.answer(ana.Write(forum, telegramtest.Post{Text: "/ask@test_bot LinkedIn ?"}))
		if m.IsTopicMessage || m.ThreadID != 0 {
			t.Errorf("in General: %+v", m)
		}
		plain := r.group(telegramtest.Supergroup, ana, bob)
		first := bob.Say(plain, "bonjour")
		thread := ana.Reply(first.Message(), "salut")
		if m = r.answer(bob.Reply(thread.Message(), "/ask@test_bot LinkedIn ?")); m.IsTopicMessage {
			t.Errorf("in a thread of replies: %+v", m)
		}
		for _, call := range r.Requests("sendMessage") {
			if th := call.Args["message_thread_id"]; th != "" && th != fmt.Sprint(topic) {
				t.Errorf("message_thread_id %s", th)
			}
		}
		q := ana.Write(forum, telegramtest.Post{Text: "/ask@test_bot encore ?", Topic: topic})
		forum.DeleteTopic(topic)
		time.Sleep(time.Minute)
		_ = q // where it went does not matter; that nothing hangs does
		r.answer(bob.Ask("ça va ?"))
	})
}

// TestDeletedQuestion: the answer to a question that is gone comes without a reply.
func TestDeletedQuestion(t *testing.T) {
	slow := func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		time.Sleep(time.Second)
		return echo(ctx, m)
	}
	bubble(t, setting{answer: slow}, func(r *rig) {
		p := r.started("Zoé")
		q := p.Ask("oups")
		p.Private().DeleteMessage(q.Message().ID)
		time.Sleep(time.Minute)
		if got := p.Private().FromBot(); !strings.HasSuffix(got[len(got)-1].Text, "oups") {
			t.Errorf("%v", got)
		}
	})
}

// TestBothOrder: ten quick messages of each of fifty people are answered in order, side by side between people, by few goroutines.
func TestBothOrder(t *testing.T) {
	s := setting{}
	s.server.Limits.Off, s.opts.Unlimited = true, true
	bubble(t, s, func(r *rig) {
		var people []*telegramtest.Person
		for i := range 50 {
			people = append(people, r.person(fmt.Sprint("P", i)))
		}
		for n := range 10 {
			for _, p := range people {
				p.Ask(fmt.Sprint(n))
			}
		}
		time.Sleep(time.Minute)
		for _, p := range people {
			got := p.Private().FromBot()
			if len(got) != 10 {
				t.Fatalf("%d answers", len(got))
			}
			for n, m := range got {
				if m.Text != fmt.Sprint("réponse : ", n) {
					t.Errorf("answer %d is %q", n, m.Text)
				}
			}
		}
	})
}

// TestAtTheCeiling: five minutes of more questions than the limits let through: no refusal for speed, nothing lost or doubled, nearly
// thirty a second, and a flooding chat makes nobody else wait.
func TestAtTheCeiling(t *testing.T) {
	length := time.Minute
	if testing.Short() {
		length = 15 * time.Second
	}
	if os.Getenv("NONMERCI_FIGURES") != "" {
		length = 5 * time.Minute
	}
	bubble(t, setting{}, func(r *rig) {
		var people []*telegramtest.Person
		for i := range 60 {
			people = append(people, r.person(fmt.Sprint("P", i)))
		}
		began := time.Now()
		for n := 0; time.Since(began) < length; n++ {
			people[n%len(people)].Ask(fmt.Sprint(n))
			time.Sleep(time.Second / 35)
		}
		sent := len(r.Requests("sendMessage"))
		if rate := float64(sent) / length.Seconds(); rate < 28 {
			t.Errorf("%.1f a second", rate)
		}
		time.Sleep(3 * time.Minute)
		if f := r.Flood(); f.Refused != 0 {
			t.Errorf("refused for speed: %+v", f)
		}
		if c := r.Counts(); c.Answered != c.Shown || c.Duplicates != 0 {
			t.Errorf("%+v", c)
		}
	})
}

func TestFloodDelaysNobodyElse(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		ana, bob, zoe := r.started("Ana"), r.started("Bob"), r.started("Zoé")
		c := r.group(telegramtest.Supergroup, ana, bob)
		for i := range 300 {
			ana.Command(c, "ask", fmt.Sprint("flot ", i))
			bob.Ask(fmt.Sprint("flot ", i))
		}
		for i := range 20 {
			time.Sleep(2 * time.Second)
			began := time.Now()
			r.answer(zoe.Ask(fmt.Sprint("calme ", i)))
			if d := time.Since(began); d > time.Second {
				t.Errorf("waited %v", d)
			}
		}
		if f := r.Flood(); f.Refused != 0 {
			t.Errorf("refused for speed: %+v", f)
		}
	})
}
