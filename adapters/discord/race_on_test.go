//go:build race

package discord

// raceDetector says that tests run ten times slower.
const raceDetector = true
