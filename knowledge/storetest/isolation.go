package storetest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"

	"nonmerci/knowledge"
)

var isolation = []demand{
	{"NothingCrossesOver", func(k *kit) { newCrowd(k, 1).act(150) }},
	{"NothingCrossesOverAgain", func(k *kit) { newCrowd(k, 2).act(150) }},
}

// A crowd is a few communities that do at random what communities do. Whatever one writes bears its mark; the mark of another in what is
// read for it, or anything changed in one that did nothing, is a leak.
type crowd struct {
	*kit
	r       *rand.Rand
	members []*member
}

// A member is a community, or the shared base.
type member struct {
	id    knowledge.CommunityID
	place knowledge.Place
	mark  string
	life  int // it may be erased and join again
}

// by is who acts for a member.
func (m *member) by() knowledge.Actor { return knowledge.Actor("discord:" + m.mark) }

var marks = regexp.MustCompile(`⟦[^⟧]*⟧`)

func newCrowd(k *kit, seed uint64) *crowd {
	c := &crowd{kit: k, r: rand.New(rand.NewPCG(seed, 9)), members: []*member{{mark: "⟦base⟧"}}}
	for i := range 3 {
		m := &member{place: knowledge.Place{Platform: "telegram", Chat: fmt.Sprint(i)}}
		c.join(m)
		c.members = append(c.members, m)
	}
	return c
}

func (c *crowd) join(m *member) {
	c.Helper()
	m.life++
	m.mark = fmt.Sprintf("⟦%s, %d⟧", m.place.Chat, m.life)
	m.id = c.kit.join(m.place).ID
}

func (c *crowd) act(times int) {
	c.Helper()
	for range times {
		one := c.members[c.r.IntN(len(c.members))]
		another := c.members[c.r.IntN(len(c.members))]
		before := c.everything(another.id)
		deed := deeds[c.r.IntN(len(deeds))]
		name := fmt.Sprintf("%s of %s", deed.name, one.mark)
		deed.do(c, one)
		if one != another {
			same(c.kit, "what "+another.mark+" has after "+name, c.everything(another.id), before)
		}
		if c.Failed() {
			c.Fatalf("after %s", name)
		}
	}
	c.look()
}

// look checks that nobody reads the mark of another, and that lists of everybody's things say whose they are.
func (c *crowd) look() {
	c.Helper()
	lines, owner := 0, map[knowledge.CommunityID]string{}
	for _, m := range c.members {
		owner[m.id] = m.mark
		all := c.everything(m.id)
		for _, line := range all {
			for _, mark := range marks.FindAllString(line, -1) {
				if mark != m.mark {
					c.Errorf("%s reads %s", m.mark, line)
				}
			}
		}
		lines += len(all)
	}
	if lines < 60 {
		c.Errorf("there are only %d lines to read: the test says little", lines)
	}
	check := func(id knowledge.CommunityID, line string) {
		c.Helper()
		for _, mark := range marks.FindAllString(line, -1) {
			if mark != owner[id] {
				c.Errorf("of %s: %s", owner[id], line)
			}
		}
	}
	for _, e := range c.since(0) {
		check(e.Community, show(e))
	}
	for _, s := range c.untold() {
		check(s.Community, show(s))
	}
	for _, g := range c.guidesOf(knowledge.SharedBase) {
		at, err := c.At(c.ctx, g.Place)
		c.ok(err)
		check(at.ID, show(g))
	}
}

// theirs checks that what is asked with the id of another community's thing is not found.
func (c *crowd) theirs(m *member, ask func(c knowledge.CommunityID) error) {
	c.Helper()
	for _, other := range c.members {
		if other != m {
			c.missing("asked of "+other.mark, ask(other.id))
		}
	}
}

// latest is what an entry stands at.
func (c *crowd) latest(m *member, id knowledge.ID) knowledge.Record {
	c.Helper()
	r, err := c.Record(c.ctx, m.id, id)
	if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
		c.Fatal(err)
	}
	return r
}

// text is something to write, for a member.
func (c *crowd) text(m *member) string {
	return strings.Repeat("mot ", c.r.IntN(3)) + m.mark
}
