package live

import (
	"maps"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
)

// withPhrase is a base in which one entry has a further way to ask, and everything else is shared.
func withPhrase(b *knowledge.Base, id knowledge.ID, lang, phrase string) *knowledge.Base {
	out := &knowledge.Base{Subjects: b.Subjects, Entries: maps.Clone(b.Entries)}
	e := *b.Entries[id]
	e.Text = maps.Clone(e.Text)
	t := e.Text[lang]
	t.Phrases = append([]string{phrase}, t.Phrases...)
	e.Text[lang] = t
	out.Entries[id] = &e
	return out
}

func TestAddedIsWhatTheReleaseDoesNotHave(t *testing.T) {
	shared, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	r := NewRelease(shared)
	if r.Added(shared) != nil {
		t.Error("something was added to itself")
	}
	now := withPhrase(shared, "linkedin/opt-out", "fr", "couper le bidule du réseau bleu")
	p := r.Added(now)
	if id, ok := p.Exact(NewQuestion("Couper le bidule, du réseau bleu")); !ok || id != "linkedin/opt-out" {
		t.Errorf("%q", id)
	}
	if id, ok := p.Exact(NewQuestion(shared.Entries["linkedin/opt-out"].Text["fr"].Title)); ok {
		t.Errorf("what the release has is of %q too", id)
	}
	if hits := p.Search(NewQuestion("comment couper ce bidule du reseau bleu"), 3, LeastShare); len(hits) != 1 || hits[0].ID != "linkedin/opt-out" {
		t.Errorf("%+v", hits)
	}
	if hits := p.Search(NewQuestion("quelle heure est-il"), 3, LeastShare); hits != nil {
		t.Errorf("%+v", hits)
	}
	archived := *now.Entries["linkedin/opt-out"]
	archived.Status = knowledge.Archived
	now.Entries["linkedin/opt-out"] = &archived
	if r.Added(now) != nil {
		t.Error("the words of an archived entry are found")
	}
}

// BenchmarkAdded is what each change of the shared base costs: first when nothing was added, then when a hundred entries have a new way to ask.
func BenchmarkAdded(b *testing.B) {
	shared, err := base.Shared()
	if err != nil {
		b.Fatal(err)
	}
	r, now := NewRelease(shared), shared
	b.Run("none", func(b *testing.B) {
		for b.Loop() {
			r.Added(shared)
		}
	})
	for _, id := range shared.IDs()[:100] {
		now = withPhrase(now, id, "fr", "une façon de plus pour "+string(id))
	}
	b.Run("some", func(b *testing.B) {
		for b.Loop() {
			r.Added(now)
		}
	})
	p := r.Added(now)
	b.Run("search", func(b *testing.B) {
		for b.Loop() {
			p.Search(NewQuestion("est-ce que linkedin utilise mes photos pour entraîner son ia"), 5, LeastShare)
		}
	})
}
