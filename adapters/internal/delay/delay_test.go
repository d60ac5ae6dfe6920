package delay

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func TestFor(t *testing.T) {
	for name, c := range map[string]struct {
		within, d, took time.Duration
		want            error
	}{
		"in time":        {time.Hour, time.Minute, time.Minute, nil},
		"ended before":   {time.Second, time.Minute, time.Second, context.DeadlineExceeded},
		"nothing":        {time.Hour, 0, 0, nil},
		"less than that": {time.Hour, -time.Second, 0, nil},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), c.within)
				defer cancel()
				began := time.Now()
				if err := For(ctx, c.d); !errors.Is(err, c.want) || c.want == nil && err != nil {
					t.Errorf("%v, want %v", err, c.want)
				}
				if took := time.Since(began); took != c.took {
					t.Errorf("it took %v, want %v", took, c.took)
				}
			})
		})
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if err := For(ended, time.Hour); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}
