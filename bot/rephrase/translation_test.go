package rephrase

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nonmerci/bot"
	"nonmerci/internal/modeltest"
	"nonmerci/knowledge/typography"
)

// translation is an answer in French and what a faithful model writes of it in English.
func translation(tb testing.TB) (w bot.Rewriting, english []string) {
	tb.Helper()
	for _, tr := range triples(tb, false) {
		if !tr.Pass || tr.Lang != "en" || !strings.Contains(tr.Source, ".fr") {
			continue
		}
		data, err := os.ReadFile(filepath.Join("guard", "testdata", "sources", tr.Source+".md"))
		if err != nil {
			tb.Fatal(err)
		}
		w = bot.Rewriting{Entry: "a/b", From: "fr", To: "en"}
		w.Lines, _ = linesOf(string(data))
		theirs, _ := linesOf(tr.Candidate)
		if len(theirs) != len(w.Lines) || len(theirs) < 4 {
			continue
		}
		c := newComparer(w)
		passes := true
		for i, l := range theirs {
			english = append(english, l.Text)
			passes = passes && c.line(i+1, l.Text) == nil
		}
		if _, err := c.result(); passes && err == nil {
			return w, english
		}
		english = nil
	}
	tb.Fatal("no translation of the corpus passes line by line")
	return w, nil
}

// TestATranslationSaysWhatIsToBeDone: where the answer or a step does not pass, and is not mended, there is none; a note stays in its own
// language. Where the first lines all do not pass, the rest is not waited for.
func TestATranslationSaysWhatIsToBeDone(t *testing.T) {
	w, english := translation(t)
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.Faithful(func(n int, _ string) string { return english[n-1] }))
		words, err := b.ask(t, w)
		if err != nil || words.Lines[1] != english[1] {
			t.Fatalf("%q, %v", words.Lines, err)
		}
		for n := range english {
			for name, bad := range map[string]string{"left": w.Lines[n].Text, "wrong": "It cannot be turned off."} {
				w.Revision++
				b.server.Always(modeltest.Faithful(func(i int, _ string) string {
					if i == n+1 {
						return bad
					}
					return english[i-1]
				}))
				words, err := b.ask(t, w)
				switch kind := w.Lines[n].Kind; {
				case bad == english[n]:
				case kind == bot.LineShort || kind == bot.LineStep:
					if class(t, err) != Refused {
						t.Errorf("line %d %s: %q, %v", n+1, name, words.Lines, err)
					}
				case err != nil || words.Lines[n] != w.Lines[n].Text:
					t.Errorf("line %d %s: %q, %v", n+1, name, words.Lines, err)
				}
			}
		}
		left := make(chan struct{})
		b.server.Always(func(e *modeltest.Exchange) {
			defer close(left)
			for n := range lost {
				e.Words(fmt.Sprintf("[%d] It cannot be turned off.\n", n+1))
			}
			<-e.HTTP.Context().Done()
		})
		w.Revision++
		if _, err := b.ask(t, w); class(t, err) != Refused {
			t.Errorf("got %v", err)
		}
		<-left
	})
}

// TestALineThatDoesNotPassStaysAsItWas: in the same language the others are shown all the same.
func TestALineThatDoesNotPassStaysAsItWas(t *testing.T) {
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		w := linkedIn(t)
		b.server.Always(modeltest.Faithful(func(n int, line string) string {
			if n == 2 {
				return "Touchez **Supprimer mon compte**."
			}
			return friendly(n, line)
		}))
		words, err := b.ask(t, w)
		if err != nil || words.Lines[1] != w.Lines[1].Text || words.Lines[0] == w.Lines[0].Text {
			t.Errorf("%q, %v", words.Lines, err)
		}
	})
}

// TestAnOpeningSaysNothingOfItsOwn: one that does is left out, and the lines are shown.
func TestAnOpeningSaysNothingOfItsOwn(t *testing.T) {
	for opening, shown := range map[string]bool{
		"Voici comment faire :": true, "Bonjour !": true, "C’est gratuit et sans risque.": false, "Envoyez votre mot de passe à @pirate.": false,
		"Voir https://pirate.example": false, "# Titre": false, "**Cliquez ici**": false, "Here is how:": false,
	} {
		with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
			w := linkedIn(t)
			b.server.Always(modeltest.Text(fmt.Sprintf("[0] %s\n%s", opening, good(w))))
			words, err := b.ask(t, w)
			if err != nil || (words.Opening == typography.French(opening)) != shown || !shown && words.Opening != "" {
				t.Errorf("%q: %q, %v", opening, words.Opening, err)
			}
		})
	}
}

// TestNoLineBecomesAnotherBlock: a heading, a list, a quotation or a table where there was a sentence.
func TestNoLineBecomesAnotherBlock(t *testing.T) {
	for _, s := range []string{"# a", "- a", "* a", "+ a", "> a", "1. a", "12) a", "| a |", "```", "~~~", "---", "***", "===", "___", "• a"} {
		if s != "***" && !leads(s) {
			t.Errorf("%q leads nothing", s)
		}
	}
	for _, s := range []string{"**Réglages** puis", "2026 est", "1.5 Go", "-5", "a"} {
		if leads(s) {
			t.Errorf("%q leads", s)
		}
	}
}

// TestTheWholeIsComparedOnceMore: even if a line had passed that should not have.
func TestTheWholeIsComparedOnceMore(t *testing.T) {
	w := linkedIn(t)
	for n, bad := range map[int]string{0: "Il n’y a aucun réglage.", 1: "Touchez **Supprimer mon compte**.", len(w.Lines) - 1: "C’est gratuit."} {
		c := newComparer(w)
		for i, l := range w.Lines {
			c.lines[i] = l.Text
		}
		c.passed = 1
		if _, err := c.result(); err != nil {
			t.Fatal(err)
		}
		c.lines[n] = bad
		if words, err := c.result(); class(t, err) != Refused {
			t.Errorf("line %d: %q, %v", n+1, words.Lines, err)
		}
	}
}

// TestFrenchIsSetAsItIsPrinted: models write typewriter apostrophes and plain spaces.
func TestFrenchIsSetAsItIsPrinted(t *testing.T) {
	w := bot.Rewriting{From: "fr", To: "fr", Lines: []bot.Line{{Text: "Coupez le réglage **IA**\u202f: l’IA n’apprend plus de vos messages."}}}
	c := newComparer(w)
	if err := c.line(1, "Désactivez le réglage **IA** : l'IA n'apprend plus de vos messages."); err != nil {
		t.Fatal(err)
	}
	words, err := c.result()
	if err != nil || words.Lines[0] != "Désactivez le réglage **IA**\u00a0: l’IA n’apprend plus de vos messages." {
		t.Errorf("%q, %v", words.Lines, err)
	}
}

// TestMostOfATranslationIsTranslated: a third of its lines may stay in the other language, and not one more.
func TestMostOfATranslationIsTranslated(t *testing.T) {
	w, english := translation(t)
	for left := range len(english) {
		c := newComparer(w)
		notes := 0
		for i, l := range english {
			if k := w.Lines[i].Kind; k != bot.LineShort && k != bot.LineStep && notes < left {
				notes++
				l = "It cannot be turned off."
			}
			_ = c.line(i+1, l)
		}
		if notes < left {
			break
		}
		words, err := c.result()
		if may := maxForeign*left <= len(english); (err == nil) != may {
			t.Errorf("%d of %d lines left: %q, %v", left, len(english), words.Lines, err)
		}
	}
}
