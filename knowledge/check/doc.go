// Package check says what is wrong with a base as a whole: what no single entry shows, and what a platform would refuse.
package check
