package desk

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// ask has readers of the server ask what nobody can answer.
func (w *world) ask(questions ...string) {
	w.tb.Helper()
	for _, q := range questions {
		w.desk.Unknown(w.tb.Context(), bot.Message{Text: q, Place: server}, "fr")
	}
	if err := w.desk.Flush(w.tb.Context()); err != nil {
		w.tb.Fatal(err)
	}
}

func TestGapsAreKeptWhereTheCommunityWantsIt(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	w.ask("comment couper l’ia du wifi ?")
	s := w.moderator("gaps")
	says(t, s, "ne sont pas gardées", "90 jours", "sans les données personnelles", "Activer")
	w.press(m, s, "Activer")
	w.ask("Je m’appelle Jean Dupont, jean.dupont@example.org : comment couper l’ia du wifi ?", "comment couper l'IA du WiFi", "le ciel est-il bleu ?")
	s = w.moderator("gaps")
	says(t, s, "Questions sans réponse (")
	for _, secret := range []string{"Dupont", "example.org"} {
		if slices.ContainsFunc(s.Blocks, func(b bot.Block) bool { return strings.Contains(plainText([]bot.Block{b}), secret) }) {
			t.Errorf("%q is kept", secret)
		}
	}
	says(t, w.do(w.caller("telegram:3"), NewAct("gaps")), "Questions sans réponse (0)")
}

// TestPrivateQuestionsAreNotKept: nobody's conversation with the bot is a gap of a community.
func TestPrivateQuestionsAreNotKept(t *testing.T) {
	w := newWorld(t)
	w.moderator("set", "gaps", "1")
	w.desk.Unknown(t.Context(), bot.Message{Text: "comment couper l’ia du wifi ?"}, "fr")
	w.desk.Unknown(t.Context(), bot.Message{Text: "?!", Place: server}, "fr")
	if len(w.desk.tally.gaps) > 0 {
		t.Errorf("%v", w.desk.tally.gaps)
	}
}

// TestNothingUnscrubbedWaits: between the question and the store there is no personal data either.
func TestNothingUnscrubbedWaits(t *testing.T) {
	w := newWorld(t)
	w.desk.Unknown(t.Context(), bot.Message{Text: "écris à jean.dupont@example.org pour l’ia du wifi", Place: server}, "fr")
	for a, h := range w.desk.tally.gaps {
		if strings.Contains(a.key+h.text, "dupont") {
			t.Errorf("%q, %q", a.key, h.text)
		}
	}
}

func TestGapsWaitForTheStore(t *testing.T) {
	w := newWorld(t)
	w.moderator("set", "gaps", "1")
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	for range 3 {
		w.desk.Unknown(t.Context(), bot.Message{Text: "comment couper l’ia du wifi ?", Place: server}, "fr")
	}
	if err := w.desk.Flush(gone); err == nil {
		t.Fatal("no error")
	}
	w.ask("comment couper l’IA du wifi")
	says(t, w.moderator("gaps"), "demandée 4 fois")
}

func TestLinkAGap(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	w.moderator("set", "gaps", "1")
	w.ask("linkedin refuser le robot", "linkedin refuser le robot")
	s := w.press(m, w.moderator("gaps"), "1.")
	says(t, s, "« linkedin refuser le robot »", "demandée 2 fois", "Une de ces fiches y répond-elle", "Écrire la fiche", "Écarter")
	found := w.submit(m, w.press(m, s, "Une autre fiche"), map[string]string{"q": "linkedin entraîner"})
	s = w.do(m, NewAct("gaplink", found.Buttons[0][0].Act.Args[0], Code("linkedin/opt-out")))
	says(t, s, "Formulation ajoutée", "linkedin refuser le robot")
	if c := w.published("linkedin/opt-out"); !slices.Equal(c.Phrases["fr"], []string{"linkedin refuser le robot"}) {
		t.Errorf("%+v", c)
	}
	says(t, w.moderator("gaps"), "(0)")
	says(t, w.moderator("gap", "1"), "déjà été traitée")
}

func TestWriteTheEntryOfAGap(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	w.moderator("set", "gaps", "1")
	w.ask("comment couper l’ia du wifi ?")
	s := w.press(m, w.press(m, w.moderator("gaps"), "1."), "Écrire la fiche")
	says(t, s, "comment couper l’ia du wifi ?")
	s = w.submit(m, s, map[string]string{"short": "Demandez."})
	says(t, s, "Enregistré comme brouillon")
	says(t, w.moderator("gaps"), "(0)")
	w.press(m, s, "Abandonner le brouillon")
	says(t, w.moderator("gaps"), "(1)") // nobody ever saw the entry: the question waits again
	says(t, w.press(m, w.press(m, w.moderator("gaps"), "1."), "Écarter"), "ne reviendra pas")
	w.ask("comment couper l’ia du wifi ?")
	says(t, w.moderator("gaps"), "(0)")
}

func TestGapsAreDroppedAfter90Days(t *testing.T) {
	w := newWorld(t)
	w.moderator("set", "gaps", "1")
	w.ask("comment couper l’ia du wifi ?")
	w.pass(89 * 24 * time.Hour)
	w.desk.sweep(t.Context(), w.clock())
	says(t, w.moderator("gaps"), "(1)")
	w.pass(2 * 24 * time.Hour)
	w.desk.sweep(t.Context(), w.clock())
	says(t, w.moderator("gaps"), "(0)")
}

func TestClosestIsAsked(t *testing.T) {
	w := newWorldOf(t, smallBase(t), Options{Closest: func(_ context.Context, _ Place, lang, text string, n int) []knowledge.ID {
		return []knowledge.ID{"rights/complaint", "no/such", "rights/complaint"}[:min(n, 3)]
	}})
	w.moderator("set", "gaps", "1")
	w.ask("à qui me plaindre")
	s := w.moderator("gap", "1")
	if s.Buttons[0][0].Act.String() != "gaplink_1_"+Code("rights/complaint") {
		t.Error(draw(s))
	}
}
