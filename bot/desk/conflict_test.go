package desk

import (
	"testing"

	"nonmerci/knowledge"
)

// TestTwoModeratorsSaveAtOnce: one wins, the other gets both texts, and may still have theirs.
func TestTwoModeratorsSaveAtOnce(t *testing.T) {
	w := newWorld(t)
	id := w.write()
	a, b := w.caller("discord:1"), w.caller("discord:2")
	formA, formB := w.do(a, NewAct("edit", Code(id), "fr")), w.do(b, NewAct("edit", Code(id), "fr"))
	says(t, w.submit(a, formA, map[string]string{"short": "Le texte de la première."}), "Enregistré comme brouillon")
	s := w.submit(b, formB, map[string]string{"short": "Le texte de la seconde."})
	says(t, s, "Modifié entre-temps", "Réponse courte, maintenant", "Le texte de la première.", "Réponse courte, votre texte", "Le texte de la seconde.")
	if s.Form == nil || s.Form.values()["short"] != "Le texte de la seconde." {
		t.Fatalf("the text does not come back:\n%s", draw(s))
	}
	waits, _ := w.store.Record(t.Context(), mustAt(t, w, server), id)
	if waits.Draft.Content.Entry.Text["fr"].Short != "Le texte de la première." {
		t.Error("the second has overwritten the first")
	}
	says(t, w.press(b, s, "Enregistrer le mien"), "Enregistré comme brouillon", "Le texte de la seconde.")
	says(t, w.press(b, s, "Enregistrer le mien"), "Ce texte n’est plus gardé")
}

func TestStaleFormSentAgainRestsOnWhatStands(t *testing.T) {
	w := newWorld(t)
	id := w.write()
	a, b := w.caller("discord:1"), w.caller("discord:2")
	form := w.do(b, NewAct("edit", Code(id), "fr"))
	w.submit(a, w.do(a, NewAct("edit", Code(id), "fr")), map[string]string{"short": "Un."})
	s := w.submit(b, form, map[string]string{"short": "Deux."})
	again := w.press(b, s, "Corriger")
	says(t, w.submit(b, again, map[string]string{"short": "Deux et un."}), "Enregistré comme brouillon", "Deux et un.")
	says(t, w.press(b, s, "Abandonner"), "plus gardé")
}

// TestUndoAfterSomebodyElse: undoing does not take back what somebody else has done since.
func TestUndoAfterSomebodyElse(t *testing.T) {
	w := newWorld(t)
	code := Code("linkedin/opt-out")
	m := w.caller("discord:1")
	s := w.moderator("hide", code)
	w.submit(w.caller("discord:2"), w.do(w.caller("discord:2"), NewAct("note", code, "fr")), map[string]string{"note": "Attention."})
	says(t, w.press(m, s, "Annuler"), "Quelqu’un a enregistré autre chose entre-temps")
	if c := w.published("linkedin/opt-out"); !c.Hidden || c.Note["fr"] != "Attention." {
		t.Errorf("%+v", c)
	}
}

func TestSecondPerson(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	w.moderator("set", "two", "1")
	s := w.submit(m, w.moderator("new"), wifi)
	says(t, s, "un autre modérateur doit publier ce brouillon")
	for _, row := range s.Buttons {
		for _, b := range row {
			if b.Act.Verb == "publish" {
				t.Error("the writer is offered to publish")
			}
		}
	}
	const id knowledge.ID = "comment-couper-l-ia"
	says(t, w.moderator("publish", Code(id), "1"), "un autre modérateur doit publier ce brouillon")
	if w.published(id).Entry != nil {
		t.Fatal("the writer has published")
	}
	says(t, w.do(w.caller("discord:2"), NewAct("publish", Code(id), "1")), "Publié")

	says(t, w.moderator("hide", Code("linkedin/opt-out")), "les lecteurs n’en voient encore rien", "un autre modérateur")
	if w.published("linkedin/opt-out").Hidden {
		t.Error("hidden by one person")
	}
	says(t, w.moderator("rollback", Code(id), "1", "1"), "un autre modérateur")
}

func TestPublishingADraftThatIsNone(t *testing.T) {
	w := newWorld(t)
	id := w.write()
	says(t, w.moderator("publish", Code(id), "1"), "Ce brouillon n’attend plus")
	says(t, w.moderator("discard", Code(id), "9"), "Ce brouillon n’attend plus")
}

func TestDiscard(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	s := w.submit(m, w.moderator("new"), wifi)
	says(t, w.press(m, s, "Abandonner le brouillon"), "Son texte reste dans l’historique")
	says(t, w.moderator("list", "own"), "Cette liste est vide")
	says(t, w.moderator("list", "archived"), "abandonnée")
	says(t, w.moderator("history", Code("comment-couper-l-ia")), "Version 1")
}
