package live

import (
	"context"
	"fmt"
	"reflect"
	"testing"
	"time"

	"nonmerci/internal/yardstick"
	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/memstore"
)

// release is a base of subjects and entries with titles.
func release(titles map[knowledge.ID]string) *knowledge.Base {
	b := knowledge.NewBase()
	for id, title := range titles {
		if id.Intent() == "" {
			b.Subjects[string(id)] = &knowledge.Subject{Slug: string(id), Name: map[string]string{"fr": title}}
			continue
		}
		e := entry(id, title)
		t := e.Text["fr"]
		t.Position = knowledge.Position{File: "fr/x.md", Line: len(title)} // it must not matter
		e.Text["fr"] = t
		b.Entries[id] = e
	}
	return b
}

// TestSeedIsThreeWay tells a story for each rule: what the first release said, what happened here, what the next one says.
func TestSeedIsThreeWay(t *testing.T) {
	const id = knowledge.ID("linkedin/opt-out")
	first := map[knowledge.ID]string{"linkedin": "LinkedIn", id: "un"}
	second := map[knowledge.ID]string{"linkedin": "LinkedIn", id: "deux"}
	third := map[knowledge.ID]string{"linkedin": "LinkedIn", id: "trois"}
	ours := map[knowledge.ID]string{"linkedin": "LinkedIn", id: "la nôtre"}
	without := map[knowledge.ID]string{"linkedin": "LinkedIn"}
	waits := Report{Same: 1, Decide: []Decision{{id, Waits}}}
	edit := func(k *kit) { k.save("", id, own(id, "la nôtre")) }
	draft := func(k *kit) { k.saveAs("", id, own(id, "brouillon"), true) }
	seed := func(titles map[knowledge.ID]string) func(k *kit) {
		return func(k *kit) {
			_, err := Seed(k.Context(), k.Store, release(titles), "0", day)
			k.ok(err)
		}
	}
	discard := func(k *kit) {
		r, err := k.Store.Record(k.Context(), "", id)
		k.ok(err)
		k.ok(k.Discard(k.Context(), "", id, r.Draft.Number, chloe, day))
	}
	for _, c := range []struct {
		name      string
		here      []func(k *kit)
		next      map[knowledge.ID]string
		want      Report
		published string
		draft     string
	}{
		{"new", nil, first, Report{Added: 2}, "un", ""},
		{"unchanged", []func(k *kit){seed(first)}, first, Report{Same: 2}, "un", ""},
		{"updated", []func(k *kit){seed(first)}, second, Report{Same: 1, Updated: 1}, "deux", ""},
		{"edited, and the release did not change", []func(k *kit){seed(first), edit}, first, Report{Same: 2}, "la nôtre", ""},
		{"edited, and the release changed", []func(k *kit){seed(first), edit}, second, waits, "la nôtre", "deux"},
		{"it waits already", []func(k *kit){seed(first), edit, seed(second)}, second, waits, "la nôtre", "deux"},
		{"it was decided upon", []func(k *kit){seed(first), edit, seed(second), discard}, second, Report{Same: 2}, "la nôtre", ""},
		{"a third text after a decision", []func(k *kit){seed(first), edit, seed(second), discard}, third, waits, "la nôtre", "trois"},
		{"the text of another release waits", []func(k *kit){seed(first), edit, seed(second)}, third, waits, "la nôtre", "trois"},
		{"the release says what we say", []func(k *kit){seed(first), edit}, ours, Report{Same: 2}, "la nôtre", ""},
		{"a draft stands in the way", []func(k *kit){seed(first), draft}, second, Report{Same: 1, Decide: []Decision{{id, DraftHas}}}, "un", "brouillon"},
		{"a draft, and the release did not change", []func(k *kit){seed(first), draft}, first, Report{Same: 2}, "un", "brouillon"},
		{"a draft of what the release brings", []func(k *kit){draft}, first, Report{Added: 1, Decide: []Decision{{id, DraftHas}}}, "", "brouillon"},
		{"written here before the release had it", []func(k *kit){edit}, first, Report{Added: 1, Decide: []Decision{{id, Waits}}}, "la nôtre", "un"},
		{"gone", []func(k *kit){seed(first)}, without, Report{Same: 1, Archived: 1}, "archived un", ""},
		{"gone for long", []func(k *kit){seed(first), seed(without)}, without, Report{Same: 2}, "archived un", ""},
		{"gone and back", []func(k *kit){seed(first), seed(without)}, first, Report{Same: 1, Updated: 1}, "un", ""},
		{"gone, and edited here", []func(k *kit){seed(first), edit}, without, Report{Same: 1, Decide: []Decision{{id, Gone}}}, "la nôtre", ""},
		{"gone, and a draft waits", []func(k *kit){seed(first), draft}, without, Report{Same: 1, Decide: []Decision{{id, Gone}}}, "un", "brouillon"},
		{"never in a release", []func(k *kit){seed(without), edit}, without, Report{Same: 2}, "la nôtre", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := &kit{TB: t, flaky: &flaky{Store: memstore.New()}}
			for _, do := range c.here {
				do(k)
			}
			got, err := Seed(t.Context(), k.Store, release(c.next), "1", day)
			k.ok(err)
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("report %+v, want %+v", got, c.want)
			}
			r, err := k.Store.Record(t.Context(), "", id)
			k.ok(err)
			if p, d := said(r.Published), said(r.Draft); p != c.published || d != c.draft {
				t.Errorf("published %q, draft %q; want %q, %q", p, d, c.published, c.draft)
			}
			last, err := k.LastEvent(t.Context())
			k.ok(err)
			again, err := Seed(t.Context(), k.Store, release(c.next), "1", day)
			k.ok(err)
			if now, _ := k.LastEvent(t.Context()); now != last || again.Added+again.Updated+again.Archived > 0 || len(again.Decide) != len(c.want.Decide) {
				t.Errorf("not idempotent: %+v", again)
			}
		})
	}
}

func said(r *knowledge.Revision) string {
	switch {
	case r == nil:
		return ""
	case r.Content.Entry.Status == knowledge.Archived:
		return "archived " + r.Content.Entry.Text["fr"].Title
	}
	return r.Content.Entry.Text["fr"].Title
}

// TestSubjectsOfNothingGo with their entries, but not while somebody here keeps one.
func TestSubjectsOfNothingGo(t *testing.T) {
	titles := map[knowledge.ID]string{"linkedin": "LinkedIn", "linkedin/opt-out": "un", "linkedin/status": "deux"}
	for _, kept := range []bool{false, true} {
		k := &kit{TB: t, flaky: &flaky{Store: memstore.New()}, clock: newClock()}
		_, err := Seed(t.Context(), k.Store, release(titles), "0", day)
		k.ok(err)
		if kept {
			k.share("linkedin/status", "la nôtre")
		}
		got, err := Seed(t.Context(), k.Store, release(nil), "1", day)
		k.ok(err)
		b := k.open(Options{}).Shared()
		if (b.Subjects["linkedin"] != nil) != kept || (b.Entries["linkedin/status"] != nil) != kept || b.Entries["linkedin/opt-out"] != nil {
			t.Errorf("kept %v: %+v, subjects %v, entries %v", kept, got, b.Slugs(), b.IDs())
		}
		if want := 3; got.Archived+len(got.Decide) != want {
			t.Errorf("%+v", got)
		}
	}
}

// TestSeedingTheSharedBase: what is read back is the base of the release, and a second start costs little.
func TestSeedingTheSharedBase(t *testing.T) {
	b, err := base.Shared()
	if err != nil {
		t.Fatal(err)
	}
	store := memstore.New()
	if _, err = Seed(t.Context(), store, b, "1", day); err != nil {
		t.Fatal(err)
	}
	const limit = 100 * time.Millisecond
	best := yardstick.Least(10, limit, func() time.Duration {
		return yardstick.Of(func() {
			report, err := Seed(t.Context(), store, b, "1", day)
			if err != nil || report.Same != len(b.Entries)+len(b.Subjects) {
				t.Fatal(report, err)
			}
		})
	})
	t.Logf("a store that is seeded already: %v", best)
	if best > limit && !slowed {
		t.Errorf("it takes %v", best)
	}
	live, err := Open(t.Context(), store, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, slug := range b.Slugs() {
		if d := knowledge.DiffSubject(b.Subjects[slug], live.Shared().Subjects[slug]); len(d) > 0 {
			t.Errorf("%s: %v", slug, d)
		}
	}
	for _, id := range b.IDs() {
		want := *b.Entries[id]
		want.Revision = 1
		if d := knowledge.Diff(&want, live.Shared().Entries[id]); want.Status == knowledge.Published && len(d) > 0 {
			t.Errorf("%s: %v", id, d)
		}
	}
}

// TestSeedingAtTheSameTime: two instances that start together leave one seeded store.
func TestSeedingAtTheSameTime(t *testing.T) {
	titles := map[knowledge.ID]string{}
	for i := range 200 {
		titles[knowledge.ID(fmt.Sprintf("s%d/opt-out", i))] = fmt.Sprint(i)
	}
	store, done := memstore.New(), make(chan error)
	for range 4 {
		go func() { _, err := Seed(t.Context(), store, release(titles), "1", day); done <- err }()
	}
	for range 4 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if last, _ := store.LastEvent(t.Context()); last != 200 {
		t.Errorf("%d events", last)
	}
}

// TestSeedingDoesNotGoBack: an older program on a newer store changes nothing, and a later one may say again what an earlier one said.
func TestSeedingDoesNotGoBack(t *testing.T) {
	const id = knowledge.ID("linkedin/opt-out")
	first := map[knowledge.ID]string{"linkedin": "LinkedIn", id: "un", "linkedin/data": "disparaît"}
	second := map[knowledge.ID]string{"linkedin": "LinkedIn", id: "deux", "linkedin/status": "paraît"}
	k := &kit{TB: t, flaky: &flaky{Store: memstore.New()}, clock: newClock()}
	seed := func(edition int64, titles map[knowledge.ID]string) Report {
		t.Helper()
		b := release(titles)
		b.Edition = edition
		report, err := Seed(t.Context(), k.Store, b, "x", day)
		k.ok(err)
		return report
	}
	says := func(want string) {
		t.Helper()
		r, err := k.Store.Record(t.Context(), "", id)
		k.ok(err)
		if got := said(r.Published); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	seed(20261101, first)
	seed(20261102, second)
	last, _ := k.LastEvent(t.Context())
	if got := seed(20261101, first); !reflect.DeepEqual(got, Report{Older: true}) {
		t.Errorf("an older program: %+v", got)
	}
	if now, _ := k.LastEvent(t.Context()); now != last {
		t.Error("it changed something")
	}
	says("deux")
	if got := seed(20261102, second); got.Older || got.Updated+got.Added > 0 {
		t.Errorf("the newer one again: %+v", got)
	}
	if got := seed(20261103, second); got.Older {
		t.Errorf("a later edition with the same texts: %+v", got)
	}
	if got := seed(20261102, first); !got.Older {
		t.Error("an edition without changes was not remembered")
	}
	seed(20261104, first)
	says("un")
	seed(0, second) // a folder of the operator's own
	says("deux")
	if got := seed(20261104, first); got.Older || got.Updated != 2 || got.Archived != 1 {
		t.Errorf("back from the folder: %+v", got)
	}
}

// A hurried store has something done between two reads of Seed.
type hurried struct {
	*memstore.Store
	meanwhile func()
}

func (h hurried) Records(ctx context.Context, c knowledge.CommunityID) ([]knowledge.Record, error) {
	h.meanwhile()
	return h.Store.Records(ctx, c)
}

// TestSeedingOldAndNewAtTheSameTime: the newer one is quicker, and says nothing of an entry that the older one has.
func TestSeedingOldAndNewAtTheSameTime(t *testing.T) {
	older, newer := release(map[knowledge.ID]string{"a/opt-out": "un", "a/data": "seulement ici"}), release(map[knowledge.ID]string{"a/opt-out": "deux"})
	older.Edition, newer.Edition = 1, 2
	store := memstore.New()
	h := hurried{store, func() {
		if _, err := Seed(t.Context(), store, newer, "2", day); err != nil {
			t.Error(err)
		}
	}}
	got, err := Seed(t.Context(), h, older, "1", day)
	if err != nil || !reflect.DeepEqual(got, Report{Older: true}) {
		t.Errorf("%+v %v", got, err)
	}
	all, err := store.Records(t.Context(), "")
	if err != nil || len(all) != 1 || said(all[0].Published) != "deux" {
		t.Errorf("%+v %v", all, err)
	}
}

// TestRevisionsOfTheReleaseSayNothing: a number alone is no change of text, and hides none.
func TestRevisionsOfTheReleaseSayNothing(t *testing.T) {
	const id = knowledge.ID("linkedin/opt-out")
	k := &kit{TB: t, flaky: &flaky{Store: memstore.New()}, clock: newClock()}
	b := release(map[knowledge.ID]string{"linkedin": "LinkedIn", id: "un"})
	seed := func(title string, revision int) Report {
		t.Helper()
		b.Entries[id] = entry(id, title)
		b.Entries[id].Revision = revision
		report, err := Seed(t.Context(), k.Store, b, "x", day)
		k.ok(err)
		return report
	}
	seed("un", 1)
	if got := seed("un", 2); got.Same != 2 {
		t.Errorf("a number alone: %+v", got)
	}
	if got := seed("deux", 1); got.Updated != 1 {
		t.Errorf("a text under the same number: %+v", got)
	}
	if b.Entries[id].Revision != 1 {
		t.Error("the base of the release was changed")
	}
	k.save("", id, own(id, "la nôtre"))
	if got := seed("deux", 9); got.Same != 2 {
		t.Errorf("a number alone, and an edit here: %+v", got)
	}
	if got := seed("trois", 9); len(got.Decide) != 1 {
		t.Errorf("another text, and an edit here: %+v", got)
	}
	if got := seed("trois", 10); len(got.Decide) != 1 || got.Decide[0].Why != Waits {
		t.Errorf("it waits under another number: %+v", got)
	}
	r, err := k.Store.Record(t.Context(), "", id)
	k.ok(err)
	if r.Latest != 4 {
		t.Errorf("%d revisions", r.Latest)
	}
}
