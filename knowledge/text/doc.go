// Package text turns what people type into comparable words.
package text
