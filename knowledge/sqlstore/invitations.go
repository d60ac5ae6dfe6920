package sqlstore

import (
	"context"
	"time"

	"nonmerci/knowledge"
)

// Invite implements knowledge.Invitations.
func (s *Store) Invite(ctx context.Context, p knowledge.Place, digest string, at, until time.Time) error {
	return s.note(ctx, func(t *tx) error {
		if _, err := t.exec("DELETE FROM invitations WHERE until_ms < $1 OR digest = $2", millis(at), digest); err != nil {
			return err
		}
		_, err := t.exec(`INSERT INTO invitations (platform, chat, digest, until_ms) VALUES ($1, $2, $3, $4)
			ON CONFLICT (platform, chat) DO UPDATE SET digest = excluded.digest, until_ms = excluded.until_ms`, p.Platform, p.Chat, digest, millis(until))
		return err
	})
}

// Inviter implements knowledge.Invitations.
func (s *Store) Inviter(ctx context.Context, digest string, at time.Time) (p knowledge.Place, err error) {
	err = s.reader(ctx).row("SELECT platform, chat FROM invitations WHERE digest = $1 AND until_ms >= $2", digest, millis(at)).Scan(&p.Platform, &p.Chat)
	return p, s.fail(ctx, err)
}

// EndInvitation implements knowledge.Invitations.
func (s *Store) EndInvitation(ctx context.Context, digest string) error {
	return s.note(ctx, func(t *tx) error {
		_, err := t.exec("DELETE FROM invitations WHERE digest = $1", digest)
		return err
	})
}
