package packed

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"
)

// An Edition says which of two packed bases is the later one.
type Edition struct {
	Number int64  // the day of its making and a number within it, 2026112801; greater for each later base
	Sum    string // of the packed bytes that have the number
}

// String is an Edition as its file has it: « 2026112801 » and the sum, on one line.
func (e Edition) String() string { return fmt.Sprintf("%d %s\n", e.Number, e.Sum) }

// ParseEdition reads what String wrote.
func ParseEdition(s string) (e Edition, err error) {
	if _, err := fmt.Sscanf(s, "%d %64s\n", &e.Number, &e.Sum); err != nil || e.Number <= 0 || e.String() != s {
		return Edition{}, fmt.Errorf("%.80q is no edition of the base: take the greater of two numbers when two changes met, and run go generate ./knowledge/base", s)
	}
	return e, nil
}

// Is says whether the edition is that of packed bytes.
func (e Edition) Is(data []byte) bool { return e.Sum == sum(data) }

// Next is the edition of packed bytes: e when they are e's, and otherwise a later one, of the day in UTC unless e is of a later day.
func (e Edition) Next(data []byte, now time.Time) Edition {
	if e.Is(data) {
		return e
	}
	year, month, day := now.UTC().Date()
	first := int64(((year*100+int(month))*100+day)*100 + 1)
	return Edition{max(e.Number+1, first), sum(data)}
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
