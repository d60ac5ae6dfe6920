package sqlstore

import (
	"errors"

	"nonmerci/knowledge"
)

// The marks.
const (
	markEdition = "edition" // of the shared base that was seeded last
	markBackup  = "backup"  // when the database was last copied, in milliseconds since 1970
)

// marked returns a mark, 0 when there is none.
func (t *tx) marked(name string) (n int64, err error) {
	err = absent(t.row("SELECT number FROM marks WHERE name = $1", name).Scan(&n))
	if errors.Is(err, knowledge.ErrNotFound) {
		return 0, nil
	}
	return n, err
}

func (t *tx) mark(name string, n int64) error {
	_, err := t.exec("INSERT INTO marks (name, number) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET number = excluded.number", name, n)
	return err
}
