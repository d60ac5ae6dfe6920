//go:build !race

package discordrest

const raceDetector = false
