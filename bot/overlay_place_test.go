package bot

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
)

func (k *kit) press(p knowledge.Place, press Press) (Reply, error) {
	return k.bot.Press(k.Context(), Message{Chat: ChatID(p.String()), From: "u", Place: p}, press)
}

func (k *kit) suggest(p knowledge.Place, typed string, n int) []Choice {
	k.Helper()
	out, err := k.bot.SuggestIn(k.Context(), p, typed, "fr", n)
	k.ok(err)
	return out
}

func entries(all []Choice) []string {
	var out []string
	for _, c := range all {
		out = append(out, c.Entry)
	}
	return out
}

// TestAPressOnAnOwnEntry is followed in its place, and nowhere else.
func TestAPressOnAnOwnEntry(t *testing.T) {
	var counted []Count
	k := newKit(t, smallBase(t), Options{Count: func(c Count) { counted = append(counted, c) }})
	c := k.join(here)
	const long = "quel-est-le-mot-de-passe-du-wifi-du-local"
	k.save(c, long, ownEntry(long, "Quel est le code ?", "1234"))
	r := k.say(here, "quel est le code ?")
	if r.Kind != Answer || len(r.Actions) != 3 {
		t.Fatalf("%+v", r)
	}
	for _, a := range r.Actions {
		s := a.Press.String()
		if p, err := ParsePress(s); err != nil || p != a.Press || len(s) > MaxPress {
			t.Errorf("%q: %v %v", s, p, err)
		}
		if _, err := k.press(here, a.Press); err != nil {
			t.Errorf("%q here: %v", s, err)
		}
		for _, p := range []knowledge.Place{elsewhere, {}} {
			if _, err := k.press(p, a.Press); !errors.Is(err, ErrPress) {
				t.Errorf("%q in %v: %v", s, p, err)
			}
		}
	}
	show := r.Actions[0].Press
	show.Kind = PressChoice
	if again, err := k.press(here, show); err != nil || again.Text != r.Text {
		t.Errorf("%v %+v", err, again)
	}
	want := []string{"answer", "useful", "not-useful", "outdated", "answer"}
	for i, c := range counted {
		if i >= len(want) || c != (Count{here, want[i], long, 1, true}) {
			t.Errorf("counted %+v", c)
		}
	}
	if len(counted) != len(want) || len(k.bot.feedback.count) > 0 {
		t.Errorf("counted %v; with shared entries: %v", counted, k.bot.feedback.count)
	}
}

func TestSuggestionsOfAPlace(t *testing.T) {
	k := newKit(t, shared(t), Options{})
	k.typical(k.join(here), "entries")
	if got := k.suggest(here, "wifi", 25); len(got) != 1 || got[0].Entry != "local/wifi" || got[0].Subject != "local" {
		t.Errorf("%v", got)
	}
	got := k.suggest(here, "", 25)
	own := 0
	for _, c := range got {
		if c.Subject == "local" {
			own++
		}
		if _, ok, err := k.bot.EntryIn(t.Context(), here, c.Entry, "fr", ""); !ok || err != nil {
			t.Errorf("%+v leads nowhere", c)
		}
	}
	if len(got) != 25 || own != 13 || got[13].Entry != "linkedin/opt-out" {
		t.Errorf("%d, of them %d own: %v", len(got), own, got)
	}
	if a, b := k.suggest(elsewhere, "", 25), k.bot.Suggest("", "fr", 25); !slices.Equal(a, b) {
		t.Errorf("elsewhere %v, alone %v", a, b)
	}
}

// TestWhatCannotBeAnsweredIsTold once, without who asked; a person in danger is not, nor is what has no words.
func TestWhatCannotBeAnsweredIsTold(t *testing.T) {
	var told []Message
	var counted []Count
	k := newKit(t, shared(t), Options{
		Unknown: func(_ context.Context, m Message, lang string) { m.Lang = lang; told = append(told, m) },
		Count:   func(c Count) { counted = append(counted, c) },
	})
	k.save(k.join(here), "local/wifi", ownEntry("local/wifi", "Quel est le code du wifi ?", "1234"))
	for _, q := range []string{"quelle est la recette de la tarte aux pommes ?", "j’ai envie d’en finir", "wifi ? j’ai envie de mourir", " 🤷 ", "   ", linkedinOptOut, "quel est le code du wifi"} {
		k.say(here, q)
	}
	if want := (Message{Text: "quelle est la recette de la tarte aux pommes ?", Lang: "fr", Place: here}); len(told) != 1 || told[0] != want {
		t.Errorf("told %+v", told)
	}
	var names []string
	for _, c := range counted {
		names = append(names, c.Name+" "+string(c.Entry))
	}
	if want := []string{"unknown ", "unknown ", "unknown ", "answer linkedin/opt-out", "answer local/wifi"}; !slices.Equal(names, want) {
		t.Errorf("counted %q, want %q", names, want)
	}
}

// TestDistressIsFirst whatever the community has written.
func TestDistressIsFirst(t *testing.T) {
	k := newKit(t, shared(t), Options{})
	k.save(k.join(here), "local/x", ownEntry("local/x", "j’ai envie d’en finir", "Quittez le serveur.", "je veux mourir"))
	for _, q := range []string{"j’ai envie d’en finir", "je veux mourir"} {
		if r := k.say(here, q); !r.Private() || !strings.Contains(r.Text, "3114") {
			t.Errorf("%q: %+v", q, r)
		}
	}
}

func TestExplainNamesWhatTheCommunityHas(t *testing.T) {
	k := newKit(t, shared(t), Options{})
	k.typical(k.join(here), "entries")
	for q, first := range map[string]string{"c’est combien la cotisation": "local/cotisation", "refuser l’IA de Google": ""} {
		r, err := k.bot.Respond(t.Context(), Message{Text: q, Place: here, Explain: true})
		if err != nil || len(r.Candidates) == 0 || len(r.Candidates) > maxCandidates || r.Candidates[0].Entry != first && first != "" || !strings.Contains(r.Why, "the community has an entry") {
			t.Errorf("%q: %v %+v %s", q, err, r.Candidates, r.Why)
		}
	}
}

// down is a source of overlays that cannot be reached.
type down struct{}

func (down) Overlay(ctx context.Context, _ knowledge.Place) (*live.Overlay, error) {
	return nil, errors.Join(live.ErrAway, ctx.Err())
}

func TestWithoutTheStoreTheSharedBaseAnswers(t *testing.T) {
	b := New(Options{Model: model(t), Base: shared(t), Overlays: down{}, Now: func() time.Time { return today }})
	if r, err := b.Respond(t.Context(), Message{Text: linkedinOptOut, Place: here}); err != nil || r.Entry != "linkedin/opt-out" {
		t.Errorf("%v %+v", err, r)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := b.SuggestIn(ended, here, "", "fr", 5); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, _, err := b.EntryIn(ended, here, "x/y", "fr", ""); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// TestABaseIsSwappedWhileManyAsk: each reply is from one base, whole.
func TestABaseIsSwappedWhileManyAsk(t *testing.T) {
	bases := make([]*knowledge.Base, 2)
	for i := range bases {
		bases[i] = &knowledge.Base{Subjects: maps.Clone(smallBase(t).Subjects), Entries: maps.Clone(smallBase(t).Entries)}
		for _, id := range []knowledge.ID{"exemplia/opt-out", "exemplia/status"} {
			e := *bases[i].Entries[id]
			e.Text = maps.Clone(e.Text)
			text := e.Text["fr"]
			text.Title, text.Short = fmt.Sprintf("Base %d, %s", i, id), fmt.Sprintf("Base %d.", i)
			e.Text["fr"] = text
			bases[i].Entries[id] = &e
		}
		if i == 1 {
			delete(bases[i].Entries, "exemplia/opt-out") // the nearest one then
		}
	}
	b := New(Options{Model: model(t), Base: bases[0], Now: func() time.Time { return today }})
	stop := make(chan struct{})
	var swaps, asks sync.WaitGroup
	swaps.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
				b.SetBase(bases[i%2])
			}
		}
	})
	show := Press{Kind: PressChoice, Lang: "fr", Subject: "exemplia", Intent: "opt-out"}
	for range 4 {
		asks.Go(func() {
			for range 100 {
				r, err := b.Press(t.Context(), Message{Chat: "c", From: "u"}, show)
				first := r.Entry == "exemplia/opt-out"
				if err != nil || first != strings.Contains(r.Text, "Base 0.") || first == strings.Contains(r.Text, "Base 1.") || first == strings.Contains(r.Text, "rien de précis") {
					t.Errorf("%v: two bases in one reply: %s", err, r.Text)
				}
				for _, c := range b.Suggest("base", "fr", 5) {
					if !strings.HasPrefix(c.Label, "Base ") {
						t.Errorf("%+v", c)
					}
				}
			}
		})
	}
	asks.Wait()
	close(stop)
	swaps.Wait()
}
