package storetest

import (
	"errors"

	"nonmerci/knowledge"
)

// saves is what holds of several at once, and of what is refused.
var saves = []demand{
	{"SaveAllSavesAllInOrder", func(k *kit) {
		a := k.join(discord).ID
		k.publish("", "x/b", 0, "avant")
		draft := k.write("", "x/c", 0, "c")
		draft.Draft = true
		all := []knowledge.Save{k.write("", "x/b", 1, "b"), draft, k.write(a, "x/a", 0, "a"), k.write("", "x/b", 2, "b encore")}
		got, err := k.SaveAll(k.ctx, all)
		k.ok(err)
		if len(got) != len(all) {
			k.Fatalf("%d revisions, want %d", len(got), len(all))
		}
		for i, want := range []int{2, 1, 1, 3} {
			if got[i].Number != want {
				k.Errorf("%s has number %d, want %d", got[i].Entry, got[i].Number, want)
			}
			same(k, "SaveAll", got[i], k.revision(all[i].Community, all[i].Entry, want))
			same(k, "Content", got[i].Content, all[i].Content)
		}
		if r := k.record("", "x/c"); r.Published != nil || r.Draft == nil {
			k.Error("a draft was published")
		}
		none, err := k.SaveAll(k.ctx, nil)
		k.ok(err)
		same(k, "SaveAll of nothing", none, nil)
	}},
	{"SaveAllSavesNoneWhenOneIsStale", func(k *kit) {
		a := k.join(discord).ID
		k.publish("", "x/b", 0, "un")
		k.publish("", "x/b", 1, "deux")
		k.unchanged("", func() {
			k.unchanged(a, func() {
				_, err := k.SaveAll(k.ctx, []knowledge.Save{
					k.write("", "x/a", 0, "a"), k.write(a, "x/a", 0, "a"), k.write("", "x/b", 1, "en retard"), k.write("", "x/c", 0, "c"),
				})
				k.stale(err, "", "x/b", 2)
			})
		})
		k.unchanged("", func() {
			_, err := k.SaveAll(k.ctx, []knowledge.Save{k.write("", "x/a", 0, "a"), k.write("nowhere", "x/b", 0, "b")})
			k.missing("SaveAll", err)
		})
		k.unchanged("", func() {
			_, err := k.SaveAll(k.ctx, []knowledge.Save{k.write("", "x/a", 0, "a"), k.write("", "x/a", 0, "a")})
			if stale := new(knowledge.StaleError); !errors.As(err, &stale) {
				k.Errorf("the same entry twice: got %v, want a StaleError", err)
			}
		})
	}},
	{"UnknownCommunityIsRefused", func(k *kit) {
		k.publish("", "x/y", 0, "un")
		_, err := k.Save(k.ctx, k.write("nowhere", "x/y", 0, "un"))
		k.missing("Save", err)
		_, err = k.Record(k.ctx, "nowhere", "x/y")
		k.missing("Record", err)
		_, err = k.Revision(k.ctx, "nowhere", "x/y", 1)
		k.missing("Revision", err)
		k.missing("Publish", k.Publish(k.ctx, "nowhere", "x/y", 1, chloe, k.tick()))
		k.missing("Discard", k.Discard(k.ctx, "nowhere", "x/y", 1, chloe, k.tick()))
		same(k, "Records", k.records("nowhere"), nil)
		same(k, "History", k.history("nowhere", "x/y"), nil)
		same(k, "Events", k.events("nowhere"), nil)
	}},
}

// unchanged checks that nothing of a community, and no event at all, comes of what do does.
func (k *kit) unchanged(c knowledge.CommunityID, do func()) {
	k.Helper()
	before, seq := k.everything(c), k.last()
	do()
	if now := k.last(); now != seq {
		k.Errorf("the last event was %d and is %d", seq, now)
	}
	same(k, "what is there after a refusal", k.everything(c), before)
}
