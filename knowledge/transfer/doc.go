// Package transfer moves bases in and out of the program: as a tree of Markdown files, as JSON, as CSV.
//
// What is exported and imported again is the same base, in each of the three. An import is a plan first: what it would add, change
// or refuse, and the base that would result.
package transfer
