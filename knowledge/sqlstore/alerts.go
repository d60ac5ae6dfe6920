package sqlstore

import (
	"context"

	"nonmerci/knowledge"
)

func alertOf(row scanner) (a knowledge.Alert, err error) {
	err = row.Scan(&a.ID, in{&a.Text}, &a.By, at{&a.At})
	return a, err
}

// AddAlert implements knowledge.Alerts.
func (s *Store) AddAlert(ctx context.Context, a knowledge.Alert) (out knowledge.Alert, err error) {
	text, err := asJSON(a.Text)
	if err != nil {
		return out, err
	}
	err = s.change(ctx, func(t *tx) error {
		out, err = alertOf(t.row("INSERT INTO alerts (text, actor, at_ms) VALUES ($1, $2, $3) RETURNING id, text, actor, at_ms", text, a.By, millis(a.At)))
		if err != nil {
			return err
		}
		return t.log(knowledge.Event{At: a.At, Action: "addalert", By: a.By})
	})
	return out, err
}

// AlertsAfter implements knowledge.Alerts.
func (s *Store) AlertsAfter(ctx context.Context, id int64, limit int) ([]knowledge.Alert, error) {
	out, err := list(s.reader(ctx), alertOf, "SELECT id, text, actor, at_ms FROM alerts WHERE id > $1 ORDER BY id LIMIT $2", id, max(limit, 0))
	return out, s.fail(ctx, err)
}

// Subscribe implements knowledge.Alerts.
func (s *Store) Subscribe(ctx context.Context, p knowledge.Place, channel string) error {
	return s.note(ctx, func(t *tx) error {
		_, err := t.exec(`INSERT INTO subscriptions (platform, chat, channel, seen) VALUES ($1, $2, $3, (SELECT coalesce(max(id), 0) FROM alerts))
			ON CONFLICT (platform, chat) DO UPDATE SET channel = excluded.channel, seen = excluded.seen`, p.Platform, p.Chat, channel)
		return err
	})
}

func subscriptionOf(row scanner) (sub knowledge.Subscription, err error) {
	err = row.Scan(&sub.Place.Platform, &sub.Place.Chat, &sub.Channel, &sub.Seen)
	return sub, err
}

// Subscription implements knowledge.Alerts.
func (s *Store) Subscription(ctx context.Context, p knowledge.Place) (knowledge.Subscription, error) {
	sub, err := subscriptionOf(s.reader(ctx).row("SELECT platform, chat, channel, seen FROM subscriptions WHERE platform = $1 AND chat = $2",
		p.Platform, p.Chat))
	if err != nil {
		return knowledge.Subscription{}, s.fail(ctx, err)
	}
	return sub, nil
}

// Unsubscribe implements knowledge.Alerts.
func (s *Store) Unsubscribe(ctx context.Context, p knowledge.Place) error {
	return s.note(ctx, func(t *tx) error {
		return t.must("DELETE FROM subscriptions WHERE platform = $1 AND chat = $2", p.Platform, p.Chat)
	})
}

// Behind implements knowledge.Alerts.
func (s *Store) Behind(ctx context.Context, limit int) ([]knowledge.Subscription, error) {
	out, err := list(s.reader(ctx), subscriptionOf, `SELECT platform, chat, channel, seen FROM subscriptions WHERE seen < (SELECT max(id) FROM alerts)
		ORDER BY seen, platform, chat LIMIT $1`, max(limit, 0))
	return out, s.fail(ctx, err)
}

// MarkSeen implements knowledge.Alerts.
func (s *Store) MarkSeen(ctx context.Context, p knowledge.Place, id int64) error {
	return s.note(ctx, func(t *tx) error {
		return t.must("UPDATE subscriptions SET seen = $3 WHERE platform = $1 AND chat = $2", p.Platform, p.Chat, id)
	})
}
