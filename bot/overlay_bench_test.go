package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/memstore"
	"nonmerci/knowledge/words"
)

// A crowd is a store of many communities, each with the entries of a typical one, told apart by a number in every text. It keeps none of
// them: it writes the records of a community when they are read, as a database would be asked to.
type crowd struct {
	live.Reader // of the shared base
	entries     []knowledge.Entry
	first       int64
	last        atomic.Int64 // events
}

func newCrowd(tb testing.TB) *crowd {
	tb.Helper()
	store := memstore.New()
	if _, err := live.Seed(tb.Context(), store, shared(tb), "1", today); err != nil {
		tb.Fatal(err)
	}
	c := &crowd{Reader: store}
	start, err := store.LastEvent(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	c.first = start
	c.last.Store(start)
	for _, e := range lines[struct {
		ID, Title, Short string
		Phrases          []string
	}](tb, "entries") {
		c.entries = append(c.entries, *ownEntry(knowledge.ID("local/"+e.ID), e.Title, e.Short, e.Phrases...).Entry)
	}
	return c
}

func (c *crowd) LastEvent(context.Context) (int64, error) { return c.last.Load(), nil }

// EventsAfter: event n is a save in community n, in turn.
func (c *crowd) EventsAfter(_ context.Context, seq int64, limit int) ([]knowledge.Event, error) {
	var out []knowledge.Event
	for n := seq + 1; n <= c.last.Load() && len(out) < limit; n++ {
		out = append(out, knowledge.Event{Seq: n, Community: knowledge.CommunityID(strconv.FormatInt(n%10_000, 10)), Action: "save"})
	}
	return out, nil
}

func (c *crowd) At(_ context.Context, p knowledge.Place) (knowledge.Community, error) {
	return knowledge.Community{ID: knowledge.CommunityID(p.Chat)}, nil
}

func (c *crowd) Community(_ context.Context, id knowledge.CommunityID) (knowledge.Community, error) {
	return knowledge.Community{ID: id}, nil
}

func (c *crowd) Records(ctx context.Context, id knowledge.CommunityID) ([]knowledge.Record, error) {
	if id == knowledge.SharedBase {
		return c.Reader.Records(ctx, id)
	}
	all := make([]knowledge.Record, len(c.entries))
	for i := range c.entries {
		e := c.entries[i]
		j, err := json.Marshal(&e) // as in a database: every text is the record's own
		if err != nil {
			return nil, err
		}
		read := &knowledge.Entry{}
		if err := json.Unmarshal(j, read); err != nil {
			return nil, err
		}
		t := read.Text["fr"]
		t.Title = strings.TrimSuffix(t.Title, " ?") + " " + string(id) + " ?"
		read.Text["fr"] = t
		all[i] = knowledge.Record{Entry: e.ID, Latest: 1, Published: &knowledge.Revision{Number: 1, At: today, Content: knowledge.Content{Entry: read}}}
	}
	return all, nil
}

func placeNumber(n int) knowledge.Place {
	return knowledge.Place{Platform: "discord", Chat: strconv.Itoa(n)}
}

// BenchmarkCommunities reports the median, the 90th and the 99th percentile of an answer, in microseconds, without communities and with them,
// to the same questions in turn, so that what else the machine does falls on both: with one community of fifty entries, and with 10,000 of
// them that are all hot while one is edited every second. The questions are those of held-out authors, which hardly speak of what the
// communities write; « mixed » puts one in ten that does among them.
func BenchmarkCommunities(b *testing.B) {
	const many = 10_000
	_, qs, err := words.Load(os.DirFS("../knowledge/words"))
	if err != nil {
		b.Fatal(err)
	}
	_, kept := words.HoldOut(qs)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(kept), func(i, j int) { kept[i], kept[j] = kept[j], kept[i] })
	var asked []string
	for _, q := range kept {
		asked = append(asked, q.Text)
	}
	mixed := slices.Clone(asked)
	own := lines[wanted](b, "own")
	for i := 0; i < len(mixed); i += 10 {
		mixed[i] = own[i/10%len(own)].Q
	}
	c := newCrowd(b)
	base, err := live.Open(b.Context(), c, live.Options{})
	if err != nil {
		b.Fatal(err)
	}
	none := New(Options{Model: model(b), Base: base.Shared()})
	with := New(Options{Model: model(b), Base: base.Shared(), Overlays: base})
	run := func(name string, questions []string, place func() knowledge.Place) {
		b.Run(name, func(b *testing.B) {
			var took [2][]time.Duration
			ask := func(i int, bot *Bot, m Message) {
				start := time.Now()
				if _, err := bot.Respond(b.Context(), m); err != nil {
					b.Fatal(err)
				}
				took[i] = append(took[i], time.Since(start))
			}
			for b.Loop() {
				n := len(took[0])
				m := Message{Chat: ChatID(strconv.Itoa(n)), From: "u", Text: questions[n%len(questions)], Place: place()}
				for i := range 2 {
					if i == n%2 {
						ask(0, none, m)
					} else {
						ask(1, with, m)
					}
				}
			}
			for i, of := range []string{"none", "with"} {
				slices.Sort(took[i])
				for _, percent := range []int{50, 90, 99} {
					b.ReportMetric(float64(took[i][len(took[i])*percent/100].Nanoseconds())/1e3, fmt.Sprintf("%s-p%d-µs", of, percent))
				}
			}
		})
	}
	one := func() knowledge.Place { return placeNumber(0) }
	run("one", asked, one)
	run("one, mixed", mixed, one)
	before, start := inUse(), time.Now()
	for n := range many {
		if _, err := base.Overlay(b.Context(), placeNumber(n)); err != nil {
			b.Fatal(err)
		}
	}
	var m runtime.MemStats
	used := inUse()
	runtime.ReadMemStats(&m)
	fmt.Printf("%d communities of %d entries: %d MB, read in %v; the program has %d MB in use and %d MB of the system\n", many, len(c.entries),
		(used-before)>>20, time.Since(start).Round(time.Millisecond), used>>20, m.Sys>>20)
	ctx, cancel := context.WithCancel(b.Context())
	followed := make(chan error, 1)
	go func() { followed <- base.Run(ctx) }()
	go func() {
		for ctx.Err() == nil {
			c.last.Store(c.first + int64(time.Since(start)/time.Second)) // an edit a second
			time.Sleep(100 * time.Millisecond)
		}
	}()
	random := rand.New(rand.NewPCG(3, 4))
	some := func() knowledge.Place { return placeNumber(random.IntN(many)) }
	run("10,000", asked, some)
	run("10,000, mixed", mixed, some)
	cancel()
	if err := <-followed; !errors.Is(err, context.Canceled) {
		b.Error(err)
	}
	runtime.KeepAlive(base)
}

// inUse is the heap in use after a collection, in bytes.
func inUse() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// BenchmarkEditToAnswer is how long after a save an answer has it: on this instance, and on a second one that looks every 250 ms over the same
// store.
func BenchmarkEditToAnswer(b *testing.B) {
	k := newKit(b, shared(b), Options{Now: time.Now})
	c := k.join(here)
	k.typical(c, "entries")
	k.say(here, "quel est le code du wifi")
	other, err := live.Open(b.Context(), k.store, live.Options{})
	if err != nil {
		b.Fatal(err)
	}
	second := New(Options{Model: model(b), Base: other.Shared(), Overlays: other})
	ctx, cancel := context.WithCancel(b.Context())
	followed := make(chan error, 1)
	go func() { followed <- other.Run(ctx) }()
	n := 0
	edit := func(b *testing.B, bot *Bot) time.Duration {
		n++
		title := fmt.Sprintf("Quel est le mot du jour numéro %d ?", n)
		k.write(c, "local/mot", ownEntry("local/mot", title, fmt.Sprintf("Mot %d.", n)))
		start := time.Now()
		if bot == k.bot {
			k.ok(k.live.Refresh(b.Context()))
		}
		for {
			r, err := bot.Respond(b.Context(), Message{Text: title, Place: here})
			if err != nil {
				b.Fatal(err)
			}
			if strings.Contains(r.Text, fmt.Sprintf("Mot %d.", n)) {
				return time.Since(start)
			}
			time.Sleep(time.Millisecond)
		}
	}
	for name, bot := range map[string]*Bot{"this instance": k.bot, "another": second} {
		b.Run(name, func(b *testing.B) {
			var worst time.Duration
			for n := 0; b.Loop() && n < 20; n++ {
				worst = max(worst, edit(b, bot))
			}
			b.ReportMetric(float64(worst.Microseconds())/1e3, "worst-ms")
		})
	}
	cancel()
	if err := <-followed; !errors.Is(err, context.Canceled) {
		b.Error(err)
	}
}
