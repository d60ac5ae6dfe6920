//go:build race

package load

// underRace says that the race detector slows everything down.
const underRace = true
