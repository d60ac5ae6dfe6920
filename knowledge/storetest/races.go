package storetest

import (
	"errors"
	"fmt"
	"sync"

	"nonmerci/knowledge"
)

// writers is how many goroutines write at once.
const writers = 8

var races = []demand{
	{"OneOfManySavesWins", func(k *kit) {
		k.publish("", "x/y", 0, "un")
		for round := range 5 {
			saves := make([]knowledge.Save, writers)
			for i := range saves {
				saves[i] = k.write("", "x/y", round+1, fmt.Sprint("l’un des huit, ", i))
				saves[i].Draft = i%2 == 1
			}
			won := k.all(func(i int) error { _, err := k.Save(k.ctx, saves[i]); return err })
			if len(won) != 1 {
				k.Fatalf("%d saves won", len(won))
			}
			r := k.record("", "x/y")
			latest := k.revision("", "x/y", round+2)
			same(k, "what was kept", latest.Content, saves[won[0]].Content)
			if r.Latest != round+2 {
				k.Errorf("latest is %d, want %d", r.Latest, round+2)
			}
		}
		if n := len(k.events("")); n != 6 {
			k.Errorf("%d events of 6 saves", n)
		}
	}},
	{"OneOfManyNewEntriesWins", func(k *kit) {
		won := k.all(func(i int) error {
			_, err := k.Save(k.ctx, knowledge.Save{Entry: "x/y", By: chloe, Origin: knowledge.FromPerson, Content: says(fmt.Sprint(i)), At: k.now})
			return err
		})
		if len(won) != 1 || len(k.history("", "x/y")) != 1 {
			k.Fatalf("%d saves won", len(won))
		}
		same(k, "what was kept", k.revision("", "x/y", 1).Content, says(fmt.Sprint(won[0])))
	}},
	{"OneDecisionOnADraftWins", func(k *kit) {
		k.publish("", "x/y", 0, "un")
		k.draft("", "x/y", 1, "deux")
		won := k.all(func(i int) error {
			if i%2 == 0 {
				return k.Publish(k.ctx, "", "x/y", 2, chloe, k.now)
			}
			return k.Discard(k.ctx, "", "x/y", 2, malik, k.now)
		})
		if len(won) != 1 {
			k.Fatalf("%d decisions won", len(won))
		}
		r, published := k.record("", "x/y"), 1
		if won[0]%2 == 0 {
			published = 2
		}
		if r.Draft != nil || r.Published.Number != published {
			k.Errorf("decision %d won: %s", won[0], show(r))
		}
	}},
	{"ManyWritersLoseNothing", func(k *kit) {
		const times = 5
		k.all(func(i int) error {
			for n := range times {
				s := knowledge.Save{
					Entry: knowledge.ID(fmt.Sprint("x/", i)), Expect: n, By: chloe, Origin: knowledge.FromPerson, Content: says(fmt.Sprint(i, n)), At: k.now,
				}
				if _, err := k.Save(k.ctx, s); err != nil {
					return err
				}
				if _, err := k.AddGap(k.ctx, knowledge.Gap{Key: "k", Lang: "fr", Text: "Quoi ?", First: k.now}); err != nil {
					return err
				}
				if err := k.Add(k.ctx, []knowledge.Count{{Day: day(1), Name: "answer", N: 1}, {Day: day(1), Name: fmt.Sprint(i), N: 1}}); err != nil {
					return err
				}
			}
			return nil
		})
		for i := range writers {
			if n := len(k.history("", knowledge.ID(fmt.Sprint("x/", i)))); n != times {
				k.Errorf("entry %d has %d revisions", i, n)
			}
		}
		same(k, "gaps", len(k.gaps("", knowledge.GapOpen)), 1)
		same(k, "asked", k.gaps("", knowledge.GapOpen)[0].Count, writers*times)
		for _, c := range k.counts("", day(1)) {
			want := times
			if c.Name == "answer" {
				want = writers * times
			}
			same(k, c.Name, c.N, want)
		}
	}},
	{"OneJoinMakesTheCommunity", func(k *kit) {
		ids := make([]knowledge.CommunityID, writers)
		won := k.all(func(i int) error { c, err := k.Join(k.ctx, discord, k.now); ids[i] = c.ID; return err })
		if len(won) != writers {
			k.Fatalf("%d of %d joined", len(won), writers)
		}
		for _, id := range ids {
			same(k, "id", id, ids[0])
		}
		same(k, "events", len(k.since(0)), 1)
	}},
}

// all runs do in as many goroutines as there are writers, and returns which returned nil. An error that is no refusal is a failure.
func (k *kit) all(do func(i int) error) (won []int) {
	k.Helper()
	errs := make([]error, writers)
	start := make(chan struct{})
	var wg sync.WaitGroup
	for i := range writers {
		wg.Go(func() {
			<-start
			errs[i] = do(i)
		})
	}
	close(start)
	wg.Wait()
	for i, err := range errs {
		switch {
		case err == nil:
			won = append(won, i)
		case !refused(err):
			k.Errorf("writer %d: %v", i, err)
		}
	}
	return won
}

// refused says whether an error is one that somebody else's doing explains.
func refused(err error) bool {
	var stale *knowledge.StaleError
	return errors.As(err, &stale) || errors.Is(err, knowledge.ErrNotFound) || errors.Is(err, knowledge.ErrOld)
}
