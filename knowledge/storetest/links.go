package storetest

import (
	"slices"

	"nonmerci/knowledge"
)

var links = []demand{
	{"LinkSharesOneOverlay", func(k *kit) {
		a, b := k.join(discord), k.join(telegram)
		k.publish(a.ID, "x/y", 0, "partagée")
		at := k.tick()
		k.ok(k.Link(k.ctx, telegram, a.ID, chloe, at))
		found, err := k.At(k.ctx, telegram)
		k.ok(err)
		a.Places = []knowledge.Place{discord, telegram}
		same(k, "At", found, a)
		same(k, "Community", k.community(a.ID), a)
		b.Places, b.Left = nil, at
		same(k, "the one it left", k.community(b.ID), b)
		ids, err := k.LeftBefore(k.ctx, k.tick())
		k.ok(err)
		same(k, "LeftBefore", ids, []knowledge.CommunityID{b.ID})
	}},
	{"PlacesAreSorted", func(k *kit) {
		want := []knowledge.Place{
			{Platform: "discord", Chat: "10"},
			{Platform: "discord", Chat: "9"},
			{Platform: "telegram", Chat: "-1"},
			{Platform: "telegram", Chat: "-10"},
			{Platform: "telegram", Chat: "1"},
		}
		var c knowledge.CommunityID
		for i, p := range []int{3, 0, 4, 2, 1} {
			if joined := k.join(want[p]); i == 0 {
				c = joined.ID
			} else {
				k.ok(k.Link(k.ctx, want[p], c, chloe, k.tick()))
			}
		}
		same(k, "Places", k.community(c).Places, want)
		found, err := k.At(k.ctx, want[4])
		k.ok(err)
		same(k, "At", found.Places, want)
	}},
	{"LinkToItsOwn", func(k *kit) {
		a := k.join(discord)
		k.unchanged(a.ID, func() { k.ok(k.Link(k.ctx, discord, a.ID, chloe, k.tick())) })
	}},
	{"LinkBringsACommunityBack", func(k *kit) {
		a := k.join(discord)
		k.join(telegram)
		k.ok(k.Leave(k.ctx, discord, k.tick()))
		k.ok(k.Link(k.ctx, telegram, a.ID, chloe, k.tick()))
		if got := k.community(a.ID); !got.Left.IsZero() {
			k.Errorf("it is in a place, and left at %v", got.Left)
		}
	}},
	{"LinkAwayFromPlacesThatLeft", func(k *kit) {
		a, b := k.join(discord), k.join(telegram)
		k.join(club)
		k.ok(k.Link(k.ctx, club, a.ID, chloe, k.tick()))
		k.ok(k.Leave(k.ctx, discord, k.tick()))
		at := k.tick()
		k.ok(k.Link(k.ctx, club, b.ID, chloe, at))
		if got := k.community(a.ID); !got.Left.Equal(at) || !slices.Equal(got.Places, a.Places) {
			k.Errorf("its last place went at %v: %+v", at, got)
		}
	}},
	{"LinkAwayFromACommunityThatLeft", func(k *kit) {
		a, b := k.join(discord), k.join(telegram)
		left := k.tick()
		k.ok(k.Leave(k.ctx, discord, left))
		k.ok(k.Link(k.ctx, discord, b.ID, knowledge.ByCommandLine, k.tick()))
		a.Places, a.Left = nil, left
		same(k, "Community", k.community(a.ID), a)
	}},
	{"LinkKeepsWhatThePlaceHas", func(k *kit) {
		a, b := k.join(discord), k.join(telegram)
		g := k.guide(telegram)
		k.ok(k.Subscribe(k.ctx, telegram, "7"))
		k.alert("un")
		k.ok(k.Link(k.ctx, telegram, a.ID, chloe, k.tick()))
		same(k, "GuidesOf", k.guidesOf(a.ID), []knowledge.Guide{g})
		same(k, "GuidesOf the one it left", k.guidesOf(b.ID), nil)
		same(k, "Behind", k.behind(), []knowledge.Subscription{{Place: telegram, Channel: "7"}})
	}},
	{"UnlinkCopiesWhatWasPublished", func(k *kit) {
		a := k.join(discord)
		k.join(telegram)
		k.ok(k.Link(k.ctx, telegram, a.ID, chloe, k.tick()))
		k.ok(k.Configure(k.ctx, a.ID, knowledge.Settings{Lang: "fr", KeepGaps: true}, chloe, k.tick()))
		a = k.community(a.ID)
		k.publish(a.ID, "x/both", 0, "un")
		k.publish(a.ID, "x/both", 1, "deux")
		k.draft(a.ID, "x/both", 2, "pas encore")
		k.publish(a.ID, "x/one", 0, "un")
		k.draft(a.ID, "x/draft", 0, "pas encore")
		s := k.write(a.ID, "x/hidden", 0, "")
		s.Content = knowledge.Content{Hidden: true, Base: 3, Note: map[string]string{"fr": "Masquée."}}
		k.save(s)
		k.question(a.ID, "q", "Une question ?")
		before := k.everything(a.ID)
		at := k.tick()
		c, err := k.Unlink(k.ctx, telegram, malik, at)
		k.ok(err)
		same(k, "Unlink", c, knowledge.Community{ID: c.ID, Places: []knowledge.Place{telegram}, Joined: at})
		if c.ID == a.ID {
			k.Fatal("it is the same community")
		}
		same(k, "Community", k.community(c.ID), c)
		found, err := k.At(k.ctx, telegram)
		k.ok(err)
		same(k, "At", found, c)
		var got []knowledge.ID
		for _, r := range k.records(c.ID) {
			got = append(got, r.Entry)
			if r.Published == nil || r.Draft != nil || r.Latest != 1 || r.Published.Number != 1 || r.Published.Community != c.ID {
				k.Errorf("not a copy: %s", show(r))
				continue
			}
			same(k, "Content", r.Published.Content, k.record(a.ID, r.Entry).Published.Content)
			if r.Published.By != malik || !r.Published.At.Equal(at) {
				k.Errorf("the copy is by %s at %v", r.Published.By, r.Published.At)
			}
			same(k, "History", k.history(c.ID, r.Entry), []knowledge.Revision{*r.Published})
		}
		same(k, "ids", got, []knowledge.ID{"x/both", "x/hidden", "x/one"})
		same(k, "gaps", k.gaps(c.ID, knowledge.GapOpen), nil)
		k.publish(c.ID, "x/one", 1, "chacun la sienne")
		a.Places = []knowledge.Place{discord}
		same(k, "the one it left", k.community(a.ID), a)
		after := k.everything(a.ID)
		keep := func(all []string) []string {
			return slices.DeleteFunc(all, func(s string) bool { return s[0] == 'e' || s[0] == 'c' }) // its events and its places
		}
		same(k, "what the one it left holds", keep(after), keep(before))
	}},
	{"UnlinkOfAPlaceThatIsAlone", func(k *kit) {
		a := k.join(discord)
		k.publish(a.ID, "x/y", 0, "un")
		k.unchanged(a.ID, func() {
			got, err := k.Unlink(k.ctx, discord, chloe, k.tick())
			k.ok(err)
			same(k, "Unlink", got, a)
		})
	}},
}
