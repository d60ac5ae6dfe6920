package desk

import (
	"context"
	"strings"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
)

// wifi is a whole entry as somebody types it.
var wifi = map[string]string{
	"title": "Comment couper l'IA du wifi de l'école ?", "phrases": "- ia wifi école\n- couper l'ia de l'ent", "short": "Demandez à l'administrateur : lui seul le peut.",
	"steps": "1. Ouvrez **Réglages**\n2. Coupez **IA**", "links": "L'aide | https://www.linkedin.com/help",
}

// write makes an entry of the server's community and publishes it.
func (w *world) write() (id knowledge.ID) {
	w.tb.Helper()
	m := w.caller("discord:1")
	s := w.submit(m, w.moderator("new"), wifi)
	w.press(m, s, "Publier")
	return "comment-couper-l-ia"
}

// of returns what readers of the server see of an entry.
func (w *world) published(id knowledge.ID) knowledge.Content {
	w.tb.Helper()
	c, err := w.store.At(w.tb.Context(), server)
	if err != nil {
		w.tb.Fatal(err)
	}
	r, err := w.store.Record(w.tb.Context(), c.ID, id)
	if err != nil || r.Published == nil {
		return knowledge.Content{}
	}
	return r.Published.Content
}

func TestWriteAnEntryPublishItUndoIt(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	s := w.submit(m, w.press(m, w.moderator("home"), "Nouvelle fiche"), wifi)
	says(t, s, "Enregistré comme brouillon", "Comment couper l’IA du wifi", "1. Ouvrez Réglages")
	const id = "comment-couper-l-ia"
	if w.published(id).Entry != nil {
		t.Fatal("a draft is published")
	}
	says(t, w.moderator("home"), "Un brouillon attend.", "Brouillons (1)")
	says(t, w.moderator("list", "drafts"), "Comment couper l’IA", "draft_"+Code(id))

	s = w.press(m, s, "Publier")
	says(t, s, "Publié")
	e := w.published(id).Entry
	if e == nil || spaces.Replace(e.Text["fr"].Title) != "Comment couper l’IA du wifi de l’école ?" || len(e.Text["fr"].Phrases) != 2 || e.Kind != knowledge.Info || e.Revision != 1 {
		t.Fatalf("published: %+v", e)
	}
	says(t, w.moderator("list", "own"), "Comment couper l’IA")

	says(t, w.press(m, s, "Annuler"), "Annulé")
	if e := w.published(id).Entry; e == nil || e.Status != knowledge.Archived {
		t.Errorf("an entry that was undone stands as %+v", e)
	}
	says(t, w.press(m, w.press(m, w.press(m, w.moderator("home"), "Archivées"), "1."), "Désarchiver"), "de nouveau publiée")
}

func TestEditAnOwnEntry(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	id := w.write()
	s := w.press(m, w.moderator("show", Code(id)), "Modifier (français)")
	says(t, s, "Comment couper l’IA du wifi de l’école ?", "couper l’ia de l’ent", "https://www.linkedin.com/help")
	says(t, w.submit(m, s, nil), "Rien n’a changé")
	s = w.submit(m, s, map[string]string{"short": "Une autre réponse."})
	says(t, s, "Une autre réponse.")
	s = w.press(m, s, "Voir les changements")
	says(t, s, "Réponse courte (français)", "Avant : Demandez à l’administrateur", "Après : Une autre réponse.")
	says(t, w.press(m, w.moderator("draft", Code(id)), "Publier"), "Publié")
	if got := w.published(id).Entry.Text["fr"].Short; got != "Une autre réponse." {
		t.Error(got)
	}
	says(t, w.press(m, w.moderator("history", Code(id)), "Version 1"), "Revenir à cette version")
	says(t, w.press(m, w.moderator("diff", Code(id), "1"), "Revenir"), "La version 1 est revenue")
	if got := w.published(id).Entry.Text["fr"].Short; !strings.Contains(got, "administrateur") {
		t.Error(got)
	}
}

func TestWriteAnotherLanguage(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	id := w.write()
	s := w.press(m, w.press(m, w.moderator("show", Code(id)), "Autre langue"), "Écrire en allemand")
	s = w.submit(m, s, map[string]string{"title": "Wie schalte ich die KI aus?", "short": "Fragen Sie nach."})
	w.press(m, s, "Publier")
	if e := w.published(id).Entry; len(e.Text) != 2 || e.Text["de"].Short != "Fragen Sie nach." {
		t.Errorf("%+v", e.Text)
	}
	says(t, w.moderator("show", Code(id)), "Écrite en : français, allemand")
}

func TestOtherFields(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	id := w.write()
	s := w.press(m, w.press(m, w.moderator("show", Code(id)), "Autres champs"), "Genre, difficulté, dates")
	says(t, w.submit(m, s, map[string]string{"kind": "bidule"}), "À corriger")
	s = w.submit(m, s, map[string]string{"kind": "réglage", "difficulty": "Facile", "review": "01/06/2026"})
	w.press(m, s, "Publier")
	if e := w.published(id).Entry; e.Kind != knowledge.Toggle || e.Difficulty != knowledge.Easy || e.Review.String() != "2026-06-01" {
		t.Errorf("%+v", e)
	}
	says(t, w.moderator("show", Code(id)), "À revérifier depuis le 1er juin 2026")
	says(t, w.moderator("stale"), "Date passée (1)")
	says(t, w.press(m, w.moderator("stale"), "Date passée"), "Comment couper")
	says(t, w.moderator("home"), "Une fiche à revérifier.")
}

// TestWhatIsRefusedComesBack: nothing typed is lost, whatever is wrong with it.
func TestWhatIsRefusedComesBack(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	form := w.moderator("new")
	for name, bad := range map[string]map[string]string{
		"no title": {"title": ""}, "no answer": {"short": " "}, "too long": {"short": strings.Repeat("mot ", 160)}, "a mention": {"short": "Demandez à @everyone."}, "a look-alike": {"links": "Ici | https://www.1inkedin.com/help"},
		"an address of another protocol": {"links": "Ici | javascript:alert(1)"}, "no address": {"links": "Ici"}, "marks": {"title": "**gras"},
		"bidirectional": {"short": "abc \u202e def"}, "zero width": {"title": "a\u200bb"}, "no text": {"short": "\xff\xfe"},
	} {
		s := w.submit(m, form, with(wifi, bad))
		says(t, s, "À corriger")
		if s.Form == nil {
			t.Errorf("%s: no form comes back:\n%s", name, draw(s))
			continue
		}
		for k, v := range with(wifi, bad) {
			if got := s.Form.values()[k]; got != v {
				t.Errorf("%s: %s comes back as %q, want %q", name, k, got, v)
			}
		}
		again := w.press(m, s, "Corriger")
		for k, v := range with(wifi, bad) {
			if got := again.Form.values()[k]; got != v {
				t.Errorf("%s: %s is kept as %q, want %q", name, k, got, v)
			}
		}
		says(t, w.submit(m, again, wifi), "Enregistré comme brouillon")
	}
}

func with(a, b map[string]string) map[string]string {
	out := map[string]string{}
	for _, m := range []map[string]string{a, b} {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}

func mustAt(tb testing.TB, w *world, p Place) knowledge.CommunityID {
	tb.Helper()
	c, err := w.store.At(tb.Context(), p)
	if err != nil {
		tb.Fatal(err)
	}
	return c.ID
}

// submits are acts that a form sends, as they stand when a form was opened.
func (w *world) submits() []Act {
	w.tb.Helper()
	m, cur := w.caller("discord:1"), w.caller("discord:9")
	id := w.write()
	code, shared := Code(id), Code("linkedin/opt-out")
	w.moderator("set", "suggest", "1")
	w.moderator("set", "gaps", "1")
	w.ask("pourquoi le ciel est bleu")
	s := w.do(w.caller("discord:4"), NewAct("suggest"))
	w.submit(w.caller("discord:4"), s, map[string]string{"text": "Une idée."})
	var out []Act
	for _, one := range []struct {
		c Caller
		a Act
	}{
		{m, NewAct("new", "fr")},
		{m, NewAct("edit", code, "fr")},
		{m, NewAct("edit", shared, "fr")},
		{m, NewAct("part", shared, "fr", "c")},
		{m, NewAct("phrase", shared, "fr")},
		{m, NewAct("phrases", shared, "fr")},
		{m, NewAct("note", shared, "fr")},
		{m, NewAct("find")},
		{m, NewAct("gapfind", "1")},
		{m, NewAct("gapwrite", "1")},
		{m, NewAct("accept", "1")},
		{m, NewAct("decline", "1")},
		{m, NewAct("join")},
		{m, NewAct("erase")},
		{m, NewAct("suggest", shared)},
		{cur, NewAct("alert")},
		{cur, NewAct("b-new")},
		{cur, NewAct("b-edit", shared, "fr")},
		{cur, NewAct("b-part", shared, "fr", "x")},
		{cur, NewAct("b-find")},
		{cur, NewAct("b-phrase", shared, "fr")},
	} {
		s := w.do(one.c, one.a)
		if s.Form == nil {
			w.tb.Fatalf("%s shows no form:\n%s", one.a, draw(s))
		}
		a := s.Form.Submit
		a.Fields = map[string]string{}
		for _, fl := range s.Form.Fields {
			a.Fields[fl.Key] = "Tapé pour " + fl.Key
		}
		out = append(out, a)
	}
	return out
}

// TestTypedTextSurvivesTrouble: a moderator who was demoted between the form and its sending, a platform that cannot tell rights, a store
// that cannot be reached: nothing is done, and the text comes back.
func TestTypedTextSurvivesTrouble(t *testing.T) {
	w := newWorld(t)
	acts := w.submits()
	before := w.everything()
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	for _, a := range acts {
		c := w.caller("discord:9")
		check := func(name string, s Screen) {
			t.Helper()
			w.keeps(a, s)
			all := draw(s)
			for _, v := range a.Fields {
				if !strings.Contains(all, v) {
					t.Errorf("%s: %s loses %q:\n%s", name, a, v, all)
				}
			}
		}
		w.setRights("discord:9", Nobody)
		check("demoted", w.do(c, a))
		w.setRights("discord:9", Curator)
		w.down = context.DeadlineExceeded
		s, err := w.desk.Do(t.Context(), c, a)
		if err == nil {
			t.Errorf("%s: nobody is told that rights cannot be asked", a)
		}
		check("rights unknown", s)
		w.down = nil
		if a.Verb == "b-found" || a.Verb == "alerted" { // what needs no store
			continue
		}
		s, err = w.desk.Do(gone, c, a)
		if err == nil {
			t.Errorf("%s: nobody is told that the store is down:\n%s", a, draw(s))
		}
		check("store down", s)
		old := a
		old.Verb = "nosuchverb"
		check("stale button", w.do(c, old))
	}
	if w.everything() != before {
		t.Error("something was done all the same")
	}
}

// TestWarningsAreRead: what may be wrong is saved as a draft, and said before it is published.
func TestWarningsAreRead(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	s := w.submit(m, w.moderator("new"), with(wifi, map[string]string{"links": "Le site | https://wifi-ecole.example", "short": "Écrivez à chef@example.org."}))
	says(t, s, "Enregistré comme brouillon", "À regarder avant de publier", "wifi-ecole.example", "adresse e-mail")
	s = w.submit(m, w.moderator("note", Code("linkedin/opt-out"), "fr"), map[string]string{"note": "Voyez [le site](https://wifi-ecole.example)."})
	says(t, s, "Note enregistrée", "wifi-ecole.example")
}

// TestPlatformThatCannotShowIt refuses what would not fit there, and the text comes back.
func TestPlatformThatCannotShowIt(t *testing.T) {
	w := newWorldOf(t, smallBase(t), Options{Preview: func(_ context.Context, _ Place, e *knowledge.Entry, lang string) ([]Preview, error) {
		one, two := Preview{Platform: "Discord", Messages: 1, Size: 120, Limit: 4000}, Preview{Platform: "Telegram", Messages: 2, Size: 4000, Limit: 4096}
		if len(e.Text[lang].Short) > 200 {
			two.Problem = "trop long pour un message."
		}
		return []Preview{one, two}, nil
	}})
	m := w.caller("discord:1")
	s := w.submit(m, w.moderator("new"), with(wifi, map[string]string{"short": strings.Repeat("mot ", 60)}))
	says(t, s, "À corriger", "Telegram : trop long pour un message.", "mot mot")
	s = w.submit(m, s, map[string]string{"short": "Court."})
	says(t, s, "Sur chaque plateforme", "Discord : un message, 120 caractères (4000 au plus).", "Telegram : 2 messages")
	s = w.do(m, NewAct("preview", Code("comment-couper-l-ia"), "fr"))
	says(t, s, "Aperçu", "Discord", "Telegram", "Court.")
}

// TestSharedEntriesCanBeAdapted: a moderator who changes nothing but a word of a shared entry is not refused for the rest of it.
func TestSharedEntriesCanBeAdapted(t *testing.T) {
	all, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	w := newWorldOf(t, all, Options{})
	for n, id := range all.IDs() {
		if raced && n%20 > 0 {
			continue
		}
		for lang := range all.Entries[id].Text {
			for _, asBase := range []bool{false, true} {
				u := &turn{ctx: t.Context(), d: w.desk, w: wordsIn("fr"), now: today, base: asBase}
				if bad := u.vetEntry(all.Entries[id], lang).problems; len(bad) > 0 {
					t.Errorf("%s in %s (shared base: %v): %v", id, lang, asBase, bad)
				}
			}
		}
	}
}
