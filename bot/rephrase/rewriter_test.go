package rephrase

import (
	"strings"
	"testing"

	"nonmerci/internal/modeltest"
)

func TestAFaithfulModelIsShown(t *testing.T) {
	for _, kind := range []modeltest.Kind{modeltest.OpenAI, modeltest.Ollama, modeltest.LlamaCpp, modeltest.VLLM, modeltest.Mistral, modeltest.Strict} {
		t.Run(kind.Name, func(t *testing.T) {
			with(t, modeltest.Options{Kind: kind, Key: "k3y"}, nil, func(t *testing.T, b *bench) {
				b.server.Always(modeltest.Faithful(friendly))
				w := linkedIn(t)
				words, err := b.ask(t, w)
				if err != nil {
					t.Fatal(err)
				}
				if !strings.HasPrefix(words.Lines[0], "Désactivez le réglage **Données") || !strings.HasPrefix(words.Lines[2], "Appuyez sur **") {
					t.Errorf("got %q", words.Lines)
				}
				if last := len(w.Lines) - 1; words.Lines[last] != w.Lines[last].Text {
					t.Errorf("%q", words.Lines[last])
				}
			})
		})
	}
}

// TestEveryAnswerOfTheBaseMayBeCopied: the checks of lines and of wholes refuse no answer for being itself. It reads every fourth entry.
func TestEveryAnswerOfTheBaseMayBeCopied(t *testing.T) {
	b := shared()
	refused, lines := 0, 0
	every := 4
	if raced {
		every = 16
	}
	for i, id := range b.IDs() {
		if i%every != 0 {
			continue
		}
		for lang := range b.Entries[id].Text {
			w := rewriting(b.Entries[id], lang, "")
			if !fit(w) {
				t.Errorf("%s in %s does not fit", id, lang)
			}
			c := newComparer(w)
			for i, l := range w.Lines {
				lines++
				if pass, _ := c.same(l, l.Text); !pass {
					t.Logf("%s %s: %q", id, lang, l.Text) // a short line may look like one of another language
					refused++
				}
				c.lines[i] = l.Text
			}
			c.passed = 1
			if _, err := c.result(); err != nil {
				t.Errorf("%s %s: %v", id, lang, err)
			}
		}
	}
	if !raced && lines < 500 || refused > lines/100 {
		t.Errorf("%d of %d lines do not pass for themselves", refused, lines)
	}
}
