package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/discordtest"
)

// hostile answers with everything that could ping or break.
func hostile(context.Context, bot.Message) (bot.Reply, error) {
	return bot.Reply{Kind: bot.Smalltalk, Lang: "fr", Text: "@everyone @here <@1> <@!2> <@&3> <#4> </ask:5> <t:1:R> <a:b:6> https://example.org/a_b [x](https://example.org) `code` ||x||\n\n# titre\n\n> cité"}, nil
}

// TestDgEveryone and TestFailure10NobodyIsPinged: whatever the text, on every way out, nobody is pinged; Problems checks every body.
func TestDgEveryone(t *testing.T) {
	inWorld(t, func(w *world) {
		m := w.answerOf(w.say("x"))
		if len(m.Pings) > 0 || m.Everyone || len(m.PingsRoles) > 0 {
			t.Errorf("%+v", m)
		}
		for _, f := range marks(m.Content) {
			t.Error(f)
		}
		w.answerOf(w.ask("x"))
		must(w.lea.Invoke(w.channel, "privacy"))(t)
		must(w.lea.Forge(m, "faux"))(t)
		time.Sleep(time.Minute)
		bodies := 0
		for _, r := range w.Requests() {
			if r.Method == http.MethodGet || r.Template == "/applications/{application_id}/commands" {
				continue
			}
			bodies++
			if !strings.Contains(string(r.Body), `"allowed_mentions":{"parse":[],"replied_user":false}`) {
				t.Errorf("%s %s: %s", r.Method, r.Template, r.Body)
			}
		}
		if bodies != 4 {
			t.Errorf("%d bodies", bodies)
		}
	}, withAnswer(hostile), checked(t))
}

// TestFailure10NobodyIsPinged: names and questions that are repeated in an answer.
func TestFailure10NobodyIsPinged(t *testing.T) {
	inWorld(t, func(w *world) {
		eve := w.AddUser("@everyone **<@1>** `x`\u202e [a](https://example.org)")
		w.guild.AddMember(eve)
		m := w.answerOf(must(eve.Invoke(w.channel, "ask", discordtest.With("question", question)))(t))
		shown := w.answerOf(must(eve.Press(m, "Montrer à tous"))(t))
		if shown.Everyone || len(shown.Pings) > 0 || strings.Contains(shown.Content, "\u202e") {
			t.Errorf("%q", shown.Content)
		}
		for _, f := range marks(strings.SplitN(shown.Content, "\n", 2)[0]) {
			t.Error(f)
		}
	})
}

// TestDg2000Fence: an answer of 5,000 characters with a block of code comes in parts of at most 2,000; its fence is text, and so needs
// no balance.
func TestDg2000Fence(t *testing.T) {
	long := "```go\n" + strings.Repeat("fmt.Println(\"é\") // 👩‍👩‍👧\n", 180) + "```"
	inWorld(t, func(w *world) {
		x := w.say("x")
		parts := must(x.WaitCount(w.ctx, 3))(t)
		time.Sleep(time.Minute)
		for i, m := range x.Messages() {
			if n := count(m.Content); n > 2000 || strings.Contains(strings.ReplaceAll(m.Content, "\\`", ""), "`") {
				t.Errorf("part %d: %d characters: %q", i, n, m.Content)
			}
			if (m.ReplyTo != "") != (i == 0) || (len(m.Components) > 0) != (i == x.Answers()-1) {
				t.Errorf("part %d replies to %q and has %d rows", i, m.ReplyTo, len(m.Components))
			}
		}
		must(w.lea.Press(parts[len(parts)-1], "Supprimer"))(t)
		time.Sleep(time.Minute)
		if n := x.Answers(); n != 0 {
			t.Errorf("%d parts are left", n)
		}
	}, withAnswer(func(context.Context, bot.Message) (bot.Reply, error) {
		return bot.Reply{Kind: bot.Smalltalk, Lang: "fr", Text: long}, nil
	}), checked(t))
}

// TestLongPrivateAnswer: in a direct message, a command's answer in several parts is deleted as one, deferred or not.
func TestLongPrivateAnswer(t *testing.T) {
	for name, wait := range map[string]time.Duration{"at once": 0, "deferred": 5 * time.Second} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				x := must(w.lea.Invoke(w.lea.DM(), "ask", discordtest.With("question", "x")))(t)
				parts := must(x.WaitCount(w.ctx, 3))(t)
				last := parts[len(parts)-1]
				if parts[0].Ephemeral || len(parts[0].Components) > 0 || last.Input("Supprimer") == nil {
					t.Errorf("%+v", parts)
				}
				must(w.lea.Press(last, "Supprimer"))(t)
				time.Sleep(time.Minute)
				if n := x.Answers(); n != 0 {
					t.Errorf("%d parts are left", n)
				}
			}, withAnswer(func(context.Context, bot.Message) (bot.Reply, error) {
				time.Sleep(wait)
				return bot.Reply{Kind: bot.Smalltalk, Lang: "fr", Text: strings.Repeat("mot ", 1400)}, nil
			}), checked(t))
		})
	}
}

// TestDgDeletedSource: the question is gone before the answer; it is posted all the same.
func TestDgDeletedSource(t *testing.T) {
	inWorld(t, func(w *world) {
		x := w.say("adieu")
		if err := w.lea.Delete(x.Question()); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		all := w.channel.Messages(w.lea)
		if len(all) != 1 || all[0].ReplyTo != "" {
			t.Errorf("%+v", all)
		}
	}, withAnswer(slow(5*time.Second)))
	t.Run("10008", func(t *testing.T) {
		inWorld(t, func(w *world) {
			w.Fail(discordtest.Fault{Path: routeMessages, Times: 1, Status: 404, Body: `{"message":"Unknown Message","code":10008}`})
			w.say("x")
			time.Sleep(time.Minute)
			if all := w.channel.Messages(w.Bot()); len(all) != 2 || all[1].ReplyTo != "" {
				t.Errorf("%+v", all)
			}
		}, withAnswer(echo))
	})
}

// TestDgMissingPerms: where the bot may not write it does not insist; the asker gets the answer by direct message, once an hour.
func TestDgMissingPerms(t *testing.T) {
	for name, denied := range map[string]discordtest.Permission{
		"50013": discordtest.SendMessages, "160002": discordtest.ReadMessageHistory,
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.channel.OverwriteUser(w.Bot(), 0, denied)
				for range 3 {
					w.say(question)
				}
				time.Sleep(time.Minute)
				got := w.lea.DM().Messages(w.lea)
				if len(got) != 1 || !strings.HasPrefix(got[0].Content, "-# "+bot.WordsIn("fr").CannotDM) || !strings.Contains(got[0].Content, "LinkedIn") {
					t.Errorf("%+v", got)
				}
				want := map[string]int{"50013": 7, "160002": 4}[name] // 50013 may be about the embed: each is tried once without
				if n := len(w.RequestsTo(toMessages)); n != want {
					t.Errorf("%d messages tried", n)
				}
				time.Sleep(time.Hour)
				w.say(question)
				time.Sleep(time.Minute)
				if got := w.lea.DM().Messages(w.lea); len(got) != 2 {
					t.Errorf("%d direct messages", len(got))
				}
			})
		})
	}
	t.Run("refused", func(t *testing.T) {
		inWorld(t, func(w *world) {
			w.lea.RefuseDMs(true)
			w.channel.OverwriteUser(w.Bot(), 0, discordtest.SendMessages)
			x := w.say(question)
			time.Sleep(time.Minute)
			if x.Answers() != 0 || !strings.Contains(w.log.String(), "50007") {
				t.Errorf("%d answers\n%s", x.Answers(), w.log)
			}
		})
	})
}

// TestNoEmbedLinks: where embeds are refused the same answer comes as text, and the refusal is remembered.
func TestNoEmbedLinks(t *testing.T) {
	inWorld(t, func(w *world) {
		w.channel.OverwriteUser(w.Bot(), 0, discordtest.EmbedLinks)
		for range 2 {
			x := w.say(question)
			all := must(x.WaitCount(w.ctx, 2))(t)
			if len(all[0].Embeds) > 0 || len(w.lea.DM().Messages(w.lea)) > 0 {
				t.Errorf("%+v", all)
			}
		}
		time.Sleep(time.Minute)
		if n := len(w.RequestsTo(toMessages)); n != 5 {
			t.Errorf("%d messages sent", n)
		}
	}, checked(t))
}

// TestDgThreadArchived: an archived thread is opened where that is allowed; where it is not, the answer comes by direct message.
func TestDgThreadArchived(t *testing.T) {
	for name, locked := range map[string]bool{"archived": false, "locked": true} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				thread := w.lea.StartThread(w.channel, "IA")
				x := must(w.lea.Say(thread, w.Bot().Mention()+" x"))(t)
				thread.Archive(true, locked)
				w.Fail(discordtest.Fault{Path: routeMessages, Times: 1, Status: 400, Body: `{"message":"Thread is archived","code":50083}`})
				time.Sleep(time.Minute)
				dms := len(w.lea.DM().Messages(w.lea))
				if want := map[bool]int{false: 1, true: 0}[locked]; x.Answers() != want || dms != 1-want {
					t.Errorf("%d answers in the thread, %d direct messages", x.Answers(), dms)
				}
			}, withAnswer(slow(5*time.Second)))
		})
	}
}

// TestDgNonce: a message that was accepted and answered with 502 is posted once.
func TestDgNonce(t *testing.T) {
	for name, fault := range map[string]discordtest.Fault{
		"502": {Path: routeMessages, Times: 2, Accepted: true, Status: 502}, "cut": {Path: routeMessages, Times: 2, Accepted: true, Cut: true},
		"slow": {Path: routeMessages, Times: 1, Accepted: true, Delay: 30 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				w.Fail(fault)
				x := w.say("une fois")
				time.Sleep(2 * time.Minute)
				if x.Answers() != 1 {
					t.Errorf("%d answers", x.Answers())
				}
				sent := w.RequestsTo(toMessages)
				var first, last struct{ Nonce string }
				_ = json.Unmarshal(sent[0].Body, &first)
				_ = json.Unmarshal(sent[len(sent)-1].Body, &last)
				if len(sent) < 2 && name != "slow" || first.Nonce == "" || len(first.Nonce) > 25 || first.Nonce != last.Nonce {
					t.Errorf("%d requests, %q and %q", len(sent), first.Nonce, last.Nonce)
				}
			}, withAnswer(echo))
		})
	}
}

// TestDg429Bucket: a channel that is full delays its own answers; another one moves, and no 429 is met.
func TestDg429Bucket(t *testing.T) {
	inWorld(t, func(w *world) {
		for i := range 30 {
			w.say(fmt.Sprint("flot ", i))
		}
		synctest.Wait()
		other := w.guild.AddChannel("calme")
		x := must(w.lea.Say(other, w.Bot().Mention()+" vite"))(t)
		if m := w.answerOf(x); m.At.Sub(x.Asked()) > 100*time.Millisecond {
			t.Errorf("the other channel waited %v", m.At.Sub(x.Asked()))
		}
		time.Sleep(time.Minute)
		if n := len(w.channel.Messages(w.lea)); n != 60 || w.RateLimited() != 0 {
			t.Errorf("%d messages, %d answers 429", n, w.RateLimited())
		}
	}, withAnswer(echo))
}

// TestDg429HTML: a block in front of Discord opens the circuit, and Ready says so.
func TestDg429HTML(t *testing.T) {
	inWorld(t, func(w *world) {
		w.BlockAtEdge(10 * time.Minute)
		w.say("bloqué")
		time.Sleep(time.Minute)
		if err := w.adapter.Ready(); err == nil || !strings.Contains(err.Error(), "blocked") {
			t.Errorf("Ready: %v", err)
		}
		sent := len(w.Requests())
		w.say("encore")
		time.Sleep(time.Minute)
		if n := len(w.Requests()); n != sent || sent > 10 {
			t.Errorf("%d requests while blocked", n)
		}
		time.Sleep(10 * time.Minute)
		if err := w.adapter.Ready(); err != nil {
			t.Errorf("afterwards: %v", err)
		}
		w.answerOf(w.say("libre"))
	}, withAnswer(echo))
}

// TestFailure15PlainText: a form that Discord refuses is sent again as plain text.
func TestFailure15PlainText(t *testing.T) {
	inWorld(t, func(w *world) {
		refuse := func(path string, times int) {
			w.Fail(discordtest.Fault{Path: path, Times: times, Status: 400, Body: `{"message":"Invalid Form Body","code":50035}`})
		}
		refuse(routeMessages, 2)
		if m := w.answerOf(w.say(question)); len(m.Components) > 0 || !strings.Contains(m.Content, "LinkedIn") {
			t.Errorf("%+v", m)
		}
		refuse(routeCallback, 1)
		if m := w.answerOf(w.ask(question)); len(m.Components) > 0 || !strings.Contains(m.Content, "LinkedIn") {
			t.Errorf("%+v", m)
		}
	})
}

// TestCommandsAreWrittenOnce: they are written when they differ from what Discord has, and only then.
func TestCommandsAreWrittenOnce(t *testing.T) {
	const put = "PUT /applications/{application_id}/commands"
	inWorld(t, func(w *world) {
		if n := len(w.RequestsTo(put)); n != 1 {
			t.Fatalf("%d writes at the first start", n)
		}
		if err := w.halt(); err != nil {
			t.Error(err)
		}
		time.Sleep(time.Minute)
		w.opts.Metrics = nil
		w.start()
		w.connected()
		if n := len(w.RequestsTo(put)); n != 1 {
			t.Errorf("%d writes after the second start", n)
		}
	}, checked(t))
}

// TestCommandsRefused: a server that refuses commands gets a bot that answers mentions.
func TestCommandsRefused(t *testing.T) {
	inQuietWorld(t, func(w *world) {
		w.Fail(discordtest.Fault{Method: "PUT", Path: routeCommands, Status: 400, Body: `{"message":"Invalid Form Body","code":50035}`})
		w.start()
		w.connected()
		w.answerOf(w.say(question))
		if !strings.Contains(w.log.String(), "could not be registered") {
			t.Error(w.log)
		}
	})
}

// TestStrangersServer: an independent server without the routes of followups and edits; the answer comes as an ordinary message.
func TestStrangersServer(t *testing.T) {
	inWorld(t, func(w *world) {
		w.Fail(discordtest.Fault{Path: routeOriginal, Status: 404, Body: "404 page not found"})
		w.Fail(discordtest.Fault{Path: routeFollowups, Status: 404, Body: "404 page not found"})
		x := w.ask("lent")
		w.answerOf(x)
		time.Sleep(time.Minute)
		if n := len(w.RequestsTo(toMessages)); n != 1 {
			t.Errorf("%d messages", n)
		}
	}, withAnswer(slow(10*time.Second)))
}

// TestCallbackNeverAnswered: a server that takes a callback and never answers holds nothing up.
func TestCallbackNeverAnswered(t *testing.T) {
	inWorld(t, func(w *world) {
		w.Fail(discordtest.Fault{Path: routeCallback, Times: 4, Delay: time.Hour, Status: 500})
		w.ask("un")
		time.Sleep(10 * time.Second)
		w.ClearFaults()
		x := w.ask("deux")
		if m := w.answerOf(x); m.At.Sub(x.Asked()) > time.Second {
			t.Errorf("waited %v", m.At.Sub(x.Asked()))
		}
	}, withAnswer(echo))
}
