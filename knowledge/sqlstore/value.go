package sqlstore

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"time"
)

// millis is how a time is kept.
func millis(t time.Time) int64 { return t.UnixMilli() }

// kept is a time as it will be read again: in UTC, to the millisecond.
func kept(t time.Time) time.Time { return time.UnixMilli(t.UnixMilli()).UTC() }

// at scans what millis made, and the zero time from NULL.
type at struct{ t *time.Time }

func (a at) Scan(v any) error {
	var n sql.NullInt64
	if err := n.Scan(v); err != nil {
		return err
	}
	*a.t = time.Time{}
	if n.Valid {
		*a.t = time.UnixMilli(n.Int64).UTC()
	}
	return nil
}

// in scans JSON into a value.
type in struct{ v any }

func (i in) Scan(v any) error {
	switch v := v.(type) {
	case string:
		return json.Unmarshal([]byte(v), i.v)
	case []byte:
		return json.Unmarshal(v, i.v)
	}
	return fmt.Errorf("%T instead of JSON", v)
}

// asJSON is what in reads.
func asJSON(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}
