package storetest

import "nonmerci/knowledge"

var guides = []demand{
	{"OneForAPlace", func(k *kit) {
		k.join(discord)
		g := k.guide(discord)
		got, err := k.Guide(k.ctx, discord)
		k.ok(err)
		same(k, "Guide", got, g)
		g.Channel, g.Message, g.Langs, g.Shown, g.At = "9", "10", nil, "", k.tick()
		k.ok(k.SetGuide(k.ctx, g))
		got, err = k.Guide(k.ctx, discord)
		k.ok(err)
		same(k, "set again", got, g)
		same(k, "GuidesOf", k.guidesOf(""), []knowledge.Guide{g})
	}},
	{"GuidesOfACommunity", func(k *kit) {
		a, b, c := k.join(discord).ID, k.join(telegram).ID, k.join(club).ID
		k.ok(k.Link(k.ctx, telegram, a, chloe, k.tick()))
		g, h, i := k.guide(discord), k.guide(telegram), k.guide(club)
		sameSet(k, "of two places", k.guidesOf(a), []knowledge.Guide{g, h})
		sameSet(k, "of no place", k.guidesOf(b), nil)
		sameSet(k, "of one place", k.guidesOf(c), []knowledge.Guide{i})
		sameSet(k, "of every place", k.guidesOf(""), []knowledge.Guide{g, h, i})
		sameSet(k, "of a community that is not there", k.guidesOf("nowhere"), nil)
	}},
	{"Drop", func(k *kit) {
		k.join(discord)
		k.join(telegram)
		k.guide(discord)
		other := k.guide(telegram)
		k.ok(k.DropGuide(k.ctx, discord))
		_, err := k.Guide(k.ctx, discord)
		k.missing("Guide", err)
		k.missing("DropGuide", k.DropGuide(k.ctx, discord))
		same(k, "GuidesOf", k.guidesOf(""), []knowledge.Guide{other})
	}},
	{"UnknownPlace", func(k *kit) {
		k.join(discord)
		_, err := k.Guide(k.ctx, discord)
		k.missing("Guide", err)
		k.missing("DropGuide", k.DropGuide(k.ctx, telegram))
		k.missing("SetGuide", k.SetGuide(k.ctx, knowledge.Guide{Place: telegram, Channel: "1", Message: "2", At: k.tick()}))
		same(k, "GuidesOf", k.guidesOf(""), nil)
	}},
}

// guide gives a place a guide.
func (k *kit) guide(p knowledge.Place) knowledge.Guide {
	k.Helper()
	g := knowledge.Guide{Place: p, Channel: "7", Message: "8" + p.Chat, Langs: []string{"fr", "en"}, Shown: "à jour", At: k.tick()}
	k.ok(k.SetGuide(k.ctx, g))
	return g
}

func (k *kit) guidesOf(c knowledge.CommunityID) []knowledge.Guide {
	k.Helper()
	all, err := k.GuidesOf(k.ctx, c)
	k.ok(err)
	return all
}
