package storetest

import (
	"errors"
	"time"

	"nonmerci/knowledge"
)

const (
	chloe = knowledge.Actor("discord:1111")
	malik = knowledge.Actor("telegram:2222")
)

var (
	discord  = knowledge.Place{Platform: "discord", Chat: "900100200300400500"}
	telegram = knowledge.Place{Platform: "telegram", Chat: "-1001234567890"}
	club     = knowledge.Place{Platform: "telegram", Chat: "-4455"}
)

// many is more than any test writes.
const many = 10_000

// tick returns a time later than all before.
func (k *kit) tick() time.Time {
	k.now = k.now.Add(time.Minute)
	return k.now
}

// ok ends the test when there is an error.
func (k *kit) ok(err error) {
	k.Helper()
	if err != nil {
		k.Fatal(err)
	}
}

// missing checks that an error says that something is not there.
func (k *kit) missing(what string, err error) {
	k.Helper()
	if !errors.Is(err, knowledge.ErrNotFound) {
		k.Errorf("%s: got %v, want ErrNotFound", what, err)
	}
}

// stale checks that an error says that a revision, and not another, stands now.
func (k *kit) stale(err error, c knowledge.CommunityID, id knowledge.ID, number int) {
	k.Helper()
	var stale *knowledge.StaleError
	if !errors.As(err, &stale) {
		k.Fatalf("got %v, want a StaleError", err)
	}
	if stale.Current.Entry != id || stale.Current.Community != c || stale.Current.Number != number {
		k.Errorf("it stands at %s %d of %q, want %s %d of %q", stale.Current.Entry, stale.Current.Number, stale.Current.Community, id, number, c)
	}
	if number > 0 {
		same(k, "Current", stale.Current, k.revision(c, id, number))
	}
}

// says returns a content that is no other.
func says(text string) knowledge.Content {
	return knowledge.Content{Entry: &knowledge.Entry{
		ID: "own/entry", Kind: knowledge.Info, Status: knowledge.Published, Revision: 1,
		Text: map[string]knowledge.Text{"fr": {Title: text, Short: text + "."}},
	}}
}

// write is a Save by chloe, to be changed by the test that makes it.
func (k *kit) write(c knowledge.CommunityID, id knowledge.ID, expect int, text string) knowledge.Save {
	return knowledge.Save{
		Community: c, Entry: id, Expect: expect, By: chloe, Origin: knowledge.FromPerson, Summary: "says " + text, Content: says(text), At: k.tick(),
	}
}

func (k *kit) save(s knowledge.Save) knowledge.Revision {
	k.Helper()
	r, err := k.Save(k.ctx, s)
	k.ok(err)
	return r
}

// publish saves what readers see at once.
func (k *kit) publish(c knowledge.CommunityID, id knowledge.ID, expect int, text string) knowledge.Revision {
	k.Helper()
	return k.save(k.write(c, id, expect, text))
}

// draft saves what waits.
func (k *kit) draft(c knowledge.CommunityID, id knowledge.ID, expect int, text string) knowledge.Revision {
	k.Helper()
	s := k.write(c, id, expect, text)
	s.Draft = true
	return k.save(s)
}

func (k *kit) record(c knowledge.CommunityID, id knowledge.ID) knowledge.Record {
	k.Helper()
	r, err := k.Record(k.ctx, c, id)
	k.ok(err)
	return r
}

func (k *kit) records(c knowledge.CommunityID) []knowledge.Record {
	k.Helper()
	r, err := k.Records(k.ctx, c)
	k.ok(err)
	return r
}

func (k *kit) revision(c knowledge.CommunityID, id knowledge.ID, number int) knowledge.Revision {
	k.Helper()
	r, err := k.Revision(k.ctx, c, id, number)
	k.ok(err)
	return r
}

func (k *kit) history(c knowledge.CommunityID, id knowledge.ID) []knowledge.Revision {
	k.Helper()
	h, err := k.History(k.ctx, c, id, 0, many)
	k.ok(err)
	return h
}

func (k *kit) join(p knowledge.Place) knowledge.Community {
	k.Helper()
	c, err := k.Join(k.ctx, p, k.tick())
	k.ok(err)
	return c
}

func (k *kit) community(id knowledge.CommunityID) knowledge.Community {
	k.Helper()
	c, err := k.Community(k.ctx, id)
	k.ok(err)
	return c
}

// events returns all of a community, the latest first.
func (k *kit) events(c knowledge.CommunityID) []knowledge.Event {
	k.Helper()
	all, err := k.Events(k.ctx, c, 0, many)
	k.ok(err)
	return all
}

func (k *kit) last() int64 {
	k.Helper()
	n, err := k.LastEvent(k.ctx)
	k.ok(err)
	return n
}

// since returns the events after one, of every community.
func (k *kit) since(seq int64) []knowledge.Event {
	k.Helper()
	all, err := k.EventsAfter(k.ctx, seq, many)
	k.ok(err)
	return all
}
