package desk

import (
	"context"
	"fmt"
	"time"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// countDigest counts the digests that were delivered: so that a restart neither repeats nor forgets one.
const countDigest = "digest"

// digestHour is when digests are due, on Mondays, in UTC.
const digestHour = 8

// digestDay is the Monday whose digest is due at a time.
func digestDay(now time.Time) time.Time {
	now = now.UTC().Add(-digestHour * time.Hour)
	back := (int(now.Weekday()) + 6) % 7
	y, m, d := now.AddDate(0, 0, -back).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// digestsDue are the digests of this week that were not delivered yet. Every community is read for it: once a week, and again every ten
// minutes while one could not be delivered.
func (d *Desk) digestsDue(ctx context.Context) ([]Notice, error) {
	day := digestDay(d.now())
	d.sent.mu.Lock()
	done := d.sent.week.Equal(day) || d.now().Before(d.sent.scan)
	d.sent.mu.Unlock()
	if done {
		return nil, nil
	}
	var out []Notice
	waiting := false
	for after := knowledge.CommunityID(""); ; {
		ids, err := d.store.CommunityIDs(ctx, after, maxDue)
		if err != nil {
			return out, fmt.Errorf("read the communities: %w", err)
		}
		for _, id := range ids {
			n, due, err := d.digestOf(ctx, id, day)
			if err != nil {
				return out, err
			}
			waiting = waiting || due
			if len(n.Blocks) > 0 {
				out = append(out, n)
			}
		}
		if len(ids) < maxDue {
			break
		}
		after = ids[len(ids)-1]
	}
	d.sent.mu.Lock()
	defer d.sent.mu.Unlock()
	if d.sent.scan = d.now().Add(resendAfter); !waiting {
		d.sent.week, d.sent.scan = day, time.Time{}
	}
	return out, nil
}

// digestOf is the digest of a community when it is due; due says that it is not delivered yet, whether it is given out now or not.
func (d *Desk) digestOf(ctx context.Context, id knowledge.CommunityID, day time.Time) (n Notice, due bool, err error) {
	c, err := d.store.Community(ctx, id)
	if notFound(err) || err == nil && (!hasDigest(c) || !c.Left.IsZero() || c.Joined.After(day.Add(digestHour*time.Hour))) {
		return Notice{}, false, nil
	} else if err != nil {
		return Notice{}, false, fmt.Errorf("read a community: %w", err)
	}
	counts, err := d.store.Counts(ctx, id, knowledge.DayOf(day))
	if err != nil {
		return Notice{}, false, fmt.Errorf("read the counters: %w", err)
	}
	for _, k := range counts {
		if k.Name == countDigest {
			return Notice{}, false, nil
		}
	}
	n = Notice{Channel: c.Settings.Digest, Key: "digest " + string(id) + " " + knowledge.DayOf(day).String()}
	if !d.sent.take(n.Key, d.now()) {
		return Notice{}, true, nil
	}
	n.Blocks, err = d.Digest(ctx, id)
	return n, true, err
}

// Digest is the weekly message to the moderators of a community: what waits for them, in numbers, and the questions asked most.
func (d *Desk) Digest(ctx context.Context, id knowledge.CommunityID) ([]bot.Block, error) {
	c, err := d.store.Community(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read a community: %w", err)
	}
	lang := c.Settings.Lang
	if lang == "" {
		lang = "fr"
	}
	t := &turn{ctx: ctx, d: d, w: wordsIn(lang), now: d.now(), home: c}
	return t.digestBlocks()
}

func (t *turn) digestBlocks() ([]bot.Block, error) {
	all, err := t.items()
	if err != nil {
		return nil, err
	}
	stale, err := t.staleness(all)
	if err != nil {
		return nil, err
	}
	gaps, err := t.d.store.Gaps(t.ctx, t.home.ID, knowledge.GapOpen, most)
	if err != nil {
		return nil, fmt.Errorf("read the gaps: %w", err)
	}
	_, suggestions, err := t.queues()
	if err != nil {
		return nil, err
	}
	out := []bot.Block{heading(t.w.DigestTitle)}
	lines := []string{t.w.number(t.w.DraftsTold, len(pick(all, filterDrafts))), t.gapsTold(len(gaps)), t.suggestionsTold(suggestions), t.w.number(t.w.StaleTold, stale.total())}
	if stale.recheck > 0 {
		lines = append([]string{t.w.number(t.w.RecheckTold, stale.recheck)}, lines...)
	}
	out = append(out, bullets(lines...)...)
	if len(gaps) > 0 {
		var asked []string
		for _, g := range gaps[:min(5, len(gaps))] {
			asked = append(asked, fill(t.w.GapLine, "text", clip(g.Text, 160), "times", t.w.number(t.w.Asked, g.Count), "when", t.w.day(g.Last)))
		}
		out = append(out, heading(t.w.DigestGaps))
		out = append(out, bullets(asked...)...)
	}
	return append(out, small(t.w.DigestEnd)), nil
}

// digest shows a moderator what the next digest would say.
func (t *turn) digest() (Screen, error) {
	blocks, err := t.digestBlocks()
	if err != nil {
		return Screen{}, err
	}
	s := Screen{Title: t.w.Digest, Blocks: blocks, Replace: true}
	s.row(t.toggle(t.w.SetDigest, "digest", t.home.Settings.Digest != ""), Button{Label: t.w.Settings, Act: NewAct("settings")}, t.homeButton())
	return s, nil
}

// digestDelivered notes that a community has the digest of a week.
func (d *Desk) digestDelivered(ctx context.Context, id knowledge.CommunityID, week knowledge.Date) error {
	if err := d.store.Add(ctx, []knowledge.Count{{Community: id, Day: week, Name: countDigest, N: 1}}); err != nil {
		return fmt.Errorf("note that a digest was delivered: %w", err)
	}
	return nil
}
