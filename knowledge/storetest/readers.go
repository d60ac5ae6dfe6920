package storetest

import (
	"fmt"

	"nonmerci/knowledge"
)

// readers is what those see who read while others write.
var readers = []demand{
	{"AFollowerMissesNothing", func(k *kit) {
		const times = 10
		done := make(chan struct{})
		follower := make(chan map[int64]bool)
		go func() { follower <- k.follow(done) }()
		k.all(func(i int) error {
			for n := range times {
				s := knowledge.Save{
					Entry: knowledge.ID(fmt.Sprint("x/", i)), Expect: n, By: chloe, Origin: knowledge.FromPerson, Content: says("x"), At: k.now,
				}
				if _, err := k.Save(k.ctx, s); err != nil {
					return err
				}
			}
			return nil
		})
		close(done)
		seen := <-follower
		all := k.since(0)
		same(k, "events", len(all), writers*times)
		for _, e := range all {
			if !seen[e.Seq] {
				k.Errorf("missed %+v", e)
			}
		}
	}},
	{"ATransactionIsSeenWhole", func(k *kit) {
		a := k.join(discord).ID
		done, ended := make(chan struct{}), make(chan struct{})
		go func() {
			defer close(ended)
			k.until(done, func() bool { return k.seesWhole(a) })
		}()
		for n := range 40 {
			_, err := k.SaveAll(k.ctx, []knowledge.Save{k.write(a, "x/a", n, "a"), k.write(a, "x/b", n, "b")})
			if err != nil {
				k.Errorf("SaveAll: %v", err)
				break
			}
		}
		close(done)
		<-ended
	}},
}

// until calls do again and again, once more when done is closed, or until do says that it is no use.
func (k *kit) until(done <-chan struct{}, do func() bool) {
	for last := false; do() && !last; {
		select {
		case <-done:
			last = true
		default:
		}
	}
}

// follow reads the log as another instance does, to its end after done is closed, and returns each Seq that it met.
func (k *kit) follow(done <-chan struct{}) map[int64]bool {
	seen, last := map[int64]bool{}, int64(0)
	k.until(done, func() bool {
		for {
			page, err := k.EventsAfter(k.ctx, last, 3)
			if err != nil {
				k.Errorf("EventsAfter: %v", err)
				return false
			}
			for _, e := range page {
				if e.Seq <= last {
					k.Errorf("Seq %d after %d", e.Seq, last)
					return false
				}
				seen[e.Seq], last = true, e.Seq
			}
			if len(page) == 0 {
				return true
			}
		}
	})
	return seen
}

// seesWhole checks that two entries saved together, and published at once, are read so.
func (k *kit) seesWhole(c knowledge.CommunityID) bool {
	all, err := k.Records(k.ctx, c)
	if err != nil {
		k.Errorf("Records: %v", err)
		return false
	}
	one, err := k.Record(k.ctx, c, "x/b")
	whole := func(r knowledge.Record) bool {
		return r.Published != nil && r.Published.Number == r.Latest && r.Draft == nil
	}
	switch {
	case len(all) == 1 || len(all) == 2 && (!whole(all[0]) || !whole(all[1]) || all[0].Latest != all[1].Latest):
		k.Errorf("half of what was saved:%s", difference(lines(all), nil))
	case err == nil && !whole(one):
		k.Errorf("half of what was saved:%s", difference(lines(one), nil))
	case err != nil && !refused(err):
		k.Errorf("Record: %v", err)
	default:
		return true
	}
	return false
}
