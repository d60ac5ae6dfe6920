package desk

import (
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
)

// BenchmarkScreens measures what a moderator waits for, beside the store: the whole shared base, and fifty entries of the community.
func BenchmarkScreens(b *testing.B) {
	all, err := base.Shared()
	if err != nil {
		b.Fatal(err)
	}
	w := newWorldOf(b, all, Options{})
	c, err := w.store.At(b.Context(), server)
	if err != nil {
		b.Fatal(err)
	}
	var saves []knowledge.Save
	for n, id := range all.IDs()[:50] {
		e := cloneEntry(all.Entries[id])
		if n%2 == 0 {
			id = knowledge.ID("fiche-" + itoa(n+2))
			e.ID = id
		}
		saves = append(saves, knowledge.Save{Community: c.ID, Entry: id, By: "discord:1", Origin: knowledge.FromPerson, Content: knowledge.Content{Entry: e, Base: 1}, At: today})
	}
	if _, err := w.store.SaveAll(b.Context(), saves); err != nil {
		b.Fatal(err)
	}
	code := Code("linkedin/opt-out")
	find := NewAct("found")
	find.Fields = map[string]string{"q": "linkedin refuser"}
	for name, a := range map[string]Act{
		"home": NewAct("home"), "list": NewAct("list", "all"), "show": NewAct("show", code), "edit": NewAct("edit", code, "fr"), "found": find, "stale": NewAct("stale"),
		"b-home": NewAct("b-home"), "log": NewAct("log"),
	} {
		b.Run(name, func(b *testing.B) {
			who := w.caller("discord:7")
			for b.Loop() {
				if _, err := w.desk.Do(b.Context(), who, a); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("complete", func(b *testing.B) {
		for b.Loop() {
			if _, err := w.desk.Complete(b.Context(), w.caller("discord:1"), "linked", 25); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("guide", func(b *testing.B) {
		for b.Loop() {
			if _, err := w.desk.Guide(b.Context(), server, []string{"fr", "en"}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
