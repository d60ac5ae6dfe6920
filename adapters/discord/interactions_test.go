package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"unicode/utf8"

	"nonmerci/bot"
	"nonmerci/internal/discordtest"
)

const (
	toCallback = "POST /interactions/{interaction_id}/{interaction_token}/callback"
	toMessages = "POST /channels/{channel_id}/messages"
)

// slow answers after a time.
func slow(d time.Duration) bot.Handler {
	return func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		time.Sleep(d)
		return echo(ctx, m)
	}
}

func (w *world) ask(text string) *discordtest.Exchange {
	w.t.Helper()
	return must(w.lea.Invoke(w.channel, "ask", discordtest.With("question", text)))(w.t)
}

// TestSlash: private, shown to all on request, once, and deleted by the asker.
func TestSlash(t *testing.T) {
	inWorld(t, func(w *world) {
		x := w.ask(question)
		m := w.answerOf(x)
		if c := x.Callbacks()[0]; c.Type != callbackMessage || !m.Ephemeral || !strings.Contains(m.Content, "LinkedIn") {
			t.Errorf("%+v %+v", c, m)
		}
		shown := w.answerOf(must(w.lea.Press(m, "Montrer à tous"))(t))
		if shown.Ephemeral || !strings.HasPrefix(shown.Content, "-# Montré à la demande de Lea\n") || len(shown.Pings) > 0 {
			t.Errorf("%+v", shown)
		}
		must(w.lea.Press(m, "Montrer à tous"))(t)
		time.Sleep(time.Minute)
		if n := len(w.channel.Messages(w.guild.Owner())); n != 1 {
			t.Errorf("%d messages after the second press", n)
		}
		must(w.lea.Press(shown, "Supprimer"))(t)
		time.Sleep(time.Minute)
		if n := len(w.channel.Messages(w.guild.Owner())); n != 0 {
			t.Errorf("%d messages after deleting", n)
		}
	}, checked(t))
}

// TestSlashChosen: a completion that was chosen is that entry, and what follows goes on from it.
func TestSlashChosen(t *testing.T) {
	inWorld(t, func(w *world) {
		x := must(w.lea.Type(w.channel, "ask", "question", "linkedi"))(t)
		list := must(x.WaitChoices(w.ctx))(t)
		if len(list) == 0 || !strings.Contains(list[0].Name, "LinkedIn") {
			t.Fatalf("%+v", list)
		}
		m := w.answerOf(w.ask(fmt.Sprint(list[0].Value)))
		if !strings.Contains(m.Content, "LinkedIn") {
			t.Errorf("%q", m.Content)
		}
		if m := w.answerOf(w.say("et pour Instagram ?")); !strings.Contains(m.Content, "Instagram") {
			t.Errorf("%q", m.Content)
		}
	}, checked(t))
}

// TestSlashLanguage: the language of the person's client is that of the bot's own words.
func TestSlashLanguage(t *testing.T) {
	inWorld(t, func(w *world) {
		w.lea.Speak("en-GB")
		if m := w.answerOf(w.ask("how do I turn off LinkedIn AI?")); m.Input("Show to everyone") == nil {
			t.Errorf("%+v", m)
		}
		m := w.answerOf(must(w.lea.Invoke(w.channel, "privacy"))(t))
		if !m.Ephemeral || !strings.HasPrefix(m.Content, "I keep nothing about you") {
			t.Errorf("%q", m.Content)
		}
		w.lea.Speak("de")
		m = w.answerOf(must(w.lea.Invoke(w.channel, "help"))(t))
		if !m.Ephemeral || !strings.Contains(m.Content, "Frag") {
			t.Errorf("%q", m.Content)
		}
	}, checked(t))
}

// TestButtons: devices and related questions replace the answer, feedback is a short notice, « back » comes back.
func TestButtons(t *testing.T) {
	inWorld(t, func(w *world) {
		m := w.answerOf(w.say(question))
		for _, step := range []struct{ press, want string }{
			{"Android", "Android"},
			{"Je ne vois pas ce réglage", "Vous ne voyez pas ce réglage"},
			{"Retour à la fiche", "Coupez le réglage"},
			{"Suis-je concerné", "concerné"},
		} {
			x := must(w.lea.Press(m, step.press))(t)
			got := w.answerOf(x)
			if got.ID != m.ID || !strings.Contains(got.Content, step.want) || x.Callbacks()[0].Type != callbackUpdate {
				t.Errorf("%s: %+v", step.press, got)
			}
			m = got
		}
		for _, label := range []string{"Utile", "Pas utile", "C’est périmé"} {
			got := w.noticeOf(w.lea, m, label)
			if !strings.HasPrefix(got.Content, "Merci") || len(got.Components) > 0 {
				t.Errorf("%s: %+v", label, got)
			}
		}
	}, checked(t))
}

// noticeOf has somebody press a button, and returns the only private message that they see then.
func (w *world) noticeOf(u *discordtest.User, m discordtest.Message, label string) discordtest.Message {
	w.t.Helper()
	must(u.Press(m, label))(w.t)
	return w.privately(u)
}

func (w *world) privately(u *discordtest.User) (only discordtest.Message) {
	w.t.Helper()
	time.Sleep(10 * time.Second)
	n := 0
	for _, m := range w.channel.Messages(u) {
		if m.Ephemeral {
			only = m
			n++
		}
	}
	if n != 1 {
		w.t.Fatalf("%d private messages", n)
	}
	return only
}

// TestNotices: a person has one private notice under a message, whatever they press; it is made anew when it was dismissed, or is too
// old to be edited; each person and each message has their own.
func TestNotices(t *testing.T) {
	inWorld(t, func(w *world) {
		m := w.answerOf(w.say(question))
		first := w.noticeOf(w.lea, m, "Utile")
		if second := w.noticeOf(w.lea, m, "C’est périmé"); second.ID != first.ID || second.Content == first.Content || second.Edits != 1 {
			t.Errorf("%+v, then %+v", first, second)
		}
		max := w.AddUser("Max")
		w.guild.AddMember(max)
		if theirs := w.noticeOf(max, m, "Utile"); theirs.ID == first.ID {
			t.Error("two people share a notice")
		}
		if err := w.lea.Dismiss(w.privately(w.lea)); err != nil {
			t.Fatal(err)
		}
		again := w.noticeOf(w.lea, m, "Pas utile")
		if again.ID == first.ID {
			t.Error("a notice that was dismissed is back")
		}
		if more := w.noticeOf(w.lea, m, "Utile"); more.ID != again.ID || more.Content == again.Content {
			t.Errorf("%+v, then %+v", again, more)
		}
		time.Sleep(16 * time.Minute)
		must(w.lea.Press(m, "Utile"))(t)
		other := w.answerOf(w.say("est-ce que WhatsApp entraîne son IA ?"))
		must(w.lea.Press(other, "Utile"))(t)
		time.Sleep(10 * time.Second)
		n := 0
		for _, now := range w.channel.Messages(w.lea) {
			if now.Ephemeral {
				n++
			}
		}
		if n != 3 {
			t.Errorf("%d private messages", n)
		}
		if strings.Contains(w.log.String(), "WARN") {
			t.Error(w.log)
		}
	}, checked(t))
}

// TestNoticesAreBounded: what is remembered of notices does not grow without end.
func TestNoticesAreBounded(t *testing.T) {
	var n notices
	now := time.Now()
	for i := range 3 * maxNotices {
		n.keep(press{fmt.Sprint(i), 1}, notice{until: now.Add(time.Minute)}, now)
	}
	if len(n.last) > maxNotices {
		t.Errorf("%d notices", len(n.last))
	}
	if _, ok := n.find(press{fmt.Sprint(3*maxNotices - 1), 1}, now); !ok {
		t.Error("the last one is forgotten")
	}
}

// TestClarify: a choice completes the question, and « something else » says how to ask.
func TestClarify(t *testing.T) {
	inWorld(t, func(w *world) {
		m := w.answerOf(w.ask("comment refuser ?"))
		got := w.answerOf(must(w.lea.Press(m, "Autre chose"))(t))
		if len(got.Content) < 50 || len(got.Components) > 0 {
			t.Errorf("%+v", got)
		}
		m = w.answerOf(w.ask("comment refuser ?"))
		inputs := m.Inputs()
		if len(inputs) < 3 {
			t.Fatalf("%+v", m)
		}
		got = w.answerOf(must(w.lea.Press(m, inputs[0].Label))(t))
		if !got.Ephemeral || got.Input("Montrer à tous") == nil || got.Input("Utile") == nil {
			t.Errorf("%+v", got)
		}
	}, checked(t))
}

// TestMessageMenu: the answer to somebody's message is private, and shown under that message on request, pinging nobody.
func TestMessageMenu(t *testing.T) {
	inWorld(t, func(w *world) {
		max := w.AddUser("Max")
		w.guild.AddMember(max)
		asked := must(max.Say(w.channel, question))(t).Question()
		m := w.answerOf(must(w.lea.UseOnMessage("Answer this message", asked))(t))
		if !m.Ephemeral || !strings.Contains(m.Content, "LinkedIn") {
			t.Errorf("%+v", m)
		}
		must(w.lea.Press(m, "Montrer à tous"))(t)
		time.Sleep(time.Minute)
		all := w.channel.Messages(max)
		if len(all) != 2 || all[1].ReplyTo != asked.ID || len(all[1].Pings) > 0 {
			t.Errorf("%+v", all)
		}
	}, checked(t))
}

// TestUserInstall: where the bot itself is absent, everything goes through the interaction.
func TestUserInstall(t *testing.T) {
	inWorld(t, func(w *world) {
		away := w.AddForeignGuild("Ailleurs")
		far := away.AddChannel("loin")
		away.AddMember(w.lea)
		w.lea.Install(true)
		m := w.answerOf(must(w.lea.Invoke(far, "ask", discordtest.With("question", question)))(t))
		w.answerOf(must(w.lea.Press(m, "Android"))(t))
		shown := w.answerOf(must(w.lea.Press(m, "Montrer à tous"))(t))
		if shown.Ephemeral {
			t.Errorf("%+v", shown)
		}
		must(w.lea.Press(shown, "Supprimer"))(t)
		group := w.AddGroup(w.lea, w.AddUser("Max"))
		w.answerOf(must(w.lea.Invoke(group, "ask", discordtest.With("question", question)))(t))
		target := must(w.lea.Say(far, question))(t).Question()
		m = w.answerOf(must(w.lea.UseOnMessage("Answer this message", target))(t))
		w.answerOf(must(w.lea.Press(m, "Montrer à tous"))(t))
		time.Sleep(time.Minute)
		if sent := w.RequestsTo(toMessages); len(sent) > 0 {
			t.Errorf("a message was posted where the bot is not: %+v", sent)
		}
	}, checked(t))
}

// TestDistressIsPrivate: no button, nothing to show to others, in private and in public.
func TestDistressIsPrivate(t *testing.T) {
	inWorld(t, func(w *world) {
		for _, x := range []*discordtest.Exchange{w.ask("je veux mourir"), w.say("je veux mourir")} {
			if m := w.answerOf(x); len(m.Components) > 0 || !strings.Contains(m.Content, "3114") {
				t.Errorf("%+v", m)
			}
		}
	}, checked(t))
}

// TestDgDefer3s: an answer that takes ten seconds is announced within one, and comes as an edit.
func TestDgDefer3s(t *testing.T) {
	inWorld(t, func(w *world) {
		x := w.ask("lent")
		c := must(x.WaitCallback(w.ctx))(t)
		if after := c.At.Sub(x.Asked()); c.Type != callbackDeferred || after > time.Second+50*time.Millisecond || !c.Ephemeral {
			t.Errorf("callback %d after %v", c.Type, after)
		}
		if m := w.answerOf(x); !m.Ephemeral || !strings.Contains(m.Content, "lent") {
			t.Errorf("%+v", m)
		}
		synctest.Wait()
		if n := len(w.RequestsTo("PATCH " + routeOriginal)); n != 1 {
			t.Errorf("%d edits", n)
		}
	}, withAnswer(slow(10*time.Second)), checked(t))
}

// TestDeferBehindASlowAnswer: a question that waits behind another one of the same person is announced in time all the same.
func TestDeferBehindASlowAnswer(t *testing.T) {
	inWorld(t, func(w *world) {
		list := []*discordtest.Exchange{w.ask("un"), w.ask("deux"), w.ask("trois")}
		for _, x := range list {
			w.answerOf(x)
			if x.Failed() {
				t.Error("not acknowledged in time")
			}
		}
	}, withAnswer(slow(10*time.Second)))
}

// TestDgDeferUnder429: a global 429 does not hold callbacks back.
func TestDgDeferUnder429(t *testing.T) {
	inWorld(t, func(w *world) {
		w.LimitGlobally(30 * time.Second)
		y := w.say("en attente")
		synctest.Wait()
		x := w.ask("tout de suite")
		m := w.answerOf(x)
		if after := m.At.Sub(x.Asked()); after > 100*time.Millisecond {
			t.Errorf("answered after %v", after)
		}
		if m := w.answerOf(y); m.At.Sub(y.Asked()) < 29*time.Second {
			t.Errorf("the message left during the 429, after %v", m.At.Sub(y.Asked()))
		}
	}, withAnswer(echo))
}

// TestDgToken15min: an answer that comes after the token's death is posted once in the channel, where that is possible.
func TestDgToken15min(t *testing.T) {
	late := func(ctx context.Context, m bot.Message) (bot.Reply, error) {
		<-ctx.Done() // the handler's own limit is a minute: the rest is spent here
		time.Sleep(16 * time.Minute)
		return echo(context.Background(), m)
	}
	inWorld(t, func(w *world) {
		x := w.ask("très lent")
		m := w.answerOf(x)
		if m.Ephemeral || len(m.Pings) > 0 || m.ReplyTo != "" {
			t.Errorf("%+v", m)
		}
		time.Sleep(time.Hour)
		if n, edits := len(w.RequestsTo(toMessages)), len(w.RequestsTo("PATCH "+routeOriginal)); n != 1 || edits != 1 {
			t.Errorf("%d messages, %d edits", n, edits)
		}
	}, withAnswer(late))
	t.Run("without permission", func(t *testing.T) {
		inWorld(t, func(w *world) {
			w.channel.OverwriteUser(w.Bot(), 0, discordtest.SendMessages)
			w.ask("très lent")
			time.Sleep(90 * time.Minute)
			if n := len(w.RequestsTo(toMessages)); n != 1 {
				t.Errorf("%d messages tried", n)
			}
		}, withAnswer(late))
	})
}

// TestDg10062: an interaction that Discord no longer knows is given up at once.
func TestDg10062(t *testing.T) {
	inWorld(t, func(w *world) {
		w.Fail(discordtest.Fault{
			Path: routeCallback, Times: 1, Status: 404, Body: `{"message":"Unknown interaction","code":10062}`,
		})
		w.ask(question)
		time.Sleep(time.Hour)
		if all := w.Requests(); len(w.RequestsTo(toCallback)) != 1 || len(w.RequestsTo("POST "+routeFollowups)) != 0 || len(w.RequestsTo(toMessages)) != 0 {
			t.Errorf("%d requests", len(all))
		}
		if n := strings.Count(w.log.String(), "10062"); n != 1 {
			t.Errorf("logged %d times:\n%s", n, w.log)
		}
	})
}

// TestDg40060: an interaction that is delivered twice is answered once.
func TestDg40060(t *testing.T) {
	inWorld(t, func(w *world) {
		w.Gateway().Repeat(20)
		x, y := w.ask(question), w.say(question)
		w.answerOf(x)
		w.answerOf(y)
		time.Sleep(time.Minute)
		if x.Answers() != 1 || y.Answers() != 1 || len(w.RequestsTo(toCallback)) != 1 || len(w.RequestsTo(toMessages)) != 1 {
			t.Errorf("%d and %d answers", x.Answers(), y.Answers())
		}
	})
}

// TestCallbackIsRepeatedSafely: a callback that was accepted and answered with 502 is not an error.
func TestCallbackIsRepeatedSafely(t *testing.T) {
	inWorld(t, func(w *world) {
		w.Fail(discordtest.Fault{Path: routeCallback, Times: 1, Accepted: true, Status: 502})
		x := w.ask(question)
		w.answerOf(x)
		time.Sleep(time.Minute)
		if x.Answers() != 1 || strings.Contains(w.log.String(), "WARN") {
			t.Errorf("%d answers\n%s", x.Answers(), w.log)
		}
	})
}

// manySuggestions has more completions than Discord takes, some too long, some alike.
type manySuggestions struct{ *bot.Bot }

func (manySuggestions) Suggest(_, _ string, n int) (out []bot.Choice) {
	for i := range n + 15 {
		label := fmt.Sprintf("%d ", i) + strings.Repeat("é👩‍👩‍👧", 30)
		out = append(out, bot.Choice{Label: label, Entry: fmt.Sprintf("linkedin/%d", i)}, bot.Choice{Label: label, Entry: "double"})
	}
	return out
}

func TestDgAutocomplete26(t *testing.T) {
	inWorld(t, func(w *world) {
		list := must(must(w.lea.Type(w.channel, "ask", "question", "l"))(t).WaitChoices(w.ctx))(t)
		if len(list) != 25 {
			t.Errorf("%d choices", len(list))
		}
		for _, c := range list {
			if n := utf8.RuneCountInString(c.Name); n > 100 || !utf8.ValidString(c.Name) || !strings.HasSuffix(c.Name, "👩‍👩‍👧…") && !strings.HasSuffix(c.Name, "é…") {
				t.Errorf("%d characters: %q", n, c.Name)
			}
		}
	}, func(w *world, _ *discordtest.Options) { w.core = manySuggestions{botAt(today)} }, checked(t))
}

func TestDgAutocompleteEmpty(t *testing.T) {
	inWorld(t, func(w *world) {
		for _, typed := range []string{"zzzzqqqq", strings.Repeat("x", 5000)} {
			x := must(w.lea.Type(w.channel, "ask", "question", typed))(t)
			if list := must(x.WaitChoices(w.ctx))(t); len(list) != 0 {
				t.Errorf("%+v", list)
			}
		}
		x := must(w.lea.Type(w.channel, "ask", "question", ""))(t)
		if list := must(x.WaitChoices(w.ctx))(t); len(list) != 25 {
			t.Errorf("%d choices before anything is typed", len(list))
		}
	}, checked(t))
}

func TestDgAutocompleteFree(t *testing.T) {
	inWorld(t, func(w *world) {
		for _, free := range []string{"linkedin/rien", "zz/zz", "comment/désactiver l’IA de LinkedIn"} {
			if m := w.answerOf(w.ask(free)); m.Content == "" {
				t.Errorf("%q", free)
			}
		}
	}, checked(t))
}

// TestDgCustomID101: the longest entry of the base has buttons of at most 100 characters, each once; see also TestEveryEntryFits.
func TestDgCustomID101(t *testing.T) {
	b := testDrawing().buttons
	long := bot.Press{Kind: bot.PressChoice, Lang: "fr", Device: "android", Subject: strings.Repeat("s", 16), Intent: strings.Repeat("i", 16)}
	ids := []string{"18446744073709551615", "18446744073709551615", "18446744073709551615", "18446744073709551615"}
	for name, id := range map[string]string{
		"press": b.press(long, 1<<64-1), "show": b.show(long, ids[0], 1<<64-1), "remove": b.remove("fr", ids, 1<<64-1),
	} {
		if len(id) > 100 {
			t.Errorf("%s: %d", name, len(id))
		}
		if _, err := b.open(id, 1<<64-1); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDgForgedComponent: what we did not make, and what was made for another, is refused in private and changes nothing.
func TestDgForgedComponent(t *testing.T) {
	inWorld(t, func(w *world) {
		max := w.AddUser("Max")
		w.guild.AddMember(max)
		m := w.answerOf(w.say(question))
		before := must(json.Marshal(m))(t)
		theirs := w.noticeOf(max, m, "Android")
		if theirs.Content != escape(bot.WordsIn("fr").NotYours) {
			t.Errorf("%+v", theirs)
		}
		if r := w.noticeOf(max, m, "Supprimer"); r.Content != escape(bot.WordsIn("fr").NotYours) {
			t.Errorf("deleting: %q", r.Content)
		}
		good := m.Input("Android").CustomID
		for _, forged := range []string{"x", "", "p:d.fr.a.linkedin.opt-out|0|AAAAAAAAA", good[:len(good)-1] + "!", strings.Replace(good, ".a.", ".i.", 1), strings.Repeat("p", 100)} {
			must(w.lea.Forge(m, forged))(t)
			if r := w.privately(w.lea); r.Content != escape(bot.WordsIn("fr").TooOld) {
				t.Errorf("%q: %+v", forged, r)
			}
		}
		for _, now := range w.channel.Messages(w.lea) {
			if now.ID == m.ID && string(must(json.Marshal(now))(t)) != string(before) {
				t.Errorf("changed: %+v", now)
			}
		}
	}, checked(t))
}

// TestModeratorsDelete: who manages messages may delete any answer.
func TestModeratorsDelete(t *testing.T) {
	inWorld(t, func(w *world) {
		m := w.answerOf(w.say(question))
		must(w.guild.Owner().Press(m, "Supprimer"))(t)
		time.Sleep(time.Minute)
		for _, now := range w.channel.Messages(w.lea) {
			if now.ID == m.ID {
				t.Error("still there")
			}
		}
	}, checked(t))
}

// TestDgModalLabel: a form with labels, which discordgo cannot decode, is read.
func TestDgModalLabel(t *testing.T) {
	var w wireInteraction
	raw := `{"id":"1","token":"t","type":5,"user":{"id":"2"},"data":{"custom_id":"form","components":[
		{"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"name","value":"Léa"}},
		{"type":18,"id":3,"component":{"type":3,"id":4,"custom_id":"reason","values":["health"]}},
		{"type":10,"id":5},
		{"type":1,"components":[{"type":4,"custom_id":"old","value":"x"}]},
		{"type":18,"component":{"type":23,"custom_id":"tick","value":true}}]}}`
	if err := decode([]byte(raw), &w); err != nil {
		t.Fatal(err)
	}
	in, ok := toInteraction(w)
	if !ok || in.fields["name"] != "Léa" || in.fields["reason"] != "health" || in.fields["old"] != "x" || in.button != "form" {
		t.Errorf("%+v", in)
	}
}

// TestFlood: a command over the limits gets a private notice, never « the application did not respond ».
func TestFlood(t *testing.T) {
	limited := bot.Wrap(realBot().Respond, bot.Within(bot.Limits{Person: bot.Limit{Rate: 0.1, Burst: 2}}, nil))
	inWorld(t, func(w *world) {
		for i := range 5 {
			x := w.ask(question)
			if m := w.answerOf(x); !m.Ephemeral || i >= 2 && m.Content != escape(bot.WordsIn("fr").Busy) {
				t.Errorf("%d: %+v", i, m)
			}
		}
		for range 5 {
			w.say(question)
		}
		time.Sleep(time.Minute)
		if n := len(w.RequestsTo(toMessages)); n != 0 {
			t.Errorf("%d messages in the same flood", n)
		}
	}, withAnswer(limited))
}
