package knowledge

import (
	"context"
	"time"
)

// An Alert is a change that a curator wrote about: « LinkedIn a changé ».
type Alert struct {
	ID   int64
	Text map[string]string // by language
	By   Actor
	At   time.Time
}

// A Subscription is a channel that gets alerts.
type Subscription struct {
	Place   Place
	Channel string
	Seen    int64 // the last alert that was delivered
}

// Alerts keeps alerts and who gets them.
type Alerts interface {
	// AddAlert adds one; ids rise.
	AddAlert(ctx context.Context, a Alert) (Alert, error)
	// AlertsAfter returns alerts with a greater id, in order, at most limit.
	AlertsAfter(ctx context.Context, id int64, limit int) ([]Alert, error)
	// Subscribe makes a channel the one of its place; it has seen every alert so far.
	Subscribe(ctx context.Context, p Place, channel string) error
	// Subscription returns that of a place, ErrNotFound when it has none.
	Subscription(ctx context.Context, p Place) (Subscription, error)
	// Unsubscribe ends the subscription of a place.
	Unsubscribe(ctx context.Context, p Place) error
	// Behind returns subscriptions that have not seen the last alert, at most limit.
	Behind(ctx context.Context, limit int) ([]Subscription, error)
	// MarkSeen notes the last alert delivered to a place.
	MarkSeen(ctx context.Context, p Place, id int64) error
}
