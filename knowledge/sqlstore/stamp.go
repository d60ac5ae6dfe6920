package sqlstore

import (
	"fmt"
	"os"
	"time"
)

// coarse is more than the clock of any file system may stand still: what was written twice within it may bear one time.
const coarse = 2 * time.Second

// Stamp is another text after anything was written to a SQLite file, by whatever program: the sizes and times of the file and of its log, to
// which each transaction is written first. It is "" while they are so fresh that a further write might not show, and for every other
// database. It makes no query.
func (s *Store) Stamp() string {
	if s.address.path == "" || s.address.memory {
		return ""
	}
	stamp := ""
	for _, path := range []string{s.address.path, s.address.path + "-wal"} {
		info, err := os.Stat(path)
		if err != nil || time.Since(info.ModTime()) < coarse {
			return ""
		}
		stamp += fmt.Sprint(info.Size(), info.ModTime().UnixNano(), " ")
	}
	return stamp
}
