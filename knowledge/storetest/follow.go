package storetest

import (
	"fmt"

	"nonmerci/knowledge"
)

// following is reading the log.
var following = []demand{
	{"SeqRises", func(k *kit) {
		a := k.join(discord).ID
		for i := range 5 {
			k.publish(a, "x/y", i, "a")
			k.publish("", "x/y", i, "b")
		}
		all := k.since(0)
		if len(all) != 11 {
			k.Fatalf("%d events, want 11", len(all))
		}
		for i, e := range all {
			if e.Seq <= 0 || i > 0 && e.Seq <= all[i-1].Seq {
				k.Errorf("Seq %d does not rise", e.Seq)
			}
		}
		same(k, "LastEvent", k.last(), all[10].Seq)
		for _, page := range []struct{ from, limit, past int }{{0, 3, 3}, {3, 3, 6}, {9, 100, 11}, {11, 100, 11}, {0, 0, 0}} {
			after := int64(0)
			if page.from > 0 {
				after = all[page.from-1].Seq
			}
			got, err := k.EventsAfter(k.ctx, after, page.limit)
			k.ok(err)
			same(k, fmt.Sprintf("after %d, at most %d", after, page.limit), got, all[page.from:page.past])
		}
	}},
	{"EventsOfACommunity", func(k *kit) {
		a := k.join(discord).ID
		for i := range 5 {
			k.publish(a, "x/y", i, "a")
			k.publish("", "x/y", i, "b")
		}
		all := k.events(a)
		if len(all) != 6 {
			k.Fatalf("%d events, want 6", len(all))
		}
		for i, e := range all {
			if e.Community != a || i > 0 && e.Seq >= all[i-1].Seq {
				k.Errorf("event %d: %+v", i, e)
			}
		}
		for _, page := range []struct {
			before int64
			limit  int
			want   []knowledge.Event
		}{{0, 2, all[:2]}, {all[1].Seq, 2, all[2:4]}, {all[5].Seq, 2, nil}, {0, 0, nil}, {all[0].Seq + 100, many, all}} {
			got, err := k.Events(k.ctx, a, page.before, page.limit)
			k.ok(err)
			same(k, fmt.Sprintf("before %d, at most %d", page.before, page.limit), got, page.want)
		}
		if n := len(k.events("")); n != 5 {
			k.Errorf("%d events of the shared base, want 5", n)
		}
	}},
	{"SeqIsNotGivenAgain", func(k *kit) {
		k.publish("", "x/y", 0, "un")
		a := k.join(discord).ID
		seq := k.last()
		k.ok(k.Erase(k.ctx, a))
		k.publish("", "x/y", 1, "deux")
		got := k.since(seq)
		if len(got) != 2 || got[0].Action != "erase" || got[0].Seq <= seq || got[1].Action != "save" || got[1].Seq <= got[0].Seq || k.last() != got[1].Seq {
			k.Errorf("after %d: %+v", seq, got)
		}
	}},
}
