package bot

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"nonmerci/knowledge"
)

const asked1 = "comment refuser l’IA de LinkedIn ? écrivez à jean.dupont@example.org"

// TestWhereAnswersAreRewritten, and whether the question is given away: both the community and the person have a say.
func TestWhereAnswersAreRewritten(t *testing.T) {
	w := faithful()
	k := newKit(t, shared(t), Options{Rewriter: w})
	id := k.join(here)
	k.save(id, "local/wifi", ownEntry("local/wifi", "Le wifi du lycée", "Demandez au CDI.", "wifi du lycée"))
	k.join(elsewhere)
	unknown := knowledge.Place{Platform: "discord", Chat: "3"}
	for _, c := range []struct {
		name     string
		place    knowledge.Place
		settings knowledge.Settings
		choice   ModelChoice
		rewrites bool
		question bool
	}{
		{"in private", knowledge.Place{}, knowledge.Settings{}, ModelChoice{}, true, false},
		{"in private, the question too", knowledge.Place{}, knowledge.Settings{}, ModelChoice{Question: true}, true, true},
		{"in private, refused", knowledge.Place{}, knowledge.Settings{}, ModelChoice{Question: true, Original: true}, false, false},
		{"where no community meets", unknown, knowledge.Settings{}, ModelChoice{Question: true}, false, false},
		{"in a community that chose nothing", elsewhere, knowledge.Settings{}, ModelChoice{Question: true}, false, false},
		{"off", here, knowledge.Settings{AskModel: true}, ModelChoice{Question: true}, false, false},
		{"on", here, knowledge.Settings{Rephrase: true}, ModelChoice{}, true, false},
		{"on, the person allows", here, knowledge.Settings{Rephrase: true}, ModelChoice{Question: true}, true, false},
		{"on, the community allows", here, knowledge.Settings{Rephrase: true, AskModel: true}, ModelChoice{}, true, false},
		{"on, both allow", here, knowledge.Settings{Rephrase: true, AskModel: true}, ModelChoice{Question: true}, true, true},
		{"on, refused", here, knowledge.Settings{Rephrase: true, AskModel: true}, ModelChoice{Original: true}, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			k.ok(k.store.Configure(t.Context(), id, c.settings, chloe, today))
			k.ok(k.live.Refresh(t.Context()))
			k.bot.SetModelChoice("u", c.choice)
			m, before := Message{Chat: "c", From: "u", Text: asked1, Place: c.place}, w.times()
			r, err := k.bot.Respond(t.Context(), m)
			k.ok(err)
			got, ok := k.bot.Rewrite(t.Context(), m, r)
			if ok != c.rewrites || got.Rephrased != ok || w.times()-before != map[bool]int{true: 1}[ok] {
				t.Fatalf("rewritten %v, asked %d times", ok, w.times()-before)
			}
			if !ok {
				return
			}
			last, payer := w.last(), knowledge.SharedBase
			if c.place == here {
				payer = id
			}
			if (last.Question != "") != c.question || strings.Contains(last.Question, "jean") || last.Payer != payer || last.Community != knowledge.SharedBase {
				t.Errorf("asked %+v", last)
			}
			if c.question && !strings.Contains(last.Question, "LinkedIn") {
				t.Errorf("the question is %q", last.Question)
			}
		})
	}
}

// TestWordsOfACommunityAreRewrittenAsIts: an own entry, one that stands in the place of a shared one, and the note above it.
func TestWordsOfACommunityAreRewrittenAsIts(t *testing.T) {
	w := faithful()
	k := newKit(t, shared(t), Options{Rewriter: w})
	id := k.join(here)
	k.save(id, "local/wifi", ownEntry("local/wifi", "Le wifi du lycée", "Demandez au CDI.", "wifi du lycée"))
	over := *shared(t).Entries["linkedin/opt-out"]
	over.Text = map[string]knowledge.Text{"fr": {Title: "Refuser", Short: "Chez nous, demandez au délégué."}}
	k.save(id, "linkedin/opt-out", knowledge.Content{Entry: &over, Note: map[string]string{"fr": "Voir aussi **l’affiche**."}})
	k.ok(k.store.Configure(t.Context(), id, knowledge.Settings{Rephrase: true}, chloe, today))
	k.ok(k.live.Refresh(t.Context()))
	for _, c := range []struct{ q, lang, entry string }{
		{"wifi du lycée", "fr", "local/wifi"}, {"comment refuser l’IA de LinkedIn ?", "fr", "linkedin/opt-out"}, {"wie schalte ich die KI von LinkedIn aus?", "de", "linkedin/opt-out"},
	} {
		m := Message{Chat: ChatID(c.q), From: "u", Text: c.q, Place: here}
		r, err := k.bot.Respond(t.Context(), m)
		k.ok(err)
		got, ok := k.bot.Rewrite(t.Context(), m, r)
		if !ok || got.Entry != c.entry || w.last().Community != id || w.last().Payer != id || w.last().To != c.lang {
			t.Fatalf("%q: %v, %s, asked %+v", c.q, ok, got.Entry, w.last())
		}
		if strings.Contains(got.Text, WordsIn(c.lang).CommunityOtherLang) || got.Card.Note != r.Card.Note || !strings.Contains(got.Text, c.lang+": ") {
			t.Errorf("%q: %s", c.q, got.Text)
		}
		switch c.lang {
		case "de":
			if !strings.Contains(got.Text, "Von dieser Community angepasst am 23. November 2026") || !strings.Contains(got.Text, "Von einem Modell übersetzt") {
				t.Errorf("%q: %s", c.q, got.Text)
			}
		default:
			if !strings.Contains(got.Text, wordsFrench.Rephrased[:20]) {
				t.Errorf("%q: %s", c.q, got.Text)
			}
		}
		if a := action(t, got, GroupAbout, PressOriginal); len(a.Press.String()) > MaxPress {
			t.Error(a)
		} else if back, err := k.bot.Press(t.Context(), m, a.Press); err != nil || back.Text != r.Text {
			t.Errorf("%q: the original is %v %s", c.q, err, back.Text)
		}
	}
	r := k.say(here, "wifi du lycée")
	k.ok(k.store.Link(t.Context(), here, k.join(elsewhere), chloe, today))
	k.ok(k.live.Refresh(t.Context()))
	if _, ok := k.bot.Rewrite(t.Context(), Message{From: "u", Place: here}, r); ok {
		t.Error("words of the community that met here before are rewritten for another")
	}
}

// TestPrivacySaysWhatTheModelGets, with buttons that say what they will do and that are kept in memory.
func TestPrivacySaysWhatTheModelGets(t *testing.T) {
	b, _ := rewritingBot(t, faithful())
	m := Message{Chat: "c", From: "u", Lang: "fr"}
	r := b.Privacy(m)
	for _, step := range []struct {
		press  string
		want   ModelChoice
		says   string
		offers []string
	}{
		{"", ModelChoice{}, wordsFrench.QuestionKept, []string{wordsFrench.AllowQuestion, wordsFrench.AlwaysOriginal}},
		{wordsFrench.AllowQuestion, ModelChoice{Question: true}, wordsFrench.QuestionSent, []string{wordsFrench.ForbidQuestion, wordsFrench.AlwaysOriginal}},
		{wordsFrench.AlwaysOriginal, ModelChoice{true, true}, wordsFrench.OriginalsShown, []string{wordsFrench.ForbidQuestion, wordsFrench.AllowRephrase}},
		{wordsFrench.AllowRephrase, ModelChoice{Question: true}, wordsFrench.QuestionSent, []string{wordsFrench.ForbidQuestion, wordsFrench.AlwaysOriginal}},
		{wordsFrench.ForbidQuestion, ModelChoice{}, wordsFrench.QuestionKept, []string{wordsFrench.AllowQuestion, wordsFrench.AlwaysOriginal}},
	} {
		for _, a := range r.Actions {
			if a.Label != step.press {
				continue
			}
			p, err := ParsePress(a.Press.String())
			if err != nil {
				t.Fatal(err)
			}
			if r, err = b.Press(t.Context(), Message{Chat: "c", From: "u", Lang: "en"}, p); err != nil || r.Place != Same {
				t.Fatal(err, r)
			}
			break
		}
		if got := b.ModelChoice("u"); got != step.want {
			t.Errorf("%q: %+v", step.press, got)
		}
		if !strings.Contains(r.Text, wordsFrench.Privacy) || !strings.Contains(r.Text, wordsFrench.PrivacyModel) || !strings.HasSuffix(r.Text, step.says) {
			t.Errorf("%q: %s", step.press, r.Text)
		}
		if len(r.Actions) != 2 || r.Actions[0].Label != step.offers[0] || r.Actions[1].Label != step.offers[1] {
			t.Errorf("%q: %+v", step.press, r.Actions)
		}
	}
	for _, bad := range []Press{{Kind: PressQuestion, Lang: "fr"}, {Kind: PressRephrase, Lang: "fr", Intent: "opt-out"}} {
		if _, err := b.Press(t.Context(), m, bad); err == nil {
			t.Errorf("%v is followed", bad)
		}
	}
}

// TestWhoSaysNoMeanwhileIsHeard: words that come after that are not shown.
func TestWhoSaysNoMeanwhileIsHeard(t *testing.T) {
	var b *Bot
	w := &writer{write: func(ctx context.Context, w Rewriting) (Rewritten, error) {
		b.SetModelChoice("u", ModelChoice{Original: true})
		return faithful().write(ctx, w)
	}}
	b, _ = rewritingBot(t, w)
	if _, ok := b.Rewrite(t.Context(), reader, card(t, b, "exemplia/opt-out", "fr", "")); ok {
		t.Error("rewritten")
	}
}

// TestChoicesAreBounded: the oldest are forgotten, and a person who takes theirs back is not kept.
func TestChoicesAreBounded(t *testing.T) {
	var c choosers
	for i := range maxChoosers + 10 {
		c.keep(UserID(fmt.Sprint(i)), ModelChoice{Question: true})
	}
	if len(c.byID) != maxChoosers || c.recent.Len() != maxChoosers || c.of("0").Question || !c.of(UserID(fmt.Sprint(maxChoosers+9))).Question {
		t.Errorf("%d are kept", len(c.byID))
	}
	c.keep("100", ModelChoice{})
	if len(c.byID) != maxChoosers-1 || c.of("100") != (ModelChoice{}) {
		t.Error("a choice that was taken back is kept")
	}
}

// TestManyAtOnce is for the race detector.
func TestManyAtOnce(t *testing.T) {
	b, _ := rewritingBot(t, faithful())
	r := card(t, b, "exemplia/opt-out", "de", "")
	var all sync.WaitGroup
	for i := range 16 {
		all.Go(func() {
			m := reader
			m.From = UserID(fmt.Sprint(i % 4))
			b.SetModelChoice(m.From, ModelChoice{Question: i%2 == 0})
			if got, ok := b.Rewrite(t.Context(), m, r); !ok || got.Text == r.Text {
				t.Error("not rewritten")
			}
		})
	}
	all.Wait()
}
