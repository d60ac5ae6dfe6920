package storetest

import (
	"fmt"

	"nonmerci/knowledge"
)

// crossings are writers who take the same things in another order: a store may make them wait, and refuse what came too late, no more.
var crossings = []demand{
	{"OneOfManySaveAllsWins", func(k *kit) {
		a, b := k.write("", "x/a", 0, "a"), k.write("", "x/b", 0, "b")
		for round := range 5 {
			a.Expect, b.Expect = round, round
			won := k.all(func(i int) error {
				all := []knowledge.Save{a, b}
				if i%2 == 1 {
					all = []knowledge.Save{b, a}
				}
				return second(k.SaveAll(k.ctx, all))
			})
			if len(won) != 1 {
				k.Fatalf("%d of %d won", len(won), writers)
			}
		}
		same(k, "events", len(k.since(0)), 10)
	}},
	{"OneDecisionOnASuggestionWins", func(k *kit) {
		s := k.suggest("", "Ceci.")
		won := k.all(func(i int) error {
			return k.Decide(k.ctx, "", s.ID, knowledge.SuggestionAccepted, fmt.Sprint(i), chloe, k.now)
		})
		if len(won) != 1 {
			k.Fatalf("%d decisions won", len(won))
		}
		got, err := k.Suggestion(k.ctx, "", s.ID)
		k.ok(err)
		same(k, "Reply", got.Reply, fmt.Sprint(won[0]))
	}},
	{"LinksCross", func(k *kit) {
		places := make([]knowledge.Place, 4)
		ids := make([]knowledge.CommunityID, len(places))
		for i := range places {
			places[i] = knowledge.Place{Platform: "discord", Chat: fmt.Sprint(i)}
			ids[i] = k.join(places[i]).ID
		}
		won := k.all(func(i int) error {
			for n := range 5 {
				if err := k.Link(k.ctx, places[(i+n)%4], ids[(i*3+n*n)%4], chloe, k.now); err != nil {
					return err
				}
				if _, err := k.Unlink(k.ctx, places[(i*3+n)%4], chloe, k.now); err != nil {
					return err
				}
			}
			return nil
		})
		same(k, "how many could link", len(won), writers)
		all, err := k.CommunityIDs(k.ctx, "", many)
		k.ok(err)
		held := map[knowledge.Place]int{}
		for _, id := range all {
			c := k.community(id)
			if c.Left.IsZero() != (len(c.Places) > 0) {
				k.Errorf("it left at %v, with %v", c.Left, c.Places)
			}
			for _, p := range c.Places {
				held[p]++
				at, err := k.At(k.ctx, p)
				k.ok(err)
				same(k, "At", at, c)
			}
		}
		for _, p := range places {
			same(k, "communities of "+p.String(), held[p], 1)
		}
	}},
	{"EverybodyAtOnce", func(k *kit) {
		a := k.fill(discord, "un")
		k.join(telegram)
		k.ok(k.Link(k.ctx, telegram, a, chloe, k.tick()))
		at := k.tick()
		acts := []func(n int) error{
			func(n int) error {
				s := knowledge.Save{Community: a, Entry: knowledge.ID(fmt.Sprint("x/", n)), By: chloe, Origin: knowledge.FromPerson, Content: says("x"), At: at}
				return second(k.Save(k.ctx, s))
			},
			func(n int) error {
				return second(k.AddGap(k.ctx, knowledge.Gap{Community: a, Key: fmt.Sprint(n % 3), Text: "Quoi ?", First: at}))
			},
			func(int) error {
				return second(k.Suggest(k.ctx, knowledge.Suggestion{Community: a, Text: "Ceci.", By: malik, At: at}))
			},
			func(int) error { return k.Configure(k.ctx, a, knowledge.Settings{Lang: "fr"}, chloe, at) },
			func(int) error { return second(k.Forget(k.ctx, chloe)) },
			func(int) error {
				return k.Add(k.ctx, []knowledge.Count{{Community: a, Day: day(1), Name: "answer", N: 1}})
			},
			func(int) error { return k.Leave(k.ctx, telegram, at) },
			func(int) error { return second(k.Join(k.ctx, telegram, at)) },
			func(int) error { return k.Subscribe(k.ctx, discord, "1") },
			func(int) error { return k.SetGuide(k.ctx, knowledge.Guide{Place: telegram, Message: "1", At: at}) },
			func(int) error { return second(k.DropGaps(k.ctx, at.AddDate(0, 0, 1))) },
			func(int) error { return second(k.Records(k.ctx, a)) },
		}
		k.all(func(i int) error {
			for n := range acts {
				if err := acts[(n*(i%4*2+1)+i)%len(acts)](n); err != nil && !refused(err) {
					return err
				}
				if i == writers-1 && n == len(acts)/2 {
					return k.Erase(k.ctx, a)
				}
			}
			return nil
		})
		_, err := k.Community(k.ctx, a)
		k.missing("Community", err)
		same(k, "what remains of it", k.everything(a), nil)
	}},
}
