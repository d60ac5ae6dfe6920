package telegram

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/adapters/internal/delay"
	"nonmerci/bot"
	"nonmerci/internal/telegramtest"
)

// A thinker is a model that takes a time, and then says every line again.
type thinker struct {
	takes time.Duration
	err   error

	mu    sync.Mutex
	asked []bot.Rewriting
	told  map[bot.RewriteOutcome]int
}

func (m *thinker) Rewrite(ctx context.Context, w bot.Rewriting) (bot.Rewritten, error) {
	m.mu.Lock()
	m.asked = append(m.asked, w)
	m.mu.Unlock()
	if err := delay.For(ctx, m.takes); err != nil {
		return bot.Rewritten{}, err
	}
	out := bot.Rewritten{Opening: "Voici."}
	for _, l := range w.Lines {
		out.Lines = append(out.Lines, "Redit : "+l.Text)
	}
	return out, m.err
}

func (m *thinker) rewrote(o bot.RewriteOutcome) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.told == nil {
		m.told = map[bot.RewriteOutcome]int{}
	}
	m.told[o]++
}

// given is what it was asked so far.
func (m *thinker) given() []bot.Rewriting {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.asked)
}

func (m *thinker) times(o bot.RewriteOutcome) int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.told[o]
}

// withModel answers with the real bot and a model.
func withModel(t testing.TB, m *thinker) setting {
	t.Helper()
	o, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	o.Rewriter, o.Rewrote = m, m.rewrote
	b := bot.New(o)
	return setting{core: b, answer: b.Respond}
}

func (r *rig) edits() int { return len(r.Requests("editMessageText")) }

// TestTheAnswerComesFirst, as it was written; the words of the model follow by an edit, with a mark, and the original is a press away.
func TestTheAnswerComesFirst(t *testing.T) {
	m := &thinker{takes: 1500 * time.Millisecond}
	bubble(t, withModel(t, m), func(r *rig) {
		p := r.started("Zoé")
		began := time.Now()
		first := r.answer(p.Ask(linkedIn))
		if strings.Contains(first.Text, "Redit") || time.Since(began) > 100*time.Millisecond {
			t.Fatalf("after %v: %s", time.Since(began), first.Text)
		}
		time.Sleep(5 * time.Second)
		got, _ := p.Private().Message(first.ID)
		if !strings.Contains(got.Text, "Voici.\n\nRedit") || !strings.Contains(got.Text, "Reformulé par un modèle") || r.edits() != 1 || m.times(bot.RewriteApplied) != 1 {
			t.Fatalf("%d edits, %v:\n%s", r.edits(), m.told, got.Text)
		}
		goldenText(t, "rephrased", got)
		if w := m.given()[0]; w.Question != "" || w.Device != "web" {
			t.Errorf("asked %+v", w)
		}
		press := p.Press(got, bot.WordsIn("fr").Original)
		r.pressed(press)
		back, err := press.WaitMessage(r.soon(10*time.Second), func(m telegramtest.Message) bool { return m.Text == first.Text })
		if err != nil || back.ID != first.ID {
			t.Fatalf("%v: %s", err, back.Text)
		}
		for _, b := range back.Buttons() {
			if b.Text == bot.WordsIn("fr").Original {
				t.Error("the original is offered under the original")
			}
		}
		time.Sleep(time.Minute)
		if r.edits() != 2 || len(r.Requests("sendMessage")) != 1 || len(m.given()) != 1 {
			t.Errorf("%d edits, asked %d times", r.edits(), len(m.given()))
		}
	})
}

// TestTranslated: an entry that lacks the reader's language is put into it.
func TestTranslated(t *testing.T) {
	bubble(t, withModel(t, &thinker{takes: time.Second}), func(r *rig) {
		p := r.NewPerson(telegramtest.User{FirstName: "Eva", LanguageCode: "de"})
		first := r.answer(p.Ask("Wie schalte ich die KI von LinkedIn aus?"))
		time.Sleep(5 * time.Second)
		got, _ := p.Private().Message(first.ID)
		if !strings.Contains(first.Text, "noch nicht auf Deutsch") || strings.Contains(got.Text, "noch nicht auf Deutsch") || !strings.Contains(got.Text, "Von einem Modell übersetzt") {
			t.Fatalf("%s\n\n%s", first.Text, got.Text)
		}
		goldenText(t, "translated", got)
	})
}

// TestTranslatedAfterAPress: who reads a translation and presses for another device gets that translated as well; the original stays what it is.
func TestTranslatedAfterAPress(t *testing.T) {
	m := &thinker{takes: time.Second}
	bubble(t, withModel(t, m), func(r *rig) {
		p := r.NewPerson(telegramtest.User{FirstName: "Eva", LanguageCode: "de"})
		first := r.answer(p.Ask("Wie schalte ich die KI von LinkedIn aus?"))
		press := func(label, shows string) string {
			before, _ := p.Private().Message(first.ID)
			r.pressed(p.Press(before, label))
			time.Sleep(500 * time.Millisecond)
			if at, _ := p.Private().Message(first.ID); !strings.Contains(at.Text, "noch nicht auf Deutsch") || !strings.Contains(at.Text, shows) {
				t.Errorf("%s, at once: %s", label, at.Text)
			}
			time.Sleep(time.Minute)
			after, _ := p.Private().Message(first.ID)
			return after.Text
		}
		time.Sleep(5 * time.Second)
		if got := press("iPhone", "· iPhone"); !strings.Contains(got, "Von einem Modell übersetzt") || !strings.Contains(got, "Auf iPhone") || m.given()[1].Device != "ios" || m.given()[1].Question != "" {
			t.Errorf("%v: %s", m.given(), got)
		}
		if got := press(bot.WordsIn("de").Original, "· iPhone"); strings.Contains(got, "Redit") || len(m.given()) != 2 {
			t.Errorf("asked %d times: %s", len(m.given()), got)
		}
	})
}

// TestNoWordsNoEdit, and no delay: with a model that is slow, fails or is not asked, answers come as without one.
func TestNoWordsNoEdit(t *testing.T) {
	ask := func(s setting) (took []time.Duration, texts []string) {
		bubble(t, s, func(r *rig) {
			p := r.started("Zoé")
			for _, q := range []string{linkedIn, "bonjour", "et pour Instagram ?", "quel temps fait-il ?"} {
				began := time.Now()
				m := r.answer(p.Ask(q))
				took, texts = append(took, time.Since(began)), append(texts, m.Text)
				time.Sleep(10 * time.Second)
				if now, _ := p.Private().Message(m.ID); now.Text != m.Text {
					t.Errorf("%q was edited: %s", q, now.Text)
				}
			}
			if r.edits() > 0 {
				t.Errorf("%d edits", r.edits())
			}
		})
		return took, texts
	}
	took, texts := ask(genuine(t))
	for name, m := range map[string]*thinker{"slow": {takes: time.Hour}, "failing": {err: context.Canceled}} {
		t.Run(name, func(t *testing.T) {
			again, same := ask(withModel(t, m))
			if fmt.Sprint(again) != fmt.Sprint(took) || fmt.Sprint(same) != fmt.Sprint(texts) {
				t.Errorf("it took %v, without a model %v", again, took)
			}
			if m.times(bot.RewriteLate)+m.times(bot.RewriteRefused) != 2 {
				t.Errorf("%v", m.told)
			}
		})
	}
}

// TestAPressOverADraft: whenever a button is pressed, what it shows is what stays.
func TestAPressOverADraft(t *testing.T) {
	for _, after := range []time.Duration{0, 500 * time.Millisecond, 999 * time.Millisecond, time.Second, 1010 * time.Millisecond, 1100 * time.Millisecond} {
		t.Run(after.String(), func(t *testing.T) {
			bubble(t, withModel(t, &thinker{takes: time.Second}), func(r *rig) {
				p := r.started("Zoé")
				m := r.answer(p.Ask(linkedIn))
				r.Fail(telegramtest.Fault{Method: "editMessageText", Delay: 50 * time.Millisecond, Times: 1})
				time.Sleep(after)
				r.pressed(p.Press(m, "iPhone"))
				time.Sleep(30 * time.Second)
				if got, _ := p.Private().Message(m.ID); !strings.Contains(got.Text, "· iPhone") || strings.Contains(got.Text, "Redit") {
					t.Errorf("%d edits: %s", r.edits(), got.Text)
				}
			})
		})
	}
}

// TestWhatIsGoneStaysGone: a message that was deleted, a bot that was blocked, a question asked after.
func TestWhatIsGoneStaysGone(t *testing.T) {
	for name, gone := range map[string]func(r *rig, p *telegramtest.Person, m telegramtest.Message){
		"deleted": func(_ *rig, p *telegramtest.Person, m telegramtest.Message) { p.Private().DeleteMessage(m.ID) },
		"blocked": func(_ *rig, p *telegramtest.Person, _ telegramtest.Message) { p.Block() },
		"another question": func(r *rig, p *telegramtest.Person, _ telegramtest.Message) {
			r.answer(p.Ask("bonjour"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := &thinker{takes: time.Second}
			bubble(t, withModel(t, m), func(r *rig) {
				p := r.started("Zoé")
				first := r.answer(p.Ask(linkedIn))
				gone(r, p, first)
				n := len(r.Requests("sendMessage"))
				time.Sleep(time.Minute)
				if len(r.Requests("sendMessage")) != n || m.times(bot.RewriteOvertaken) != 1 || strings.Contains(r.log.String(), "ERROR") {
					t.Errorf("%v\n%s", m.told, r.log)
				}
				if got, ok := p.Private().Message(first.ID); ok && got.Text != first.Text {
					t.Errorf("%s", got.Text)
				}
			})
		})
	}
}

// TestEditsAreInNobodysWay: when many ask at once, their answers come as soon as without a model.
func TestEditsAreInNobodysWay(t *testing.T) {
	flood := func(s setting) (last time.Duration) {
		bubble(t, s, func(r *rig) {
			var people []*telegramtest.Person
			for i := range 65 {
				people = append(people, r.person(fmt.Sprint("P", i)))
			}
			began := time.Now()
			var all []*telegramtest.Sent
			for _, p := range people {
				all = append(all, p.Ask(linkedIn))
			}
			for _, s := range all {
				r.answer(s)
			}
			last = time.Since(began)
			time.Sleep(time.Minute)
			if n := r.Flood().Refused; n > 0 {
				t.Errorf("%d requests were too many", n)
			}
		})
		return last
	}
	without := flood(genuine(t))
	m := &thinker{}
	if with := flood(withModel(t, m)); with != without {
		t.Errorf("the last answer came after %v, without a model after %v", with, without)
	}
	if m.times(bot.RewriteApplied) == 0 {
		t.Errorf("none is shown once they are through: %v", m.told)
	}
}

// TestTheEndGivesRewritesUp: nothing is sent after Run, and it does not wait for the model.
func TestTheEndGivesRewritesUp(t *testing.T) {
	ended := func(s setting) (took time.Duration) {
		bubble(t, s, func(r *rig) {
			r.answer(r.started("Zoé").Ask(linkedIn))
			synctest.Wait()
			began := time.Now()
			if err := r.end(); err != nil {
				t.Error(err)
			}
			took = time.Since(began)
			time.Sleep(time.Minute)
			if r.edits() > 0 {
				t.Error("an edit after the end")
			}
		})
		return took
	}
	m := &thinker{takes: 2 * time.Second}
	if with, without := ended(withModel(t, m)), ended(genuine(t)); with != without || m.times(bot.RewriteOvertaken) != 1 {
		t.Errorf("it took %v, without a model %v; %v", with, without, m.told)
	}
}

// TestGroupsAreAskedFirst: in a group whose community did not choose it, nothing is put into other words.
func TestGroupsAreAskedFirst(t *testing.T) {
	m := &thinker{}
	bubble(t, withModel(t, m), func(r *rig) {
		ana := r.started("Ana")
		c := r.group(telegramtest.Supergroup, ana)
		r.answer(ana.Command(c, "ask", linkedIn))
		time.Sleep(10 * time.Second)
		if len(m.given()) > 0 || r.edits() > 0 {
			t.Errorf("asked %d times", len(m.given()))
		}
	})
}

// TestOnlyTheAskersWordsAreGiven: what somebody allows to be given are their words, not those of a message that they reply to.
func TestOnlyTheAskersWordsAreGiven(t *testing.T) {
	m := &thinker{}
	bubble(t, withModel(t, m), func(r *rig) {
		p := r.started("Zoé")
		screen := r.answer(p.Command(p.Private(), "confidentialite", ""))
		press := p.Press(screen, bot.WordsIn("fr").AllowQuestion)
		r.pressed(press)
		if _, err := press.WaitMessage(r.soon(10*time.Second), has(bot.WordsIn("fr").QuestionSent)); err != nil {
			t.Fatal(err)
		}
		asked := p.Ask(linkedIn)
		r.answer(asked)
		time.Sleep(10 * time.Second)
		r.answer(p.Reply(asked.Message(), "/demander"))
		time.Sleep(10 * time.Second)
		r.answer(p.Start("linkedin_opt-out"))
		time.Sleep(10 * time.Second)
		if len(m.given()) != 3 || m.given()[0].Question != linkedIn || m.given()[1].Question != "" || m.given()[2].Question != "" {
			t.Errorf("asked %d times: %+v", len(m.given()), m.given())
		}
	})
}

// goldenText compares a message as it is seen, and its buttons.
func goldenText(t *testing.T, name string, m telegramtest.Message) {
	t.Helper()
	out := m.Text + "\n\n"
	for _, b := range m.Buttons() {
		out += "[" + b.Text + "]\n"
	}
	compareGolden(t, filepath.Join("testdata", "golden", name+".txt"), out)
}
