package rephrase

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/ollamatest"
	"nonmerci/internal/tinymodel"
)

// ollama returns a Rewriter that asks a real server for a model.
func ollama(t *testing.T, s *ollamatest.Server, model string, change func(*Options)) *Rewriter {
	t.Helper()
	const patience = 2 * time.Minute // how fast it is on this machine is not asked here
	o := Options{BaseURL: s.URL(), Model: model, Profile: "ollama", Timeout: patience, Finish: patience, Idle: patience}
	if change != nil {
		change(&o)
	}
	r, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

// few is an answer of a few lines: the models of these tests read most letters as a token each.
func few(t *testing.T) bot.Rewriting {
	w := linkedIn(t)
	w.Lines = w.Lines[:3]
	return w
}

// TestARealOllamaWithModelsThatWriteAnything: what stands for the answer is let through, and nothing else, least of all rubbish.
func TestARealOllamaWithModelsThatWriteAnything(t *testing.T) {
	w, lies := few(t), ""
	for i := range w.Lines {
		lies += fmt.Sprintf("[%d] C’est gratuit.\n", i+1)
	}
	s := ollamatest.Start(t, "OLLAMA_CONTEXT_LENGTH=8192")
	for name, c := range map[string]struct {
		model tinymodel.Options
		want  []Class
	}{
		"Good":     {tinymodel.Options{Say: good(w)}, []Class{""}},
		"Lies":     {tinymodel.Options{Say: lies}, []Class{Refused}},
		"Copied":   {tinymodel.Options{Say: strings.NewReplacer("Désactivez", "Coupez", "Appuyez sur", "Touchez").Replace(good(w))}, []Class{Same}},
		"Prose":    {tinymodel.Options{Say: "Bien sûr ! Voici les lignes :\n" + good(w)}, []Class{Format}},
		"Half":     {tinymodel.Options{Say: good(w)[:strings.LastIndex(good(w), "[3]")]}, []Class{Format}},
		"Thinks":   {tinymodel.Options{Say: "<think>hm</think>\n" + good(w)}, []Class{Format}},
		"OneLine":  {tinymodel.Options{Say: "[1] " + strings.Repeat("très ", 600)}, []Class{Huge}},
		"Nothing":  {tinymodel.Options{Say: "\n"}, []Class{Format}},
		"Broken":   {tinymodel.Options{Broken: true}, []Class{Fault}},
		"Rubbish1": {tinymodel.Options{Seed: 1}, []Class{Format, Huge, Cut}},
		"Rubbish2": {tinymodel.Options{Seed: 2}, []Class{Format, Huge, Cut}},
		"Rubbish3": {tinymodel.Options{Seed: 3}, []Class{Format, Huge, Cut}},
	} {
		t.Run(name, func(t *testing.T) {
			model := strings.ToLower(name)
			s.Create(model, c.model)
			for _, whole := range []bool{false, true} {
				r := ollama(t, s, model, nil)
				r.whole.Store(whole)
				words, err := r.Rewrite(t.Context(), w)
				if got := class(t, err); !slices.Contains(c.want, got) {
					t.Errorf("whole %v: got %q, want one of %q", whole, got, c.want)
				}
				for i, l := range words.Lines {
					if want := friendly(i+1, w.Lines[i].Text); l != want {
						t.Errorf("whole %v: line %d is %q, want %q", whole, i+1, l, want)
					}
				}
			}
		})
	}
}

// TestARealOllamaThatIsAskedWrongly, or as it can be: names, keys, addresses, and how its answers end.
func TestARealOllamaThatIsAskedWrongly(t *testing.T) {
	w := few(t)
	s := ollamatest.Start(t, "OLLAMA_CONTEXT_LENGTH=8192")
	s.Create("good", tinymodel.Options{Say: good(w)})
	for name, c := range map[string]struct {
		change func(*Options)
		want   Class
		check  string // what Check says
	}{
		"Well":          {func(*Options) {}, "", ""},
		"Tag":           {func(o *Options) { o.Model = "good:latest" }, "", ""},
		"Capitals":      {func(o *Options) { o.Model = "Good" }, "", ""},
		"AnyKey":        {func(o *Options) { o.Key = "any" }, "", ""},
		"AnyProfile":    {func(o *Options) { o.Profile = "openai" }, "", ""},
		"NoProfile":     {func(o *Options) { o.Profile = "auto" }, "", ""},
		"NoSuchModel":   {func(o *Options) { o.Model = "another" }, Missing, "does not list the model another"},
		"NoSuchTag":     {func(o *Options) { o.Model = "good:7b" }, Missing, "one that it lists: good:latest"},
		"NoName":        {func(o *Options) { o.Model = "a b" }, Rejected, "does not list the model a b"},
		"NoSuchAddress": {func(o *Options) { o.BaseURL = strings.TrimSuffix(o.BaseURL, "/v1") }, Missing, "/v1"},
	} {
		t.Run(name, func(t *testing.T) {
			r := ollama(t, s, "good", c.change)
			if _, err := r.Rewrite(t.Context(), w); class(t, err) != c.want {
				t.Errorf("got %v", err)
			}
			says(t, r, c.check)
			if n := r.Status().TokensToday; (n > 0) != (c.want == "") {
				t.Errorf("%d tokens are counted", n)
			}
		})
	}
	t.Run("Length", func(t *testing.T) {
		r := ollama(t, s, "good", nil)
		ctx, e := withExchange(t.Context())
		out := &writing{sink: func(string) error { return nil }}
		err := r.server.stream(ctx, e, request("good", messages(w), 8), out)
		if !errors.Is(err, fail(Cut)) || out.finish != "length" || out.usage == nil || out.usage.CompletionTokens != 8 {
			t.Errorf("%v, because of %q, %+v", err, out.finish, out.usage)
		}
	})
}

// says checks what Check finds to be wrong; "" for nothing.
func says(t *testing.T, r *Rewriter, want string) {
	t.Helper()
	wrong := ""
	r.Check(t.Context(), func(ok bool, what, remedy string) {
		if !ok {
			wrong += what + " → " + remedy
		}
	})
	if (wrong == "") != (want == "") || !strings.Contains(wrong, want) {
		t.Errorf("Check finds %q, want %q", wrong, want)
	}
}
