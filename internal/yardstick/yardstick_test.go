package yardstick

import (
	"testing"
	"time"
)

func TestLeast(t *testing.T) {
	const ms = time.Millisecond
	for name, c := range map[string]struct {
		measures, rods []time.Duration // each in its order, the last again and again
		want           time.Duration
		measured       int
	}{
		"quick at once":                {[]time.Duration{40 * ms}, nil, 40 * ms, 1},
		"quick at last":                {[]time.Duration{90 * ms, 80 * ms, 50 * ms}, []time.Duration{usual}, 50 * ms, 3},
		"slow":                         {[]time.Duration{90 * ms, 80 * ms, 70 * ms, 80 * ms, 80 * ms}, []time.Duration{usual}, 70 * ms, 5},
		"slow on a quick machine":      {[]time.Duration{60 * ms}, []time.Duration{usual / 2}, 60 * ms, 5},
		"on a machine of a third":      {[]time.Duration{120 * ms}, []time.Duration{3 * usual}, 40 * ms, 2},
		"slow on a machine of a third": {[]time.Duration{180 * ms}, []time.Duration{3 * usual}, 60 * ms, 5},
		"the quicker rod counts":       {[]time.Duration{120 * ms}, []time.Duration{3 * usual, usual}, 120 * ms, 5},
	} {
		t.Run(name, func(t *testing.T) {
			measured := 0
			next := func(of *[]time.Duration) time.Duration {
				d := (*of)[0]
				if len(*of) > 1 {
					*of = (*of)[1:]
				}
				return d
			}
			got := least(5, 50*ms, func() time.Duration { measured++; return next(&c.measures) }, func() time.Duration { return next(&c.rods) })
			if got != c.want || measured != c.measured {
				t.Errorf("%v after %d measures, want %v after %d", got, measured, c.want, c.measured)
			}
		})
	}
}

func TestOneTryIsTakenAsItIs(t *testing.T) {
	if got := Least(1, 0, func() time.Duration { return time.Second }); got != time.Second {
		t.Error(got)
	}
}

func BenchmarkWork(b *testing.B) {
	for b.Loop() {
		work()
	}
}
