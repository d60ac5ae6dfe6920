package storetest

import (
	"context"
	"errors"
	"reflect"
	"time"

	"nonmerci/knowledge"
)

// always is what holds of every method.
var always = []demand{
	{"TimesComeBackInUTC", func(k *kit) {
		at := time.Date(2026, 11, 23, 23, 59, 59, 987_654_321, time.FixedZone("", -(9*3600+30*60)))
		want := time.Date(2026, 11, 24, 9, 29, 59, 987_000_000, time.UTC)
		k.now = at.Add(-time.Minute) // the next tick is at
		check := func(what string, got ...time.Time) {
			k.Helper()
			for _, t := range got {
				if t != want {
					k.Errorf("%s is at %v, want %v", what, t, want)
				}
			}
			k.now = at.Add(-time.Minute)
		}
		c := k.join(telegram)
		check("Join", c.Joined, k.community(c.ID).Joined)
		k.join(discord)
		k.now = at.Add(-time.Minute)
		r := k.publish(c.ID, "x/y", 0, "un")
		check("Save", r.At, k.revision(c.ID, "x/y", 1).At, k.record(c.ID, "x/y").Published.At, k.history(c.ID, "x/y")[0].At, k.events(c.ID)[0].At)
		g := k.question(c.ID, "k", "Quoi ?")
		check("AddGap", g.First, g.Last, k.gaps(c.ID, knowledge.GapOpen)[0].First, k.gaps(c.ID, knowledge.GapOpen)[0].Last)
		s := k.suggest(c.ID, "Ceci.")
		check("Suggest", s.At, k.suggestions(c.ID, knowledge.SuggestionOpen)[0].At)
		k.guide(telegram)
		check("SetGuide", k.guidesOf(c.ID)[0].At)
		a := k.alert("un")
		all, err := k.AlertsAfter(k.ctx, 0, many)
		k.ok(err)
		check("AddAlert", a.At, all[0].At)
		own, err := k.Unlink(k.ctx, telegram, chloe, at)
		k.ok(err)
		check("Unlink", own.Joined)
		k.ok(k.Leave(k.ctx, telegram, at))
		check("Leave", k.community(own.ID).Left)
	}},
	{"TimesFarAwayComeBack", func(k *kit) {
		for i, at := range []time.Time{
			time.UnixMilli(-1).UTC(), time.UnixMilli(0).UTC(), time.Date(1905, 12, 9, 0, 0, 0, 0, time.UTC), time.Date(2999, 1, 1, 0, 0, 0, 1e6, time.UTC),
		} {
			s := k.write("", "x/y", i, "loin")
			s.At = at
			k.save(s)
			same(k, "At", k.revision("", "x/y", i+1).At, at)
		}
	}},
	{"EndedContextIsRefused", func(k *kit) {
		a := k.fill(discord, "un")
		k.draft("", "x/draft", 0, "un")
		k.fill(club, "deux")
		before, shared, others, seq := k.everything(a), k.everything(""), k.since(0), k.last()
		ended, end := context.WithCancel(k.ctx)
		end()
		calls := k.calls(ended, a)
		for method := range reflect.TypeFor[knowledge.Store]().Methods() {
			if calls[method.Name] == nil && method.Name != "Close" {
				k.Errorf("%s is not called", method.Name)
			}
		}
		for name, call := range calls {
			if err := call(); !errors.Is(err, context.Canceled) {
				k.Errorf("%s: got %v, want %v", name, err, context.Canceled)
			}
		}
		same(k, "what is there of a community", k.everything(a), before)
		same(k, "what is there of all", k.everything(""), shared)
		same(k, "events", k.since(0), others)
		same(k, "LastEvent", k.last(), seq)
		late, end := context.WithDeadline(k.ctx, time.Unix(0, 0))
		defer end()
		if err := k.Ping(late); !errors.Is(err, context.DeadlineExceeded) {
			k.Errorf("Ping: got %v, want %v", err, context.DeadlineExceeded)
		}
	}},
}
