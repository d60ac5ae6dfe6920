package storetest

import (
	"nonmerci/knowledge"
)

var drafts = []demand{
	{"DraftWaits", func(k *kit) {
		first := k.draft("", "x/y", 0, "un")
		same(k, "never published", k.record("", "x/y"), knowledge.Record{Entry: "x/y", Draft: &first, Latest: 1})
		k.ok(k.Publish(k.ctx, "", "x/y", 1, malik, k.tick()))
		second := k.draft("", "x/y", 1, "deux")
		same(k, "published before", k.record("", "x/y"), knowledge.Record{Entry: "x/y", Published: &first, Draft: &second, Latest: 2})
	}},
	{"PublishMakesItWhatReadersSee", func(k *kit) {
		r := k.draft("", "x/y", 0, "un")
		k.ok(k.Publish(k.ctx, "", "x/y", 1, malik, k.tick()))
		same(k, "Record", k.record("", "x/y"), knowledge.Record{Entry: "x/y", Published: &r, Latest: 1})
		same(k, "History", k.history("", "x/y"), []knowledge.Revision{r})
	}},
	{"DiscardKeepsTheText", func(k *kit) {
		first := k.publish("", "x/y", 0, "un")
		second := k.draft("", "x/y", 1, "deux")
		k.ok(k.Discard(k.ctx, "", "x/y", 2, malik, k.tick()))
		same(k, "Record", k.record("", "x/y"), knowledge.Record{Entry: "x/y", Published: &first, Latest: 2})
		same(k, "History", k.history("", "x/y"), []knowledge.Revision{second, first})
		third := k.publish("", "x/y", 2, "trois")
		same(k, "saved after", k.record("", "x/y"), knowledge.Record{Entry: "x/y", Published: &third, Latest: 3})
	}},
	{"DiscardOfTheOnlyRevision", func(k *kit) {
		k.draft("", "x/y", 0, "un")
		k.ok(k.Discard(k.ctx, "", "x/y", 1, malik, k.tick()))
		want := knowledge.Record{Entry: "x/y", Latest: 1}
		same(k, "Record", k.record("", "x/y"), want)
		same(k, "Records", k.records(""), []knowledge.Record{want})
	}},
	{"LaterDraftTakesItsPlace", func(k *kit) {
		first := k.publish("", "x/y", 0, "un")
		k.draft("", "x/y", 1, "deux")
		third := k.draft("", "x/y", 2, "trois")
		same(k, "Record", k.record("", "x/y"), knowledge.Record{Entry: "x/y", Published: &first, Draft: &third, Latest: 3})
	}},
	{"PublishedSaveTakesItsPlace", func(k *kit) {
		k.publish("", "x/y", 0, "un")
		k.draft("", "x/y", 1, "deux")
		third := k.publish("", "x/y", 2, "trois")
		same(k, "Record", k.record("", "x/y"), knowledge.Record{Entry: "x/y", Published: &third, Latest: 3})
		k.unchanged("", func() { k.stale(k.Publish(k.ctx, "", "x/y", 2, malik, k.tick()), "", "x/y", 3) })
	}},
	{"StaleDraftIsRefused", func(k *kit) {
		k.publish("", "x/y", 0, "un")
		refused := func(number, latest int) {
			k.Helper()
			k.unchanged("", func() {
				k.stale(k.Publish(k.ctx, "", "x/y", number, malik, k.tick()), "", "x/y", latest)
				k.stale(k.Discard(k.ctx, "", "x/y", number, malik, k.tick()), "", "x/y", latest)
			})
		}
		refused(1, 1) // published already
		refused(2, 1) // not written yet
		refused(0, 1)
		k.draft("", "x/y", 1, "deux")
		k.draft("", "x/y", 2, "trois")
		refused(2, 3) // replaced
		k.ok(k.Discard(k.ctx, "", "x/y", 3, malik, k.tick()))
		refused(3, 3) // discarded
		refused(2, 3)
		k.draft("", "x/y", 3, "quatre")
		k.ok(k.Publish(k.ctx, "", "x/y", 4, malik, k.tick()))
		refused(4, 4)
	}},
	{"UnknownEntryIsRefused", func(k *kit) {
		k.draft("", "x/y", 0, "un")
		k.missing("Publish", k.Publish(k.ctx, "", "x/z", 1, malik, k.tick()))
		k.missing("Discard", k.Discard(k.ctx, "", "x/z", 1, malik, k.tick()))
	}},
	{"SeededFollowsWhatTheReleasePublished", func(k *kit) {
		seeded := func(want int) {
			k.Helper()
			if got := k.record("", "x/y").Seeded; got != want {
				k.Fatalf("seeded %d, want %d", got, want)
			}
		}
		k.save(k.release("x/y", 0, false))
		seeded(1)
		k.publish("", "x/y", 1, "une personne")
		seeded(1)
		k.save(k.release("x/y", 2, true))
		seeded(1) // it waits for a decision
		k.ok(k.Publish(k.ctx, "", "x/y", 3, chloe, k.tick()))
		seeded(3)
		k.draft("", "x/y", 3, "une personne")
		k.ok(k.Discard(k.ctx, "", "x/y", 4, chloe, k.tick()))
		seeded(3) // decided upon something else
		k.save(k.release("x/y", 4, true))
		k.ok(k.Discard(k.ctx, "", "x/y", 5, chloe, k.tick()))
		seeded(5)
		k.save(k.release("x/y", 5, true))
		k.publish("", "x/y", 6, "une personne, sans décider")
		seeded(5)
		s := k.write("", "x/y", 7, "un import")
		s.Origin = knowledge.FromImport
		k.save(s)
		seeded(5)
		k.draft("", "x/y", 8, "une personne")
		k.ok(k.Publish(k.ctx, "", "x/y", 9, chloe, k.tick()))
		seeded(5)
		k.save(k.release("x/y", 9, false))
		seeded(10)
		if records := k.records(""); records[0].Seeded != 10 {
			k.Errorf("Records says %d", records[0].Seeded)
		}
	}},
}

// release is a Save of what came with the program.
func (k *kit) release(id knowledge.ID, expect int, draft bool) knowledge.Save {
	s := k.write("", id, expect, "livré")
	s.By, s.Origin, s.Draft = knowledge.ByRelease, knowledge.FromRelease, draft
	return s
}
