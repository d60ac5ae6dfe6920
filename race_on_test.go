//go:build race

package main

// slower is how many times the race detector slows the program down, at most.
const slower = 20
