// Package modeltest is a server with the chat completions of OpenAI, for tests: a real HTTP server, in memory or on a socket, that refuses what the
// real ones refuse and, when it is told to, does everything that a server can do wrong.
//
// It behaves as one of a few kinds of server (Kind): which fields of a request it accepts, what its refusals look like, whether it wants a key.
// What it answers is a Reply: Faithful ones write what a model would, the others are in faults.go. Every request is recorded.
package modeltest
