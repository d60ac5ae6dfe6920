package storetest

import (
	"time"

	"nonmerci/knowledge"
)

var logs = []demand{
	{"EveryChangeIsAnEvent", func(k *kit) {
		same(k, "LastEvent", k.last(), 0)
		a := k.step("", "join", "", "", 0, true, func(at time.Time) error { _, err := k.Join(k.ctx, discord, at); return err })
		b := k.step("", "join", "", "", 0, true, func(at time.Time) error { _, err := k.Join(k.ctx, club, at); return err })
		save := func(draft bool, expect int) func(time.Time) error {
			return func(at time.Time) error {
				s := k.write(a, "x/y", expect, "un")
				s.Draft, s.At = draft, at
				_, err := k.Save(k.ctx, s)
				return err
			}
		}
		k.step(a, "save", "x/y", chloe, 1, true, save(false, 0))
		k.step(a, "draft", "x/y", chloe, 2, true, save(true, 1))
		k.step(a, "publish", "x/y", malik, 2, true, func(at time.Time) error { return k.Publish(k.ctx, a, "x/y", 2, malik, at) })
		k.step(a, "draft", "x/y", chloe, 3, true, save(true, 2))
		k.step(a, "discard", "x/y", malik, 3, true, func(at time.Time) error { return k.Discard(k.ctx, a, "x/y", 3, malik, at) })
		k.step(a, "configure", "", chloe, 0, true, func(at time.Time) error {
			return k.Configure(k.ctx, a, knowledge.Settings{Lang: "fr"}, chloe, at)
		})
		g, s := k.question(a, "k", "Quoi ?"), k.suggest(a, "Ceci.")
		k.step(a, "settlegap", "x/y", chloe, 0, true, func(at time.Time) error {
			return k.SettleGap(k.ctx, a, g.ID, knowledge.GapLinked, "x/y", chloe, at)
		})
		k.step(a, "decide", "", chloe, 0, true, func(at time.Time) error {
			return k.Decide(k.ctx, a, s.ID, knowledge.SuggestionAccepted, "", chloe, at)
		})
		k.step("", "addalert", "", chloe, 0, true, func(at time.Time) error {
			_, err := k.AddAlert(k.ctx, knowledge.Alert{Text: map[string]string{"fr": "x"}, By: chloe, At: at})
			return err
		})
		k.step(b, "leave", "", "", 0, true, func(at time.Time) error { return k.Leave(k.ctx, club, at) })
		k.step(b, "join", "", "", 0, true, func(at time.Time) error { _, err := k.Join(k.ctx, club, at); return err })
		k.step(b, "move", "", "", 0, false, func(time.Time) error { return k.Move(k.ctx, club, telegram) })
	}},
	{"LinkAndUnlinkAreEventsOfBoth", func(k *kit) {
		a, b := k.join(discord).ID, k.join(telegram).ID
		seq, at := k.last(), k.tick()
		k.ok(k.Link(k.ctx, telegram, a, chloe, at))
		k.both(seq, "link", at, a, b)
		seq, at = k.last(), k.tick()
		c, err := k.Unlink(k.ctx, telegram, chloe, at)
		k.ok(err)
		k.both(seq, "unlink", at, a, c.ID)
	}},
	{"SaveAllIsAnEventForEach", func(k *kit) {
		a := k.join(discord).ID
		seq := k.last()
		draft := k.write(a, "x/z", 0, "b")
		draft.Draft = true
		all := []knowledge.Save{k.write("", "x/y", 0, "a"), draft, k.write("", "x/y", 1, "c")}
		_, err := k.SaveAll(k.ctx, all)
		k.ok(err)
		got := k.since(seq)
		for i := range got {
			got[i].Seq = 0
		}
		same(k, "events", got, []knowledge.Event{
			{At: all[0].At, Entry: "x/y", Action: "save", By: chloe, Revision: 1},
			{At: all[1].At, Community: a, Entry: "x/z", Action: "draft", By: chloe, Revision: 1},
			{At: all[2].At, Entry: "x/y", Action: "save", By: chloe, Revision: 2},
		})
	}},
	{"OthersAddNone", func(k *kit) {
		a := k.fill(discord, "un")
		s := k.untold()[0]
		seq := k.last()
		k.question(a, "open un", "Encore ?")
		k.question(a, "new", "Neuve ?")
		k.suggest(a, "Encore.")
		k.ok(k.MarkTold(k.ctx, s.Community, s.ID))
		k.ok(k.Add(k.ctx, []knowledge.Count{{Community: a, Day: day(1), Name: "answer", N: 1}}))
		k.guide(discord)
		k.ok(k.DropGuide(k.ctx, discord))
		k.ok(k.Subscribe(k.ctx, discord, "1"))
		k.ok(k.MarkSeen(k.ctx, discord, 1))
		k.ok(k.Unsubscribe(k.ctx, discord))
		_, err := k.DropGaps(k.ctx, k.tick())
		k.ok(err)
		_, err = k.DropCounts(k.ctx, day(30))
		k.ok(err)
		_, err = k.Forget(k.ctx, malik)
		k.ok(err)
		same(k, "events", k.since(seq), nil)
	}},
}

// step checks that a change of a community, or of a new one when it is "", adds one event, this one. It returns the community.
func (k *kit) step(
	c knowledge.CommunityID, action string, entry knowledge.ID, by knowledge.Actor, revision int, timed bool, do func(at time.Time) error,
) knowledge.CommunityID {
	k.Helper()
	seq, at := k.last(), k.tick()
	k.ok(do(at))
	got := k.since(seq)
	if len(got) != 1 {
		k.Fatalf("%s: %d events: %+v", action, len(got), got)
	}
	if action == "join" && c == "" {
		c = got[0].Community
	}
	want := knowledge.Event{Seq: got[0].Seq, Community: c, Entry: entry, Action: action, By: by, Revision: revision}
	if timed {
		want.At = at
	}
	same(k, action, got[0], want)
	same(k, "LastEvent", k.last(), want.Seq)
	same(k, "Events", k.events(c)[0], want)
	return c
}

// both checks that there are two events after one, alike but for their community.
func (k *kit) both(seq int64, action string, at time.Time, of ...knowledge.CommunityID) {
	k.Helper()
	got := k.since(seq)
	var want []knowledge.Event
	for _, c := range of {
		want = append(want, knowledge.Event{Community: c, Action: action, By: chloe, At: at})
	}
	for i := range got {
		got[i].Seq = 0
	}
	sameSet(k, action, got, want)
}
