package bot

import (
	"slices"
	"strings"
	"testing"

	"nonmerci/knowledge/search"
)

// ownDocs are a community's entries: a title, some phrasings, an answer.
var ownDocs = []search.Doc{
	{ID: "tournoi", Lang: "fr", Title: "Quand a lieu le tournoi ?", Phrasings: []string{"date du tournoi", "le tournoi commence quand"}, Answer: "Samedi à 14 h."},
	{ID: "regles", Lang: "fr", Title: "Où sont les règles du serveur ?", Phrasings: []string{"règlement du serveur", "lire les règles"}, Answer: "Dans le salon #règles."},
	{ID: "grade", Lang: "fr", Title: "Comment obtenir un grade ?", Phrasings: []string{"avoir un rôle", "monter en grade"}, Answer: "Demandez à un modérateur."},
	{ID: "emoji", Lang: "fr", Title: "Comment proposer un émoji ?", Phrasings: []string{"ajouter un émoji"}, Answer: "Postez-le dans #idées."},
	{ID: "stream", Lang: "fr", Title: "Quand sont les streams ?", Phrasings: []string{"horaire des streams"}, Answer: "Le mercredi soir."},
	{ID: "bot", Lang: "", Title: "Qui a écrit le robot ?", Answer: "Un membre."},
}

func TestOwnAnswersFromItsWords(t *testing.T) {
	o := NewOwn(ownDocs, model(t), search.Options{})
	r := o.Ask("quand a lieu le tournoi ?", []string{"sans effet"}, "", true)
	if r.Kind != Answer || r.Entry != "tournoi" || r.Lang != "fr" || !strings.Contains(r.Text, "Samedi à 14 h.") {
		t.Fatalf("%+v", r)
	}
	if len(r.Candidates) == 0 || r.Candidates[0].Entry != "tournoi" || !strings.Contains(r.Why, "probability") {
		t.Errorf("not explained: %+v %q", r.Candidates, r.Why)
	}
	if len(r.Sources) > 0 || r.Card != nil {
		t.Errorf("sources of an entry that has none: %+v", r.Sources)
	}
	if r = o.Ask("Quand a lieu le tournoi ?", nil, "en", false); r.Kind != Answer || r.Lang != "fr" || len(r.Candidates) > 0 {
		t.Errorf("an English reader: %+v", r)
	}
}

func TestOwnDoesNotKnow(t *testing.T) {
	o := NewOwn(ownDocs, model(t), search.Options{})
	for q, want := range map[string]string{
		"zygomatique xylophone": french.ownUnknown, "": french.ownEmpty, "   ": french.ownEmpty, "🤷🤷": french.ownUnknown,
	} {
		r := o.Ask(q, nil, "", true)
		if r.Kind != Unknown || r.Text != want || r.Entry != "" || r.Why == "" {
			t.Errorf("%q: %+v %q", q, r, r.Why)
		}
	}
	if r := o.Ask("zygomatique", nil, "en", false); r.Text != english.ownUnknown {
		t.Errorf("in English: %q", r.Text)
	}
}

// TestOwnAsksBack with made-up hits: which question makes the engine hesitate is the engine's affair.
func TestOwnAsksBack(t *testing.T) {
	o := NewOwn(ownDocs, model(t), search.Options{})
	hits := make([]search.Hit, len(ownDocs))
	for i := range ownDocs {
		hits[i] = search.Hit{ID: ownDocs[i].ID, Doc: i, Confidence: 0.1, InScope: 0.9}
	}
	var r Reply
	o.clarify(&r, hits, "fr")
	if len(r.Choices) != maxChoices || r.Choices[1].Entry != "regles" || !strings.HasSuffix(r.Text, "\n5. Autre chose") {
		t.Errorf("%+v", r)
	}
}

func TestZones(t *testing.T) {
	hit := func(in, sure float64) search.Hit { return search.Hit{InScope: in, Confidence: sure} }
	for _, c := range []struct {
		name string
		hits []search.Hit
		want search.Zone
	}{
		{"none", nil, search.Unknown},
		{"out of scope", []search.Hit{hit(ownInScope-0.01, 0.9)}, search.Unknown},
		{"in scope and sure", []search.Hit{hit(ownInScope, ownSure), hit(0.9, 0.1)}, search.Answer},
		{"in scope, not sure", []search.Hit{hit(0.9, ownSure-0.01), hit(0.9, 0.1)}, search.Clarify},
		{"not sure, and nothing else", []search.Hit{hit(0.9, ownSure-0.01)}, search.Answer},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := zone(c.hits); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestOwnSpeaksTheLanguageOfMostEntries(t *testing.T) {
	docs := slices.Clone(ownDocs[:1])
	for i := range 3 {
		docs = append(docs, search.Doc{ID: itoa(i), Lang: "de", Title: "Wann beginnt Turnier " + itoa(i) + "?", Answer: "Bald."})
	}
	if o := NewOwn(docs, model(t), search.Options{}); o.lang != "de" {
		t.Errorf("language %q", o.lang)
	}
}

// TestOwnCaresAndGreets: whatever base it answers from.
func TestOwnCaresAndGreets(t *testing.T) {
	o := NewOwn(ownDocs, model(t), search.Options{})
	if r := o.Ask("quand a lieu le tournoi ? de toute façon je veux mourir", nil, "", false); !r.Private() || !strings.Contains(r.Text, "3114") {
		t.Errorf("%+v", r)
	}
	if r := o.Ask("bonjour", nil, "", false); r.Kind != Smalltalk || r.Text != french.greet {
		t.Errorf("%+v", r)
	}
	if r := o.Ask("quand a lieu le tournoi ? "+strings.Repeat("Voilà. ", 400), nil, "", false); !strings.HasPrefix(r.Text, french.cut) {
		t.Errorf("%s", r.Text)
	}
}
