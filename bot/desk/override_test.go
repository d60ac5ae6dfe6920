package desk

import (
	"testing"

	"nonmerci/knowledge"
)

// curate changes « linkedin/opt-out » in the shared base and publishes it.
func (w *world) curate(fields map[string]string) {
	w.tb.Helper()
	c := w.caller("discord:9")
	w.press(c, w.submit(c, w.do(c, NewAct("b-edit", Code("linkedin/opt-out"), "fr")), fields), "Publier")
}

func TestOverrideThatFallsBehind(t *testing.T) {
	w := newWorld(t)
	const id knowledge.ID = "linkedin/opt-out"
	code, m := Code(id), w.caller("discord:1")
	s := w.press(m, w.moderator("show", code), "Modifier (français)")
	w.press(m, w.submit(m, s, map[string]string{"short": "Chez nous, c’est le DPO qui le fait."}), "Publier")
	if c := w.published(id); c.Entry == nil || c.Base != 1 {
		t.Fatalf("%+v", c)
	}
	says(t, w.moderator("show", code), "Votre texte remplace la fiche commune", "Retirer notre version")
	says(t, w.moderator("changed", code), "n’a pas changé depuis", "Ce que votre version change", "Après : Chez nous")
	says(t, w.moderator("stale"), "Fiche commune changée (0)")

	w.curate(map[string]string{"short": "LinkedIn a changé le réglage."})
	says(t, w.moderator("show", code), "La fiche commune a changé depuis que vous avez écrit la vôtre")
	s = w.press(m, w.press(m, w.moderator("stale"), "Fiche commune changée (1)"), "1.")
	says(t, s, "Ce qui a changé dans la fiche commune", "Après : LinkedIn a changé le réglage.", "Garder la nôtre", "Prendre la fiche commune", "Modifier (français)")

	says(t, w.press(m, s, "Garder la nôtre"), "Votre version est gardée")
	if c := w.published(id); c.Entry == nil || c.Base != 2 {
		t.Errorf("%+v", c)
	}
	says(t, w.moderator("stale"), "Fiche commune changée (0)")
	says(t, w.press(m, s, "Prendre la fiche commune"), "Quelqu’un a enregistré autre chose") // the old screen
	says(t, w.press(m, w.moderator("changed", code), "Prendre la fiche commune"), "Votre version est retirée")
	if w.published(id).Entry != nil {
		t.Error("the override stands")
	}
	says(t, w.moderator("show", code), "C’est la fiche commune qui est montrée")
}

func TestOverrideWrittenWhileTheSharedEntryChanges(t *testing.T) {
	w := newWorld(t)
	const id knowledge.ID = "linkedin/opt-out"
	m := w.caller("discord:1")
	form := w.moderator("edit", Code(id), "fr")
	w.curate(map[string]string{"short": "LinkedIn a changé le réglage."})
	w.press(m, w.submit(m, form, map[string]string{"short": "Chez nous…"}), "Publier")
	says(t, w.moderator("show", Code(id)), "La fiche commune a changé depuis")
}

func TestNotePhrasesAndHiding(t *testing.T) {
	w := newWorld(t)
	const id knowledge.ID = "linkedin/opt-out"
	code, m := Code(id), w.caller("discord:1")
	s := w.submit(m, w.press(m, w.moderator("show", code), "Note"), map[string]string{"note": "À l'école, voyez **Mme Durand**."})
	says(t, s, "Note enregistrée", "Mme Durand")
	s = w.submit(m, w.press(m, w.moderator("show", code), "Ajouter une formulation"), map[string]string{"phrases": "virer le robot de linkedin\ndésactiver l'IA de LinkedIn"})
	says(t, s, "elle est comprise dès maintenant", "virer le robot de linkedin")
	c := w.published(id)
	if len(c.Phrases["fr"]) != 1 || c.Note["fr"] == "" {
		t.Errorf("%+v: the phrasing that the shared entry has is added again, or one is lost", c)
	}
	s = w.submit(m, w.press(m, w.moderator("show", code), "Corriger les formulations"), map[string]string{"phrases": ""})
	says(t, s, "Formulations enregistrées")
	says(t, w.press(m, w.moderator("show", code), "Masquer ici"), "Fiche masquée")
	says(t, w.moderator("list", "archived"), "masquée")
	says(t, w.press(m, w.moderator("show", code), "Ne plus masquer"), "de nouveau montrée")
	if c := w.published(id); c.Hidden || len(c.Phrases) > 0 || c.Note["fr"] == "" {
		t.Errorf("%+v", c)
	}
	s = w.submit(m, w.moderator("note", code, "fr"), map[string]string{"note": ""})
	s = w.press(m, s, "Annuler")
	if c := w.published(id); c.Note["fr"] == "" {
		t.Errorf("the note is not back:\n%s", draw(s))
	}
}

// TestSmallChangesJoinADraft: what waits is not lost by a phrasing.
func TestSmallChangesJoinADraft(t *testing.T) {
	w := newWorld(t)
	id := w.write()
	m := w.caller("discord:1")
	w.submit(m, w.moderator("edit", Code(id), "fr"), map[string]string{"short": "Brouillon."})
	s := w.submit(m, w.moderator("phrase", Code(id), "fr"), map[string]string{"phrases": "encore une façon"})
	says(t, s, "Brouillon.")
	w.press(m, s, "Publier")
	if e := w.published(id).Entry; e.Text["fr"].Short != "Brouillon." || len(e.Text["fr"].Phrases) != 3 {
		t.Errorf("%+v", e.Text["fr"])
	}
}

func TestReleaseWaitsForACurator(t *testing.T) {
	w := newWorld(t)
	const id knowledge.ID = "linkedin/opt-out"
	c := w.caller("discord:9")
	w.curate(map[string]string{"short": "Notre texte."})
	e := cloneEntry(w.base().Entries[id])
	text := e.Text["fr"]
	text.Short = "Le texte de la mise à jour."
	e.Text["fr"] = text
	release := func() {
		r, _ := w.store.Record(t.Context(), knowledge.SharedBase, id)
		if _, err := w.store.Save(t.Context(), knowledge.Save{
			Entry: id, Expect: r.Latest, Draft: true, By: knowledge.ByRelease, Origin: knowledge.FromRelease, Content: knowledge.Content{Entry: e}, At: today,
		}); err != nil {
			t.Fatal(err)
		}
	}
	release()
	says(t, w.do(c, NewAct("b-home")), "Une fiche de mise à jour attend votre décision.")
	s := w.press(c, w.do(c, NewAct("b-list", "release")), "1.")
	says(t, s, "Avant : Notre texte.", "Après : Le texte de la mise à jour.", "Prendre la mise à jour", "Garder la nôtre")
	says(t, w.submit(c, w.do(c, NewAct("b-phrase", Code(id), "fr")), map[string]string{"phrases": "x y z"}), "Décidez d’abord")
	says(t, w.press(c, s, "Garder la nôtre"), "Brouillon abandonné")
	if got := w.base().Entries[id].Text["fr"].Short; got != "Notre texte." {
		t.Error(got)
	}
	release()
	says(t, w.press(c, w.do(c, NewAct("b-draft", Code(id))), "Prendre la mise à jour"), "Publié")
	if got := w.base().Entries[id].Text["fr"].Short; got != "Le texte de la mise à jour." {
		t.Error(got)
	}
}

func TestNewEntryOfTheSharedBase(t *testing.T) {
	w := newWorld(t)
	c := w.caller("discord:9")
	form := w.do(c, NewAct("b-new"))
	typed := map[string]string{"id": "rights/employer", "title": "Et mon employeur ?", "short": "Il doit vous le dire.", "sources": "S1", "review": "27/05/2027"}
	says(t, w.submit(c, form, with(typed, map[string]string{"id": "wifi"})), "À corriger", "service de la base")
	says(t, w.submit(c, form, with(typed, map[string]string{"id": "linkedin/opt-out"})), "existe déjà")
	says(t, w.submit(c, form, with(typed, map[string]string{"sources": "", "review": "demain"})), "À corriger")
	typed["id"] = "instagram/enterprise"
	if w.base().Entries["instagram/enterprise"] != nil {
		t.Skip("the shared base has it")
	}
	s := w.submit(c, form, typed)
	says(t, s, "Enregistré comme brouillon")
	says(t, w.press(c, s, "Publier"), "Publié")
	if w.base().Entries["instagram/enterprise"] == nil {
		t.Error("it is not in the shared base")
	}
}
