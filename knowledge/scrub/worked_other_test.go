//go:build !unix

package scrub_test

import "time"

var began = time.Now()

// worked is how long this program has run.
func worked() time.Duration { return time.Since(began) }
