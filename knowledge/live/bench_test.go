package live

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"slices"
	"testing"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
)

// heap is what is in use after a collection.
func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// TestSizesAreAboutRight: what is bounded by estimate is bounded.
func TestSizesAreAboutRight(t *testing.T) {
	if testing.Short() || slowed {
		t.Skip("it measures memory")
	}
	for _, c := range []struct{ communities, entries int }{{40, 0}, {60, 50}, {100, 5}, {3, 1000}} {
		k := newKit(t, Options{})
		var overlays []*Overlay
		var records [][]knowledge.Record
		for i := range c.communities {
			id := k.join(knowledge.Place{Platform: "discord", Chat: fmt.Sprint(i)})
			if k.fill(id, c.entries, fmt.Sprintf("marque%d", i)); c.entries == 0 {
				k.typical(id)
			}
			all, err := k.Store.Records(t.Context(), id)
			k.ok(err)
			records = append(records, all)
			k.ok(k.Erase(t.Context(), id))
		}
		before := heap()
		for _, all := range records {
			overlays = append(overlays, newOverlay(knowledge.Community{}, cloned(all), k.base.shared.Load()))
		}
		after := heap()
		var size int64
		for _, o := range overlays {
			size += o.size()
		}
		n := int64(c.communities)
		t.Logf("%d entries take %d bytes, estimated %d", len(overlays[0].own), (after-before)/n, size/n)
		if taken := after - before; size < taken*6/10 || size > taken*2 {
			t.Errorf("%d bytes are taken for %d", taken, size)
		}
		runtime.KeepAlive(records)
		runtime.KeepAlive(overlays)
	}
}

// typical gives a community the entries of a typical one.
func (k *kit) typical(c knowledge.CommunityID) {
	k.Helper()
	f, err := os.Open("../../bot/testdata/overlay/entries.jsonl")
	k.ok(err)
	defer f.Close()
	for d := json.NewDecoder(f); d.More(); {
		var e struct {
			ID, Lang, Title, Short string
			Phrases                []string
		}
		k.ok(d.Decode(&e))
		k.save(c, knowledge.ID("local/"+e.ID), own(knowledge.ID("local/"+e.ID), e.Title, e.Phrases...))
	}
}

// cloned has the texts of records anew, as a store that reads them does.
func cloned(all []knowledge.Record) []knowledge.Record {
	out := slices.Clone(all)
	for i := range out {
		r := *out[i].Published
		e := *r.Content.Entry
		e.Text = map[string]knowledge.Text{}
		for lang, t := range r.Content.Entry.Text {
			t.Title, t.Short = fresh(t.Title), fresh(t.Short)
			t.Phrases = slices.Clone(t.Phrases)
			for n, s := range t.Phrases {
				t.Phrases[n] = fresh(s)
			}
			e.Text[fresh(lang)] = t
		}
		r.Content.Entry = &e
		out[i].Published = &r
	}
	return out
}

func fresh(s string) string { return string([]byte(s)) }

// BenchmarkLoad is how long a place waits whose overlay of fifty entries is not known.
func BenchmarkLoad(b *testing.B) {
	k := newKit(b, Options{Overlays: 1, Places: 1})
	places := []knowledge.Place{discord, telegram}
	for _, p := range places {
		k.fill(k.join(p), 50, "mark")
	}
	k.refresh()
	b.Run("overlay", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			k.overlay(places[i%2])
		}
	})
	b.Run("known", func(b *testing.B) {
		for b.Loop() {
			k.overlay(places[0])
		}
	})
}

// BenchmarkSearch is how long the words of a typical community take to be asked, of what it has and of what it has not; the shared base is
// the real one, because its words decide what is rare.
func BenchmarkSearch(b *testing.B) {
	k := newKit(b, Options{})
	shared, err := base.Shared()
	k.ok(err)
	_, err = Seed(b.Context(), k.Store, shared, "1", day)
	k.ok(err)
	k.base = k.open(Options{})
	k.typical(k.join(discord))
	o := k.overlay(discord)
	for name, q := range map[string]string{"found": "c quoi le code du wifi svp", "not there": "comment télécharger une copie de mes photos Instagram"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if hits := o.Search(NewQuestion(q), 3, LeastShare); (len(hits) > 0) != (name == "found") {
					b.Fatal(hits)
				}
			}
		})
	}
	b.Run("exactly", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			o.Exact(NewQuestion("mdp wifi"))
		}
	})
}

// BenchmarkEdit is how long after a save the edit is found on this instance.
func BenchmarkEdit(b *testing.B) {
	k := newKit(b, Options{})
	c := k.join(discord)
	k.fill(c, 50, "mark")
	k.refresh()
	k.overlay(discord)
	var worst time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		k.save(c, "local/x", own("local/x", fmt.Sprintf("Quoi de neuf %d ?", i)))
		k.refresh()
		if h := k.overlay(discord).Search(NewQuestion(fmt.Sprintf("quoi de neuf %d", i)), 1, LeastShare); len(h) == 0 || h[0].ID != "local/x" {
			b.Fatalf("%+v", h)
		}
		worst = max(worst, time.Since(start))
	}
	b.ReportMetric(float64(worst.Microseconds())/1e3, "worst-ms")
}
