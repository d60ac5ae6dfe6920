package memstore

import (
	"context"

	"nonmerci/knowledge"
)

// AddAlert implements knowledge.Alerts.
func (s *Store) AddAlert(ctx context.Context, a knowledge.Alert) (kept knowledge.Alert, err error) {
	err = s.write(ctx, func() error {
		a = cloneAlert(a)
		a.ID, a.At = s.lastAlert()+1, moment(a.At)
		s.alerts = append(s.alerts, a)
		s.log(knowledge.Event{At: a.At, Action: "addalert", By: a.By})
		kept = cloneAlert(a)
		return nil
	})
	return kept, err
}

// lastAlert returns the id of the last one: they are never removed, and numbered from 1.
func (s *Store) lastAlert() int64 { return int64(len(s.alerts)) }

// AlertsAfter implements knowledge.Alerts.
func (s *Store) AlertsAfter(ctx context.Context, id int64, limit int) (all []knowledge.Alert, err error) {
	err = s.read(ctx, func() error {
		for _, a := range head(s.alerts[min(max(0, id), s.lastAlert()):], limit) {
			all = append(all, cloneAlert(a))
		}
		return nil
	})
	return all, err
}

// Subscribe implements knowledge.Alerts.
func (s *Store) Subscribe(ctx context.Context, p knowledge.Place, channel string) error {
	return s.write(ctx, s.at(p, func(here *place) error {
		here.subscription = &knowledge.Subscription{Place: p, Channel: channel, Seen: s.lastAlert()}
		return nil
	}))
}

// Subscription implements knowledge.Alerts.
func (s *Store) Subscription(ctx context.Context, p knowledge.Place) (found knowledge.Subscription, err error) {
	err = s.read(ctx, s.at(p, func(here *place) error {
		if here.subscription == nil {
			return knowledge.ErrNotFound
		}
		found = *here.subscription
		return nil
	}))
	return found, err
}

// Unsubscribe implements knowledge.Alerts.
func (s *Store) Unsubscribe(ctx context.Context, p knowledge.Place) error {
	return s.write(ctx, s.at(p, func(here *place) error {
		if here.subscription == nil {
			return knowledge.ErrNotFound
		}
		here.subscription = nil
		return nil
	}))
}

// Behind implements knowledge.Alerts.
func (s *Store) Behind(ctx context.Context, limit int) (all []knowledge.Subscription, err error) {
	err = s.read(ctx, func() error {
		for _, here := range s.places {
			if sub := here.subscription; sub != nil && sub.Seen < s.lastAlert() && len(all) < limit {
				all = append(all, *sub)
			}
		}
		return nil
	})
	return all, err
}

// MarkSeen implements knowledge.Alerts.
func (s *Store) MarkSeen(ctx context.Context, p knowledge.Place, id int64) error {
	return s.write(ctx, s.at(p, func(here *place) error {
		if here.subscription == nil {
			return knowledge.ErrNotFound
		}
		here.subscription.Seen = id
		return nil
	}))
}
