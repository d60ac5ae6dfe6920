// Package quality measures how well questions are understood, against files of questions with the expected outcome.
package quality
