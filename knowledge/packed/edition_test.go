package packed

import (
	"strings"
	"testing"
	"time"
)

func TestEditionsGrow(t *testing.T) {
	day := time.Date(2026, 11, 28, 23, 59, 0, 0, time.FixedZone("", -3600)) // in UTC it is the 29th
	one := Edition{}.Next([]byte("un"), day)
	if one.Number != 2026112901 || !one.Is([]byte("un")) || one.Is([]byte("deux")) {
		t.Errorf("%+v", one)
	}
	if again := one.Next([]byte("un"), day.AddDate(0, 0, 9)); again != one {
		t.Errorf("the same bytes: %+v", again)
	}
	last := one
	for n, when := range []time.Time{day, day.AddDate(0, 0, 1), day.AddDate(0, 0, -9)} { // a clock that goes wrong too
		next := last.Next([]byte(strings.Repeat("x", n)), when)
		if next.Number <= last.Number {
			t.Errorf("%d after %d", next.Number, last.Number)
		}
		last = next
	}
	if got, err := ParseEdition(last.String()); got != last || err != nil {
		t.Errorf("%+v %v", got, err)
	}
}

func TestEditionsThatAreNone(t *testing.T) {
	good := Edition{7, sum(nil)}.String()
	for _, s := range []string{
		"", "7", "7 abc", "-" + good, "0" + good, good + good, " " + good, "<<<<<<< HEAD\n" + good, strings.TrimSuffix(good, "\n"), strings.Replace(good, "7", "x", 1),
	} {
		if e, err := ParseEdition(s); err == nil {
			t.Errorf("%q: %+v", s, e)
		} else if err != nil && !strings.Contains(err.Error(), "go generate") {
			t.Errorf("%q: %v", s, err)
		}
	}
}
