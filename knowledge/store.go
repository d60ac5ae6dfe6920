package knowledge

import (
	"context"
	"errors"
	"fmt"
)

// A Store keeps what moderators write and what communities choose: entries with their history, overlays, communities, suggestions, gaps,
// counters, guides, subscriptions, what instances must agree on, and the log of what was done.
//
// Every method is one transaction: it is done and durable when it returns nil, and nothing of it is done when it returns an error. The
// methods are safe for concurrent use. They return ErrNotFound for what is not there, *StaleError for a write that rests on an old
// revision, ErrReadOnly when a newer program owns the database, and the error of ctx when it ends first; other errors, but ErrOld of Seed,
// mean that the store cannot be reached. A list of what is not there is empty instead. Times are kept in UTC, to the millisecond. Ids are in the order
// of their bytes. What is passed in and what is returned is the caller's own.
//
// SharedBase is always there for entries, suggestions, gaps and counters, and is no community to configure, link or erase. Every other
// community and every place is there from Join until Erase; what is written for one that is not is refused with ErrNotFound.
//
// memstore and sqlstore implement it; storetest says what it must do.
type Store interface {
	Revisions
	Communities
	Suggestions
	Gaps
	Counters
	Guides
	Alerts
	Invitations
	Leases
	Log

	// Ping says whether the store answers.
	Ping(ctx context.Context) error
	// Close lets go of the store. No method may be called after it.
	Close() error
}

// Errors of a Store.
var (
	ErrNotFound = errors.New("not found")
	ErrReadOnly = errors.New("written by a newer version")
	ErrOld      = errors.New("a later edition is there already")
)

// StaleError says that somebody else saved first. Nothing was saved: the text refused is still the caller's.
type StaleError struct {
	Current Revision // the latest, published or not; its Number is 0 when the entry is not there
}

func (e *StaleError) Error() string {
	return fmt.Sprintf("%s has changed since: it stands at revision %d", e.Current.Entry, e.Current.Number)
}
