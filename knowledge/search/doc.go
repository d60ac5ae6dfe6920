// Package search finds the entries of a base by the words of a question.
package search
