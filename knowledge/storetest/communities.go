package storetest

import (
	"fmt"
	"slices"
	"time"

	"nonmerci/knowledge"
)

var communities = []demand{
	{"JoinMakesOneOnce", func(k *kit) {
		at := k.tick()
		c, err := k.Join(k.ctx, discord, at)
		k.ok(err)
		if c.ID == knowledge.SharedBase {
			k.Error("it has the id of the shared base")
		}
		same(k, "Join", c, knowledge.Community{ID: c.ID, Places: []knowledge.Place{discord}, Joined: at})
		seq := k.last()
		same(k, "Join again", k.join(discord), c)
		if k.last() != seq {
			k.Error("joining again is an event")
		}
		same(k, "Community", k.community(c.ID), c)
		found, err := k.At(k.ctx, discord)
		k.ok(err)
		same(k, "At", found, c)
		if other := k.join(telegram); other.ID == c.ID {
			k.Error("two places share a community without having been linked")
		}
		if other := k.join(knowledge.Place{Platform: "telegram", Chat: discord.Chat}); other.ID == c.ID {
			k.Error("two platforms share a community")
		}
	}},
	{"UnknownIsNotFound", func(k *kit) {
		c := k.join(discord)
		_, err := k.At(k.ctx, telegram)
		k.missing("At", err)
		_, err = k.At(k.ctx, knowledge.Place{})
		k.missing("At nowhere", err)
		for _, id := range []knowledge.CommunityID{"nowhere", knowledge.SharedBase} {
			_, err = k.Community(k.ctx, id)
			k.missing("Community", err)
			k.missing("Configure", k.Configure(k.ctx, id, knowledge.Settings{Lang: "fr"}, chloe, k.tick()))
			k.missing("Link", k.Link(k.ctx, discord, id, chloe, k.tick()))
			k.missing("Erase", k.Erase(k.ctx, id))
		}
		k.missing("Link", k.Link(k.ctx, telegram, c.ID, chloe, k.tick()))
		_, err = k.Unlink(k.ctx, telegram, chloe, k.tick())
		k.missing("Unlink", err)
		k.missing("Move", k.Move(k.ctx, telegram, club))
		k.missing("Leave", k.Leave(k.ctx, telegram, k.tick()))
		same(k, "Community", k.community(c.ID), c)
	}},
	{"ConfigureReplacesTheSettings", func(k *kit) {
		c := k.join(discord)
		all := knowledge.Settings{
			Lang: "fr", Roles: map[string]string{discord.String(): "77", club.String(): "é 👩‍👩‍👧"}, TwoPersons: true, KeepGaps: true, Suggest: true,
			Digest: "discord:900100200300400500/42", Rephrase: true, AskModel: true,
		}
		for _, s := range []knowledge.Settings{all, {Lang: "en"}, {KeepGaps: true}, {}} {
			k.ok(k.Configure(k.ctx, c.ID, s, chloe, k.tick()))
			c.Settings = s
			same(k, "Community", k.community(c.ID), c)
		}
		k.ok(k.Configure(k.ctx, c.ID, all, chloe, k.tick()))
		same(k, "another", k.join(telegram).Settings, knowledge.Settings{})
		same(k, "kept by Join", k.join(discord).Settings, all)
	}},
	{"IDsComeInPages", func(k *kit) {
		var want []knowledge.CommunityID
		for i := range 7 {
			want = append(want, k.join(knowledge.Place{Platform: "telegram", Chat: fmt.Sprint(-i)}).ID)
		}
		slices.Sort(want)
		if len(slices.Compact(slices.Clone(want))) != 7 {
			k.Fatal("two communities have one id")
		}
		var got []knowledge.CommunityID
		after := knowledge.CommunityID("")
		for range 4 {
			page, err := k.CommunityIDs(k.ctx, after, 3)
			k.ok(err)
			got = append(got, page...)
			if len(page) == 0 {
				break
			}
			if len(page) > 3 {
				k.Errorf("a page of %d", len(page))
			}
			after = page[len(page)-1]
		}
		same(k, "ids", got, want)
		none, err := k.CommunityIDs(k.ctx, "", 0)
		k.ok(err)
		same(k, "at most none", none, nil)
	}},
	{"LeaveAndJoinAgain", func(k *kit) {
		c := k.join(discord)
		k.publish(c.ID, "x/y", 0, "gardée")
		left := k.tick()
		k.ok(k.Leave(k.ctx, discord, left))
		gone := c
		gone.Left = left
		same(k, "left", k.community(c.ID), gone)
		found, err := k.At(k.ctx, discord)
		k.ok(err)
		same(k, "At", found, gone)
		seq := k.last()
		k.ok(k.Leave(k.ctx, discord, k.tick()))
		same(k, "left twice", k.community(c.ID), gone)
		if k.last() != seq {
			k.Error("leaving twice is an event")
		}
		same(k, "back", k.join(discord), c)
		same(k, "back", k.community(c.ID), c)
		k.record(c.ID, "x/y")
		if k.last() == seq {
			k.Error("coming back is no event")
		}
	}},
	{"LeftIsWhenTheLastPlaceWent", func(k *kit) {
		c := k.join(discord)
		k.join(telegram)
		k.ok(k.Link(k.ctx, telegram, c.ID, chloe, k.tick()))
		k.ok(k.Leave(k.ctx, discord, k.tick()))
		if got := k.community(c.ID); !got.Left.IsZero() || len(got.Places) != 2 {
			k.Errorf("one of two places left: %+v", got)
		}
		left := k.tick()
		k.ok(k.Leave(k.ctx, telegram, left))
		if got := k.community(c.ID); !got.Left.Equal(left) {
			k.Errorf("left at %v, want %v", got.Left, left)
		}
		k.join(discord)
		if got := k.community(c.ID); !got.Left.IsZero() {
			k.Error("one place came back, and it counts as left")
		}
		again := k.tick()
		k.ok(k.Leave(k.ctx, discord, again))
		if got := k.community(c.ID); !got.Left.Equal(again) {
			k.Errorf("left at %v, want %v", got.Left, again)
		}
	}},
	{"LeftBefore", func(k *kit) {
		a, b := k.join(discord).ID, k.join(telegram).ID
		k.join(club)
		k.join(knowledge.Place{Platform: "discord", Chat: "1"})
		first, second := k.tick(), k.tick()
		k.ok(k.Leave(k.ctx, discord, first))
		k.ok(k.Leave(k.ctx, telegram, second))
		k.ok(k.Leave(k.ctx, club, first))
		k.join(club)
		for _, want := range []struct {
			at  time.Time
			ids []knowledge.CommunityID
		}{{first, nil}, {second, []knowledge.CommunityID{a}}, {k.tick(), []knowledge.CommunityID{a, b}}, {first.Add(-time.Hour), nil}} {
			got, err := k.LeftBefore(k.ctx, want.at)
			k.ok(err)
			sameSet(k, "LeftBefore", got, want.ids)
		}
	}},
}
