package packed

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func TestPressedComesBack(t *testing.T) {
	for _, s := range []string{"", "a", strings.Repeat("la même ligne\n", 1000)} {
		got, err := Expand(Press([]byte(s)))
		if err != nil || string(got) != s {
			t.Errorf("%.20q becomes %.20q, error %v", s, got, err)
		}
	}
	if long := strings.Repeat("la même ligne\n", 1000); len(Press([]byte(long))) > len(long)/10 {
		t.Error("what repeats itself stays large")
	}
}

func TestExpandOfDamagedBytes(t *testing.T) {
	good := Press(bytes.Repeat([]byte("0123456789 abcdef"), 50))
	for n := range good {
		if _, err := Expand(good[:n]); !errors.Is(err, ErrFormat) {
			t.Fatalf("the first %d of %d bytes: %v", n, len(good), err)
		}
	}
}
