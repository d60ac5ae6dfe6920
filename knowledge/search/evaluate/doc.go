// Package evaluate measures how well an engine answers a labelled set of questions.
package evaluate
