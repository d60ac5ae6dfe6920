package storetest

import (
	"fmt"

	"nonmerci/knowledge"
)

// A deed is something that a community does.
type deed struct {
	name string
	do   func(c *crowd, m *member)
}

// deeds are what a crowd does. Entries, keys and names are the same for all, so that a store that forgets whose they are mixes them up.
var deeds = []deed{
	{"save", func(c *crowd, m *member) {
		s := c.write(m.id, c.entry(), 0, c.text(m))
		s.Expect, s.By, s.Draft = c.latest(m, s.Entry).Latest, m.by(), c.r.IntN(2) == 0
		c.save(s)
	}},
	{"save all", func(c *crowd, m *member) {
		var all []knowledge.Save
		for _, id := range []knowledge.ID{"x/1", "x/2"} {
			s := c.write(m.id, id, c.latest(m, id).Latest, c.text(m))
			s.By = m.by()
			all = append(all, s)
		}
		_, err := c.SaveAll(c.ctx, all)
		c.ok(err)
	}},
	{"stale save", func(c *crowd, m *member) {
		s := c.write(m.id, c.entry(), 0, c.text(m))
		s.Expect, s.By = c.latest(m, s.Entry).Latest+1, m.by()
		_, err := c.Save(c.ctx, s)
		c.stale(err, m.id, s.Entry, s.Expect-1)
	}},
	{"decision on a draft", func(c *crowd, m *member) {
		id := c.entry()
		if r := c.latest(m, id); r.Draft != nil {
			decide := c.Publish
			if c.r.IntN(2) == 0 {
				decide = c.Discard
			}
			c.ok(decide(c.ctx, m.id, id, r.Draft.Number, m.by(), c.tick()))
		}
	}},
	{"question", func(c *crowd, m *member) { c.question(m.id, fmt.Sprint(c.r.IntN(3)), c.text(m)) }},
	{"settling", func(c *crowd, m *member) {
		for _, g := range c.gaps(m.id, knowledge.GapOpen) {
			c.theirs(m, func(other knowledge.CommunityID) error { return second(c.Gap(c.ctx, other, g.ID)) })
			c.theirs(m, func(other knowledge.CommunityID) error {
				return c.SettleGap(c.ctx, other, g.ID, knowledge.GapDismissed, "", chloe, c.tick())
			})
			c.ok(c.SettleGap(c.ctx, m.id, g.ID, knowledge.GapLinked, "x/1", m.by(), c.tick()))
			return
		}
	}},
	{"suggestion", func(c *crowd, m *member) {
		_, err := c.Suggest(c.ctx, knowledge.Suggestion{Community: m.id, Lang: "fr", Text: c.text(m), By: m.by(), At: c.tick()})
		c.ok(err)
	}},
	{"decision on a suggestion", func(c *crowd, m *member) {
		for _, s := range c.suggestions(m.id, knowledge.SuggestionOpen) {
			c.theirs(m, func(other knowledge.CommunityID) error { return second(c.Suggestion(c.ctx, other, s.ID)) })
			c.theirs(m, func(other knowledge.CommunityID) error {
				return c.Decide(c.ctx, other, s.ID, knowledge.SuggestionDeclined, "", chloe, c.tick())
			})
			c.ok(c.Decide(c.ctx, m.id, s.ID, knowledge.SuggestionAccepted, c.text(m), m.by(), c.tick()))
			return
		}
	}},
	{"telling", func(c *crowd, m *member) {
		for _, s := range c.untold() {
			if s.Community == m.id {
				c.theirs(m, func(other knowledge.CommunityID) error { return c.MarkTold(c.ctx, other, s.ID) })
				c.ok(c.MarkTold(c.ctx, m.id, s.ID))
				return
			}
		}
	}},
	{"counting", func(c *crowd, m *member) {
		n := knowledge.Count{Community: m.id, Day: day(1 + c.r.IntN(3)), Name: "answer", Entry: c.entry(), Revision: 1, N: 1 + c.r.IntN(5)}
		c.ok(c.Add(c.ctx, []knowledge.Count{n, n}))
	}},
	{"forgetting", func(c *crowd, m *member) { c.ok(second(c.Forget(c.ctx, m.by()))) }},
	ofPlaces("settings", func(c *crowd, m *member) error {
		s := knowledge.Settings{Lang: m.mark, Roles: map[string]string{m.place.String(): m.mark}, Digest: m.place.String() + "/1"}
		return c.Configure(c.ctx, m.id, s, m.by(), c.tick())
	}),
	ofPlaces("guide", func(c *crowd, m *member) error {
		return c.SetGuide(c.ctx, knowledge.Guide{Place: m.place, Channel: "1", Message: m.mark, At: c.tick()})
	}),
	ofPlaces("subscription", func(c *crowd, m *member) error { return c.Subscribe(c.ctx, m.place, m.mark) }),
	ofPlaces("leaving", func(c *crowd, m *member) error { return c.Leave(c.ctx, m.place, c.tick()) }),
	ofPlaces("joining", func(c *crowd, m *member) error { return second(c.Join(c.ctx, m.place, c.tick())) }),
	ofPlaces("moving", func(c *crowd, m *member) error {
		from := m.place
		m.place.Chat += "'"
		return c.Move(c.ctx, from, m.place)
	}),
	ofPlaces("erasing", func(c *crowd, m *member) error {
		if c.r.IntN(3) > 0 {
			return nil
		}
		err := c.Erase(c.ctx, m.id)
		c.join(m)
		return err
	}),
}

// ofPlaces is a deed of those that have a place: not of the shared base.
func ofPlaces(name string, do func(c *crowd, m *member) error) deed {
	return deed{name, func(c *crowd, m *member) {
		if m.id != knowledge.SharedBase {
			c.ok(do(c, m))
		}
	}}
}

func (c *crowd) entry() knowledge.ID { return knowledge.ID(fmt.Sprint("x/", c.r.IntN(3))) }
