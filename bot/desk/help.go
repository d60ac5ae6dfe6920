package desk

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/text"
)

func notFound(err error) bool { return errors.Is(err, knowledge.ErrNotFound) }

func sortedKeys[K ~string, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

func joinLines(all []string) string { return strings.Join(all, "\n") }

// alike says whether two texts have the same words.
func alike(a, b string) bool {
	return slices.Equal(text.Words(text.Fold(a)), text.Words(text.Fold(b)))
}

// fieldOrder are the keys of what was typed, in the order of forms.
func fieldOrder(typed map[string]string) []string {
	order := []string{"id", "title", "phrases", "short", "steps", "any", "web", "ios", "android", "links", "changes", "keeps", "notes"}
	keys := sortedKeys(typed)
	slices.SortStableFunc(keys, func(a, b string) int { return rank(order, a) - rank(order, b) })
	return keys
}

// rank is the place of a text in a list, after all others when it is not there.
func rank(list []string, s string) int {
	if i := slices.Index(list, s); i >= 0 {
		return i
	}
	return len(list)
}
