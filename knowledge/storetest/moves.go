package storetest

import "nonmerci/knowledge"

var moves = []demand{
	{"MoveTakesEverythingAlong", func(k *kit) {
		a := k.join(club)
		k.publish(a.ID, "x/y", 0, "un")
		g := k.guide(club)
		k.ok(k.Subscribe(k.ctx, club, "7"))
		k.alert("un")
		k.ok(k.Configure(k.ctx, a.ID, knowledge.Settings{
			Lang: "fr", Roles: map[string]string{club.String(): "77", discord.String(): "78"}, Digest: club.String() + "/7",
		}, chloe, k.tick()))
		k.ok(k.Move(k.ctx, club, telegram))

		_, err := k.At(k.ctx, club)
		k.missing("At the old name", err)
		found, err := k.At(k.ctx, telegram)
		k.ok(err)
		a.Places = []knowledge.Place{telegram}
		a.Settings = knowledge.Settings{
			Lang: "fr", Roles: map[string]string{telegram.String(): "77", discord.String(): "78"}, Digest: telegram.String() + "/7",
		}
		same(k, "At", found, a)
		k.record(a.ID, "x/y")
		_, err = k.Guide(k.ctx, club)
		k.missing("Guide of the old name", err)
		g.Place = telegram
		same(k, "Guides", k.guidesOf(a.ID), []knowledge.Guide{g})
		same(k, "Behind", k.behind(), []knowledge.Subscription{{Place: telegram, Channel: "7"}})
		k.missing("Move again", k.Move(k.ctx, club, telegram))
		if other := k.join(club); other.ID == a.ID {
			k.Error("the old name still leads to it")
		}
	}},
	{"MoveKeepsOtherPlaces", func(k *kit) {
		a, b := k.join(club), k.join(discord)
		k.ok(k.Link(k.ctx, club, b.ID, chloe, k.tick()))
		other := k.guide(discord)
		k.ok(k.Configure(k.ctx, b.ID, knowledge.Settings{Digest: discord.String() + "/7"}, chloe, k.tick()))
		k.ok(k.Move(k.ctx, club, telegram))
		same(k, "Places", k.community(b.ID).Places, []knowledge.Place{discord, telegram})
		same(k, "Digest of another place", k.community(b.ID).Settings.Digest, discord.String()+"/7")
		same(k, "Guides", k.guidesOf(b.ID), []knowledge.Guide{other})
		if len(k.community(a.ID).Places) != 0 {
			k.Error("the community it had left before has it again")
		}
	}},
	{"MoveToANameThatJoinedAlready", func(k *kit) {
		a, b := k.join(club), k.join(telegram)
		k.publish(a.ID, "x/y", 0, "un")
		g := k.guide(club)
		k.guide(telegram)
		k.ok(k.Subscribe(k.ctx, telegram, "9"))
		k.ok(k.Subscribe(k.ctx, club, "7"))
		k.alert("un")
		k.ok(k.Move(k.ctx, club, telegram))
		found, err := k.At(k.ctx, telegram)
		k.ok(err)
		a.Places = []knowledge.Place{telegram}
		same(k, "At", found, a)
		b.Places, b.Left = nil, b.Joined
		same(k, "given up", k.community(b.ID), b)
		g.Place = telegram
		same(k, "Guides", k.guidesOf(""), []knowledge.Guide{g})
		same(k, "Behind", k.behind(), []knowledge.Subscription{{Place: telegram, Channel: "7"}})
	}},
	{"MoveAfterTheOldNameLeft", func(k *kit) {
		a := k.join(club)
		k.ok(k.Leave(k.ctx, club, k.tick()))
		k.join(telegram)
		k.ok(k.Move(k.ctx, club, telegram))
		a.Places = []knowledge.Place{telegram}
		same(k, "it is there under its new name", k.community(a.ID), a)
	}},
	{"MoveWithinACommunity", func(k *kit) {
		a := k.join(club)
		k.join(telegram)
		k.ok(k.Link(k.ctx, telegram, a.ID, chloe, k.tick()))
		k.ok(k.Move(k.ctx, club, telegram))
		a.Places = []knowledge.Place{telegram}
		same(k, "Community", k.community(a.ID), a)
	}},
	{"MoveOfAPlaceThatLeft", func(k *kit) {
		a := k.join(club)
		left := k.tick()
		k.ok(k.Leave(k.ctx, club, left))
		k.ok(k.Move(k.ctx, club, telegram))
		a.Places, a.Left = []knowledge.Place{telegram}, left
		same(k, "Community", k.community(a.ID), a)
		a.Left = knowledge.Community{}.Left
		same(k, "back", k.join(telegram), a)
	}},
}
