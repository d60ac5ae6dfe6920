package bot

import (
	"encoding/json"
	"os"
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/memstore"
)

const chloe = knowledge.Actor("discord:1111")

var (
	here      = knowledge.Place{Platform: "discord", Chat: "1"}
	elsewhere = knowledge.Place{Platform: "telegram", Chat: "-2"}
)

// A kit is a bot over a store, with what communities write in it.
type kit struct {
	testing.TB
	store *memstore.Store
	live  *live.Base
	bot   *Bot
	clock *clock
}

// newKit seeds a store with a base.
func newKit(tb testing.TB, base *knowledge.Base, o Options) *kit {
	tb.Helper()
	k := &kit{TB: tb, store: memstore.New(), clock: &clock{t: today}}
	_, err := live.Seed(tb.Context(), k.store, base, "1", today)
	k.ok(err)
	k.live, err = live.Open(tb.Context(), k.store, live.Options{})
	k.ok(err)
	o.Model, o.Base, o.Overlays = model(tb), k.live.Shared(), k.live
	if o.Now == nil {
		o.Now = k.clock.now
	}
	k.bot = New(o)
	k.live.OnChange(func(c live.Change) {
		if len(c.Entries) > 0 {
			k.bot.SetBase(k.live.Shared())
		}
	})
	return k
}

func (k *kit) ok(err error) {
	k.Helper()
	if err != nil {
		k.Fatal(err)
	}
}

func (k *kit) join(p knowledge.Place) knowledge.CommunityID {
	k.Helper()
	c, err := k.store.Join(k.Context(), p, today)
	k.ok(err)
	return c.ID
}

// save publishes what a community says, and makes it seen.
func (k *kit) save(c knowledge.CommunityID, id knowledge.ID, content knowledge.Content) {
	k.Helper()
	k.write(c, id, content)
	k.ok(k.live.Refresh(k.Context()))
}

func (k *kit) write(c knowledge.CommunityID, id knowledge.ID, content knowledge.Content) {
	k.Helper()
	expect := 0
	if r, err := k.store.Record(k.Context(), c, id); err == nil {
		expect = r.Latest
	}
	_, err := k.store.Save(k.Context(), knowledge.Save{Community: c, Entry: id, Expect: expect, By: chloe, Origin: knowledge.FromPerson, Content: content, At: today})
	k.ok(err)
}

// say passes on one message in a place, of a new conversation.
func (k *kit) say(p knowledge.Place, words string) Reply {
	k.Helper()
	r, err := k.bot.Respond(k.Context(), Message{Chat: ChatID(p.String() + words), From: "u", Text: words, Place: p})
	k.ok(err)
	return r
}

// ownEntry is an entry of a community in French.
func ownEntry(id knowledge.ID, title, short string, phrases ...string) knowledge.Content {
	return knowledge.Content{Entry: &knowledge.Entry{
		ID: id, Kind: knowledge.Info, Status: knowledge.Published, Revision: 1,
		Text: map[string]knowledge.Text{"fr": {Title: title, Short: short, Phrases: phrases}},
	}}
}

// typical gives a community the entries of a file of testdata/overlay.
func (k *kit) typical(c knowledge.CommunityID, file string) {
	k.Helper()
	for _, e := range lines[struct {
		ID, Lang, Title, Short string
		Phrases                []string
	}](k, file) {
		id := knowledge.ID("local/" + e.ID)
		k.write(c, id, ownEntry(id, e.Title, e.Short, e.Phrases...))
	}
	k.ok(k.live.Refresh(k.Context()))
}

// lines reads a file of testdata/overlay.
func lines[T any](tb testing.TB, name string) []T {
	tb.Helper()
	f, err := os.Open("testdata/overlay/" + name + ".jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var out []T
	for d := json.NewDecoder(f); d.More(); {
		var v T
		if err := d.Decode(&v); err != nil {
			tb.Fatalf("%s: %v", name, err)
		}
		out = append(out, v)
	}
	return out
}
