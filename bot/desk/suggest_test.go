package desk

import (
	"strings"
	"testing"
	"time"

	"nonmerci/knowledge"
)

func TestSuggestionFromMemberToDecision(t *testing.T) {
	w := newWorld(t)
	m, member := w.caller("discord:1"), w.caller("discord:4")
	says(t, w.do(member, NewAct("suggest")), "ne sont pas ouvertes ici")
	w.press(m, w.moderator("suggestions"), "Activer")

	form := w.do(member, NewAct("suggest"))
	says(t, w.submit(member, form, map[string]string{"text": strings.Repeat("a", 2001)}), "2000 au plus", strings.Repeat("a", 100))
	says(t, w.submit(member, form, map[string]string{"text": "Comment faire pour le wifi de l’école ? Il faut demander."}), "Leur décision", "en privé")
	says(t, w.do(member, NewAct("suggest")), "déjà une proposition en attente")
	says(t, w.do(member, NewAct("suggest", Code("linkedin/opt-out"))), "Votre proposition")
	says(t, w.moderator("home"), "Une proposition attend.")

	s := w.press(m, w.moderator("suggestions"), "1.")
	says(t, s, "wifi de l’école", "Retenir", "Écarter")
	form = w.press(m, s, "Retenir")
	says(t, form, "Comment faire pour le wifi de l’école ?", "Il faut demander.")
	says(t, w.submit(m, form, map[string]string{"short": ""}), "À corriger")
	says(t, w.moderator("suggestion", "1"), "Retenir") // not decided before it is saved
	s = w.submit(m, form, nil)
	says(t, s, "Enregistré comme brouillon")
	says(t, w.moderator("suggestion", "1"), "déjà reçu une réponse")

	due := s.Notices
	if len(due) != 1 || due[0].To != "discord:4" || !strings.Contains(plainText(due[0].Blocks), "a été retenue") {
		t.Fatalf("%+v", due)
	}
	if again, _ := w.desk.Due(t.Context()); len(again) > 0 {
		t.Error("the decision is told twice")
	}
	if err := w.desk.Delivered(t.Context(), due[0], false); err != nil {
		t.Fatal(err)
	}
	w.pass(11 * time.Minute)
	if due, _ = w.desk.Due(t.Context()); len(due) != 1 {
		t.Fatal("a decision that could not be told is forgotten")
	}
	if err := w.desk.Delivered(t.Context(), due[0], true); err != nil {
		t.Fatal(err)
	}
	if told, _ := w.store.Suggestion(t.Context(), mustAt(t, w, server), 1); told.By != "" {
		t.Errorf("the name stays: %+v", told)
	}
	w.pass(time.Hour)
	if due, _ = w.desk.Due(t.Context()); len(due) > 0 {
		t.Errorf("told again: %+v", due)
	}
}

func TestDeclineASuggestion(t *testing.T) {
	w := newWorld(t)
	m, member := w.caller("discord:1"), w.caller("discord:4")
	w.moderator("set", "suggest", "1")
	w.submit(member, w.do(member, NewAct("suggest", Code("linkedin/opt-out"))), map[string]string{"text": "C’est faux."})
	s := w.submit(m, w.press(m, w.press(m, w.moderator("suggestions"), "1."), "Écarter"), map[string]string{"reason": "La page officielle dit le contraire."})
	says(t, s, "Proposition écartée")
	due := s.Notices
	if len(due) != 1 || !strings.Contains(plainText(due[0].Blocks), "La page officielle dit le contraire.") {
		t.Errorf("%+v", due)
	}
}

func TestAcceptASuggestionForAnEntry(t *testing.T) {
	w := newWorld(t)
	m, member := w.caller("discord:1"), w.caller("discord:4")
	w.moderator("set", "suggest", "1")
	w.submit(member, w.do(member, NewAct("suggest", Code("linkedin/opt-out"))), map[string]string{"text": "Il manque le lien."})
	s := w.press(m, w.press(m, w.moderator("suggestions"), "1."), "Retenir")
	says(t, s, "Il manque le lien.", "Modifier (français)")
	w.submit(m, s, map[string]string{"short": "Avec le lien."})
	if g, _ := w.store.Suggestion(t.Context(), mustAt(t, w, server), 1); g.State != knowledge.SuggestionAccepted {
		t.Errorf("%+v", g)
	}
}

func TestFiveSuggestionsADay(t *testing.T) {
	w := newWorld(t)
	member := w.caller("discord:4")
	w.moderator("set", "suggest", "1")
	entries := []knowledge.ID{"linkedin/opt-out", "linkedin/status", "linkedin/data", "linkedin/since", "linkedin/legal"}
	for _, id := range entries {
		says(t, w.submit(member, w.do(member, NewAct("suggest", Code(id))), map[string]string{"text": "Une idée."}), "Merci")
	}
	says(t, w.do(member, NewAct("suggest")), "5 propositions en un jour")
	w.pass(25 * time.Hour)
	if w.do(member, NewAct("suggest")).Form == nil {
		t.Error("refused on the next day")
	}
}

// TestMembersDoNotSeeDrafts: by its code a member could ask about what they cannot read.
func TestMembersDoNotSeeDrafts(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	w.moderator("set", "suggest", "1")
	w.submit(m, w.moderator("new"), wifi)
	says(t, w.do(w.caller("discord:4"), NewAct("suggest", Code("comment-couper-l-ia"))), "n’existe plus")
}

func TestPromoteAMessage(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	said := "Pour couper l’IA du wifi, c’est où ? Je m’appelle Jean Dupont. Allez dans *Réglages*, puis écrivez à jean@example.org."
	s := w.do(m, Act{Verb: "promote", Args: []string{"fr"}, Fields: map[string]string{"text": said}})
	says(t, s, "la première phrase comme question", "Des données personnelles ont été retirées", "[nom]", "[e-mail]", "Pour couper l’IA du wifi, c’est où ?")
	if v := s.Form.values(); strings.Contains(v["short"], "Dupont") || !strings.Contains(v["short"], "Allez dans") {
		t.Errorf("%q", v)
	}
	says(t, w.submit(m, s, nil), "Enregistré comme brouillon")
	says(t, w.press(m, s, "Ouvrir le formulaire"), "Pour couper l’IA")
	says(t, w.do(m, Act{Verb: "promote"}), "ne contient pas de texte")

	long := "Une question ? " + strings.Repeat("Une phrase assez longue pour compter. ", 40)
	s = w.do(m, Act{Verb: "promote", Fields: map[string]string{"text": long}})
	v := s.Form.values()
	if n := strings.Count(v["short"]+v["steps"], "Une phrase"); n != 40 || len([]rune(v["short"])) > knowledge.MaxShort {
		t.Errorf("%d sentences of 40 are kept: %q", n, v)
	}
}
