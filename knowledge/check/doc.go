// Package check says what is wrong with a base as a whole, which no entry could tell by itself.
package check
