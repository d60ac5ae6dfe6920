package storetest

import (
	"errors"

	"nonmerci/knowledge"
)

// editions is that an older release does not bring its texts back.
var editions = []demand{
	{"TheEditionOnlyGrows", func(k *kit) {
		k.edition(0)
		for i, want := range []struct{ seeded, noted int64 }{{0, 0}, {5, 5}, {5, 5}, {0, 5}, {7, 7}, {1 << 50, 1 << 50}} {
			k.ok(k.Seed(k.ctx, want.seeded, []knowledge.Save{k.release("x/y", i, false)}))
			k.edition(want.noted)
		}
		k.ok(k.Seed(k.ctx, 1<<50+1, nil))
		k.edition(1<<50 + 1)
	}},
	{"AnOldOneChangesNothing", func(k *kit) {
		k.ok(k.Seed(k.ctx, 7, []knowledge.Save{k.release("x/y", 0, false)}))
		before, seq := k.everything(""), k.last()
		for _, all := range [][]knowledge.Save{{k.release("x/y", 1, false)}, {k.release("x/z", 0, true), k.release("x/y", 0, false)}, nil} {
			if err := k.Seed(k.ctx, 6, all); !errors.Is(err, knowledge.ErrOld) {
				k.Errorf("got %v, want %v", err, knowledge.ErrOld)
			}
		}
		same(k, "what is there", k.everything(""), before)
		same(k, "LastEvent", k.last(), seq)
		k.edition(7)
	}},
	{"AStaleSeedNotesNothing", func(k *kit) {
		k.ok(k.Seed(k.ctx, 7, []knowledge.Save{k.release("x/y", 0, false)}))
		seq := k.last()
		k.stale(k.Seed(k.ctx, 8, []knowledge.Save{k.release("x/z", 0, false), k.release("x/y", 0, false)}), "", "x/y", 1)
		k.edition(7)
		same(k, "LastEvent", k.last(), seq)
	}},
	{"SeedingIsSaving", func(k *kit) {
		save := k.release("x/y", 0, false)
		k.ok(k.Seed(k.ctx, 7, []knowledge.Save{save, k.release("x/y", 1, true)}))
		same(k, "Seeded", k.record("", "x/y").Seeded, 1)
		events := k.events("")
		if len(events) != 2 || events[0].Action != "draft" || events[1].Action != "save" || events[1].By != save.By {
			k.Errorf("events %+v", events)
		}
		a := k.join(discord).ID
		k.publish(a, "x/y", 0, "un")
		k.ok(k.Erase(k.ctx, a))
		k.edition(7)
	}},
	{"OneOfManyIsNoted", func(k *kit) {
		all := []knowledge.Save{k.release("x/y", 0, false)}
		won := k.all(func(i int) error { return k.Seed(k.ctx, int64(1+i), all) })
		if len(won) != 1 {
			k.Fatalf("%d of %d won", len(won), writers)
		}
		k.edition(int64(1 + won[0]))
	}},
}

func (k *kit) edition(want int64) {
	k.Helper()
	got, err := k.Edition(k.ctx)
	k.ok(err)
	same(k, "Edition", got, want)
}
