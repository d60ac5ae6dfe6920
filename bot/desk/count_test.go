package desk

import (
	"context"
	"errors"
	"testing"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// opinion counts what readers say of an entry, as the bot does, and writes it.
func (w *world) opinion(p Place, name string, id knowledge.ID, n int) {
	w.tb.Helper()
	c := bot.Count{Place: p, Name: name, Entry: id}
	if e := w.base().Entries[id]; e != nil {
		c.Revision = e.Revision
	}
	if p != (Place{}) {
		r, err := w.store.Record(w.tb.Context(), mustAt(w.tb, w, p), id)
		if err == nil && r.Published != nil && r.Published.Content.Entry != nil {
			c.Revision, c.Community = r.Published.Number, true
		}
	}
	for range n {
		w.desk.Count(c)
	}
	if err := w.desk.Flush(w.tb.Context()); err != nil {
		w.tb.Fatal(err)
	}
}

// TestThreeSayOutOfDate: from three on one revision up, an entry is to be looked at again; a new revision begins anew.
func TestThreeSayOutOfDate(t *testing.T) {
	w := newWorld(t)
	m := w.caller("discord:1")
	id := w.write()
	w.opinion(server, CountOutdated, id, 2)
	says(t, w.moderator("home"), "Rien à revérifier.")
	if containsText(draw(w.moderator("show", Code(id))), "périmé") {
		t.Error("two opinions are shown")
	}
	w.opinion(server, CountOutdated, id, 1)
	says(t, w.moderator("home"), "dite périmée par trois lecteurs", "À revérifier (1)")
	says(t, w.moderator("show", Code(id)), "3 fois « c’est périmé »")
	says(t, w.press(m, w.moderator("stale"), "Dites périmées (1)"), "Comment couper")
	w.press(m, w.submit(m, w.moderator("edit", Code(id), "fr"), map[string]string{"short": "Vérifié à l’instant."}), "Publier")
	says(t, w.moderator("home"), "Rien à revérifier.")
	says(t, w.do(w.caller("telegram:3"), NewAct("home")), "Rien à revérifier.")
}

// TestOpinionsOnSharedEntries are counted for the community that gave them, and in sum for curators.
func TestOpinionsOnSharedEntries(t *testing.T) {
	w := newWorld(t)
	w.opinion(server, CountOutdated, "linkedin/opt-out", 2)
	w.opinion(group, CountOutdated, "linkedin/opt-out", 2)
	w.opinion(Place{}, CountNotUseful, "linkedin/opt-out", 4)
	says(t, w.moderator("stale"), "Dites périmées (0)")
	s := w.do(w.caller("discord:9"), NewAct("b-stale"))
	says(t, s, "Dites périmées (1)", "Mal notées (1)")
	id := w.write()
	w.opinion(server, CountUseful, id, 5)
	all, err := w.store.Counts(t.Context(), knowledge.SharedBase, knowledge.Date{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if c.Entry == id {
			t.Error("what a community wrote itself is counted outside it")
		}
	}
}

func TestStats(t *testing.T) {
	w := newWorld(t)
	w.opinion(server, string(bot.Answer), "linkedin/opt-out", 4)
	w.opinion(server, string(bot.Unknown), "", 2)
	w.opinion(server, CountUseful, "linkedin/opt-out", 1)
	s := w.moderator("stats")
	says(t, s, "Réponses : 4", "Fiches les plus lues", "LinkedIn", "à partir de trois")
	if containsText(spaces.Replace(draw(s)), "Sans réponse : 2") {
		t.Error("a number below three is shown")
	}
}

// down is a store that does not count.
type down struct{ knowledge.Store }

func (down) Add(context.Context, []knowledge.Count) error { return errors.New("no space left") }

func TestCountersWaitForTheStore(t *testing.T) {
	w := newWorld(t)
	w.desk.store = down{w.store}
	w.desk.Count(bot.Count{Place: server, Name: CountUseful, Entry: "linkedin/opt-out", Revision: 1})
	if err := w.desk.Flush(t.Context()); err == nil {
		t.Fatal("no error")
	}
	w.desk.store = w.store
	if err := w.desk.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	all, _ := w.store.Counts(t.Context(), mustAt(t, w, server), knowledge.Date{})
	if len(all) != 1 || all[0].N != 1 || all[0].Revision != 1 {
		t.Errorf("%+v", all)
	}
}

func TestRunWritesCountersAtTheEnd(t *testing.T) {
	w := newWorld(t)
	ctx, cancel := context.WithCancel(t.Context())
	w.desk.Count(bot.Count{Place: server, Name: CountUseful, Entry: "linkedin/opt-out", Revision: 1})
	cancel()
	if err := w.desk.Run(ctx); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if all, _ := w.store.Counts(t.Context(), mustAt(t, w, server), knowledge.Date{}); len(all) != 1 {
		t.Errorf("%+v", all)
	}
}
