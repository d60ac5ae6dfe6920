// Package scrub takes personal data out of what people ask, before a question that nobody could answer is kept, and says which
// questions are alike.
//
// It works by form alone: there is no list of first names. What announces itself (an address, a number with a checksum, a name after
// « je m'appelle ») is found; a name dropped in the middle of a sentence is not. When in doubt it removes: a question that lost a word
// can still be read, a telephone number that stayed cannot be taken back.
package scrub
