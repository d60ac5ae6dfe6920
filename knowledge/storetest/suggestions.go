package storetest

import (
	"fmt"

	"nonmerci/knowledge"
)

var suggestions = []demand{
	{"SuggestIsOpen", func(k *kit) {
		c := k.join(discord).ID
		s := knowledge.Suggestion{
			ID: 99, Community: c, Entry: "x/y", Lang: "fr", Text: "Le bouton a changé.", By: malik, At: k.tick(),
			State: knowledge.SuggestionAccepted, Reply: "non", Told: true, // none of these is Suggest's to take
		}
		got, err := k.Suggest(k.ctx, s)
		k.ok(err)
		s.ID, s.State, s.Reply, s.Told = got.ID, knowledge.SuggestionOpen, "", false
		same(k, "Suggest", got, s)
		got, err = k.Suggestion(k.ctx, c, s.ID)
		k.ok(err)
		same(k, "Suggestion", got, s)
		same(k, "Suggestions", k.suggestions(c, knowledge.SuggestionOpen), []knowledge.Suggestion{s})
		same(k, "Untold", k.untold(), nil)
	}},
	{"OldestFirst", func(k *kit) {
		var want []knowledge.Suggestion
		for i := range 5 {
			want = append(want, k.suggest("", fmt.Sprint(i)))
		}
		for _, limit := range []int{0, 2, 5, 100} {
			got, err := k.Suggestions(k.ctx, "", knowledge.SuggestionOpen, limit)
			k.ok(err)
			same(k, fmt.Sprint("at most ", limit), got, want[:min(limit, 5)])
		}
	}},
	{"DecideOnce", func(k *kit) {
		c := k.join(discord).ID
		accepted, declined, open := k.suggest(c, "a"), k.suggest(c, "b"), k.suggest(c, "c")
		k.ok(k.Decide(k.ctx, c, accepted.ID, knowledge.SuggestionAccepted, "Merci !", chloe, k.tick()))
		k.ok(k.Decide(k.ctx, c, declined.ID, knowledge.SuggestionDeclined, "", chloe, k.tick()))
		accepted.State, accepted.Reply = knowledge.SuggestionAccepted, "Merci !"
		declined.State = knowledge.SuggestionDeclined
		k.unchanged(c, func() {
			k.missing("decided twice", k.Decide(k.ctx, c, accepted.ID, knowledge.SuggestionDeclined, "Non.", malik, k.tick()))
			k.missing("decided twice", k.Decide(k.ctx, c, declined.ID, knowledge.SuggestionDeclined, "Non.", malik, k.tick()))
		})
		same(k, "open", k.suggestions(c, knowledge.SuggestionOpen), []knowledge.Suggestion{open})
		same(k, "accepted", k.suggestions(c, knowledge.SuggestionAccepted), []knowledge.Suggestion{accepted})
		same(k, "declined", k.suggestions(c, knowledge.SuggestionDeclined), []knowledge.Suggestion{declined})
	}},
	{"UntoldUntilTold", func(k *kit) {
		a, b := k.join(discord).ID, k.join(telegram).ID
		var all []knowledge.Suggestion
		for i, c := range []knowledge.CommunityID{a, b, "", a} {
			all = append(all, k.suggest(c, fmt.Sprint(i)))
		}
		k.suggest(a, "ouverte")
		for i, s := range all {
			k.ok(k.Decide(k.ctx, s.Community, s.ID, knowledge.SuggestionAccepted, "Merci.", chloe, k.tick()))
			all[i].State, all[i].Reply = knowledge.SuggestionAccepted, "Merci."
		}
		same(k, "Untold", k.untold(), all)
		two, err := k.Untold(k.ctx, 2)
		k.ok(err)
		same(k, "at most 2", two, all[:2])
		k.ok(k.MarkTold(k.ctx, b, all[1].ID))
		same(k, "Untold", k.untold(), []knowledge.Suggestion{all[0], all[2], all[3]})
		told, err := k.Suggestion(k.ctx, b, all[1].ID)
		k.ok(err)
		all[1].Told, all[1].By = true, ""
		same(k, "told", told, all[1])
		same(k, "Suggestions", k.suggestions(b, knowledge.SuggestionAccepted), []knowledge.Suggestion{all[1]})
	}},
	{"UnknownIsNotFound", func(k *kit) {
		a, b := k.join(discord).ID, k.join(telegram).ID
		s := k.suggest(a, "x")
		for _, at := range []struct {
			c  knowledge.CommunityID
			id int64
		}{{b, s.ID}, {"", s.ID}, {"nowhere", s.ID}, {a, s.ID + 1}} {
			_, err := k.Suggestion(k.ctx, at.c, at.id)
			k.missing("Suggestion", err)
			k.missing("Decide", k.Decide(k.ctx, at.c, at.id, knowledge.SuggestionAccepted, "", chloe, k.tick()))
			k.missing("MarkTold", k.MarkTold(k.ctx, at.c, at.id))
		}
		_, err := k.Suggest(k.ctx, knowledge.Suggestion{Community: "nowhere", Text: "x", By: malik, At: k.tick()})
		k.missing("Suggest", err)
		same(k, "Suggestions", k.suggestions(a, knowledge.SuggestionOpen), []knowledge.Suggestion{s})
	}},
	{"IDsAreNotGivenAgain", func(k *kit) {
		s := k.suggest("", "x")
		_, err := k.Forget(k.ctx, malik)
		k.ok(err)
		if again := k.suggest("", "y"); again.ID <= s.ID {
			k.Errorf("id %d after %d: it may have been given before", again.ID, s.ID)
		}
	}},
}

// suggest is a suggestion by malik.
func (k *kit) suggest(c knowledge.CommunityID, text string) knowledge.Suggestion {
	k.Helper()
	s, err := k.Suggest(k.ctx, knowledge.Suggestion{Community: c, Lang: "fr", Text: text, By: malik, At: k.tick()})
	k.ok(err)
	return s
}

func (k *kit) suggestions(c knowledge.CommunityID, s knowledge.SuggestionState) []knowledge.Suggestion {
	k.Helper()
	all, err := k.Suggestions(k.ctx, c, s, many)
	k.ok(err)
	return all
}

func (k *kit) untold() []knowledge.Suggestion {
	k.Helper()
	all, err := k.Untold(k.ctx, many)
	k.ok(err)
	return all
}
