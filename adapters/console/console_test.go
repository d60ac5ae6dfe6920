package console

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"nonmerci/bot"
)

// talk gives the lines to an adapter whose bot says what it heard, and returns what is printed.
func talk(t *testing.T, lang, in string, answer bot.Handler) string {
	t.Helper()
	var out bytes.Buffer
	if answer == nil {
		answer = func(_ context.Context, m bot.Message) (bot.Reply, error) {
			return bot.Reply{Kind: bot.Unknown, Lang: "fr", Text: "heard **" + m.Text + "**", Why: "because"}, nil
		}
	}
	if err := New(Options{In: strings.NewReader(in), Out: &out, Lang: lang}, answer).Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestAConversation(t *testing.T) {
	for _, c := range []struct {
		name, lang, in string
		want           []string
		not            []string
	}{
		{"a line", "", "un\n", []string{"tapez /aide", "\nheard un\n", "Au revoir."}, []string{"because", "\x1b"}},
		{"the last line has no end", "", "un", []string{"heard un"}, nil},
		{"blank lines", "", "\n  \n\t\n", []string{"Au revoir."}, []string{"heard"}},
		{"help", "", "/aide\n", []string{"Posez votre question avec vos mots"}, []string{"heard"}},
		{"an unknown command is helped", "", "/\n/NOPE x\n", []string{"/quitter pour partir"}, []string{"heard"}},
		{"leaving", "", " /Quitter now\nun\n", []string{"Au revoir."}, []string{"heard"}},
		{"leaving in English", "en", "/q\n", []string{"Ask your question", "Goodbye."}, []string{"Au revoir"}},
		{"explaining", "", "/expliquer\nun\n/explain\n", []string{"affichées", "heard un\nbecause", "masquées"}, nil},
		{"explaining in English", "en", "/explain\n/explain\n/help\n", []string{"are on", "are off", "A number picks a choice"}, nil},
		{"any other language", "de", "\n", []string{"Ask your question"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := talk(t, c.lang, c.in, nil)
			for _, w := range c.want {
				if !strings.Contains(got, w) {
					t.Errorf("%q is missing in\n%s", w, got)
				}
			}
			for _, n := range c.not {
				if strings.Contains(got, n) {
					t.Errorf("%q is in\n%s", n, got)
				}
			}
		})
	}
}

func TestTheBotHearsWhoSpeaks(t *testing.T) {
	var heard []bot.Message
	talk(t, "en", "one\n/explain\ntwo\n", func(_ context.Context, m bot.Message) (bot.Reply, error) {
		heard = append(heard, m)
		return bot.Reply{Text: "…"}, nil
	})
	want := []bot.Message{
		{Chat: "console", From: "console", Text: "one", Lang: "en"}, {Chat: "console", From: "console", Text: "two", Lang: "en", Explain: true},
	}
	if len(heard) != 2 || heard[0] != want[0] || heard[1] != want[1] {
		t.Errorf("heard %+v", heard)
	}
}

func TestAnErrorIsAnApology(t *testing.T) {
	got := talk(t, "", "un\ndeux\n", func(context.Context, bot.Message) (bot.Reply, error) { return bot.Reply{}, errors.New("secret cause") })
	if strings.Count(got, "Je n’ai pas pu répondre") != 2 && strings.Count(got, "I could not answer") != 2 || strings.Contains(got, "secret") {
		t.Errorf("%s", got)
	}
}

func TestRelatedQuestions(t *testing.T) {
	choices := []bot.Choice{{Label: "Suis-je concerné ?"}, {Label: "Quelles données"}}
	for lang, want := range map[string]string{"fr": "Aussi\u00a0: 1. Suis-je concerné ?   2. Quelles données", "en": "Also: 1. "} {
		got := talk(t, "", "un\n", func(context.Context, bot.Message) (bot.Reply, error) {
			return bot.Reply{Kind: bot.Answer, Lang: lang, Text: "…", Choices: choices}, nil
		})
		if !strings.Contains(got, want) {
			t.Errorf("%s: %s", lang, got)
		}
	}
	got := talk(t, "", "un\n", func(context.Context, bot.Message) (bot.Reply, error) {
		return bot.Reply{Kind: bot.Clarify, Lang: "fr", Text: "1. A\n2. B", Choices: choices}, nil
	})
	if strings.Contains(got, "Aussi") {
		t.Errorf("a question back names its choices twice: %s", got)
	}
}

func TestTheEndOfTheContextEndsTheConversation(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	a := New(Options{In: strings.NewReader("un\ndeux\ntrois\n"), Out: io.Discard}, func(context.Context, bot.Message) (bot.Reply, error) {
		n++
		cancel()
		return bot.Reply{}, nil
	})
	if err := a.Run(ctx); err != nil || n != 1 {
		t.Errorf("%d lines were read after the end, error %v", n-1, err)
	}
}

type unplugged struct{}

func (unplugged) Read([]byte) (int, error) { return 0, errors.New("unplugged") }

func TestABrokenInputIsAnError(t *testing.T) {
	err := New(Options{In: unplugged{}, Out: io.Discard}, nil).Run(t.Context())
	if err == nil || !strings.Contains(err.Error(), "read from the terminal: unplugged") {
		t.Errorf("error %v", err)
	}
}

// TestAFileIsNoTerminal: neither colours nor editing.
func TestAFileIsNoTerminal(t *testing.T) {
	out, err := os.CreateTemp(t.TempDir(), "out")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = out.Close() })
	in, err := os.CreateTemp(t.TempDir(), "in")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = in.Close() })
	a := New(Options{In: in, Out: out}, nil)
	if a.style != (style{}) {
		t.Error("colours in a file")
	}
	if err := a.Run(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestRender(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a paragraph", "un\n\ndeux", "un\n\ndeux"},
		{"a line break", "un\ndeux", "un\ndeux"},
		{"labels and emphasis", "**Réglages** et *ceci*", "Réglages et ceci"},
		{"a link", "[le réglage](https://a.example/b?c=d&e=f)", "le réglage <https://a.example/b?c=d&e=f>"},
		{"an address", "<https://a.example>", "https://a.example"},
		{"a list", "- un\n- **deux**", "  • un\n  • deux"},
		{"steps", "3. un\n4. deux", "  3. un\n  4. deux"},
		{"a list between", "avant\n\n1. un\n\naprès", "avant\n\n  1. un\n\naprès"},
		{"code", "`x`", "x"},
		{"control characters", "a\x1b[31mb\x07c\u009bd\rt\te", "a[31mbcdte"},
		{"nothing", "", ""},
		{"not UTF-8", "a\xffb", "a\ufffdb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := render(c.in, style{}); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	if got := render("**a** *b* [c](https://d.example)", colours); got != "\x1b[1ma\x1b[0m \x1b[2mb\x1b[0m c <\x1b[4mhttps://d.example\x1b[0m>" {
		t.Errorf("in colours: %q", got)
	}
	if colours.bold("") != "" || colours.dim("") != "" {
		t.Error("nothing is coloured")
	}
}

// FuzzRender: no text moves the cursor or changes colours, and none makes it panic.
func FuzzRender(f *testing.F) {
	f.Add("**a** [b](c)\n\n1. d\n- e\n\x1b[31m\u009b")
	f.Fuzz(func(t *testing.T, markdown string) {
		got := render(markdown, style{})
		if i := strings.IndexFunc(got, func(r rune) bool { return r != '\n' && (r < 0x20 || r >= 0x7f && r < 0xa0) }); i >= 0 {
			t.Errorf("a control character at %d of %q", i, got)
		}
	})
}
