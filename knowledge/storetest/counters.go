package storetest

import (
	"time"

	"nonmerci/knowledge"
)

var counters = []demand{
	{"SumsOverDays", func(k *kit) {
		c := k.join(discord).ID
		count := func(d int, name string, entry knowledge.ID, revision, n int) knowledge.Count {
			return knowledge.Count{Community: c, Day: day(d), Name: name, Entry: entry, Revision: revision, N: n}
		}
		k.ok(k.Add(k.ctx, []knowledge.Count{
			count(1, "answer", "x/y", 1, 2), count(2, "answer", "x/y", 1, 3), count(2, "answer", "x/y", 2, 1), count(2, "unknown", "", 0, 4),
			count(2, "answer", "", 0, 5), count(3, "answer", "x/y", 1, 7), count(3, "answer", "x/y", 1, 100), count(3, "answer", "X/y", 1, 1),
		}))
		k.ok(k.Add(k.ctx, []knowledge.Count{count(3, "answer", "x/y", 1, 1000)}))
		k.ok(k.Add(k.ctx, nil))
		sum := func(name string, entry knowledge.ID, revision, n int) knowledge.Count {
			return knowledge.Count{Community: c, Name: name, Entry: entry, Revision: revision, N: n}
		}
		for d, want := range map[int][]knowledge.Count{
			1: {sum("answer", "", 0, 5), sum("answer", "X/y", 1, 1), sum("answer", "x/y", 1, 1112), sum("answer", "x/y", 2, 1), sum("unknown", "", 0, 4)},
			3: {sum("answer", "X/y", 1, 1), sum("answer", "x/y", 1, 1107)},
			4: nil,
		} {
			same(k, day(d).String(), k.counts(c, day(d)), want)
		}
		same(k, "from the beginning", k.counts(c, knowledge.Date{}), k.counts(c, day(1)))
	}},
	{"EachCommunityHasItsOwn", func(k *kit) {
		a, b := k.join(discord).ID, k.join(telegram).ID
		k.ok(k.Add(k.ctx, []knowledge.Count{
			{Community: a, Day: day(1), Name: "answer", N: 1},
			{Community: b, Day: day(1), Name: "answer", N: 2},
			{Day: day(1), Name: "answer", N: 4},
			{Community: "nowhere", Day: day(1), Name: "answer", N: 8},
		}))
		for c, n := range map[knowledge.CommunityID]int{a: 1, b: 2, "": 4} {
			same(k, "Counts", k.counts(c, day(1)), []knowledge.Count{{Community: c, Name: "answer", N: n}})
		}
		same(k, "of a community that is not there", k.counts("nowhere", day(1)), nil)
	}},
	{"DropRemovesOldDays", func(k *kit) {
		c := k.join(discord).ID
		k.ok(k.Add(k.ctx, []knowledge.Count{
			{Community: c, Day: day(1), Name: "answer", N: 5},
			{Day: day(1), Name: "answer", N: 5},
			{Community: c, Day: day(1), Name: "unknown", N: 5},
			{Community: c, Day: day(2), Name: "answer", N: 1},
		}))
		n, err := k.DropCounts(k.ctx, day(2))
		k.ok(err)
		same(k, "dropped", n, 3)
		same(k, "Counts", k.counts(c, knowledge.Date{}), []knowledge.Count{{Community: c, Name: "answer", N: 1}})
		same(k, "of the shared base", k.counts("", knowledge.Date{}), nil)
	}},
}

// day is a day of November 2026.
func day(d int) knowledge.Date {
	return knowledge.DayOf(time.Date(2026, 11, d, 0, 0, 0, 0, time.UTC))
}

func (k *kit) counts(c knowledge.CommunityID, from knowledge.Date) []knowledge.Count {
	k.Helper()
	all, err := k.Counts(k.ctx, c, from)
	k.ok(err)
	return all
}
