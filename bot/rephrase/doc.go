// Package rephrase has a language model put curated answers into other words, through any server that speaks the chat completions of OpenAI.
//
// The model is never asked what to answer. It is given the lines of an answer, numbered, and gives them back with the same numbers; each line
// that comes back is compared with its own (package guard) as it arrives, and the whole once more at the end. Lines that do not pass are asked for
// again, with what stands against each. What cannot be vouched for is not returned: the curated line stands in its place. A translation in which too
// much would stay in the other language is not returned at all.
//
// Everything that a server can do wrong ends as a Failure: one of a few Classes, with a remedy and without a word of what was sent or received.
// Nobody waits longer than Options.Timeout; a call that takes longer goes on for a while, so that the next one who asks the same finds its words
// ready. Equal questions make one call.
package rephrase
