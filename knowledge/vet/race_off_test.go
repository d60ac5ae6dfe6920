//go:build !race

package vet_test

const raceDetector = false
