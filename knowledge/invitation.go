package knowledge

import (
	"context"
	"time"
)

// Invitations let another place join the community of one that made a code. The store keeps a digest of the code, and not the code.
type Invitations interface {
	// Invite notes that a place invites until a time, by the digest of a code, in the place of the invitation that it had. Those that had run
	// out at the time at, of whatever place, are dropped.
	Invite(ctx context.Context, p Place, digest string, at, until time.Time) error
	// Inviter returns the place that invites by a digest; ErrNotFound when there is none, or when the invitation ran out before at.
	Inviter(ctx context.Context, digest string, at time.Time) (Place, error)
	// EndInvitation forgets an invitation. Nothing happens when there is none.
	EndInvitation(ctx context.Context, digest string) error
}
