// Package load measures the program as people and platforms meet it: built, run as a process of its own, and driven over sockets by
// servers that behave as Discord and Telegram do. What it finds is a table of figures, each with its limit.
//
// A stage is both servers and everything the program needs to be pointed at them; its taps note on the wire when a question is
// delivered and when its answer arrives. A seat is a place where one person asks. A scenario sets a stage, starts the program, lets
// people ask, and reports figures.
package load
