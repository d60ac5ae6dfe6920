// Package delay waits without outliving whoever waits.
package delay

import (
	"context"
	"time"
)

// For waits for d, at most until ctx is done. It returns ctx's error, which is nil unless ctx is done by then. It is safe for concurrent use.
func For(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
	return ctx.Err()
}
