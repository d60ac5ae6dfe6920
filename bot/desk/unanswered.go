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

// flushGaps writes the questions that wait. Those of a community that keeps none are forgotten.
func (d *Desk) flushGaps(ctx context.Context) error {
	w := d.tally
	w.mu.Lock()
	waiting := w.gaps
	w.gaps = map[asked]*heard{}
	w.mu.Unlock()
	order := slices.SortedFunc(maps.Keys(waiting), func(a, b asked) int {
		return cmp.Or(cmp.Compare(a.place.String(), b.place.String()), cmp.Compare(a.lang, b.lang), cmp.Compare(a.key, b.key))
	})
	var keeper keeper
	for _, a := range order {
		err := d.findKeeper(ctx, a.place, &keeper)
		if err == nil && keeper.keeps {
			err = d.keepGap(ctx, keeper.community, a, waiting[a])
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

// A keeper is who the questions of a place are kept for, if they are.
type keeper struct {
	place     Place
	community knowledge.CommunityID
	keeps     bool
}

// findKeeper makes k that of a place; it is asked once for the questions of a place that follow one another.
func (d *Desk) findKeeper(ctx context.Context, p Place, k *keeper) error {
	if k.place == p {
		return nil
	}
	c, err := d.store.At(ctx, p)
	if err != nil && !notFound(err) {
		return fmt.Errorf("find the community of a question: %w", err)
	}
	*k = keeper{p, c.ID, err == nil && c.Settings.KeepGaps}
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
