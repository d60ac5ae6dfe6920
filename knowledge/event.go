package knowledge

import (
	"context"
	"time"
)

// An Event is something that was done, in the order that it was done. The log of events is the audit log, and what other instances follow.
type Event struct {
	Seq       int64     // rises, and an event is never seen before one with a lower Seq
	At        time.Time // zero when the method is not told the time
	Community CommunityID
	Entry     ID
	Action    string // the method in lower case: « publish », « link »; « save » or « draft » for each revision saved
	By        Actor
	Revision  int
}

// Log keeps events. Every method that changes what readers see or what moderators chose adds its own: Save, SaveAll, Publish, Discard,
// Configure, Link, Unlink, Move, Decide, SettleGap, AddAlert (to SharedBase), and Join and Leave when something changed; Seed those of Save.
// The others add none: a log names no member. Erase removes the events of its community and adds one, by nobody and at no time, that only
// EventsAfter returns: other instances must hear of it, and the id of what is no more leads to nothing. A Seq is never given again.
type Log interface {
	// Events returns those of a community, the latest first, at most limit, and only those with a Seq below before unless it is 0.
	Events(ctx context.Context, c CommunityID, before int64, limit int) ([]Event, error)
	// EventsAfter returns the events of every community with a greater Seq, in order, at most limit.
	EventsAfter(ctx context.Context, seq int64, limit int) ([]Event, error)
	// LastEvent returns the highest Seq, 0 when nothing was done yet.
	LastEvent(ctx context.Context) (int64, error)
}
