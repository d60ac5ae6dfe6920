package discord

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/discordtest"
	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
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
	t := time.NewTimer(m.takes)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
		return bot.Rewritten{}, ctx.Err()
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

// oneCommunity is a community that every server belongs to, and that has chosen the same.
type oneCommunity knowledge.Settings

func (e oneCommunity) Overlay(context.Context, knowledge.Place) (*live.Overlay, error) {
	return &live.Overlay{Community: "c1", Settings: knowledge.Settings(e)}, nil
}

// withModel answers with the real bot and a model, where communities have chosen s.
func withModel(m *thinker, s knowledge.Settings) setting {
	return func(w *world, _ *discordtest.Options) {
		model, shared := loaded()
		b := bot.New(bot.Options{
			Model: model, Base: shared, Now: func() time.Time { return today }, Rewriter: m, Rewrote: m.rewrote, Overlays: oneCommunity(s),
		})
		w.core, w.answer = b, b.Respond
	}
}

var rephrase = knowledge.Settings{Rephrase: true}

// now is a message as a person sees it now.
func (w *world) now(m discordtest.Message) discordtest.Message {
	w.t.Helper()
	for _, each := range m.Channel.Messages(w.lea) {
		if each.ID == m.ID {
			return each
		}
	}
	return discordtest.Message{}
}

// asks are the ways to ask, each with how the edit of its answer leaves.
var asks = map[string]struct {
	ask func(w *world) *discordtest.Exchange
	by  string
}{
	"mention": {func(w *world) *discordtest.Exchange { return w.say(question) }, "PATCH " + routeMessages + "/{message_id}"},
	"direct":  {func(w *world) *discordtest.Exchange { return must(w.lea.Say(w.lea.DM(), question))(w.t) }, "PATCH " + routeMessages + "/{message_id}"},
	"command": {func(w *world) *discordtest.Exchange { return w.ask(question) }, "PATCH " + routeOriginal},
	"chosen":  {func(w *world) *discordtest.Exchange { return w.ask("linkedin/opt-out") }, "PATCH " + routeOriginal},
}

// TestTheAnswerComesFirst, as it was written; the words of the model follow by an edit, with a mark, and the original is a press away.
func TestTheAnswerComesFirst(t *testing.T) {
	for name, how := range asks {
		t.Run(name, func(t *testing.T) {
			m := &thinker{takes: 1500 * time.Millisecond}
			settings := []setting{withModel(m, rephrase)}
			if name == "command" { // the other route is checked wherever messages are edited
				settings = append(settings, checked(t))
			}
			inWorld(t, func(w *world) {
				x := how.ask(w)
				first := w.answerOf(x)
				if strings.Contains(first.Content, "Redit") || first.At.Sub(x.Asked()) > 100*time.Millisecond {
					t.Fatalf("after %v: %s", first.At.Sub(x.Asked()), first.Content)
				}
				time.Sleep(5 * time.Second)
				got := w.now(first)
				if !strings.Contains(got.Content, "Voici.\n\nRedit") || !strings.Contains(got.Content, "Reformulé par un modèle") || got.Ephemeral != first.Ephemeral || len(got.Pings) > 0 {
					t.Fatalf("%v: %s", m.told, got.Content)
				}
				if n := len(w.RequestsTo(how.by)); n != 1 || m.times(bot.RewriteApplied) != 1 || m.given()[0].Question != "" {
					t.Errorf("%d edits, %v", n, m.told)
				}
				if w.metric("nonmerci_delivery_seconds") != 1 {
					t.Error("the edit is measured as an answer")
				}
				back := w.answerOf(must(w.lea.Press(got, "Texte d’origine"))(t))
				if back.ID != first.ID || back.Content != first.Content || back.Input("Texte d’origine") != nil {
					t.Errorf("%s", back.Content)
				}
				time.Sleep(time.Minute)
				if got := w.now(first); got.Content != first.Content || len(m.given()) != 1 {
					t.Errorf("asked %d times: %s", len(m.given()), got.Content)
				}
			}, settings...)
		})
	}
}

// TestTranslatedAfterAPress: who reads a translation and presses for another device gets that translated as well; the original stays what it is.
func TestTranslatedAfterAPress(t *testing.T) {
	m := &thinker{takes: time.Second}
	inWorld(t, func(w *world) {
		w.lea.Speak("de")
		first := w.answerOf(must(w.lea.Say(w.lea.DM(), "Wie schalte ich die KI von LinkedIn aus?"))(t))
		press := func(label, shows string) string {
			x := must(w.lea.Press(w.now(first), label))(t)
			if at := w.answerOf(x); !strings.Contains(at.Content, "noch nicht auf Deutsch") || !strings.Contains(at.Content, shows) {
				t.Errorf("%s, at once: %s", label, at.Content)
			}
			time.Sleep(time.Minute)
			return w.now(first).Content
		}
		time.Sleep(5 * time.Second)
		if got := press("iPhone", "· iPhone"); !strings.Contains(got, "Von einem Modell übersetzt") || !strings.Contains(got, "Auf iPhone") || m.given()[1].Device != "ios" || m.given()[1].Question != "" {
			t.Errorf("%v: %s", m.given(), got)
		}
		if got := press(bot.WordsIn("de").Original, "· iPhone"); strings.Contains(got, "Redit") || len(m.given()) != 2 {
			t.Errorf("asked %d times: %s", len(m.given()), got)
		}
	}, withModel(m, rephrase), checked(t))
}

// TestRewordedIsDrawnWithinTheLimits, in the same language and translated, and as the golden files have it.
func TestRewordedIsDrawnWithinTheLimits(t *testing.T) {
	model, shared := loaded()
	b := bot.New(bot.Options{Model: model, Base: shared, Now: func() time.Time { return today }, Rewriter: &thinker{}})
	for _, id := range published(t) {
		for _, lang := range []string{"fr", "de"} {
			r, ok := b.Entry(string(id), lang, "")
			if !ok {
				continue
			}
			if r, ok = b.Rewrite(t.Context(), bot.Message{From: "u"}, r); !ok {
				t.Fatalf("%s in %s is not rewritten", id, lang)
			}
			parts := testDrawing().render(r)
			for _, p := range parts {
				checkBody(t, string(id)+" in "+lang, p)
			}
			if id == "linkedin/opt-out" {
				golden(t, map[string]string{"fr": "rephrased", "de": "translated"}[lang], parts)
			}
		}
	}
}

// TestNoWordsNoEdit, and no delay: a model that is slow or fails changes nothing, nor does one that the community does not want.
func TestNoWordsNoEdit(t *testing.T) {
	for name, c := range map[string]struct {
		model    *thinker
		settings knowledge.Settings
	}{
		"slow": {&thinker{takes: time.Hour}, rephrase}, "failing": {&thinker{err: errors.New("refused")}, rephrase}, "off": {&thinker{}, knowledge.Settings{}},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				for _, x := range []*discordtest.Exchange{w.say(question), w.ask(question)} {
					m := w.answerOf(x)
					if took := m.At.Sub(x.Asked()); took > 100*time.Millisecond {
						t.Errorf("it took %v", took)
					}
					time.Sleep(time.Minute)
					if now := w.now(m); now.Content != m.Content || now.Edits > 0 {
						t.Errorf("%d edits: %s", now.Edits, now.Content)
					}
				}
			}, withModel(c.model, c.settings))
			if name == "off" && len(c.model.given()) > 0 {
				t.Error("a model is asked that is not wanted")
			}
		})
	}
}

// TestAPressOverADraft: whenever a button is pressed, what it shows is what stays.
func TestAPressOverADraft(t *testing.T) {
	for _, after := range []time.Duration{0, 500 * time.Millisecond, 999 * time.Millisecond, time.Second, 1010 * time.Millisecond, 1100 * time.Millisecond} {
		for name, how := range asks {
			t.Run(name+after.String(), func(t *testing.T) {
				inWorld(t, func(w *world) {
					m := w.answerOf(how.ask(w))
					w.Fail(discordtest.Fault{Method: "PATCH", Delay: 50 * time.Millisecond, Times: 1})
					time.Sleep(after)
					w.answerOf(must(w.lea.Press(m, "Android"))(t))
					time.Sleep(30 * time.Second)
					if got := w.now(m); !strings.Contains(got.Content, "· Android") || strings.Contains(got.Content, "Redit") {
						t.Errorf("%s", got.Content)
					}
				}, withModel(&thinker{takes: time.Second}, rephrase))
			})
		}
	}
}

// TestWhatIsGoneStaysGone: an answer that was deleted, by its button or by hand, and one after which something else was asked.
func TestWhatIsGoneStaysGone(t *testing.T) {
	for name, gone := range map[string]func(w *world, m discordtest.Message){
		"deleted":          func(w *world, m discordtest.Message) { must(w.lea.Press(m, "Supprimer"))(w.t) },
		"deleted by hand":  func(w *world, m discordtest.Message) { _ = w.guild.Owner().Delete(m) },
		"another question": func(w *world, _ discordtest.Message) { w.answerOf(w.say("bonjour")) },
	} {
		t.Run(name, func(t *testing.T) {
			m := &thinker{takes: time.Second}
			inWorld(t, func(w *world) {
				first := w.answerOf(w.say(question))
				gone(w, first)
				time.Sleep(100 * time.Millisecond) // the deletion itself is made after the press is acknowledged
				synctest.Wait()
				n := len(w.RequestsTo(toMessages))
				time.Sleep(time.Minute)
				if len(w.RequestsTo(toMessages)) != n || m.times(bot.RewriteOvertaken) != 1 || strings.Contains(w.log.String(), "WARN") {
					t.Errorf("%v\n%s", m.told, w.log)
				}
				if now := w.now(first); now.ID != "" && now.Content != first.Content {
					t.Errorf("%s", now.Content)
				}
			}, withModel(m, rephrase))
		})
	}
}

// TestEditsWaitForRoom: while Discord holds the bot back, an edit is not even tried; it is given up when that lasts.
func TestEditsWaitForRoom(t *testing.T) {
	m := &thinker{takes: time.Second}
	inWorld(t, func(w *world) {
		first := w.answerOf(w.say(question))
		w.LimitGlobally(20 * time.Second)
		max := w.AddUser("Max")
		w.guild.AddMember(max)
		y := must(max.Say(w.channel, w.Bot().Mention()+" bonjour"))(t) // meets the limit
		time.Sleep(15 * time.Second)
		if m.times(bot.RewriteBusy) != 1 || w.now(first).Edits > 0 || len(w.RequestsTo("PATCH "+routeMessages+"/{message_id}")) > 0 || strings.Contains(w.log.String(), "WARN") {
			t.Errorf("%v\n%s", m.told, w.log)
		}
		w.answerOf(y)
	}, withModel(m, rephrase))
}

// TestTheEndGivesRewritesUp: nothing is sent after Run, and it does not wait for the model.
func TestTheEndGivesRewritesUp(t *testing.T) {
	ended := func(takes time.Duration) (took time.Duration) {
		inWorld(t, func(w *world) {
			w.answerOf(w.say(question))
			if takes == 0 {
				time.Sleep(10 * time.Second) // the edit has been made
			}
			synctest.Wait()
			n, began := len(w.Requests()), time.Now()
			if err := w.halt(); err != nil {
				t.Error(err)
			}
			took, w.stop = time.Since(began), nil
			time.Sleep(time.Minute)
			if len(w.Requests()) != n {
				t.Error("something was sent after the end")
			}
		}, withModel(&thinker{takes: takes}, rephrase))
		return took
	}
	if with, without := ended(2*time.Second), ended(0); with != without {
		t.Errorf("it took %v, with nothing under way %v", with, without)
	}
}

// TestOnlyTheAskersWordsAreGiven: what somebody allows to be given are their words, not those of a message of another, nor an entry's name.
func TestOnlyTheAskersWordsAreGiven(t *testing.T) {
	m := &thinker{}
	inWorld(t, func(w *world) {
		screen := w.answerOf(must(w.lea.Invoke(w.channel, "privacy"))(t))
		if !screen.Ephemeral || !strings.Contains(screen.Content, "modèle de langue") {
			t.Fatal(screen.Content)
		}
		if got := w.answerOf(must(w.lea.Press(screen, bot.WordsIn("fr").AllowQuestion))(t)); got.ID != screen.ID || got.Input(bot.WordsIn("fr").ForbidQuestion) == nil {
			t.Fatal(got.Content)
		}
		pause := func() { time.Sleep(10 * time.Second) }
		w.answerOf(w.say(question))
		pause()
		w.answerOf(w.ask(question))
		pause()
		w.answerOf(w.ask("linkedin/opt-out"))
		pause()
		max := w.AddUser("Max")
		w.guild.AddMember(max)
		w.answerOf(must(w.lea.UseOnMessage("Answer this message", must(max.Say(w.channel, question))(t).Question()))(t))
		pause()
		w.answerOf(must(max.Say(w.channel, w.Bot().Mention()+" "+question))(t))
		pause()
		var given []string
		for _, a := range m.given() {
			given = append(given, a.Question)
		}
		if !slices.Equal(given, []string{question, question, "", "", ""}) {
			t.Errorf("given %q", given)
		}
	}, withModel(m, knowledge.Settings{Rephrase: true, AskModel: true}))
}
