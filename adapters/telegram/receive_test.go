package telegram

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/telegramtest"
)

// TestTgRedelivery: the same update twice is answered once, also across a restart, also when Telegram never confirms.
func TestTgRedelivery(t *testing.T) {
	s := journaled(t)
	bubble(t, s, func(r *rig) {
		p := r.started("Zoé")
		q := p.Ask("une fois ?")
		r.answer(q)
		all := r.Updates()
		last := all[len(all)-1].ID
		r.Redeliver(last)
		time.Sleep(time.Minute)
		r.Strange(telegramtest.Strangeness{IgnoreOffset: true})
		time.Sleep(time.Minute)
		if n := len(q.Answers()); n != 1 {
			t.Errorf("%d answers after a redelivery", n)
		}
		r.Strange(telegramtest.Strangeness{})
		q = p.Ask("et après ?")
		r.answer(q)
		r.crash() // before the update was confirmed
		r.start()
		time.Sleep(time.Minute)
		if n := len(q.Answers()); n != 1 {
			t.Errorf("%d answers after a restart", n)
		}
	})
}

// TestTgCrash: twenty questions are accepted and unanswered when the process is killed, one of them with its answer on the way. All are
// answered after the restart, none twice.
func TestTgCrash(t *testing.T) {
	hold := make(chan struct{})
	answer := func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		if strings.HasPrefix(m.Text, "lente") {
			select {
			case <-hold:
			case <-ctx.Done():
			}
		}
		return echo(ctx, m)
	}
	s := setting{answer: answer, opts: Options{Journal: filepath.Join(t.TempDir(), "journal"), Unlimited: true}}
	s.server.Limits.Off = true
	synctest.Test(t, func(t *testing.T) {
		hold = make(chan struct{})
		r := newRig(t, s)
		defer r.close()
		var asked []*telegramtest.Sent
		for i := range 19 {
			asked = append(asked, r.person(fmt.Sprint("P", i)).Ask(fmt.Sprintf("lente %d", i)))
		}
		synctest.Wait()
		r.Fail(telegramtest.Fault{Method: "sendMessage", Cut: true, Accepted: true, Times: 1}) // delivered, and nobody is told
		asked = append(asked, r.person("Q").Ask("rapide"))
		time.Sleep(900 * time.Millisecond) // less than the pause before it is looked for
		if n := r.Pending(); n != 20 {
			t.Fatalf("%d updates are not confirmed, not 20", n)
		}
		r.crash()
		close(hold)
		r.start()
		time.Sleep(time.Minute)
		for i, q := range asked {
			if n := len(q.Answers()); n != 1 {
				t.Errorf("question %d has %d answers", i, n)
			}
		}
		if n := r.Pending(); n > 1 {
			t.Errorf("%d updates are not confirmed", n)
		}
	})
}

// TestOrderAcrossARestart: what a server brings once more, in front of what waits, is not answered before what was asked before it, though
// the program that has met it was killed; also when more waits than comes at once.
func TestOrderAcrossARestart(t *testing.T) {
	for _, n := range []int{9, 150} {
		s := setting{opts: Options{Journal: filepath.Join(t.TempDir(), "journal"), Unlimited: true}}
		s.server.Limits.Off = true
		bubble(t, s, func(r *rig) {
			people := []*telegramtest.Person{r.started("Zoé"), r.started("Ali"), r.started("Bo")}
			r.crash()
			time.Sleep(time.Second) // the server notices
			for i := range n {
				people[i*len(people)/n].Ask(fmt.Sprint("question ", i+1))
			}
			all := r.Updates()
			r.Redeliver(all[len(all)-1].ID)
			r.Redeliver(all[len(all)-2].ID)
			r.begin()
			time.Sleep(time.Minute)
			r.inOrder()
			answers := r.byQuestion()
			for i := range n {
				if times := answers[fmt.Sprint("question ", i+1)]; times != 1 {
					t.Errorf("question %d of %d is answered %d times", i+1, n, times)
				}
			}
		})
	}
}

// TestFloodHidesNobody: however much one chat has asked, what another person asks behind it is answered as soon as it has been read.
func TestFloodHidesNobody(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		flood, other := r.started("Zoé"), r.started("Ali")
		r.crash()
		time.Sleep(time.Second) // the server notices
		for i := range 2000 {
			flood.Ask(fmt.Sprint("question ", i))
		}
		q, began := other.Ask("et moi ?"), time.Now()
		r.begin()
		r.answer(q)
		if took := time.Since(began); took > 300*time.Millisecond {
			t.Errorf("answered after %v", took)
		}
	})
}

// TestTgPoison: what cannot be read is passed over, wherever it is; its neighbours are answered.
func TestTgPoison(t *testing.T) {
	for name, body := range map[string]string{
		"unknown kind":    `{"update_id":%d,"guest_message":{"x":[1]}}`,
		"unknown variant": `{"update_id":%d,"message":{"message_id":9,"date":1,"chat":{"id":5,"type":"holo"},"from":{"id":5,"is_bot":false,"first_name":"x"},"forward_origin":{"type":"new"},"sticker":7}}`,
		"wrong type":      `{"update_id":%d,"message":{"message_id":"neuf","secret":"mot"}}`,
		"no object":       `[%d]`,
		"no JSON":         `{"update_id":%d,"message":{"secret":"mot"`,
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, setting{}, func(r *rig) {
				p := r.started("Zoé")
				before, inside := p.Ask("avant"), r.Inject(func(id int64) string { return fmt.Sprintf(body, id) })
				after := p.Ask("après")
				r.answer(before)
				r.answer(after)
				time.Sleep(time.Minute)
				if n := r.Pending(); n > 0 {
					t.Errorf("%d updates wait behind %d", n, inside)
				}
				if n := r.a.metrics.Undecodable.Get(); strings.HasPrefix(name, "unknown") != (n == 0) {
					t.Errorf("counted %v", n)
				}
				if log := r.log.String(); strings.Contains(log, "mot") {
					t.Errorf("log: %s", log)
				}
			})
		})
	}
}

// TestTg409: another poller, and a webhook that is set: the operator is told what to do, and nothing turns in a hot loop.
func TestTg409(t *testing.T) {
	bubble(t, setting{}, func(r *rig) {
		r.Fail(telegramtest.Fault{Method: "getUpdates", Times: -1, Err: &telegramtest.Error{Code: 409, Description: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"}})
		time.Sleep(time.Minute)
		r.Forget()
		time.Sleep(5 * time.Minute)
		if n := len(r.Requests("getUpdates")); n == 0 || n > 6 {
			t.Errorf("%d calls in five minutes", n)
		}
		if err := r.a.Ready(); err == nil || !strings.Contains(err.Error(), "another program") {
			t.Errorf("ready: %v", err)
		}
	})
	bubble(t, setting{idle: true, server: telegramtest.Options{Local: true}}, func(r *rig) {
		r.call("setWebhook", `{"url":"https://example.org/hook"}`)
		r.begin()
		time.Sleep(time.Minute)
		if err := r.a.Ready(); err == nil || !strings.Contains(err.Error(), "NONMERCI_TELEGRAM_WEBHOOK_URL") || strings.Contains(err.Error(), "\n") {
			t.Errorf("ready: %v", err)
		}
		r.call("deleteWebhook", `{}`)
		time.Sleep(2 * time.Minute)
		if err := r.a.Ready(); err != nil {
			t.Errorf("still not ready: %v", err)
		}
	})
	bubble(t, setting{idle: true, opts: Options{DropWebhook: true}, server: telegramtest.Options{Local: true}}, func(r *rig) {
		r.call("setWebhook", `{"url":"https://example.org/hook"}`)
		r.begin()
		time.Sleep(time.Minute)
		if err := r.a.Ready(); err != nil {
			t.Errorf("not ready: %v", err)
		}
	})
}

// TestRevokedToken: Run ends with the remedy, after the refusal was confirmed; at the start and later.
func TestRevokedToken(t *testing.T) {
	for _, code := range []int{401, 404} {
		bubble(t, setting{}, func(r *rig) {
			r.Fail(telegramtest.Fault{Method: "getUpdates", Times: -1, Err: &telegramtest.Error{Code: code, Description: "Unauthorized"}})
			err := <-r.ran
			r.quit = true
			if err == nil || !strings.Contains(err.Error(), "BotFather") || strings.Contains(err.Error(), r.Token()) {
				t.Errorf("%v", err)
			}
			if r.a.Ready() == nil {
				t.Error("ready with a refused token")
			}
		})
	}
	bubble(t, setting{idle: true}, func(r *rig) {
		r.Fail(telegramtest.Fault{Method: "getMe", Times: -1, Err: &telegramtest.Error{Code: 401, Description: "Unauthorized"}})
		r.begin()
		err := <-r.ran
		r.quit = true
		if err == nil || !strings.Contains(err.Error(), "BotFather") {
			t.Errorf("%v", err)
		}
	})
}

// TestNoHotLoop: servers that answer at once, with nothing or with the same again, are asked about once a second at most, and what is
// new is still answered.
func TestNoHotLoop(t *testing.T) {
	for _, how := range []telegramtest.Strangeness{{NoLongPoll: true}, {IgnoreOffset: true}, {NoLongPoll: true, IgnoreOffset: true}} {
		bubble(t, setting{}, func(r *rig) {
			p := r.started("Zoé")
			r.Strange(how)
			time.Sleep(20 * time.Second)
			r.Forget()
			time.Sleep(time.Minute)
			if n := len(r.Requests("getUpdates")); n > 60 {
				t.Errorf("%+v: %d calls in a minute", how, n)
			}
			q := p.Ask("et maintenant ?")
			r.answer(q)
			time.Sleep(time.Minute)
			if n := len(q.Answers()); n != 1 {
				t.Errorf("%+v: %d answers", how, n)
			}
		})
	}
}

// TestOutage: whatever breaks between us and Telegram passes; Ready tells, and the questions asked meanwhile are answered.
func TestOutage(t *testing.T) {
	for name, f := range map[string]telegramtest.Fault{
		"502": telegramtest.BadGateway(), "cut": {Cut: true}, "500": {Err: &telegramtest.Error{Code: 500, Description: "Internal Server Error: restart"}},
		"429": {Err: telegramtest.TooManyRequests(7)},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, setting{}, func(r *rig) {
				p := r.started("Zoé")
				f.Method, f.Times = "getUpdates", -1
				rule := r.Fail(f)
				r.net.CutAll()
				time.Sleep(time.Minute)
				if r.a.Ready() == nil {
					t.Error("ready without updates")
				}
				if n := rule.Used(); n < 3 || n > 12 {
					t.Errorf("asked %d times in a minute", n)
				}
				q := p.Ask("quelqu’un ?")
				rule.Stop()
				r.answer(q)
				if err := r.a.Ready(); err != nil {
					t.Error(err)
				}
			})
		})
	}
	bubble(t, setting{}, func(r *rig) { // nobody answers the phone
		p := r.started("Zoé")
		r.net.RefuseDials(true)
		r.net.CutAll()
		time.Sleep(time.Minute)
		if r.a.Ready() == nil {
			t.Error("ready without a network")
		}
		q := p.Ask("quelqu’un ?")
		r.net.RefuseDials(false)
		r.answer(q)
	})
}

// TestBothShutdown: what was accepted is answered before Run returns, and nothing is sent after.
func TestBothShutdown(t *testing.T) {
	slow := func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		if m.Text != "hello" {
			time.Sleep(3 * time.Second)
		}
		return echo(ctx, m)
	}
	bubble(t, setting{answer: slow}, func(r *rig) {
		p, q := r.started("Zoé"), r.started("Léo")
		one, two := p.Ask("un"), q.Ask("deux")
		time.Sleep(time.Second) // both are taken
		if err := r.end(); err != nil {
			t.Error(err)
		}
		if len(one.Answers()) != 1 || len(two.Answers()) != 1 {
			t.Error("questions in flight were dropped")
		}
		if n := r.Pending(); n != 0 {
			t.Errorf("%d updates were not confirmed", n)
		}
		r.Forget()
		late := p.Ask("trois")
		time.Sleep(time.Minute)
		if n := len(r.Requests("")); n != 0 || len(late.Answers()) != 0 {
			t.Errorf("%d calls after the end", n)
		}
		r.start()
		r.answer(late)
	})
	stuck := func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		if m.Text == "jamais" {
			<-ctx.Done()
		}
		return echo(ctx, m)
	}
	bubble(t, setting{answer: stuck}, func(r *rig) { // the grace ends; the question comes again
		p := r.started("Zoé")
		q := p.Ask("jamais")
		synctest.Wait()
		began := time.Now()
		if err := r.end(); err != nil || time.Since(began) > 15*time.Second {
			t.Errorf("%v after %v", err, time.Since(began))
		}
		if len(q.Answers()) != 0 || r.Pending() != 1 {
			t.Errorf("%d answers, %d pending", len(q.Answers()), r.Pending())
		}
	})
}

// TestFullDisk: a journal that cannot be written gives one warning, and the bot goes on.
func TestFullDisk(t *testing.T) {
	bubble(t, setting{opts: Options{Journal: filepath.Join(t.TempDir(), "no", "such", "folder", "journal")}}, func(r *rig) {
		p := r.started("Zoé")
		r.answer(p.Ask("oui ?"))
		if err := r.a.Ready(); err != nil {
			t.Error(err)
		}
		if n := strings.Count(r.log.String(), "the journal of Telegram"); n != 1 {
			t.Errorf("%d warnings\n%s", n, r.log)
		}
	})
}
