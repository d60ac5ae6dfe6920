// Package check says what is wrong with a base as a whole: what its files, its languages and its entries say of each other, and what
// a platform could not show.
package check
