package storetest

import (
	"strings"

	"nonmerci/knowledge"
)

var erasing = []demand{
	{"NothingRemains", func(k *kit) {
		a := k.fill(discord, "à effacer")
		other := k.fill(club, "à garder")
		kept, shared := k.everything(other), k.everything("")
		seq := k.last()
		k.ok(k.Erase(k.ctx, a))

		same(k, "what remains of it", k.everything(a), nil)
		_, err := k.Community(k.ctx, a)
		k.missing("Community", err)
		_, err = k.At(k.ctx, discord)
		k.missing("At", err)
		_, err = k.Record(k.ctx, a, "x/y")
		k.missing("Record", err)
		_, err = k.Revision(k.ctx, a, "x/y", 1)
		k.missing("Revision", err)
		_, err = k.Guide(k.ctx, discord)
		k.missing("Guide", err)
		_, err = k.Subscription(k.ctx, discord)
		k.missing("Subscription", err)
		_, err = k.Inviter(k.ctx, "digest "+discord.Chat, k.now)
		k.missing("Inviter", err)
		k.missing("Unsubscribe", k.Unsubscribe(k.ctx, discord))
		k.missing("MarkSeen", k.MarkSeen(k.ctx, discord, 1))
		k.missing("Erase again", k.Erase(k.ctx, a))
		for _, e := range k.since(0) {
			if e.Community == a && e.Seq <= seq {
				k.Errorf("event %d remains: %+v", e.Seq, e)
			}
		}
		told := k.since(seq)
		same(k, "what others follow", told, []knowledge.Event{{Seq: k.last(), Community: a, Action: "erase"}})
		same(k, "the log of the community", k.events(a), nil)
		for _, list := range [][]string{lines(k.guidesOf("")), lines(k.behind()), lines(k.untold())} {
			for _, line := range list {
				if strings.Contains(line, discord.Chat) || strings.Contains(line, "effacer") {
					k.Errorf("it remains: %s", line)
				}
			}
		}
		ids, err := k.CommunityIDs(k.ctx, "", many)
		k.ok(err)
		same(k, "CommunityIDs", ids, []knowledge.CommunityID{other})
		ids, err = k.LeftBefore(k.ctx, k.tick())
		k.ok(err)
		same(k, "LeftBefore", ids, nil)

		same(k, "another community", k.everything(other), kept)
		same(k, "the shared base", k.everything(""), shared)
		if again := k.join(discord); again.ID == a {
			k.Error("its id was given again")
		} else {
			same(k, "its place joins anew", again, knowledge.Community{ID: again.ID, Places: []knowledge.Place{discord}, Joined: again.Joined})
			same(k, "Records", k.records(again.ID), nil)
		}
		for _, e := range k.since(0) {
			if e.Action == "join" && e.Community != other && e.Seq <= seq {
				k.Errorf("Seq %d was given again", e.Seq)
			}
		}
	}},
	{"NothingIsWrittenForItAnyMore", func(k *kit) {
		a := k.fill(discord, "à effacer")
		gap, suggestion := k.gaps(a, knowledge.GapOpen)[0].ID, k.suggestions(a, knowledge.SuggestionOpen)[0].ID
		k.ok(k.Erase(k.ctx, a))
		_, err := k.Save(k.ctx, k.write(a, "x/y", 2, "encore"))
		k.missing("Save", err)
		_, err = k.Save(k.ctx, k.write(a, "x/new", 0, "encore"))
		k.missing("Save", err)
		_, err = k.AddGap(k.ctx, knowledge.Gap{Community: a, Lang: "fr", Key: "k", Text: "encore", First: k.tick()})
		k.missing("AddGap", err)
		_, err = k.Suggest(k.ctx, knowledge.Suggestion{Community: a, Text: "encore", By: malik, At: k.tick()})
		k.missing("Suggest", err)
		k.missing("Configure", k.Configure(k.ctx, a, knowledge.Settings{Lang: "fr"}, chloe, k.tick()))
		k.missing("SettleGap", k.SettleGap(k.ctx, a, gap, knowledge.GapDismissed, "", chloe, k.tick()))
		k.missing("Decide", k.Decide(k.ctx, a, suggestion, knowledge.SuggestionAccepted, "", chloe, k.tick()))
		k.missing("MarkTold", k.MarkTold(k.ctx, a, suggestion))
		k.missing("SetGuide", k.SetGuide(k.ctx, knowledge.Guide{Place: discord, Channel: "1", Message: "2", At: k.tick()}))
		k.missing("Subscribe", k.Subscribe(k.ctx, discord, "1"))
		k.ok(k.Add(k.ctx, []knowledge.Count{{Community: a, Day: day(1), Name: "late", N: 1}, {Day: day(2), Name: "late", N: 1}}))
		same(k, "what remains of it", k.everything(a), nil)
		same(k, "counted in the shared base", k.counts("", day(2)), []knowledge.Count{{Name: "late", N: 1}})
	}},
	{"EmptyCommunity", func(k *kit) {
		a := k.join(discord).ID
		k.ok(k.Erase(k.ctx, a))
		same(k, "what remains of it", k.everything(a), nil)
	}},
	{"AllItsPlaces", func(k *kit) {
		a := k.fill(discord, "à effacer")
		k.join(telegram)
		k.ok(k.Link(k.ctx, telegram, a, chloe, k.tick()))
		k.guide(telegram)
		k.ok(k.Erase(k.ctx, a))
		_, err := k.At(k.ctx, telegram)
		k.missing("At", err)
		_, err = k.Guide(k.ctx, telegram)
		k.missing("Guide", err)
	}},
}

// fill joins a place and leaves something of every kind in its community, in the shared base too.
func (k *kit) fill(p knowledge.Place, text string) knowledge.CommunityID {
	k.Helper()
	c := k.join(p).ID
	k.ok(k.Configure(k.ctx, c, knowledge.Settings{Lang: "fr", Roles: map[string]string{p.String(): "1"}}, chloe, k.tick()))
	for c, text := range map[knowledge.CommunityID]string{c: text, knowledge.SharedBase: "de tous"} {
		latest := 0
		if r, err := k.Record(k.ctx, c, "x/y"); err == nil {
			latest = r.Latest
		}
		k.publish(c, "x/y", latest, text)
		k.draft(c, "x/y", latest+1, text)
		k.question(c, "open "+text, text)
		linked := k.question(c, "linked "+text, text)
		k.ok(k.SettleGap(k.ctx, c, linked.ID, knowledge.GapLinked, "x/y", chloe, k.tick()))
		k.suggest(c, text)
		decided := k.suggest(c, text)
		k.ok(k.Decide(k.ctx, c, decided.ID, knowledge.SuggestionDeclined, text, chloe, k.tick()))
		k.ok(k.Add(k.ctx, []knowledge.Count{{Community: c, Day: day(1), Name: "answer", Entry: "x/y", Revision: 1, N: 3}}))
	}
	k.guide(p)
	k.ok(k.Subscribe(k.ctx, p, "channel "+p.Chat))
	k.ok(k.Invite(k.ctx, p, "digest "+p.Chat, k.now, k.now.AddDate(1, 0, 0)))
	k.alert("une alerte")
	return c
}
