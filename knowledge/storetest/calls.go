package storetest

import (
	"context"
	"time"

	"nonmerci/knowledge"
)

// calls are calls of every method of a store that fill has filled, each of which would succeed and change something if it may; x/draft
// waits in the shared base. Close is left out.
func (k *kit) calls(ctx context.Context, c knowledge.CommunityID) map[string]func() error {
	k.Helper()
	gap, open := k.gaps(c, knowledge.GapOpen)[0].ID, k.suggestions(c, knowledge.SuggestionOpen)[0].ID
	decided := k.suggestions(c, knowledge.SuggestionDeclined)[0].ID
	at, latest := k.tick(), k.record(c, "x/y").Latest
	save := k.write(c, "x/y", latest, "encore")
	nowhere := knowledge.Place{Platform: "telegram", Chat: "neuve"}
	return map[string]func() error{
		"Records":  func() error { return second(k.Records(ctx, c)) },
		"Record":   func() error { return second(k.Record(ctx, c, "x/y")) },
		"History":  func() error { return second(k.History(ctx, c, "x/y", 0, 1)) },
		"Revision": func() error { return second(k.Revision(ctx, c, "x/y", 1)) },
		"Save":     func() error { return second(k.Save(ctx, save)) },
		"SaveAll":  func() error { return second(k.SaveAll(ctx, []knowledge.Save{save, k.write("", "x/new", 0, "neuve")})) },
		"Seed":     func() error { return k.Seed(ctx, 7, []knowledge.Save{save}) },
		"Edition":  func() error { return second(k.Edition(ctx)) },
		"Publish":  func() error { return k.Publish(ctx, "", "x/draft", 1, chloe, at) },
		"Discard":  func() error { return k.Discard(ctx, c, "x/y", latest, chloe, at) },

		"Join":         func() error { return second(k.Join(ctx, nowhere, at)) },
		"At":           func() error { return second(k.At(ctx, discord)) },
		"Community":    func() error { return second(k.Community(ctx, c)) },
		"CommunityIDs": func() error { return second(k.CommunityIDs(ctx, "", 1)) },
		"Configure":    func() error { return k.Configure(ctx, c, knowledge.Settings{Lang: "de"}, chloe, at) },
		"Link":         func() error { return k.Link(ctx, club, c, chloe, at) },
		"Unlink":       func() error { return second(k.Unlink(ctx, discord, chloe, at)) },
		"Move":         func() error { return k.Move(ctx, discord, nowhere) },
		"Leave":        func() error { return k.Leave(ctx, discord, at) },
		"LeftBefore":   func() error { return second(k.LeftBefore(ctx, at)) },
		"Erase":        func() error { return k.Erase(ctx, c) },
		"Forget":       func() error { return second(k.Forget(ctx, chloe)) },
		"Traces":       func() error { return second(k.Traces(ctx, chloe)) },

		"Suggest": func() error {
			return second(k.Suggest(ctx, knowledge.Suggestion{Community: c, Text: "x", By: malik, At: at}))
		},
		"Suggestion":  func() error { return second(k.Suggestion(ctx, c, open)) },
		"Suggestions": func() error { return second(k.Suggestions(ctx, c, knowledge.SuggestionOpen, 1)) },
		"Decide":      func() error { return k.Decide(ctx, c, open, knowledge.SuggestionAccepted, "", chloe, at) },
		"Untold":      func() error { return second(k.Untold(ctx, 1)) },
		"MarkTold":    func() error { return k.MarkTold(ctx, c, decided) },

		"AddGap":    func() error { return second(k.AddGap(ctx, knowledge.Gap{Community: c, Key: "x", First: at})) },
		"Gaps":      func() error { return second(k.Gaps(ctx, c, knowledge.GapOpen, 1)) },
		"Gap":       func() error { return second(k.Gap(ctx, c, gap)) },
		"SettleGap": func() error { return k.SettleGap(ctx, c, gap, knowledge.GapDismissed, "", chloe, at) },
		"DropGaps":  func() error { return second(k.DropGaps(ctx, at)) },

		"Add":        func() error { return k.Add(ctx, []knowledge.Count{{Community: c, Day: day(1), Name: "answer", N: 1}}) },
		"Counts":     func() error { return second(k.Counts(ctx, c, day(1))) },
		"DropCounts": func() error { return second(k.DropCounts(ctx, day(30))) },

		"SetGuide":  func() error { return k.SetGuide(ctx, knowledge.Guide{Place: discord, Message: "99", At: at}) },
		"Guide":     func() error { return second(k.Guide(ctx, discord)) },
		"GuidesOf":  func() error { return second(k.GuidesOf(ctx, c)) },
		"DropGuide": func() error { return k.DropGuide(ctx, discord) },

		"AddAlert": func() error {
			return second(k.AddAlert(ctx, knowledge.Alert{Text: map[string]string{"fr": "x"}, By: chloe, At: at}))
		},
		"AlertsAfter":  func() error { return second(k.AlertsAfter(ctx, 0, 1)) },
		"Subscribe":    func() error { return k.Subscribe(ctx, discord, "99") },
		"Subscription": func() error { return second(k.Subscription(ctx, discord)) },
		"Unsubscribe":  func() error { return k.Unsubscribe(ctx, discord) },
		"Behind":       func() error { return second(k.Behind(ctx, 1)) },
		"MarkSeen":     func() error { return k.MarkSeen(ctx, discord, 99) },

		"Invite":        func() error { return k.Invite(ctx, discord, "other", at, at) },
		"Inviter":       func() error { return second(k.Inviter(ctx, "digest "+discord.Chat, at)) },
		"EndInvitation": func() error { return k.EndInvitation(ctx, "digest "+discord.Chat) },

		"Lease":    func() error { return second(k.Lease(ctx, "x", "y", time.Hour)) },
		"EndLease": func() error { return k.EndLease(ctx, "x", "y") },
		"Holders":  func() error { return second(k.Holders(ctx, "")) },

		"Events":      func() error { return second(k.Events(ctx, c, 0, 1)) },
		"EventsAfter": func() error { return second(k.EventsAfter(ctx, 0, 1)) },
		"LastEvent":   func() error { return second(k.LastEvent(ctx)) },
		"Ping":        func() error { return k.Ping(ctx) },
	}
}

func second[T any](_ T, err error) error { return err }
