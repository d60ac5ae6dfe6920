package sqlstore

import (
	"context"

	"nonmerci/knowledge"
)

// Edition implements knowledge.Revisions.
func (s *Store) Edition(ctx context.Context) (int64, error) {
	n, err := s.reader(ctx).edition()
	return n, s.fail(ctx, err)
}

func (t *tx) edition() (int64, error) { return t.marked(markEdition) }

// Seed implements knowledge.Revisions.
func (s *Store) Seed(ctx context.Context, edition int64, all []knowledge.Save) error {
	return s.change(ctx, func(t *tx) error {
		noted, err := t.edition()
		switch {
		case err != nil:
			return err
		case edition != 0 && edition < noted:
			return knowledge.ErrOld
		case edition != 0 && edition > noted:
			if err := t.mark(markEdition, edition); err != nil {
				return err
			}
		}
		_, err = t.saveAll(all)
		return err
	})
}
