package desk

import (
	"context"
	"strings"
	"testing"

	"nonmerci/bot"
	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/understand"
)

// newWorldWithBot is a world whose questions are answered by a real bot over its store.
func newWorldWithBot(t *testing.T) *world {
	t.Helper()
	model, err := understand.Default()
	if err != nil {
		t.Fatal(err)
	}
	var w *world
	var over *live.Base
	w = newWorldOf(t, smallBase(t), Options{Try: func(ctx context.Context, p Place, question, lang string) (bot.Trial, error) {
		if err := over.Refresh(ctx); err != nil {
			return bot.Trial{}, err
		}
		return bot.New(bot.Options{Model: model, Base: over.Shared(), Release: smallBase(t), Overlays: over}).Try(ctx, p, question, lang)
	}})
	if over, err = live.Open(t.Context(), w.store, live.Options{Now: w.clock}); err != nil {
		t.Fatal(err)
	}
	return w
}

// tests has a moderator test a question.
func (w *world) tests(question string) Screen {
	w.tb.Helper()
	a := NewAct("tested")
	a.Fields = map[string]string{"question": question}
	return w.do(w.caller("discord:1"), a)
}

func TestAQuestionIsExplained(t *testing.T) {
	w := newWorldWithBot(t)
	for question, want := range map[string][]string{
		"comment désactiver LinkedIn IA sur Android ?": {
			"Service : LinkedIn", "Question : Refuser", "Appareil : Sur Android", "Langue : français", "cette fiche y répond", "Texte lu : la fiche commune",
			"c’est elle qui répond", "Ce qu’un membre lirait ici",
		},
		"linkedin":                          {"Service : LinkedIn", "Question : rien de précis", "le bot pose la question"},
		"comment désactiver l’IA ?":         {"Service : rien de précis", "pas pour quel service"},
		"une recette de tarte tatin":        {"le bot dit qu’il ne sait pas"},
		"comment refuser l’IA de Netflix ?": {"absent de la base"},
		"bonjour":                           {"salutation"},
	} {
		s := w.tests(question)
		says(t, s, append(want, "« "+question+" »")...)
	}
	id := w.write()
	says(t, w.tests(title(w.entry(id), id, "fr")), "Texte lu : votre fiche", "une de vos fiches")
	s := w.tests("j’ai envie d’en finir")
	says(t, s, "3114")
	if text := draw(s); strings.Contains(text, "Pourquoi") || strings.Contains(text, "testadd") {
		t.Errorf("a cry for help is taken apart:\n%s", text)
	}
}

// entry is what readers get of an entry of the first community.
func (w *world) entry(id knowledge.ID) *knowledge.Entry { return w.published(id).Entry }

// TestATestedQuestionIsMended: it becomes a way to ask for the right entry, and that is what is said of it from then on.
func TestATestedQuestionIsMended(t *testing.T) {
	w := newWorldWithBot(t)
	ana := w.caller("discord:1")
	s := w.tests("virer le truc du réseau bleu")
	s = w.press(ana, s, "Une autre fiche")
	s = w.submit(ana, s, map[string]string{"q": "empêcher LinkedIn d’entraîner"})
	says(t, s, "À quelle fiche ajouter", "virer le truc du réseau bleu")
	s = w.press(ana, s, "1. ")
	says(t, s, "comprise dès maintenant", "virer le truc du réseau bleu")
	says(t, w.press(ana, s, "Tester de nouveau"), "formulation ajoutée par votre communauté", "100 %")
	if got := w.published("linkedin/opt-out").Phrases["fr"]; len(got) != 1 || got[0] != "virer le truc du réseau bleu" {
		t.Errorf("%q", got)
	}
	s = w.press(ana, w.tests("virer le truc rouge"), "Écrire la fiche")
	if s.Form == nil || s.Form.values()["title"] != "virer le truc rouge" {
		t.Errorf("%s", draw(s))
	}
	s = w.press(ana, w.tests("comment désactiver LinkedIn IA ?"), "Ouvrir 1")
	says(t, s, "C’est la fiche commune qui est montrée")
	for _, bad := range []string{"", strings.Repeat("x", maxTested+1), "\xff"} {
		if s := w.tests(bad); s.Form == nil {
			t.Errorf("%q is tested:\n%s", bad, draw(s))
		}
	}
	w.pass(shelfLife + 1)
	says(t, w.press(ana, s, "Accueil"), "Tester une question")
	says(t, w.do(ana, NewAct("testadd", Code("linkedin/opt-out"), "abcdefghij")), "n’est plus gardé")
}

// TestACuratorTestsTheSharedBase, and what they add is understood at once: in no community's words.
func TestACuratorTestsTheSharedBase(t *testing.T) {
	w := newWorldWithBot(t)
	curator := w.caller("discord:9")
	a := NewAct("b-tested")
	a.Fields = map[string]string{"question": "virer le machin du réseau bleu"}
	s := w.do(curator, a)
	s = w.submit(curator, w.press(curator, s, "Une autre fiche"), map[string]string{"q": "empêcher LinkedIn d’entraîner"})
	s = w.press(curator, s, "1. ")
	says(t, s, "comprise dès maintenant")
	says(t, w.press(curator, s, "Tester de nouveau"), "formulation ajoutée à la base commune")
	says(t, w.tests("virer le machin du réseau bleu"), "formulation ajoutée à la base commune", "la fiche commune")
}

func TestWithoutABotNothingIsTested(t *testing.T) {
	says(t, newWorld(t).tests("x"), "ne peuvent pas être testées")
}
