package base_test

import (
	"testing"

	"nonmerci/knowledge/files"
)

// leastEntries is how many entries a language has at least.
const leastEntries = 350

func TestBaseIsLargeEnough(t *testing.T) {
	n := map[string]int{}
	for _, e := range read().Entries {
		for lang := range e.Text {
			n[lang]++
		}
	}
	for _, lang := range files.Languages {
		if n[lang] < leastEntries {
			t.Errorf("%d entries in %s, %d at least", n[lang], lang, leastEntries)
		}
	}
}
