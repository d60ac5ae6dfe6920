package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"nonmerci/knowledge/understand"
)

const linkedinOptOut = "Comment désactiver l’IA de LinkedIn ?"

func TestFollowUpsSwapOneSlot(t *testing.T) {
	b, clock := sharedBot(t)
	for _, turn := range []struct{ say, subject, intent, device string }{
		{linkedinOptOut, "linkedin", "opt-out", ""},
		{"et pour Instagram ?", "instagram", "opt-out", ""},
		{"et sur Android ?", "instagram", "opt-out", "android"},
		{"et pour Facebook ?", "facebook", "opt-out", "android"},
		{"depuis quand ?", "facebook", "since", "android"},
	} {
		r := say(t, b, turn.say)
		if r.Kind != Answer || r.Subject != turn.subject || r.Intent != turn.intent || r.Device != turn.device {
			t.Fatalf("%q: %s %s/%s on %q, want %+v", turn.say, r.Kind, r.Subject, r.Intent, r.Device, turn)
		}
		echo := r.Card.Echo
		if !strings.Contains(echo, b.alone().name(turn.subject, "fr")) || !strings.Contains(echo, french.intents[turn.intent]) ||
			turn.device != "" && !strings.Contains(echo, french.device[turn.device]) {
			t.Errorf("%q: the echo is %q", turn.say, echo)
		}
		clock.pass(9 * time.Minute) // each turn begins the ten minutes anew
	}
}

func TestFollowUpsAreForgottenAfterTenMinutes(t *testing.T) {
	for _, c := range []struct {
		after time.Duration
		known bool
	}{{rememberFor - time.Second, true}, {rememberFor, false}} {
		b, clock := sharedBot(t)
		say(t, b, linkedinOptOut)
		clock.pass(c.after)
		r := say(t, b, "et pour Instagram ?")
		if known := r.Kind == Answer && r.Entry == "instagram/opt-out"; known != c.known {
			t.Errorf("after %v: %s %s", c.after, r.Kind, r.Entry)
		}
		if b.memory.recent.Len() != len(b.memory.byKey) {
			t.Errorf("%d in the list, %d by key", b.memory.recent.Len(), len(b.memory.byKey))
		}
	}
}

func TestConversationsAreApart(t *testing.T) {
	b, _ := sharedBot(t)
	say(t, b, linkedinOptOut)
	for _, other := range []Message{{Chat: "c", From: "v"}, {Chat: "d", From: "u"}} {
		other.Text = "depuis quand ?"
		r, err := b.Respond(t.Context(), other)
		if err != nil || r.Subject == "linkedin" {
			t.Errorf("%s/%s hears about %q of somebody else (%v)", other.Chat, other.From, r.Subject, err)
		}
	}
}

func TestForgetDropsAConversation(t *testing.T) {
	b, _ := sharedBot(t)
	say(t, b, linkedinOptOut)
	b.Forget("c", "u")
	b.Forget("nobody", "ever")
	if r := say(t, b, "depuis quand ?"); r.Subject == "linkedin" || len(b.memory.byKey) != 1 {
		t.Errorf("remembered: %s %s, %d conversations", r.Kind, r.Subject, len(b.memory.byKey))
	}
}

func TestAChoiceCompletesAPendingQuestion(t *testing.T) {
	for _, pick := range []string{"2", " 2. ", "#2", "Gmail", "gmail"} {
		t.Run(pick, func(t *testing.T) {
			b, _ := sharedBot(t)
			r := say(t, b, "Comment refuser l’IA de Google sur Android ?")
			if r.Kind != Clarify || len(r.Choices) < 2 || r.Choices[1].Subject != "gmail" {
				t.Fatalf("%s, choices %+v", r.Kind, r.Choices)
			}
			r = say(t, b, pick)
			if r.Kind != Answer || r.Entry != "gmail/opt-out" || r.Device != "android" || r.Lang != "fr" {
				t.Errorf("%s %s on %q in %s", r.Kind, r.Entry, r.Device, r.Lang)
			}
			if r = say(t, b, "depuis quand ?"); r.Subject != "gmail" || r.Intent != "since" {
				t.Errorf("then: %s %s/%s", r.Kind, r.Subject, r.Intent)
			}
		})
	}
}

func TestAChoiceMayLeaveAQuestionOpen(t *testing.T) {
	b, _ := sharedBot(t)
	r := b.Choose(Choice{Subject: "linkedin"}, "en")
	if r.Kind != Clarify || len(r.Choices) != maxChoices || !strings.Contains(r.Text, "LinkedIn") {
		t.Fatalf("%s %v", r.Kind, r.Choices)
	}
	for _, c := range r.Choices {
		if c.Entry == "" || b.Choose(c, "en").Kind != Answer {
			t.Errorf("%+v leads nowhere", c)
		}
	}
	if r = b.Choose(Choice{Subject: generalSubject, Intent: "complaint"}, ""); r.Entry != "rights/complaint" || r.Lang != "fr" {
		t.Errorf("a general question: %s in %s", r.Entry, r.Lang)
	}
}

func TestANumberWithNothingOfferedIsNoChoice(t *testing.T) {
	b, _ := sharedBot(t)
	if r := say(t, b, "2"); r.Kind == Answer {
		t.Errorf("2 gives %s", r.Entry)
	}
	for _, s := range []string{"0", "5", "-1", "99999999999999999999", "", "."} {
		if c, ok := chosen(s, []Choice{{Label: "A"}, {Label: "B"}}); ok {
			t.Errorf("%q picks %v", s, c)
		}
	}
}

// TestRelatedQuestionsCanBePicked: the questions offered beside an answer are choices too.
func TestRelatedQuestionsCanBePicked(t *testing.T) {
	b, _ := sharedBot(t)
	r := say(t, b, linkedinOptOut)
	if len(r.Choices) == 0 || len(r.Choices) > maxRelated {
		t.Fatalf("related: %v", r.Choices)
	}
	if next := say(t, b, "1"); next.Entry != r.Choices[0].Entry {
		t.Errorf("1 gives %s, want %s", next.Entry, r.Choices[0].Entry)
	}
}

// TestEveryQuestionBackOffersFourAndSomethingElse, in every language.
func TestEveryQuestionBackOffersFourAndSomethingElse(t *testing.T) {
	b, _ := sharedBot(t)
	for _, v := range []Verdict{
		fill(Verdict{}, nil, b), fill(Verdict{Intent: "data"}, nil, b), fill(Verdict{Subject: "google", Intent: "opt-out"}, nil, b),
		fill(Verdict{Subject: "microsoft"}, nil, b), fill(Verdict{Subject: "linkedin"}, nil, b), fill(Verdict{Subject: "elsewhere"}, nil, b),
	} {
		for _, lang := range understand.Languages {
			r := b.alone().render(v, lang)
			ph := speak(lang)
			last := r.Text[strings.LastIndexByte(r.Text, '\n')+1:]
			if r.Kind != Clarify || len(r.Choices) == 0 || len(r.Choices) > maxChoices || last != fmt.Sprintf("%d. %s", len(r.Choices)+1, ph.other) {
				t.Errorf("%s %s: %s, %d choices, ends %q", v.Reason, lang, r.Kind, len(r.Choices), last)
			}
			if len(r.Sources) > 0 || strings.ContainsAny(r.Text, "{}") {
				t.Errorf("%s %s: sources, or a blank not filled in:\n%s", v.Reason, lang, r.Text)
			}
		}
	}
}

func TestUnknownCarriesNoSource(t *testing.T) {
	b, _ := sharedBot(t)
	for _, q := range []string{"Quelle est la recette de la tarte aux pommes ?", "Comment changer ma photo de profil LinkedIn ?", "🤷", "   ", ""} {
		r := say(t, b, q)
		if r.Kind != Unknown || r.Entry != "" || r.Intent != "" || len(r.Sources) > 0 || r.Verified != "" || r.Card != nil || (len(r.Choices) > 0) != strings.Contains(q, "LinkedIn") {
			t.Errorf("%q: %+v", q, r)
		}
	}
	for _, lang := range understand.Languages {
		for _, reason := range []Reason{ReasonNotOurs, ReasonEmpty, ReasonUnlisted} {
			v := Verdict{Kind: Unknown, Reason: reason, Reading: reads{unlisted: "exemplia"}.reading()}
			r := b.alone().render(v, lang)
			if r.Text == "" || strings.ContainsAny(r.Text, "{}") || reason == ReasonUnlisted && !strings.Contains(r.Text, "Exemplia") {
				t.Errorf("%s %s: %q", lang, reason, r.Text)
			}
		}
	}
}

// TestUnknownLeavesTheConversationWhereItWas: a question that is not ours does not end it.
func TestUnknownLeavesTheConversationWhereItWas(t *testing.T) {
	b, _ := sharedBot(t)
	say(t, b, linkedinOptOut)
	say(t, b, "Quelle est la recette de la tarte aux pommes ?")
	if r := say(t, b, "depuis quand ?"); r.Subject != "linkedin" || r.Intent != "since" {
		t.Errorf("%s %s/%s", r.Kind, r.Subject, r.Intent)
	}
}

func TestSmalltalk(t *testing.T) {
	b, _ := sharedBot(t)
	for q, want := range map[string]string{
		"merci beaucoup": french.thanks, "bonjour": french.greet, "au revoir": french.bye, "qui es-tu ?": french.who, "aide": french.help,
	} {
		r := say(t, b, q)
		if r.Kind != Smalltalk || !strings.HasPrefix(r.Text, want) || len(r.Choices) > 0 || len(r.Sources) > 0 {
			t.Errorf("%q: %s %q", q, r.Kind, r.Text)
		}
	}
	for _, lang := range understand.Languages {
		for _, sort := range []string{"greeting", "thanks", "who", "help", "bye", "ok", "how-are-you", "other"} {
			r := b.alone().render(Verdict{Kind: Smalltalk, Reason: ReasonHello, Class: "hello/" + sort}, lang)
			if r.Text == "" || strings.ContainsAny(r.Text, "{}") || r.distress {
				t.Errorf("%s %s: %q", lang, sort, r.Text)
			}
		}
	}
}

func TestALongQuestionIsSaidToBeCut(t *testing.T) {
	b, _ := sharedBot(t)
	for _, c := range []struct {
		name, question string
		cut            bool
	}{
		{"short", linkedinOptOut, false},
		{"spaces around", strings.Repeat(" ", 3000) + linkedinOptOut + strings.Repeat("\n", 3000), false},
		{"just fits", strings.Repeat("é", maxQuestion), false},
		{"one word too long", strings.Repeat("a", maxQuestion+1), true},
		{"one sentence too many", strings.Repeat(linkedinOptOut+" ", 60), true},
		{"very long", strings.Repeat("bla ", 500_000), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if r := b.Ask(c.question, nil, "fr", false); strings.HasPrefix(r.Text, french.cut) != c.cut {
				t.Errorf("cut is said: %v\n%.200s", !c.cut, r.Text)
			}
		})
	}
}

func TestAMessageAfterTheEndIsAnError(t *testing.T) {
	b, _ := sharedBot(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.Respond(ctx, Message{Text: linkedinOptOut}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if len(b.memory.byKey) != 0 {
		t.Error("something is remembered of it")
	}
}

func TestTheHintOfAPlatformDecidesForAShortText(t *testing.T) {
	b, _ := sharedBot(t)
	for lang, ph := range languages {
		r, err := b.Respond(t.Context(), Message{Chat: ChatID(lang), Text: "LinkedIn", Lang: lang})
		if err != nil || r.Lang != lang || !strings.Contains(r.Text, ph.other) {
			t.Errorf("%s: a reply in %s (%v):\n%s", lang, r.Lang, err, r.Text)
		}
	}
}

// TestMemoryIsBounded without keeping 20,000 people waiting: it is asked directly.
func TestMemoryIsBounded(t *testing.T) {
	var m memory
	key := func(i int) conversationKey { return conversationKey{ChatID(fmt.Sprint(i)), "u"} }
	for i := range maxConversations + 100 {
		m.keep(conversation{key: key(i), context: understand.Context{Subject: "linkedin"}}, today)
	}
	if len(m.byKey) != maxConversations || m.recent.Len() != maxConversations {
		t.Errorf("%d conversations, %d in the list; want %d", len(m.byKey), m.recent.Len(), maxConversations)
	}
	if c := m.recall(key(99), today); c.context.Subject != "" {
		t.Error("the oldest is still there")
	}
	if c := m.recall(key(100), today); c.context.Subject != "linkedin" {
		t.Error("the oldest of those kept is gone")
	}
	if m.recall(key(0), today.Add(rememberFor)); len(m.byKey) != 0 {
		t.Errorf("%d conversations ten minutes later", len(m.byKey))
	}
}

// TestManyTalkAtOnce is for the race detector; what each hears must be the same as alone.
func TestManyTalkAtOnce(t *testing.T) {
	b, clock := sharedBot(t)
	turns := []string{linkedinOptOut, "et pour Instagram ?", "merci", "Comment refuser l’IA de Google ?", "1", "how do I turn off Facebook AI?"}
	alone := make([]string, len(turns))
	for i, q := range turns {
		alone[i] = say(t, b, q).Text
	}
	var wg sync.WaitGroup
	for who := range 16 {
		wg.Go(func() {
			for i, q := range turns {
				r, err := b.Respond(t.Context(), Message{Chat: ChatID(fmt.Sprint(who / 2)), From: UserID(fmt.Sprint(who % 2)), Text: q, Explain: i%2 == 0})
				if err != nil || r.Text != alone[i] {
					t.Errorf("%d, %q: %v, another reply than alone", who, q, err)
				}
			}
			clock.pass(time.Second)
			b.Forget(ChatID(fmt.Sprint(who/2)), UserID(fmt.Sprint(who%2)))
		})
	}
	wg.Wait()
}

func BenchmarkAsk(b *testing.B) {
	bot, _ := sharedBot(b)
	b.ReportAllocs()
	for b.Loop() {
		bot.Ask(linkedinOptOut, nil, "", false)
	}
}
