package bot

import (
	"context"
	"maps"
	"slices"
	"testing"

	"nonmerci/knowledge"
)

// rephrased is an entry with further ways to ask in French.
func rephrased(e *knowledge.Entry, more ...string) knowledge.Content {
	c := *e
	c.Text = maps.Clone(e.Text)
	t := c.Text["fr"]
	t.Phrases = append(slices.Clone(t.Phrases), more...)
	c.Text["fr"] = t
	return knowledge.Content{Entry: &c}
}

// TestAWordingAddedToTheSharedBaseIsUnderstoodEverywhere, at once: in places with and without an overlay, and in private.
func TestAWordingAddedToTheSharedBaseIsUnderstoodEverywhere(t *testing.T) {
	k := newKit(t, shared(t), Options{Release: shared(t)})
	if k.bot.state.Load().added != nil {
		t.Fatal("something was added to what the release ships")
	}
	k.save(k.join(here), "local/wifi", ownEntry("local/wifi", "Quel est le code du wifi ?", "1234"))
	const exact, near = "Couper le bidule du réseau bleu !", "comment je coupe le bidule du reseau bleu"
	for _, q := range []string{exact, near} {
		if r := k.say(elsewhere, q); r.Entry == "linkedin/opt-out" {
			t.Fatalf("%q is understood before", q)
		}
	}
	k.save(knowledge.SharedBase, "linkedin/opt-out", rephrased(k.live.Shared().Entries["linkedin/opt-out"], "couper le bidule du réseau bleu"))
	for _, q := range []string{exact, near} {
		for _, p := range []knowledge.Place{here, elsewhere, {}} {
			if r := k.say(p, q); r.Kind != Answer || r.Entry != "linkedin/opt-out" || r.Community || len(r.Sources) == 0 {
				t.Errorf("%q in %q: %+v", q, p, r)
			}
		}
	}
	if r := k.say(here, "quel est le code du wifi ?"); r.Entry != "local/wifi" {
		t.Errorf("the community's own: %+v", r)
	}
	if r := k.say(here, "j’ai envie d’en finir avec le bidule du réseau bleu"); !r.Private() {
		t.Errorf("a person in danger: %+v", r)
	}
	k.save(k.join(here), "linkedin/opt-out", knowledge.Content{Hidden: true})
	if r := k.say(here, exact); r.Entry == "linkedin/opt-out" {
		t.Errorf("what is hidden is shown: %+v", r)
	}
	k.save(knowledge.SharedBase, "linkedin/opt-out", knowledge.Content{Entry: shared(t).Entries["linkedin/opt-out"]})
	// In a conversation that was about LinkedIn a moment ago the model may well guess it: it is asked in another.
	r, err := k.bot.Respond(t.Context(), Message{Chat: "another", From: "u", Text: exact, Place: elsewhere})
	if err != nil || r.Entry == "linkedin/opt-out" || k.bot.state.Load().added != nil {
		t.Errorf("taken back: %+v, %v", r, err)
	}
}

// TestANewSharedEntryIsFoundByItsWords, which the model has never read.
func TestANewSharedEntryIsFoundByItsWords(t *testing.T) {
	k := newKit(t, shared(t), Options{Release: shared(t)})
	e := *shared(t).Entries["linkedin/opt-out"]
	e.ID, e.Also = "linkedin/why", nil
	e.Text = map[string]knowledge.Text{"fr": {Title: "Que devient la pastille verte des recruteurs ?", Short: "Rien."}}
	k.save(knowledge.SharedBase, e.ID, knowledge.Content{Entry: &e})
	if r := k.say(elsewhere, "que devient la pastille verte des recruteurs"); r.Entry != "linkedin/why" {
		t.Errorf("%+v", r)
	}
}

// TestTheLanguageOfACommunity is that of answers to texts that do not tell their own, and of no others.
func TestTheLanguageOfACommunity(t *testing.T) {
	k := newKit(t, shared(t), Options{})
	c := k.join(here)
	k.ok(k.store.Configure(t.Context(), c, knowledge.Settings{Lang: "en"}, chloe, today))
	k.ok(k.live.Refresh(t.Context()))
	ask := func(chat ChatID, p knowledge.Place, text, hint string) Reply {
		t.Helper()
		r, err := k.bot.Respond(t.Context(), Message{Chat: chat, From: "u", Text: text, Lang: hint, Place: p})
		k.ok(err)
		return r
	}
	for _, c := range []struct {
		text, hint string
		place      knowledge.Place
		want       string
	}{
		{"linkedin", "", here, "en"},
		{"linkedin", "fr", here, "en"}, // what a platform tells is a hint as well
		{"linkedin", "de", elsewhere, "de"},
		{"linkedin", "", elsewhere, "fr"},
		{"comment désactiver l’IA de LinkedIn ?", "", here, "fr"},
		{"Guten Tag, wie geht es Ihnen heute?", "en", here, "de"},
	} {
		if r := ask(ChatID(c.text+c.hint+c.place.String()), c.place, c.text, c.hint); r.Lang != c.want {
			t.Errorf("%q, %q in %q is answered in %q", c.text, c.hint, c.place, r.Lang)
		}
	}
	ask("conversation", here, "comment désactiver l’IA de LinkedIn ?", "")
	if r := ask("conversation", here, "instagram", ""); r.Lang != "fr" {
		t.Errorf("the language spoken so far is forgotten: %q", r.Lang)
	}
}

func TestTry(t *testing.T) {
	var told int
	k := newKit(t, shared(t), Options{
		Release: shared(t), Count: func(Count) { told++ }, Unknown: func(context.Context, Message, string) { told++ },
	})
	c := k.join(here)
	k.save(c, "local/wifi", ownEntry("local/wifi", "Quel est le code du wifi ?", "1234", "mdp wifi"))
	k.save(c, "instagram/opt-out", knowledge.Content{Phrases: map[string][]string{"fr": {"le machin à photos"}}})
	k.save(c, "linkedin/data", knowledge.Content{Hidden: true})
	k.save(knowledge.SharedBase, "linkedin/opt-out", rephrased(k.live.Shared().Entries["linkedin/opt-out"], "le bidule bleu à couper"))
	for q, want := range map[string]struct {
		reason  Reason
		entry   knowledge.ID
		wording string
		shared  bool
	}{
		linkedinOptOut:               {ReasonEntry, "linkedin/opt-out", "", false},
		"mdp wifi":                   {ReasonOwn, "local/wifi", "mdp wifi", false},
		"le machin à photos":         {ReasonWording, "instagram/opt-out", "le machin à photos", false},
		"le bidule bleu à couper":    {ReasonWording, "linkedin/opt-out", "le bidule bleu à couper", true},
		"comment désactiver l’IA ?":  {ReasonService, "", "", false},
		"LinkedIn":                   {ReasonQuestion, "", "", false},
		"une recette de tarte tatin": {ReasonNotOurs, "", "", false},
		"bonjour":                    {ReasonHello, "", "", false},
		"":                           {ReasonEmpty, "", "", false},
		"j’ai envie d’en finir":      {ReasonDistress, "", "", false},
		"Que mettre dans une lettre d’opposition ?": {ReasonGeneral, "", "", false},
	} {
		got, err := k.bot.Try(t.Context(), here, q, "fr")
		k.ok(err)
		if want.reason == ReasonGeneral {
			want.entry = got.Entry
		}
		if got.Reason != want.reason || got.Entry != want.entry || got.Wording != want.wording || got.Shared != want.shared || got.Lang != "fr" {
			t.Errorf("%q: %+v", q, got)
		}
		if got.Entry != "" && (len(got.Considered) == 0 || got.Considered[0].Entry != got.Entry) {
			t.Errorf("%q: the answer is not the first considered: %+v", q, got.Considered)
		}
		if said := k.say(here, q); said.Text != got.Reply.Text || said.Kind != got.Reply.Kind {
			t.Errorf("%q is answered otherwise: %q, %q", q, got.Reply.Text, said.Text)
		}
	}
	told = 0
	got, err := k.bot.Try(t.Context(), here, "quelles données LinkedIn utilise-t-il ?", "")
	k.ok(err)
	if got.Reason != ReasonNearest || got.Service != "linkedin" || got.Guessed || got.Ours < 0.5 {
		t.Errorf("%+v", got)
	}
	if told != 0 || k.bot.memory.recent.Len() > 11 {
		t.Errorf("%d were told of a trial", told)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := k.bot.Try(ended, here, "x", ""); err == nil {
		t.Error("no error after the end")
	}
}
