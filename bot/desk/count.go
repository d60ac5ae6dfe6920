package desk

import (
	"context"
	"fmt"
	"sync"
	"time"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// What is counted, besides the kinds of reply.
const (
	CountUseful    = "useful"
	CountNotUseful = "not-useful"
	CountOutdated  = "outdated"
)

// flushEvery is how often counters and gaps are written: what comes in between is lost when the program is killed, nothing else.
const flushEvery = 5 * time.Second

// maxTallied bounds the counters that wait while the store cannot be reached; further ones are dropped.
const maxTallied = 50_000

// A tally holds counters and unanswered questions until they are written.
type tally struct {
	mu   sync.Mutex
	wait map[bot.Count]int
	gaps map[asked]*heard
}

func newTally() *tally { return &tally{wait: map[bot.Count]int{}, gaps: map[asked]*heard{}} }

func (w *tally) add(c bot.Count, n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, ok := w.wait[c]; ok || len(w.wait) < maxTallied {
		w.wait[c] += n
	}
}

func (w *tally) take() map[bot.Count]int {
	w.mu.Lock()
	defer w.mu.Unlock()
	out := w.wait
	w.wait = map[bot.Count]int{}
	return out
}

// Count adds one to a counter, in memory; Run writes it within five seconds. It never blocks: it is bot.Options.Count.
func (d *Desk) Count(c bot.Count) { d.tally.add(c, 1) }

// Flush writes the counters and the unanswered questions that wait. What cannot be written waits on.
func (d *Desk) Flush(ctx context.Context) error {
	found := map[Place]knowledge.Community{}
	if err := d.flushGaps(ctx, found); err != nil {
		return err
	}
	waiting := d.tally.take()
	if len(waiting) == 0 {
		return nil
	}
	all, err := d.sums(ctx, waiting, found)
	if err == nil && len(all) > 0 {
		if err = d.store.Add(ctx, all); err != nil {
			err = fmt.Errorf("write the counters: %w", err)
		}
	}
	if err != nil {
		for c, n := range waiting {
			d.tally.add(c, n)
		}
	}
	return err
}

// sums are the counters to add to: those of each community, and those of the shared base, where curators see how their entries do
// everywhere. What a community wrote itself is counted nowhere else.
func (d *Desk) sums(ctx context.Context, waiting map[bot.Count]int, found map[Place]knowledge.Community) ([]knowledge.Count, error) {
	day := knowledge.DayOf(d.now().UTC())
	sums := map[knowledge.Count]int{}
	for t, n := range waiting {
		at, err := d.communityAt(ctx, t.Place, found)
		if err != nil {
			return nil, err
		}
		c := knowledge.Count{Community: at.ID, Day: day, Name: t.Name, Entry: t.Entry, Revision: t.Revision}
		if at.ID != knowledge.SharedBase {
			sums[c] += n
		}
		if !t.Community && (t.Entry == "" || t.Entry.Intent() != "") {
			c.Community = knowledge.SharedBase
			sums[c] += n
		}
	}
	all := make([]knowledge.Count, 0, len(sums))
	for c, n := range sums {
		c.N = n
		all = append(all, c)
	}
	return all, nil
}

// communityAt is the community of a place, or the empty one. The store is asked once for each place: found keeps what it said.
func (d *Desk) communityAt(ctx context.Context, p Place, found map[Place]knowledge.Community) (knowledge.Community, error) {
	if c, ok := found[p]; ok || p == (Place{}) {
		return c, nil
	}
	c, err := d.store.At(ctx, p)
	if err != nil && !notFound(err) {
		return knowledge.Community{}, fmt.Errorf("find the community of a place: %w", err)
	}
	found[p] = c
	return c, nil
}

// Run writes counters and unanswered questions every five seconds, and once more when ctx ends; and drops what is kept no longer:
// see sweep. It returns ctx's error.
func (d *Desk) Run(ctx context.Context) error {
	tick := time.NewTicker(flushEvery)
	defer tick.Stop()
	var dropped time.Time
	for {
		select {
		case <-ctx.Done():
			last, cancel := context.WithTimeout(context.WithoutCancel(ctx), flushEvery)
			defer cancel()
			if err := d.Flush(last); err != nil {
				d.log.Error("the last counters could not be written, and are lost", "error", err)
			}
			return ctx.Err()
		case <-tick.C:
		}
		if err := d.Flush(ctx); err != nil && ctx.Err() == nil {
			d.log.Warn("counters could not be written; they wait", "error", err)
		}
		if now := d.now(); now.Sub(dropped) >= time.Hour {
			dropped = now
			d.sweep(ctx, now)
		}
	}
}
