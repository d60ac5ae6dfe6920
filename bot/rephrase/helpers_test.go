package rephrase

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/modeltest"
	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
)

// linkedIn is an answer of the base, in French, for one device.
func linkedIn(tb testing.TB) bot.Rewriting {
	tb.Helper()
	return entry(tb, "linkedin/opt-out", "fr", "ios")
}

// shared is the base of the program.
var shared = sync.OnceValue(func() *knowledge.Base {
	b, err := base.Read()
	if err != nil {
		panic(err)
	}
	return b
})

// entry is an answer of the base.
func entry(tb testing.TB, id knowledge.ID, lang string, device knowledge.Device) bot.Rewriting {
	tb.Helper()
	e := shared().Entries[id]
	if e == nil {
		tb.Fatalf("the base has no entry %s", id)
	}
	return rewriting(e, lang, device)
}

// rewriting is what is asked of a model for an entry.
func rewriting(e *knowledge.Entry, lang string, device knowledge.Device) bot.Rewriting {
	w := bot.Rewriting{Entry: e.ID, Revision: e.Revision, From: lang, To: lang, Device: string(device), Question: "comment refuser l’IA ?"}
	t := e.Text[lang]
	add := func(kind bot.LineKind, d knowledge.Device, texts ...string) {
		for _, s := range texts {
			w.Lines = append(w.Lines, bot.Line{Kind: kind, Device: d, Text: s})
		}
	}
	add(bot.LineShort, "", t.Short)
	for _, s := range t.Steps {
		if device == "" || s.Device == device || s.Device == knowledge.AnyDevice {
			add(bot.LineStep, s.Device, s.Steps...)
		}
	}
	add(bot.LineChange, "", t.Changes...)
	add(bot.LineKeep, "", t.Keeps...)
	add(bot.LineNote, "", t.Notes...)
	return w
}

// friendly says a line in other words, as far as it has some for it.
func friendly(_ int, line string) string {
	return strings.NewReplacer("Coupez le réglage", "Désactivez le réglage", "Touchez votre", "Appuyez sur votre", "Touchez **", "Appuyez sur **").Replace(line)
}

// A bench is a model's server and what asks it.
type bench struct {
	*Rewriter
	server *modeltest.Server
}

// with runs a test in a bubble, in which no time passes, with a server of its own. Whatever it starts must have ended when it returns: synctest sees
// to that.
func with(t *testing.T, so modeltest.Options, change func(*Options), test func(t *testing.T, b *bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := modeltest.New(so)
		defer s.Close()
		o := Options{BaseURL: s.URL(), Model: "test", Key: so.Key, Profile: so.Kind.Name, Dial: s.Dial}
		if o.Profile == "strict" {
			o.Profile = "auto"
		}
		if change != nil {
			change(&o)
		}
		r, err := New(o)
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			r.Close()
			synctest.Wait()
			if n := s.Memory().Open(); n != 0 {
				t.Errorf("%d connections are left", n)
			}
		}()
		test(t, &bench{r, s})
	})
}

// ask is Rewrite, and fails when it takes longer than it may.
func (b *bench) ask(t *testing.T, w bot.Rewriting) (bot.Rewritten, error) {
	t.Helper()
	begun := time.Now()
	words, err := b.Rewrite(context.Background(), w)
	if took := time.Since(begun); took > b.o.Timeout+50*time.Millisecond {
		t.Errorf("it took %v", took)
	}
	if err != nil && (len(words.Lines) > 0 || words.Opening != "") {
		t.Errorf("words with the error %v", err)
	}
	if err == nil && len(words.Lines) != len(w.Lines) {
		t.Errorf("%d lines for %d", len(words.Lines), len(w.Lines))
	}
	return words, err
}

// class is the class of an error, "" for none.
func class(tb testing.TB, err error) Class {
	tb.Helper()
	var f *Failure
	if err != nil && !errors.As(err, &f) {
		tb.Errorf("%v is no Failure", err)
	}
	if f == nil {
		return ""
	}
	return f.Class
}
