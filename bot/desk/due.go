package desk

import (
	"context"
	"fmt"
	"strings"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// decisions tell members what became of what they proposed. After a month nobody waits any more, and the name goes.
func (d *Desk) decisions(ctx context.Context) ([]Notice, error) {
	all, err := d.store.Untold(ctx, maxDue)
	if err != nil {
		return nil, fmt.Errorf("read the decisions to tell: %w", err)
	}
	var out []Notice
	for _, s := range all {
		n := decisionFor(s)
		if !isPerson(s.By) || d.now().Sub(s.At) > keptUntold {
			if err := d.Delivered(ctx, n, true); err != nil {
				return out, err
			}
			continue
		}
		if d.sent.take(n.Key, d.now()) {
			out = append(out, n)
		}
	}
	return out, nil
}

// isPerson says whether an actor can be written to in private: a group that acts as itself, « telegram:-100… », cannot.
func isPerson(a Actor) bool {
	_, id, ok := strings.Cut(string(a), ":")
	return ok && id != "" && !strings.HasPrefix(id, "-")
}

func decisionFor(s knowledge.Suggestion) Notice {
	return Notice{To: s.By, Key: "suggestion " + string(s.Community) + " " + num(s.ID), Blocks: wordsIn(s.Lang).decision(s)}
}

// decisionNotice is the decision upon a suggestion, to be told at once when the member is on the caller's platform; Due tells the others.
func (t *turn) decisionNotice(id int64) []Notice {
	s, err := t.d.store.Suggestion(t.ctx, t.home.ID, id)
	platform, _, _ := strings.Cut(string(s.By), ":")
	if err != nil || s.State == knowledge.SuggestionOpen || s.Told || !isPerson(s.By) || platform != t.caller.Place.Platform {
		return nil
	}
	if n := decisionFor(s); t.d.sent.take(n.Key, t.now) {
		return []Notice{n}
	}
	return nil
}

func (w *words) decision(s knowledge.Suggestion) []bot.Block {
	text := w.Declined
	if s.State == knowledge.SuggestionAccepted {
		text = w.Accepted
	}
	out := []bot.Block{para(text), small(w.quoted(clip(s.Text, 300)))}
	if s.Reply != "" {
		out = append(out, para(w.Reason+w.Colon+s.Reply))
	}
	return append(out, small(w.DecisionPrivate))
}

// alertsDue are the next alert of each subscribed channel, one at a time so that they come in order.
func (d *Desk) alertsDue(ctx context.Context) ([]Notice, error) {
	behind, err := d.store.Behind(ctx, maxDue)
	if err != nil {
		return nil, fmt.Errorf("read who waits for an alert: %w", err)
	}
	var out []Notice
	for _, s := range behind {
		next, err := d.store.AlertsAfter(ctx, s.Seen, 1)
		if err != nil {
			return out, fmt.Errorf("read an alert: %w", err)
		}
		if len(next) == 0 {
			continue
		}
		n := Notice{Channel: s.Place.String() + "/" + s.Channel, Key: "alert " + s.Place.String() + " " + num(next[0].ID)}
		if !d.sent.take(n.Key, d.now()) {
			continue
		}
		c, err := d.store.At(ctx, s.Place)
		if err != nil && !notFound(err) {
			return out, fmt.Errorf("find the community of a channel: %w", err)
		}
		n.Blocks = alertBlocks(next[0], c.Settings.Lang)
		out = append(out, n)
	}
	return out, nil
}

// alertBlocks are an alert in the language of a community, in French and English when it follows its readers.
func alertBlocks(a knowledge.Alert, lang string) []bot.Block {
	langs := []string{"fr", "en"}
	if lang != "" {
		langs = []string{wordsIn(lang).Code}
	}
	var out []bot.Block
	for _, l := range langs {
		if a.Text[l] == "" {
			continue
		}
		out = append(out, heading(wordsIn(l).AlertTitle))
		for part := range strings.SplitSeq(a.Text[l], "\n") {
			if strings.TrimSpace(part) != "" {
				out = append(out, bot.Block{Kind: bot.Paragraph, Spans: inline(part)})
			}
		}
	}
	return out
}
