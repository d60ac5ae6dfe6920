//go:build race

package discordrest

// raceDetector says that tests run ten times slower.
const raceDetector = true
