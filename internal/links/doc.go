// Package links checks the addresses of a knowledge base: whether a page still answers, where it leads to by now, and whether its
// visible text has changed since the last time.
//
// It is a guest on every site. It identifies itself, follows robots.txt, asks a host one thing at a time with a pause between, asks at
// most four hosts at once, waits as long as Retry-After says, asks again once at most, and never connects to a private network. It
// reads no page for its content and keeps none: what it remembers of a text is a fingerprint.
//
// Collect lists the addresses, Due chooses those to ask, Run asks them and keeps a State, and a Report sorts what the state says by
// what is wrong. A command line runs it; nothing that answers people in a chat may.
package links
