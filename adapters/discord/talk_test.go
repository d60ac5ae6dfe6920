package discord

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/discordtest"
)

// checked validates every request and answer against Discord's own description, where it is at hand.
func checked(t *testing.T) setting {
	t.Helper()
	return withServer(func(o *discordtest.Options) {
		switch {
		case raceDetector: // the comparison takes seconds there, and finds the same
		case haveSpec():
			o.Spec = specFile
		default:
			t.Log("Discord's openapi.json is not beside the repository: requests are not validated against it")
		}
	})
}

const question = "comment désactiver l’IA de LinkedIn ?"

func TestMention(t *testing.T) {
	inWorld(t, func(w *world) {
		x := w.say(question)
		m := w.answerOf(x)
		if m.ReplyTo != x.Question().ID || len(m.Pings) > 0 || !strings.Contains(m.Content, "Coupez le réglage") || m.Ephemeral {
			t.Errorf("%+v", m)
		}
		if links := m.Links(); len(links) == 0 || !strings.HasPrefix(links[0], "https://www.linkedin.com/") {
			t.Errorf("the setting is not one tap away: %v", links)
		}
	}, checked(t))
}

// TestContextIsKept: a reply, a thread and a direct message go on from the question before.
func TestContextIsKept(t *testing.T) {
	inWorld(t, func(w *world) {
		first := w.answerOf(w.say(question))
		second := w.answerOf(must(w.lea.Say(w.channel, "et pour Instagram ?", discordtest.ReplyTo(first)))(t))
		if !strings.Contains(second.Content, "Instagram") {
			t.Errorf("the reply was answered with %q", second.Content)
		}
		thread := w.lea.StartThread(w.channel, "IA")
		x := must(w.lea.Say(thread, w.Bot().Mention()+" "+question))(t)
		if m := w.answerOf(x); m.Channel != thread || !strings.Contains(m.Content, "LinkedIn") {
			t.Errorf("in the thread: %+v", m)
		}
		dm := w.lea.DM()
		_ = w.answerOf(must(w.lea.Say(dm, question))(t))
		if m := w.answerOf(must(w.lea.Say(dm, "et sur android ?"))(t)); !strings.Contains(m.Content, "Android") {
			t.Errorf("in the direct message: %q", m.Content)
		}
	}, checked(t))
}

func TestForumPost(t *testing.T) {
	inWorld(t, func(w *world) {
		forum := w.guild.AddForum("aide")
		x := must(w.lea.Post(forum, "IA", w.Bot().Mention()+" "+question))(t)
		if m := w.answerOf(x); !strings.Contains(m.Content, "LinkedIn") {
			t.Errorf("%q", m.Content)
		}
	}, checked(t))
}

// TestEmptyMention: the bot's name alone is answered with how to ask.
func TestEmptyMention(t *testing.T) {
	inWorld(t, func(w *world) {
		m := w.answerOf(w.say(""))
		help, err := realBot().Press(t.Context(), bot.Message{}, bot.Press{Kind: bot.PressOther, Lang: "fr"})
		if err != nil || !strings.HasPrefix(m.Content, help.Text[:20]) {
			t.Errorf("%q, %v", m.Content, err)
		}
	})
}

// TestNotForUs: bots, webhooks, messages that do not name the bot, @everyone and roles are not answered.
func TestNotForUs(t *testing.T) {
	inWorld(t, func(w *world) {
		name := w.Bot().Mention()
		robot := w.AddBot("Robot")
		w.guild.AddMember(robot)
		must(robot.Say(w.channel, name+" "+question))(t)
		must(w.channel.AddWebhook("Crochet").Say(name + " " + question))(t)
		must(w.lea.Say(w.channel, question))(t)
		must(w.guild.Owner().Say(w.channel, "@everyone "+question))(t)
		time.Sleep(time.Minute)
		if sent := w.RequestsTo("POST " + routeMessages); len(sent) > 0 {
			t.Errorf("answered: %+v", sent)
		}
	}, withAnswer(echo))
}

// TestPingPongStopsAt3 (failures, row 11): a program in a person's account replies to each answer at once.
func TestPingPongStopsAt3(t *testing.T) {
	inWorld(t, func(w *world) {
		answers := 0
		x := w.say("ping")
		for range 10 {
			ctx, cancel := context.WithTimeout(w.ctx, 20*time.Second)
			m, err := x.Wait(ctx)
			cancel()
			if err != nil {
				break
			}
			answers++
			x = must(w.lea.Say(w.channel, "pong", discordtest.ReplyTo(m)))(t)
		}
		if answers != 3 {
			t.Errorf("%d answers", answers)
		}
		if m := w.answerOf(w.say("un humain")); !strings.Contains(m.Content, "un humain") {
			t.Errorf("a person is not answered afterwards: %q", m.Content)
		}
	}, withAnswer(echo))
}

// TestFailure11TwoBots: another bot that mentions ours is never answered.
func TestFailure11TwoBots(t *testing.T) {
	inWorld(t, func(w *world) {
		robot := w.AddBot("Robot")
		w.guild.AddMember(robot)
		x := must(robot.Say(w.channel, w.Bot().Mention()+" ping"))(t)
		time.Sleep(time.Minute)
		if x.Answers() != 0 {
			t.Error("a bot was answered")
		}
	}, withAnswer(echo))
}

// TestDgUnknownComponent: messages with components that nobody knows yet are read like others.
func TestDgUnknownComponent(t *testing.T) {
	inWorld(t, func(w *world) {
		for i, kind := range []int{16, 20, 99} {
			parts := discordtest.WithFields(map[string]any{"components": []any{map[string]any{"type": kind, "components": []any{}}}})
			must(w.lea.Say(w.channel, "rien pour le robot", parts))(t)
			x := w.say(fmt.Sprintf("question %d", i), parts)
			if m := w.answerOf(x); !strings.Contains(m.Content, fmt.Sprintf("question %d", i)) {
				t.Errorf("type %d: %q", kind, m.Content)
			}
		}
		w.Gateway().Dispatch("MESSAGE_CREATE", map[string]any{"id": 5, "author": "nobody", "content": []int{1}})
		w.Gateway().Dispatch("MESSAGE_CREATE", nil)
		w.Gateway().Dispatch("INTERACTION_CREATE", map[string]any{"id": "1", "token": "t", "type": 2, "data": 7})
		w.Gateway().Dispatch("GUILD_CREATE", nil)
		w.Gateway().Dispatch("SOMETHING_NEW", map[string]any{"a": 1})
		w.Gateway().SendRaw([]byte("null"), false)
		w.Gateway().SendRaw([]byte(`{"op":`), false)
		w.Gateway().SendRaw([]byte{0x78, 0x9c, 1, 2}, true)
		w.answerOf(w.say("encore là ?"))
		if n := len(w.Gateway().State().Connections); n != 1 {
			t.Errorf("%d connections", n)
		}
	}, withAnswer(echo))
}

// TestBothOrder: ten quick messages of each of fifty people, in their own channels, are answered in order.
func TestBothOrder(t *testing.T) {
	inWorld(t, func(w *world) {
		var channels []*discordtest.Channel
		for i := range 50 {
			u := w.AddUser(fmt.Sprintf("u%d", i))
			channels = append(channels, u.DM())
			for n := range 10 {
				must(u.Say(u.DM(), fmt.Sprintf("message %d", n)))(t)
			}
		}
		time.Sleep(5 * time.Minute)
		for i, c := range channels {
			var got []string
			for _, m := range c.Messages(w.Bot()) {
				if m.Author == w.Bot() {
					got = append(got, m.Content[len(m.Content)-1:])
				}
			}
			if strings.Join(got, "") != "0123456789" {
				t.Errorf("channel %d was answered in the order %v", i, got)
			}
		}
		if n := w.RateLimited(); n != 0 {
			t.Errorf("%d answers 429", n)
		}
	}, withAnswer(echo))
}

// TestBothPanic: a handler that panics ends nothing, and the reader is told in French.
func TestBothPanic(t *testing.T) {
	inWorld(t, func(w *world) {
		x := w.say("panique")
		if m := w.answerOf(x); m.Content != bot.Apology("fr") {
			t.Errorf("%q", m.Content)
		}
		y := must(w.lea.Speak("en-US").Invoke(w.channel, "ask", discordtest.With("question", "panique")))(t)
		if m := w.answerOf(y); m.Content != bot.Apology("en") || !m.Ephemeral {
			t.Errorf("%+v", m)
		}
		z := w.say("erreur")
		if m := w.answerOf(z); m.Content != bot.Apology("fr") {
			t.Errorf("%q", m.Content)
		}
		if n := w.metric("nonmerci_panics_total"); n != 2 {
			t.Errorf("%v panics counted", n)
		}
		w.answerOf(w.say("et la suite"))
	}, withAnswer(func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		switch m.Text {
		case "panique":
			panic("secret words of " + string(m.From))
		case "erreur":
			return bot.Reply{}, errBroken
		}
		return echo(ctx, m)
	}))
}

// TestBothShutdown: what has begun is finished within the grace time, and nothing is sent afterwards.
func TestBothShutdown(t *testing.T) {
	inWorld(t, func(w *world) {
		x := w.say("lent")
		synctest.Wait()
		began := time.Now()
		if err := w.halt(); err != nil {
			t.Error(err)
		}
		if took := time.Since(began); took < 4*time.Second || took > 8*time.Second {
			t.Errorf("ended after %v", took)
		}
		if x.Answers() != 1 {
			t.Errorf("%d answers", x.Answers())
		}
		sent := len(w.Requests())
		if s := w.Gateway().State(); s.Connected != 0 || s.Connections[0].ClientCode != 1000 {
			t.Errorf("left as %+v", s)
		}
		must(w.lea.Say(w.lea.DM(), "trop tard"))(t)
		time.Sleep(time.Hour)
		if n := len(w.Requests()); n != sent {
			t.Errorf("%d requests after the end", n-sent)
		}
		w.stop = nil
	}, withAnswer(func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		time.Sleep(5 * time.Second)
		return echo(ctx, m)
	}))
}

// TestShutdownGivesUp: what takes longer than the grace time is cut.
func TestShutdownGivesUp(t *testing.T) {
	inWorld(t, func(w *world) {
		w.say("sans fin")
		synctest.Wait()
		began := time.Now()
		if err := w.halt(); err != nil {
			t.Error(err)
		}
		if took := time.Since(began); took > 12*time.Second {
			t.Errorf("ended after %v", took)
		}
		w.stop = nil
	}, withAnswer(func(ctx context.Context, _ bot.Message) (bot.Reply, error) {
		<-ctx.Done()
		return bot.Reply{}, ctx.Err()
	}))
}
