package knowledge

import (
	"context"
	"time"
)

// Leases let instances that share a store agree on who does what only one may do at a time. A lease has a name and, until it runs out, a
// holder; both are names that the program makes up. The clock is the store's own, so that the clocks of the instances need not agree.
type Leases interface {
	// Lease takes the lease of a name for a holder, or prolongs it: from now on it lasts for life, to the millisecond. held is false, and
	// nothing changes, while somebody else has it. A life that is not positive ends it at once.
	Lease(ctx context.Context, name, holder string, life time.Duration) (held bool, err error)
	// EndLease gives a lease back before it runs out. Nothing happens when the holder does not have it.
	EndLease(ctx context.Context, name, holder string) error
	// Holders returns who has leases whose names begin with a prefix, each once, those first that took one earliest and have kept it since.
	Holders(ctx context.Context, prefix string) ([]string, error)
}
