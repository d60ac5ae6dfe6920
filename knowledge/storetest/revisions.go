package storetest

import (
	"fmt"
	"slices"

	"nonmerci/knowledge"
)

var revisions = []demand{
	{"NothingIsThereAtFirst", func(k *kit) {
		if n := len(k.records(knowledge.SharedBase)); n != 0 {
			k.Errorf("%d records in an empty store", n)
		}
		_, err := k.Record(k.ctx, knowledge.SharedBase, "linkedin/opt-out")
		k.missing("Record", err)
		_, err = k.Revision(k.ctx, knowledge.SharedBase, "linkedin/opt-out", 1)
		k.missing("Revision", err)
		h, err := k.History(k.ctx, knowledge.SharedBase, "linkedin/opt-out", 0, many)
		k.ok(err)
		same(k, "History", h, nil)
		k.ok(k.Ping(k.ctx))
	}},
	{"SaveReturnsWhatItKeeps", func(k *kit) {
		s := k.write("", "linkedin/opt-out", 0, "un")
		r := k.save(s)
		same(k, "Save", r, knowledge.Revision{
			Entry: "linkedin/opt-out", Number: 1, At: s.At, By: chloe, Origin: knowledge.FromPerson, Summary: "says un", Content: says("un"),
		})
		same(k, "Revision", k.revision("", "linkedin/opt-out", 1), r)
		same(k, "Record", k.record("", "linkedin/opt-out"), knowledge.Record{Entry: "linkedin/opt-out", Published: &r, Latest: 1})
		same(k, "History", k.history("", "linkedin/opt-out"), []knowledge.Revision{r})
	}},
	{"OriginAndActorComeBack", func(k *kit) {
		for i, by := range []knowledge.Actor{chloe, malik, knowledge.ByCommandLine, knowledge.ByRelease, knowledge.BySomebody} {
			s := k.write("", "x/y", i, "un")
			s.By, s.Origin = by, []knowledge.Origin{knowledge.FromPerson, knowledge.FromRelease, knowledge.FromImport}[i%3]
			k.save(s)
			if r := k.revision("", "x/y", i+1); r.By != by || r.Origin != s.Origin {
				k.Errorf("by %s, from %s: %s", by, s.Origin, show(r))
			}
		}
	}},
	{"NumbersHaveNoGap", func(k *kit) {
		for i := range 12 {
			save := k.publish
			if i%3 == 1 {
				save = k.draft
			}
			if i%4 == 3 { // what is refused takes no number
				_, err := k.Save(k.ctx, k.write("", "x/y", i+1, "trop tôt"))
				k.stale(err, "", "x/y", i)
			}
			if r := save("", "x/y", i, fmt.Sprint(i)); r.Number != i+1 {
				k.Fatalf("revision %d, want %d", r.Number, i+1)
			}
			k.publish("", "x/z", i, "another entry counts for itself")
		}
		for i, r := range k.history("", "x/y") {
			if r.Number != 12-i {
				k.Errorf("place %d of the history is %d", i, r.Number)
			}
		}
	}},
	{"RecordsAreSortedByID", func(k *kit) {
		ids := []knowledge.ID{"z", "a/b", "a-b", "a", "A", "ab", "é", "a/b-c", "rights/hoax", "a/B", "10", "9", "x-twitter/opt-out", "x/opt-out", "_"}
		for _, id := range ids {
			k.publish("", id, 0, string(id))
		}
		slices.Sort(ids)
		var got []knowledge.ID
		for _, r := range k.records("") {
			same(k, "Record", k.record("", r.Entry), r)
			got = append(got, r.Entry)
		}
		same(k, "ids", got, ids)
	}},
	{"IDsAreNeitherFoldedNorTrimmed", func(k *kit) {
		for _, id := range []knowledge.ID{"a", "A", "a ", "á", "a\u0301", "a%", "a_"} {
			k.publish("", id, 0, "x")
		}
		_, err := k.Record(k.ctx, "", "%")
		k.missing("Record", err)
	}},
	{"StaleSaveChangesNothing", func(k *kit) {
		k.publish("", "x/y", 0, "un")
		k.publish("", "x/y", 1, "deux")
		k.draft("", "x/y", 2, "trois")
		for _, expect := range []int{0, 1, 2, 4, -1} {
			for _, draft := range []bool{false, true} {
				k.unchanged("", func() {
					s := k.write("", "x/y", expect, "en retard")
					s.Draft = draft
					_, err := k.Save(k.ctx, s)
					k.stale(err, "", "x/y", 3)
				})
			}
		}
		k.unchanged("", func() {
			_, err := k.Save(k.ctx, k.write("", "x/new", 3, "jamais écrite"))
			k.stale(err, "", "x/new", 0)
		})
	}},
	{"HistoryComesInPages", func(k *kit) {
		for i := range 7 {
			k.publish("", "x/y", i, fmt.Sprint(i))
		}
		k.publish("", "x/other", 0, "une autre")
		for _, page := range []struct {
			before, limit int
			want          []int
		}{
			{0, 3, []int{7, 6, 5}},
			{5, 3, []int{4, 3, 2}},
			{2, 3, []int{1}},
			{1, 3, nil},
			{0, 100, []int{7, 6, 5, 4, 3, 2, 1}},
			{100, 1, []int{7}},
			{0, 0, nil},
		} {
			h, err := k.History(k.ctx, "", "x/y", page.before, page.limit)
			k.ok(err)
			var got []int
			for _, r := range h {
				got = append(got, r.Number)
				same(k, "a revision of the history", r, k.revision("", "x/y", r.Number))
			}
			same(k, fmt.Sprintf("before %d, at most %d", page.before, page.limit), got, page.want)
		}
		for _, n := range []int{0, 8, -1} {
			_, err := k.Revision(k.ctx, "", "x/y", n)
			k.missing(fmt.Sprint("revision ", n), err)
		}
	}},
}
