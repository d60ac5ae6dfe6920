package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/understand"
)

// reader is somebody in private.
var reader = Message{Chat: "c", From: "u", Text: "comment refuser l’IA d’Exemplia ?"}

// card is the answer about an entry of testdata/base.
func card(tb testing.TB, b *Bot, id, lang, device string) Reply {
	tb.Helper()
	r, ok := b.Entry(id, lang, device)
	if !ok {
		tb.Fatalf("no entry %s", id)
	}
	return r
}

// TestRewrittenCards compares cards in other words with testdata/golden; go test ./bot -update writes them anew.
func TestRewrittenCards(t *testing.T) {
	b, _ := rewritingBot(t, faithful())
	for _, c := range []struct {
		name, id, lang, device string
		all                    bool
	}{
		{"rephrased-every-device", "exemplia/opt-out", "fr", "", true},
		{"rephrased-shown-device", "exemplia/opt-out", "fr", "", false},
		{"rephrased-past-its-review", "exemplia/status", "fr", "", false},
		{"rephrased-from-memory", "exemplia/data", "fr", "", false},
		{"translated-from-english", "exemplia/opt-out", "de", "ios", false},
		{"translated-from-french", "solo/opt-out", "es", "", false},
		{"translated-for-english", "solo/opt-out", "en", "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := card(t, b, c.id, c.lang, c.device)
			m := reader
			m.AllDevices = c.all
			got, ok := b.Rewrite(t.Context(), m, r)
			if !ok || !got.Rephrased || got.Lang != c.lang || got.Text != got.Card.Markdown() {
				t.Fatalf("%v: %+v", ok, got)
			}
			if r.Rephrased || r.Text != r.Card.Markdown() || r.Card.Mark != "" {
				t.Error("the reply that was sent has changed")
			}
			var lines []string
			for _, l := range strings.Split(plain(got.Blocks()), "\n") {
				if l != "" {
					lines = append(lines, "    "+l)
				}
			}
			compareGolden(t, c.name, got.Text+"\n\nblocks:\n\n"+strings.Join(lines, "\n")+"\n")
		})
	}
}

func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name+".md")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s (run with -update if it should):\n%s", file, got)
	}
}

// TestWhatIsNotSentencesStays: of every entry in every language, where links lead, sources, the echo and what was decided are as they were.
func TestWhatIsNotSentencesStays(t *testing.T) {
	w := faithful()
	b := New(Options{Model: model(t), Base: shared(t), Now: (&clock{t: today}).now, Rewriter: w})
	for _, id := range shared(t).IDs() {
		for _, lang := range understand.Languages {
			r, ok := b.Entry(string(id), lang, "")
			if !ok {
				continue
			}
			got, ok := b.Rewrite(t.Context(), reader, r)
			if !ok {
				t.Fatalf("%s in %s is not rewritten", id, lang)
			}
			same := func(what string, a, b any) {
				if !reflect.DeepEqual(a, b) {
					t.Errorf("%s in %s: %s %v became %v", id, lang, what, a, b)
				}
			}
			same("links", addresses(r.Card.Links), addresses(got.Card.Links))
			for i, l := range got.Card.Links {
				if want := map[bool]string{true: r.Card.Links[i].Text, false: lang + ": " + r.Card.Links[i].Text}[lang == r.Card.Lang]; l.Text != want {
					t.Errorf("%s in %s: a link is called %q, want %q", id, lang, l.Text, want)
				}
			}
			same("sources", r.Card.Sources, got.Card.Sources)
			same("source refs", r.Sources, got.Sources)
			same("echo", r.Card.Echo, got.Card.Echo)
			same("entry", []any{r.Entry, r.Subject, r.Intent, r.Also, r.Verified, r.Choices, r.Revision, r.Confidence}, []any{got.Entry, got.Subject, got.Intent, got.Also, got.Verified, got.Choices, got.Revision, got.Confidence})
			same("opens", len(r.Opens()), len(got.Opens()))
			if r.Foreign() != (r.Card.Lang != lang) || got.Foreign() {
				t.Errorf("%s in %s: foreign %v, then %v", id, lang, r.Foreign(), got.Foreign())
			}
			if got.Card.Lang != lang || got.Card.Doubtful && got.Card.Freshness == "" || got.Card.Mark == "" || strings.Contains(got.Text+got.Card.Mark, "{") {
				t.Errorf("%s in %s: %+v", id, lang, got.Card)
			}
			if asked := w.last(); asked.To != lang || asked.From != r.Card.Lang || asked.Question != "" || asked.Entry != id || asked.Revision != r.Revision {
				t.Errorf("%s in %s: asked %+v", id, lang, asked)
			}
		}
	}
}

// addresses are links without what they are called.
func addresses(links []knowledge.Link) []knowledge.Link {
	links = slices.Clone(links)
	for i := range links {
		links[i].Text = ""
	}
	return links
}

// TestACardWithoutAModelIsTheSame: that there is a model changes nothing of what is sent first.
func TestACardWithoutAModelIsTheSame(t *testing.T) {
	with, _ := rewritingBot(t, faithful())
	without := smallBot(t)
	for _, q := range []string{"comment refuser l’IA d’Exemplia ?", "exemplia", "bonjour", "quel temps fait-il ?", "wie schalte ich die KI von Exemplia aus?", "j'ai envie d'en finir", ""} {
		a, err := json.Marshal(with.Ask(q, nil, "", true))
		c, err2 := json.Marshal(without.Ask(q, nil, "", true))
		if err != nil || err2 != nil || !bytes.Equal(a, c) {
			t.Errorf("%q: %s\n%s", q, a, c)
		}
	}
	r := card(t, without, "exemplia/opt-out", "fr", "")
	if got, ok := without.Rewrite(t.Context(), reader, r); ok || !reflect.DeepEqual(got, r) || without.HasModel() || without.MayRewrite(reader, r) {
		t.Error("a bot without a model rewrites")
	}
	if p := without.Privacy(Message{Lang: "fr"}); len(p.Actions) > 0 || p.Text != wordsFrench.Privacy {
		t.Errorf("%+v", p)
	}
	if _, err := without.Press(t.Context(), reader, Press{Kind: PressQuestion, Lang: "fr", Intent: chooseYes}); err == nil || without.ModelChoice("u").Question {
		t.Error("a choice about a model that there is not")
	}
}

// TestOnlyAnswersAreRewritten, and each once.
func TestOnlyAnswersAreRewritten(t *testing.T) {
	w := faithful()
	b, o := rewritingBot(t, w)
	for _, q := range []string{"bonjour", "exemplia", "quel temps fait-il ?", "j'ai envie d'en finir", "🙂"} {
		m := reader
		m.Text = q
		r, err := b.Respond(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		if r.Kind == Answer {
			t.Fatalf("%q is answered", q)
		}
		if got, ok := b.Rewrite(t.Context(), m, r); ok || b.MayRewrite(m, r) || !reflect.DeepEqual(got, r) {
			t.Errorf("%q: %+v", q, got)
		}
	}
	if _, ok := b.Rewrite(t.Context(), reader, b.Draft(smallBase(t).Entries["exemplia/opt-out"], "fr")); ok {
		t.Error("a draft is rewritten")
	}
	r, ok := b.Rewrite(t.Context(), reader, card(t, b, "exemplia/opt-out", "fr", ""))
	if _, again := b.Rewrite(t.Context(), reader, r); !ok || again || w.times() != 1 {
		t.Error("what was rewritten is rewritten again")
	}
	o.are(t)
}

// TestTheOriginalIsAPressAway: the button gives the card that was sent first, and those of devices the entry's own words.
func TestTheOriginalIsAPressAway(t *testing.T) {
	w := faithful()
	b, _ := rewritingBot(t, w)
	for _, c := range []struct{ id, lang, device string }{{"exemplia/opt-out", "fr", ""}, {"exemplia/opt-out", "de", "ios"}, {"solo/opt-out", "es", ""}, {"rights/complaint", "fr", ""}} {
		r := card(t, b, c.id, c.lang, c.device)
		got, ok := b.Rewrite(t.Context(), reader, r)
		if !ok {
			t.Fatal(c.id)
		}
		a := action(t, got, GroupAbout, PressOriginal)
		if a.Label != WordsIn(c.lang).Original || len(a.Press.String()) > MaxPress {
			t.Errorf("%+v", a)
		}
		back := press(t, b, a.Press)
		if back.Text != r.Text || back.Rephrased || back.Place != Same || slices.ContainsFunc(back.Actions, func(a Action) bool { return a.Press.Kind == PressOriginal }) {
			t.Errorf("%s in %s: %s", c.id, c.lang, back.Text)
		}
		if len(got.Actions) != len(r.Actions)+1 || !slices.IsSortedFunc(got.Actions, func(a, b Action) int { return int(a.Group - b.Group) }) {
			t.Errorf("the buttons are %v", got.Actions)
		}
		for _, a := range got.Actions {
			if a.Group == GroupDevice && press(t, b, a.Press).Rephrased {
				t.Errorf("%s leads to other words", a.Label)
			}
		}
	}
	if p := (Press{Kind: PressOriginal, Lang: "fr", Subject: "nowhere", Intent: "opt-out"}); w.times() == 4 {
		if _, err := b.Press(t.Context(), reader, p); err == nil {
			t.Error("the original of an entry that there is not")
		}
	}
}

// TestAnOpeningStandsAlone: in a paragraph of its own, and not at all where something else is said before the answer.
func TestAnOpeningStandsAlone(t *testing.T) {
	own := &writer{write: func(_ context.Context, w Rewriting) (Rewritten, error) {
		out := Rewritten{Opening: "Pour refuser, voici comment faire :"}
		for _, l := range w.Lines {
			out.Lines = append(out.Lines, l.Text)
		}
		return out, nil
	}}
	for name, c := range map[string]struct {
		lang, lead, note string
		write            *writer
		want             string // the lead; "" for no other words
	}{
		"alone":                 {"fr", "", "", own, "Pour refuser, voici comment faire :"},
		"after the nearest":     {"fr", "Je n’ai rien de précis.", "", own, ""},
		"before a note":         {"fr", "", "Demandez-nous.", own, ""},
		"translated":            {"de", "", "", faithful(), "[de]"},
		"other words, a lead":   {"fr", "Je n’ai rien de précis.", "", faithful(), "Je n’ai rien de précis."},
		"translated, with lead": {"de", "Nichts Genaues.", "", faithful(), "Nichts Genaues."},
	} {
		t.Run(name, func(t *testing.T) {
			b, _ := rewritingBot(t, c.write)
			r := card(t, b, "exemplia/opt-out", c.lang, "ios")
			r.Card.Lead, r.Card.Note = strings.TrimSpace(r.Card.Lead+" "+c.lead), c.note
			got, ok := b.Rewrite(t.Context(), reader, r)
			if ok != (c.want != "") || ok && got.Card.Lead != c.want {
				t.Errorf("%v: the lead is %q", ok, got.Card.Lead)
			}
		})
	}
}

// TestWordsThatMayNotStand leave the answer as it was, and say why.
func TestWordsThatMayNotStand(t *testing.T) {
	change := func(f func(*Rewritten)) func(context.Context, Rewriting) (Rewritten, error) {
		return func(ctx context.Context, w Rewriting) (Rewritten, error) {
			out, err := faithful().write(ctx, w)
			f(&out)
			return out, err
		}
	}
	for name, c := range map[string]struct {
		write func(context.Context, Rewriting) (Rewritten, error)
		want  RewriteOutcome
	}{
		"an error":         {func(context.Context, Rewriting) (Rewritten, error) { return Rewritten{}, errNoWords }, RewriteRefused},
		"nothing":          {change(func(r *Rewritten) { *r = Rewritten{} }), RewriteRefused},
		"a line less":      {change(func(r *Rewritten) { r.Lines = r.Lines[1:] }), RewriteRefused},
		"a line more":      {change(func(r *Rewritten) { r.Lines = append(r.Lines, "encore") }), RewriteRefused},
		"an empty line":    {change(func(r *Rewritten) { r.Lines[1] = " \u00a0" }), RewriteRefused},
		"two lines in one": {change(func(r *Rewritten) { r.Lines[1] = "un\n2. deux" }), RewriteRefused},
		"a NUL":            {change(func(r *Rewritten) { r.Lines[1] += "\x00" }), RewriteRefused},
		"not UTF-8":        {change(func(r *Rewritten) { r.Lines[1] += "\xff" }), RewriteRefused},
		"broken marks":     {change(func(r *Rewritten) { r.Lines[1] = "Ouvrez **Réglages" }), RewriteRefused},
		"the same words": {func(_ context.Context, w Rewriting) (Rewritten, error) {
			var out Rewritten
			for _, l := range w.Lines {
				out.Lines = append(out.Lines, l.Text)
			}
			return out, nil
		}, RewriteRefused},
		"an opening of two": {change(func(r *Rewritten) { r.Opening = "un\n\ndeux" }), RewriteRefused},
		"a panic":           {func(context.Context, Rewriting) (Rewritten, error) { panic("its words: secret") }, RewriteFailed},
		"silence":           {func(ctx context.Context, _ Rewriting) (Rewritten, error) { <-ctx.Done(); return Rewritten{}, ctx.Err() }, RewriteLate},
		"words after the end": {func(ctx context.Context, w Rewriting) (Rewritten, error) {
			<-ctx.Done()
			return faithful().write(ctx, w)
		}, RewriteLate},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var log bytes.Buffer
				o := &outcomes{}
				b := New(Options{
					Model: model(t), Base: smallBase(t), Now: (&clock{t: today}).now, Rewriter: &writer{write: c.write}, Rewrote: o.add,
					Log: slog.New(slog.NewTextHandler(&log, nil)),
				})
				r, began := card(t, b, "exemplia/opt-out", "fr", ""), time.Now()
				got, ok := b.Rewrite(t.Context(), reader, r)
				if ok || !reflect.DeepEqual(got, r) {
					t.Errorf("%v: %s", ok, got.Text)
				}
				if took := time.Since(began); took > RewriteWithin || c.want == RewriteLate && took != RewriteWithin {
					t.Errorf("it took %v", took)
				}
				o.are(t, c.want)
				if strings.Contains(log.String(), "secret") || (c.want == RewriteFailed) != strings.Contains(log.String(), "panicked") {
					t.Errorf("the log: %s", log.String())
				}
			})
		})
	}
}

// TestCalledOff: who calls a rewrite off is not told that it was late.
func TestCalledOff(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	b, o := rewritingBot(t, &writer{write: func(ctx context.Context, _ Rewriting) (Rewritten, error) {
		cancel()
		<-ctx.Done()
		return Rewritten{}, ctx.Err()
	}})
	if _, ok := b.Rewrite(ctx, reader, card(t, b, "exemplia/opt-out", "fr", "")); ok {
		t.Error("rewritten")
	}
	o.are(t)
}

// TestWhichStepsAreGiven: those that are shown, or all where there are no buttons; and for which device they are.
func TestWhichStepsAreGiven(t *testing.T) {
	w := faithful()
	b, _ := rewritingBot(t, w)
	steps := func() (out []knowledge.Device) {
		for _, l := range w.last().Lines {
			if l.Kind == LineStep && !slices.Contains(out, l.Device) {
				out = append(out, l.Device)
			}
		}
		return out
	}
	for _, c := range []struct {
		device string
		all    bool
		want   []knowledge.Device
		told   string
	}{
		{"", true, []knowledge.Device{"web", "ios"}, ""},
		{"", false, []knowledge.Device{"web"}, "web"},
		{"ios", false, []knowledge.Device{"ios"}, "ios"},
		{"ios", true, []knowledge.Device{"ios"}, "ios"},
	} {
		m := reader
		m.AllDevices = c.all
		if _, ok := b.Rewrite(t.Context(), m, card(t, b, "exemplia/opt-out", "fr", c.device)); !ok || !slices.Equal(steps(), c.want) || w.last().Device != c.told {
			t.Errorf("%q, all %v: steps for %v, device %q", c.device, c.all, steps(), w.last().Device)
		}
	}
}
