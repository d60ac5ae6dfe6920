package seal

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func TestSeal(t *testing.T) {
	s := New("123:token", "test")
	data := s.Seal("c.fr.i.linkedin.opt-out", 42)
	if got, err := s.Open(data, 42); got != "c.fr.i.linkedin.opt-out" || err != nil {
		t.Errorf("%q %v", got, err)
	}
	if got, err := s.Open(data, 43); got == "" || !errors.Is(err, ErrOwner) {
		t.Errorf("for another: %q %v", got, err)
	}
	if got, err := s.Open(s.Seal("x", 0), 43); got != "x" || err != nil {
		t.Errorf("for everybody: %q %v", got, err)
	}
	for _, other := range []Sealer{New("123:token", "another"), New("124:token", "test")} {
		if _, err := other.Open(data, 42); !errors.Is(err, ErrSeal) {
			t.Errorf("another key: %v", err)
		}
	}
}

func TestSealFits(t *testing.T) {
	s := New("123:token", "test")
	payload := strings.Repeat("p", 42)
	if n := len(s.Seal(payload, 1<<52)); n > 64 {
		t.Errorf("%d bytes with an id of Telegram", n)
	}
	if n := len(s.Seal(payload, math.MaxUint64)); n > 100 {
		t.Errorf("%d bytes with an id of Discord", n)
	}
}

// FuzzOpen: nothing but what was sealed opens.
func FuzzOpen(f *testing.F) {
	s := New("123:token", "test")
	f.Add(s.Seal("a", 1)[1:])
	f.Add("")
	f.Add("||")
	f.Fuzz(func(t *testing.T, data string) {
		got, err := s.Open(data, 7)
		if err == nil && s.Seal(got, 7) != data && s.Seal(got, 0) != data {
			t.Errorf("%q opened as %q", data, got)
		}
	})
}
