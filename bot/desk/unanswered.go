package desk

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"nonmerci/bot"
	"nonmerci/knowledge"
	"nonmerci/knowledge/scrub"
	"nonmerci/knowledge/text"
)

const (
	maxGap     = 300   // characters of an unanswered question that are kept
	maxWaiting = 5_000 // unanswered questions that wait to be written; further ones are dropped
	maxAtOnce  = 100   // times that one question counts within five seconds
)

// An asked names an unanswered question: those of a place that are alike have the same.
type asked struct {
	place     Place
	lang, key string
}

// A heard is what waits of it: scrubbed text, and how often it was asked.
type heard struct {
	text string
	n    int
	at   time.Time
}

// Unknown keeps a question that nobody could answer, without personal data, where the community of its place keeps gaps. It scrubs at once,
// does not block, and Run writes within five seconds: it is bot.Options.Unknown, which is told nothing of a person in distress.
func (d *Desk) Unknown(_ context.Context, m bot.Message, lang string) {
	if m.Place == (Place{}) {
		return
	}
	clean, _ := scrub.Text(text.Truncate(strings.TrimSpace(m.Text), 2000))
	clean = text.Truncate(oneLine(clean), maxGap)
	a := asked{place: m.Place, lang: lang, key: scrub.Key(lang, clean)}
	if a.key == "" {
		return
	}
	w := d.tally
	w.mu.Lock()
	defer w.mu.Unlock()
	switch h := w.gaps[a]; {
	case h != nil:
		h.n, h.at = min(h.n+1, maxAtOnce), d.now()
	case len(w.gaps) < maxWaiting:
		w.gaps[a] = &heard{text: clean, n: 1, at: d.now()}
	}
}

// flushGaps writes the questions that wait. Those of a community that keeps none are forgotten. found: see communityAt.
func (d *Desk) flushGaps(ctx context.Context, found map[Place]knowledge.Community) error {
	w := d.tally
	w.mu.Lock()
	waiting := w.gaps
	w.gaps = map[asked]*heard{}
	w.mu.Unlock()
	order := slices.SortedFunc(maps.Keys(waiting), func(a, b asked) int {
		return cmp.Or(cmp.Compare(a.place.String(), b.place.String()), cmp.Compare(a.lang, b.lang), cmp.Compare(a.key, b.key))
	})
	for _, a := range order {
		c, err := d.communityAt(ctx, a.place, found)
		if err == nil && c.Settings.KeepGaps {
			err = d.keepGap(ctx, c.ID, a, waiting[a])
		}
		if err == nil {
			delete(waiting, a)
			continue
		}
		w.mu.Lock()
		for a, h := range waiting {
			if other := w.gaps[a]; other != nil {
				other.n += h.n
			} else {
				w.gaps[a] = h
			}
		}
		w.mu.Unlock()
		return err
	}
	return nil
}

// keepGap writes one question as often as it was asked; what is written is taken off, so that a failure half way counts nothing twice.
func (d *Desk) keepGap(ctx context.Context, community knowledge.CommunityID, a asked, h *heard) error {
	for ; h.n > 0; h.n-- {
		g := knowledge.Gap{Community: community, Lang: a.lang, Key: a.key, Text: h.text, Count: 1, First: h.at, Last: h.at, State: knowledge.GapOpen}
		if _, err := d.store.AddGap(ctx, g); err != nil {
			return fmt.Errorf("keep an unanswered question: %w", err)
		}
	}
	return nil
}
