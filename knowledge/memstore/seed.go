package memstore

import (
	"context"

	"nonmerci/knowledge"
)

// Edition implements knowledge.Revisions.
func (s *Store) Edition(ctx context.Context) (n int64, err error) {
	err = s.read(ctx, func() error { n = s.edition; return nil })
	return n, err
}

// Seed implements knowledge.Revisions.
func (s *Store) Seed(ctx context.Context, edition int64, all []knowledge.Save) error {
	return s.write(ctx, func() error {
		if edition != 0 && edition < s.edition {
			return knowledge.ErrOld
		}
		if _, err := s.saveAll(all); err != nil {
			return err
		}
		s.edition = max(s.edition, edition)
		return nil
	})
}
