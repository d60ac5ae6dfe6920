package storetest

import (
	"maps"

	"nonmerci/knowledge"
)

var forgetting = []demand{
	{"TracesCountRows", func(k *kit) {
		same(k, "Traces of nobody", k.traces(chloe), nil)
		c := k.join(discord).ID
		k.publish(c, "x/y", 0, "un")                          // a revision, an event
		k.draft("", "x/y", 0, "un")                           // a revision, an event
		k.ok(k.Publish(k.ctx, "", "x/y", 1, chloe, k.tick())) // an event
		k.ok(k.Configure(k.ctx, c, knowledge.Settings{Lang: "fr"}, chloe, k.tick()))
		k.alert("une alerte") // an alert, an event
		s := k.suggest(c, "malik propose")
		k.suggest("", "malik propose")
		same(k, "Traces of chloe", k.traces(chloe), map[string]int{"revisions": 2, "log": 5, "alerts": 1})
		same(k, "Traces of malik", k.traces(malik), map[string]int{"suggestions": 2})
		k.ok(k.Decide(k.ctx, c, s.ID, knowledge.SuggestionAccepted, "", chloe, k.tick()))
		k.ok(k.MarkTold(k.ctx, c, s.ID))
		same(k, "Traces of chloe", k.traces(chloe), map[string]int{"revisions": 2, "log": 6, "alerts": 1})
		same(k, "Traces of malik", k.traces(malik), map[string]int{"suggestions": 1})
	}},
	{"ForgetNamesNobody", func(k *kit) {
		a := k.fill(discord, "un")
		k.fill(club, "deux")
		by := k.traces(chloe)
		events, revision := k.since(0), k.revision(a, "x/y", 1)
		total := 0
		for n := range maps.Values(by) {
			total += n
		}
		n, err := k.Forget(k.ctx, chloe)
		k.ok(err)
		if n != total {
			k.Errorf("%d rows changed, of %v", n, by)
		}
		same(k, "Traces after", k.traces(chloe), nil)
		same(k, "Traces of somebody", k.traces(knowledge.BySomebody), by)

		revision.By = knowledge.BySomebody
		same(k, "Revision", k.revision(a, "x/y", 1), revision)
		same(k, "Published", k.record(a, "x/y").Published, &revision)
		for i, e := range events {
			if e.By == chloe {
				events[i].By = knowledge.BySomebody
			}
		}
		same(k, "events", k.since(0), events)
		alerts, err := k.AlertsAfter(k.ctx, 0, many)
		k.ok(err)
		for _, alert := range alerts {
			if alert.By != knowledge.BySomebody {
				k.Errorf("an alert is by %q", alert.By)
			}
		}
		n, err = k.Forget(k.ctx, chloe)
		k.ok(err)
		same(k, "forgotten twice", n, 0)
	}},
	{"ForgetRemovesWhatWaits", func(k *kit) {
		c := k.join(discord).ID
		open := k.suggest(c, "ouverte")
		decided, told := k.suggest(c, "décidée"), k.suggest(c, "dite")
		other := knowledge.Suggestion{Community: c, Lang: "fr", Text: "d’une autre", By: chloe, At: k.tick()}
		other, err := k.Suggest(k.ctx, other)
		k.ok(err)
		for _, s := range []knowledge.Suggestion{decided, told} {
			k.ok(k.Decide(k.ctx, c, s.ID, knowledge.SuggestionAccepted, "merci", chloe, k.tick()))
		}
		k.ok(k.MarkTold(k.ctx, c, told.ID))
		n, err := k.Forget(k.ctx, malik)
		k.ok(err)
		same(k, "rows", n, 2)
		_, err = k.Suggestion(k.ctx, c, open.ID)
		k.missing("the open one", err)
		same(k, "open", k.suggestions(c, knowledge.SuggestionOpen), []knowledge.Suggestion{other})
		same(k, "untold", k.untold(), nil)
		decided.State, decided.Reply, decided.By, decided.Told = knowledge.SuggestionAccepted, "merci", knowledge.BySomebody, true
		told.State, told.Reply, told.By, told.Told = knowledge.SuggestionAccepted, "merci", "", true
		same(k, "accepted", k.suggestions(c, knowledge.SuggestionAccepted), []knowledge.Suggestion{decided, told})
		same(k, "Traces", k.traces(malik), nil)
	}},
	{"ForgetLeavesAlikeNames", func(k *kit) {
		k.publish("", "x/y", 0, "un")
		k.join(discord)
		for _, who := range []knowledge.Actor{"", chloe + "0", "discord:", "DISCORD:1111", "discord:111_", "%"} {
			n, err := k.Forget(k.ctx, who)
			k.ok(err)
			same(k, string(who), n, 0)
		}
		same(k, "Traces", k.traces(chloe), map[string]int{"revisions": 1, "log": 1})
	}},
}

// traces leaves out what is counted 0.
func (k *kit) traces(who knowledge.Actor) map[string]int {
	k.Helper()
	n, err := k.Traces(k.ctx, who)
	k.ok(err)
	maps.DeleteFunc(n, func(_ string, n int) bool { return n == 0 })
	if len(n) == 0 {
		return nil
	}
	return n
}
