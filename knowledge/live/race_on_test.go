//go:build race

package live

// slowed says that the race detector makes times mean nothing.
const slowed = true
