package rephrase

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/modeltest"
)

// slipping is what a friendly model writes of an answer when it slips in the second line.
func slipping(w bot.Rewriting) string {
	var b strings.Builder
	for i, l := range w.Lines {
		s := friendly(i+1, l.Text)
		if i == 1 {
			s = wrongStep
		}
		fmt.Fprintf(&b, "[%d] %s\n", i+1, s)
	}
	return b.String()
}

const wrongStep = "Touchez **Supprimer mon compte**."

// TestALineThatDoesNotPassIsAskedForAgain: with the model's own words before, and what stands against that line alone.
func TestALineThatDoesNotPassIsAskedForAgain(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		w := linkedIn(t)
		mended := friendly(2, w.Lines[1].Text)
		b.server.Next(modeltest.Text(slipping(w)), modeltest.Text("[2] "+mended))
		words, err := b.ask(t, w)
		if err != nil || words.Lines[1] != mended || words.Lines[0] == w.Lines[0].Text {
			t.Errorf("%q, %v", words.Lines, err)
		}
		if got := b.Status().Lines; got.Refused != 1 || got.Mended != 1 || got.Passed == 0 {
			t.Errorf("counted %+v", got)
		}
		calls := b.server.Calls()
		if len(calls) != 2 {
			t.Fatalf("%d calls", len(calls))
		}
		m := calls[1].Request.Messages
		if len(m) != 4 || m[2].Role != "assistant" || !strings.Contains(m[2].Content, "[2] "+wrongStep) {
			t.Fatalf("%+v", m)
		}
		if again := m[3].Content; !strings.Contains(again, "\n[2] ") || strings.Contains(again, "\n[1]") || !strings.Contains(again, "is missing") {
			t.Errorf("it was told %q", again)
		}
	})
}

// TestATranslationIsMended: one line refused costs a second call and not the answer.
func TestATranslationIsMended(t *testing.T) {
	w, english := translation(t)
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		n := len(english)
		b.server.Next(modeltest.Faithful(func(i int, _ string) string {
			if i == n {
				return "It cannot be turned off."
			}
			return english[i-1]
		}), modeltest.Text(fmt.Sprintf("[%d] %s", n, english[n-1])))
		if words, err := b.ask(t, w); err != nil || words.Lines[n-1] != english[n-1] {
			t.Errorf("%q, %v", words.Lines, err)
		}
	})
}

// TestMendingMakesNothingWorse: whatever comes of asking again, what passed before stands and what did not is not shown.
func TestMendingMakesNothingWorse(t *testing.T) {
	for name, second := range map[string]modeltest.Reply{
		"wrong again":   modeltest.Text("[2] " + wrongStep),
		"another line":  modeltest.Text("[1] Supprimez votre compte."),
		"every line":    modeltest.Text("[1] a\n[2] b\n[3] c"),
		"an opening":    modeltest.Text("[0] C’est sans risque.\n[2] " + wrongStep),
		"text":          modeltest.Text("Sure! Here it is:\n[2] " + wrongStep),
		"nothing":       modeltest.Text(""),
		"cut":           modeltest.Unfinished("[2] "+wrongStep, false, true),
		"fault":         modeltest.Status(500, "no"),
		"refusal":       modeltest.Finish("", "content_filter"),
		"silence":       modeltest.Silent(),
		"too much":      modeltest.Endless("[2] a", 1<<16),
		"wrong address": modeltest.HTML(200),
	} {
		t.Run(name, func(t *testing.T) {
			with(t, modeltest.Options{}, func(o *Options) { o.Timeout = 2 * time.Minute }, func(t *testing.T, b *bench) {
				w := linkedIn(t)
				b.server.Next(modeltest.Text(slipping(w)))
				b.server.Always(second)
				words, err := b.ask(t, w)
				if err != nil || words.Lines[1] != w.Lines[1].Text || words.Lines[0] != friendly(1, w.Lines[0].Text) || words.Opening != "" {
					t.Errorf("%q, %q, %v", words.Opening, words.Lines, err)
				}
				if n := len(b.server.Calls()); n < 2 || n > 1+maxMends {
					t.Errorf("%d calls", n)
				}
			})
		})
	}
}

// TestNobodyWaitsForMending: who asked gets what passed in time, and who asks next what was mended since.
func TestNobodyWaitsForMending(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		w := linkedIn(t)
		mended := friendly(2, w.Lines[1].Text)
		first := slipping(w)
		pieces := time.Duration(len([]rune(first))/23 + 1)
		b.server.Next(func(e *modeltest.Exchange) { e.Text(first, 2300*time.Millisecond/pieces) })
		b.server.Always(func(e *modeltest.Exchange) { e.Text("[2] "+mended, time.Second) })
		words, err := b.ask(t, w)
		if err != nil || words.Lines[1] != w.Lines[1].Text || words.Lines[0] == w.Lines[0].Text {
			t.Fatalf("%q, %v", words.Lines, err)
		}
		time.Sleep(b.o.Finish)
		synctest.Wait()
		if words, err := b.ask(t, w); err != nil || words.Lines[1] != mended {
			t.Errorf("then %q, %v", words.Lines[1], err)
		}
		if n := len(b.server.Calls()); n != 2 {
			t.Errorf("%d calls", n)
		}
	})
}

// TestAModelThatCannotIsNotAskedAgain: no line of many passes.
func TestAModelThatCannotIsNotAskedAgain(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Faithful(func(int, string) string { return wrongStep }))
		if _, err := b.ask(t, linkedIn(t)); class(t, err) != Refused || len(b.server.Calls()) != 1 {
			t.Errorf("%v, %d calls", err, len(b.server.Calls()))
		}
	})
}

// TestMendingIsWithinTheBudget: where tokens are left for one call, what passed stands.
func TestMendingIsWithinTheBudget(t *testing.T) {
	w := linkedIn(t)
	r, err := New(Options{BaseURL: "http://127.0.0.1:1/v1", Model: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	with(t, modeltest.Options{}, func(o *Options) { o.DailyTokens = r.newJob(w).most() + 100 }, func(t *testing.T, b *bench) {
		b.server.Next(modeltest.Text(slipping(w)), modeltest.Text("[2] "+friendly(2, w.Lines[1].Text)))
		words, err := b.ask(t, w)
		if err != nil || words.Lines[1] != w.Lines[1].Text || len(b.server.Calls()) != 1 {
			t.Errorf("%q, %v, %d calls", words.Lines, err, len(b.server.Calls()))
		}
	})
}
