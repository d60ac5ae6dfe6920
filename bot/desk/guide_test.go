package desk

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func (w *world) guide(p Place, langs ...string) GuidePage {
	w.tb.Helper()
	g, err := w.desk.Guide(w.tb.Context(), p, langs)
	if err != nil {
		w.tb.Fatal(err)
	}
	return g
}

func labels(all []GuideGroup) []string {
	var out []string
	for _, g := range all {
		out = append(out, g.Label)
	}
	return out
}

func TestGuide(t *testing.T) {
	w := newWorld(t)
	g := w.guide(server, "fr", "en")
	if len(g.Parts) != 2 || g.Parts[1].Lang != "en" {
		t.Fatalf("%d parts", len(g.Parts))
	}
	fr := g.Parts[0]
	if !slices.Equal(labels(fr.Services), []string{"Instagram", "LinkedIn"}) {
		t.Errorf("services: %v", labels(fr.Services))
	}
	if q := labels(fr.Questions); q[0] != "Refuser" || q[len(q)-1] != "Vos droits, en général" {
		t.Errorf("questions: %v", q)
	}
	if !strings.HasPrefix(fr.Updated, "Mis à jour le 27 octobre 2026") {
		t.Error(fr.Updated)
	}
	keys := map[string]bool{}
	for _, all := range [][]GuideGroup{fr.Services, fr.Questions} {
		for _, grp := range all {
			if keys[grp.Key] || len(grp.Key) > 24 || grp.Key == "" || grp.Label == "" || len(grp.Items) == 0 {
				t.Errorf("the group %+v", grp)
			}
			keys[grp.Key] = true
			for _, i := range grp.Items {
				if id, err := w.desk.Resolve(t.Context(), server, i.Code); err != nil || id != i.Entry || i.Label == "" || len([]rune(i.Label)) > 100 {
					t.Errorf("the item %+v leads to %s, %v", i, id, err)
				}
			}
		}
	}
}

// TestGuideMark: it changes when what is shown changes, and not otherwise.
func TestGuideMark(t *testing.T) {
	w := newWorld(t)
	mark := func() string { return w.guide(server, "fr").Mark }
	before := mark()
	if mark() != before {
		t.Fatal("two guides of the same have two marks")
	}
	w.pass(time.Hour)
	m := w.caller("discord:1")
	s := w.submit(m, w.moderator("new"), wifi)
	w.moderator("set", "gaps", "1")
	other := w.guide(group, "fr").Mark
	if mark() != before {
		t.Error("a draft or a setting changes the guide")
	}
	w.pass(2 * time.Hour)
	w.press(m, s, "Publier")
	g := w.guide(server, "fr")
	if !g.Updated.Equal(w.now) {
		t.Errorf("published at %v, and the guide says %v", w.now, g.Updated)
	}
	if g.Mark == before || g.Parts[0].Services[0].Label != "Fiches de la communauté" || g.Parts[0].Services[0].Items[0].Reader != "local/comment-couper-l-ia" {
		t.Errorf("%+v", g.Parts[0].Services[0])
	}
	if w.guide(group, "fr").Mark != other {
		t.Error("what one community publishes changes the guide of another")
	}
	before = g.Mark
	w.pass(time.Hour)
	w.moderator("hide", Code("linkedin/opt-out"))
	g = w.guide(server, "fr")
	for _, grp := range g.Parts[0].Services {
		for _, i := range grp.Items {
			if i.Entry == "linkedin/opt-out" {
				t.Error("what is hidden is shown")
			}
		}
	}
	if g.Mark == before {
		t.Error("hiding changes nothing")
	}
}

func TestGuideOfAPlaceThatIsNotKnown(t *testing.T) {
	w := newWorld(t)
	if g := w.guide(Place{Platform: "discord", Chat: "unknown"}); len(g.Parts) != 1 || len(g.Parts[0].Services) != 2 {
		t.Errorf("%+v", g)
	}
	if _, err := w.store.At(t.Context(), Place{Platform: "discord", Chat: "unknown"}); !notFound(err) {
		t.Error("a guide has made a community")
	}
}

func TestComplete(t *testing.T) {
	w := newWorld(t)
	w.write()
	m := w.caller("discord:1")
	got, err := w.desk.Complete(t.Context(), m, "linkedin ref", 25)
	if err != nil || len(got) == 0 || len(got) > 25 {
		t.Fatalf("%v, %v", got, err)
	}
	if got, _ = w.desk.Complete(t.Context(), m, "", 25); len(got) != 25 || got[0].Code != Code("comment-couper-l-ia") {
		t.Errorf("with nothing typed: %+v", got)
	}
	if got, _ = w.desk.Complete(t.Context(), w.caller("discord:4"), "linkedin", 25); len(got) > 0 {
		t.Error("a member gets what is for moderators")
	}
	if got, _ = w.desk.Complete(t.Context(), w.caller("telegram:3"), "wifi", 25); len(got) > 0 {
		t.Errorf("another community gets %+v", got)
	}
}

// TestPlainGuidesAreMadeOnce: ten thousand places that have said nothing of their own are looked at quickly, and see a change of the shared base
// as well as one that has.
func TestPlainGuidesAreMadeOnce(t *testing.T) {
	w := newWorld(t)
	w.write() // the server has an entry of its own, and the group has not
	elsewhere := Place{Platform: "telegram", Chat: "never joined"}
	plain, own := w.guide(group, "fr"), w.guide(server, "fr")
	if plain.Mark != w.guide(elsewhere, "fr").Mark || plain.Mark != w.guide(group).Mark || plain.Mark == own.Mark || plain.Mark == w.guide(group, "fr", "en").Mark {
		t.Error("the guides of one and another are mixed up")
	}
	if a, b := &plain.Parts[0], &w.guide(elsewhere, "fr").Parts[0]; a != b {
		t.Error("the same guide is made twice")
	}
	w.pass(24 * time.Hour)
	w.curate(map[string]string{"title": "Comment dire non à l’IA de LinkedIn ?"})
	now := w.guide(group, "fr")
	if now.Mark == plain.Mark || now.Parts[0].Updated == plain.Parts[0].Updated || w.guide(server, "fr").Mark == own.Mark {
		t.Error("a change of the shared base is not seen")
	}
	m := w.caller("telegram:3")
	w.press(m, w.submit(m, w.do(m, NewAct("new")), wifi), "Publier")
	if w.guide(group, "fr").Mark == now.Mark {
		t.Error("an entry of its own is not seen")
	}
}
