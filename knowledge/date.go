package knowledge

import (
	"fmt"
	"time"
)

// A Date is a day without an hour. The zero Date is no date.
type Date struct{ t time.Time }

const dateLayout = "2006-01-02"

// ParseDate reads YYYY-MM-DD; "" is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	t, err := time.Parse(dateLayout, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a day written YYYY-MM-DD", s)
	}
	return Date{t}, nil
}

// IsZero says that there is no date.
func (d Date) IsZero() bool { return d.t.IsZero() }

// Time is the beginning of the day, UTC.
func (d Date) Time() time.Time { return d.t }

// String is YYYY-MM-DD, or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.t.Format(dateLayout)
}

// MarshalText implements encoding.TextMarshaler.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Date) UnmarshalText(b []byte) error {
	p, err := ParseDate(string(b))
	*d = p
	return err
}

// A PartialDate is YYYY, YYYY-MM or YYYY-MM-DD: what is known of the date of a page.
type PartialDate string

// Valid says whether d has one of the three forms and exists, or is empty.
func (d PartialDate) Valid() bool {
	for _, layout := range []string{"2006", "2006-01", dateLayout} {
		if _, err := time.Parse(layout, string(d)); err == nil {
			return true
		}
	}
	return d == ""
}

// MarshalBinary implements encoding.BinaryMarshaler, for gob.
func (d Date) MarshalBinary() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (d *Date) UnmarshalBinary(b []byte) error { return d.UnmarshalText(b) }

// DayOf is the day of a time, in its own zone.
func DayOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{time.Date(y, m, d, 0, 0, 0, 0, time.UTC)}
}

// Before says whether d comes before another day.
func (d Date) Before(other Date) bool { return d.t.Before(other.t) }
