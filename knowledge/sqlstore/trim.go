package sqlstore

import "context"

// Trim gives back the memory that a SQLite database holds pages in, which a start fills; they are read again when they are needed. For
// another database it does nothing. The error is ctx's, or of a database that does not answer; nothing is lost by it.
func (s *Store) Trim(ctx context.Context) error {
	if s.address.path == "" || s.address.memory {
		return nil
	}
	s.r.SetMaxIdleConns(0) // closes those that rest
	s.r.SetMaxIdleConns(s.readers)
	_, err := s.w.ExecContext(ctx, "PRAGMA shrink_memory")
	return s.fail(ctx, err)
}
