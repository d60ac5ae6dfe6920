package storetest

import (
	"fmt"

	"nonmerci/knowledge"
)

var alerts = []demand{
	{"AlertsComeInOrder", func(k *kit) {
		var want []knowledge.Alert
		for i := range 5 {
			text := map[string]string{"fr": fmt.Sprint("LinkedIn a changé, ", i), "en": "LinkedIn changed"}
			a := knowledge.Alert{ID: 99, Text: text, By: chloe, At: k.tick()}
			got, err := k.AddAlert(k.ctx, a)
			k.ok(err)
			a.ID = got.ID
			same(k, "AddAlert", got, a)
			if a.ID <= 0 || i > 0 && a.ID <= want[i-1].ID {
				k.Fatalf("id %d does not rise", a.ID)
			}
			want = append(want, a)
		}
		for _, page := range []struct {
			after       int64
			limit       int
			first, past int
		}{{0, 3, 0, 3}, {want[2].ID, 3, 3, 5}, {want[4].ID, 3, 5, 5}, {0, 0, 0, 0}, {0, many, 0, 5}} {
			got, err := k.AlertsAfter(k.ctx, page.after, page.limit)
			k.ok(err)
			same(k, fmt.Sprintf("after %d, at most %d", page.after, page.limit), got, want[page.first:page.past])
		}
	}},
	{"SubscribersSeeLaterAlertsOnly", func(k *kit) {
		k.join(discord)
		k.join(telegram)
		k.ok(k.Subscribe(k.ctx, discord, "1"))
		same(k, "no alert yet", k.behind(), nil)
		first := k.alert("un")
		k.ok(k.Subscribe(k.ctx, telegram, "2"))
		same(k, "one alert", k.behind(), []knowledge.Subscription{{Place: discord, Channel: "1"}})
		second := k.alert("deux")
		sameSet(k, "two alerts", k.behind(), []knowledge.Subscription{{Place: discord, Channel: "1"}, {Place: telegram, Channel: "2", Seen: first.ID}})
		one, err := k.Behind(k.ctx, 1)
		k.ok(err)
		if len(one) != 1 {
			k.Errorf("at most 1: %v", one)
		}
		third := k.alert("trois")
		k.ok(k.MarkSeen(k.ctx, discord, first.ID))
		sameSet(k, "marked", k.behind(), []knowledge.Subscription{
			{Place: discord, Channel: "1", Seen: first.ID}, {Place: telegram, Channel: "2", Seen: first.ID},
		})
		k.ok(k.MarkSeen(k.ctx, discord, third.ID))
		same(k, "delivered", k.behind(), []knowledge.Subscription{{Place: telegram, Channel: "2", Seen: first.ID}})
		k.ok(k.MarkSeen(k.ctx, telegram, second.ID))
		same(k, "not the last", k.behind(), []knowledge.Subscription{{Place: telegram, Channel: "2", Seen: second.ID}})
		k.ok(k.MarkSeen(k.ctx, telegram, third.ID))
		same(k, "delivered to all", k.behind(), nil)
	}},
	{"ThePlaceKnowsItsSubscription", func(k *kit) {
		k.join(discord)
		k.join(telegram)
		_, err := k.Subscription(k.ctx, discord)
		k.missing("none yet", err)
		first := k.alert("un")
		k.ok(k.Subscribe(k.ctx, discord, "1"))
		k.subscribed(knowledge.Subscription{Place: discord, Channel: "1", Seen: first.ID})
		second := k.alert("deux")
		k.ok(k.MarkSeen(k.ctx, discord, second.ID))
		k.subscribed(knowledge.Subscription{Place: discord, Channel: "1", Seen: second.ID})
		_, err = k.Subscription(k.ctx, telegram)
		k.missing("of another place", err)
		k.ok(k.Move(k.ctx, discord, club))
		k.subscribed(knowledge.Subscription{Place: club, Channel: "1", Seen: second.ID})
		k.ok(k.Unsubscribe(k.ctx, club))
		_, err = k.Subscription(k.ctx, club)
		k.missing("no more", err)
	}},
	{"AChannelTakesTheOthersPlace", func(k *kit) {
		k.join(discord)
		k.ok(k.Subscribe(k.ctx, discord, "1"))
		first := k.alert("un")
		k.ok(k.Subscribe(k.ctx, discord, "2"))
		same(k, "subscribed again", k.behind(), nil)
		k.alert("deux")
		same(k, "another alert", k.behind(), []knowledge.Subscription{{Place: discord, Channel: "2", Seen: first.ID}})
	}},
	{"Unsubscribe", func(k *kit) {
		k.join(discord)
		k.join(telegram)
		k.ok(k.Subscribe(k.ctx, discord, "1"))
		k.ok(k.Subscribe(k.ctx, telegram, "2"))
		a := k.alert("un")
		k.ok(k.Unsubscribe(k.ctx, discord))
		same(k, "Behind", k.behind(), []knowledge.Subscription{{Place: telegram, Channel: "2"}})
		k.missing("Unsubscribe", k.Unsubscribe(k.ctx, discord))
		k.missing("MarkSeen", k.MarkSeen(k.ctx, discord, a.ID))
	}},
	{"UnknownPlace", func(k *kit) {
		k.missing("Subscribe", k.Subscribe(k.ctx, discord, "1"))
		k.missing("Unsubscribe", k.Unsubscribe(k.ctx, discord))
		k.missing("MarkSeen", k.MarkSeen(k.ctx, discord, 1))
		_, err := k.Subscription(k.ctx, discord)
		k.missing("Subscription", err)
		k.alert("un")
		same(k, "Behind", k.behind(), nil)
	}},
}

func (k *kit) alert(text string) knowledge.Alert {
	k.Helper()
	a, err := k.AddAlert(k.ctx, knowledge.Alert{Text: map[string]string{"fr": text}, By: chloe, At: k.tick()})
	k.ok(err)
	return a
}

// subscribed checks the subscription of a place.
func (k *kit) subscribed(want knowledge.Subscription) {
	k.Helper()
	got, err := k.Subscription(k.ctx, want.Place)
	k.ok(err)
	same(k, "Subscription", got, want)
}

func (k *kit) behind() []knowledge.Subscription {
	k.Helper()
	all, err := k.Behind(k.ctx, many)
	k.ok(err)
	return all
}
