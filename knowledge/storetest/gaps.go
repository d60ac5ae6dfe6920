package storetest

import (
	"fmt"
	"time"

	"nonmerci/knowledge"
)

var gaps = []demand{
	{"FirstAsked", func(k *kit) {
		c := k.join(discord).ID
		at := k.tick()
		g, err := k.AddGap(k.ctx, knowledge.Gap{
			ID: 99, Community: c, Lang: "fr", Key: "mastodon", Text: "Et Mastodon ?", First: at,
			Count: 7, Last: at.Add(time.Hour), State: knowledge.GapDismissed, Entry: "x/y", // none of these is AddGap's to take
		})
		k.ok(err)
		want := knowledge.Gap{
			ID: g.ID, Community: c, Lang: "fr", Key: "mastodon", Text: "Et Mastodon ?", Count: 1, First: at, Last: at, State: knowledge.GapOpen,
		}
		same(k, "AddGap", g, want)
		got, err := k.Gap(k.ctx, c, g.ID)
		k.ok(err)
		same(k, "Gap", got, want)
		same(k, "Gaps", k.gaps(c, knowledge.GapOpen), []knowledge.Gap{want})
	}},
	{"AlikeQuestionsJoin", func(k *kit) {
		c, other := k.join(discord).ID, k.join(telegram).ID
		first := k.question(c, "mastodon", "Et Mastodon ?")
		at := k.tick()
		got, err := k.AddGap(k.ctx, knowledge.Gap{Community: c, Lang: "en", Key: "mastodon", Text: "What about Mastodon?", First: at})
		k.ok(err)
		want := first
		want.Count, want.Last = 2, at
		same(k, "the same key", got, want)
		same(k, "Gaps", k.gaps(c, knowledge.GapOpen), []knowledge.Gap{want})
		if g := k.question(c, "Mastodon", "Une autre clé ?"); g.ID == first.ID {
			k.Error("another key joined")
		}
		if g := k.question(other, "mastodon", "Ailleurs ?"); g.ID == first.ID || g.Count != 1 {
			k.Errorf("another community joined: %+v", g)
		}
		if g := k.question("", "mastodon", "Nulle part ?"); g.ID == first.ID || g.Count != 1 {
			k.Errorf("the shared base joined: %+v", g)
		}
	}},
	{"MostAskedFirst", func(k *kit) {
		for i, times := range []int{2, 5, 1, 4, 3} {
			for range times {
				k.question("", fmt.Sprint("k", i), fmt.Sprint("Question ", i, " ?"))
			}
		}
		for _, limit := range []int{3, 5, 100, 0} {
			got, err := k.Gaps(k.ctx, "", knowledge.GapOpen, limit)
			k.ok(err)
			if len(got) != min(limit, 5) {
				k.Fatalf("at most %d: %d gaps", limit, len(got))
			}
			for i, g := range got {
				if g.Count != 5-i {
					k.Errorf("place %d was asked %d times", i, g.Count)
				}
			}
		}
	}},
	{"SettleMovesIt", func(k *kit) {
		c := k.join(discord).ID
		g := k.question(c, "k", "Quoi ?")
		for _, to := range []struct {
			state knowledge.GapState
			entry knowledge.ID
		}{{knowledge.GapLinked, "x/y"}, {knowledge.GapDismissed, ""}, {knowledge.GapOpen, ""}, {knowledge.GapLinked, "x/z"}} {
			from := g.State
			k.ok(k.SettleGap(k.ctx, c, g.ID, to.state, to.entry, chloe, k.tick()))
			g.State, g.Entry = to.state, to.entry
			got, err := k.Gap(k.ctx, c, g.ID)
			k.ok(err)
			same(k, "Gap", got, g)
			same(k, "Gaps", k.gaps(c, to.state), []knowledge.Gap{g})
			if from != to.state {
				same(k, "Gaps where it was", k.gaps(c, from), nil)
			}
		}
	}},
	{"DismissedStaysDismissed", func(k *kit) {
		for _, state := range []knowledge.GapState{knowledge.GapDismissed, knowledge.GapLinked} {
			g := k.question("", string(state), "Quoi ?")
			k.ok(k.SettleGap(k.ctx, "", g.ID, state, "x/y", chloe, k.tick()))
			again := k.question("", string(state), "Quoi donc ?")
			g.State, g.Entry, g.Count, g.Last = state, "x/y", 2, again.Last
			same(k, "asked again", again, g)
			same(k, "open", k.gaps("", knowledge.GapOpen), nil)
		}
	}},
	{"UnknownIsNotFound", func(k *kit) {
		a, b := k.join(discord).ID, k.join(telegram).ID
		g := k.question(a, "k", "Quoi ?")
		for _, c := range []knowledge.CommunityID{b, "", "nowhere"} {
			_, err := k.Gap(k.ctx, c, g.ID)
			k.missing("Gap of another", err)
			k.missing("SettleGap of another", k.SettleGap(k.ctx, c, g.ID, knowledge.GapDismissed, "", chloe, k.tick()))
			same(k, "Gaps", k.gaps(c, knowledge.GapOpen), nil)
		}
		_, err := k.Gap(k.ctx, a, g.ID+1)
		k.missing("Gap", err)
		k.missing("SettleGap", k.SettleGap(k.ctx, a, g.ID+1, knowledge.GapDismissed, "", chloe, k.tick()))
		_, err = k.AddGap(k.ctx, knowledge.Gap{Community: "nowhere", Key: "k", First: k.tick()})
		k.missing("AddGap", err)
		same(k, "Gaps", k.gaps(a, knowledge.GapOpen), []knowledge.Gap{g})
	}},
	{"DropRemovesTheOldOnes", func(k *kit) {
		c := k.join(discord).ID
		old := k.question(c, "old", "Vieille ?")
		dismissed := k.question("", "dismissed", "Écartée ?")
		k.ok(k.SettleGap(k.ctx, "", dismissed.ID, knowledge.GapDismissed, "", chloe, k.tick()))
		k.question(c, "again", "Redemandée ?")
		limit := k.tick()
		again := k.question(c, "again", "Redemandée ?")
		n, err := k.DropGaps(k.ctx, limit)
		k.ok(err)
		same(k, "dropped", n, 2)
		same(k, "Gaps", k.gaps(c, knowledge.GapOpen), []knowledge.Gap{again})
		same(k, "dismissed", k.gaps("", knowledge.GapDismissed), nil)
		_, err = k.Gap(k.ctx, c, old.ID)
		k.missing("Gap", err)
		n, err = k.DropGaps(k.ctx, again.Last)
		k.ok(err)
		same(k, "dropped, none before its own time", n, 0)
		n, err = k.DropGaps(k.ctx, again.Last.Add(time.Millisecond))
		k.ok(err)
		same(k, "dropped, the last", n, 1)
		if g := k.question(c, "new", "Neuve ?"); g.ID <= again.ID {
			k.Errorf("id %d after %d: it may have been given before", g.ID, again.ID)
		}
	}},
}

// question asks what nobody can answer.
func (k *kit) question(c knowledge.CommunityID, key, text string) knowledge.Gap {
	k.Helper()
	g, err := k.AddGap(k.ctx, knowledge.Gap{Community: c, Lang: "fr", Key: key, Text: text, First: k.tick()})
	k.ok(err)
	return g
}

func (k *kit) gaps(c knowledge.CommunityID, s knowledge.GapState) []knowledge.Gap {
	k.Helper()
	all, err := k.Gaps(k.ctx, c, s, many)
	k.ok(err)
	return all
}
