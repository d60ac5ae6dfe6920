package memstore

import (
	"context"
	"time"

	"nonmerci/knowledge"
)

// An invitation is the digest of a code, and how long it is good.
type invitation struct {
	digest string
	until  time.Time
}

// Invite implements knowledge.Invitations.
func (s *Store) Invite(ctx context.Context, p knowledge.Place, digest string, at, until time.Time) error {
	return s.write(ctx, s.at(p, func(here *place) error {
		for _, other := range s.places {
			if i := other.invitation; i != nil && (i.until.Before(moment(at)) || i.digest == digest) {
				other.invitation = nil
			}
		}
		here.invitation = &invitation{digest, moment(until)}
		return nil
	}))
}

// Inviter implements knowledge.Invitations.
func (s *Store) Inviter(ctx context.Context, digest string, at time.Time) (inviter knowledge.Place, err error) {
	err = s.read(ctx, func() error {
		for p, here := range s.places {
			if i := here.invitation; i != nil && i.digest == digest && !i.until.Before(moment(at)) {
				inviter = p
				return nil
			}
		}
		return knowledge.ErrNotFound
	})
	return inviter, err
}

// EndInvitation implements knowledge.Invitations.
func (s *Store) EndInvitation(ctx context.Context, digest string) error {
	return s.write(ctx, func() error {
		for _, here := range s.places {
			if here.invitation != nil && here.invitation.digest == digest {
				here.invitation = nil
			}
		}
		return nil
	})
}
