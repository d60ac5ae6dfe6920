package knowledge

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"nonmerci/knowledge/taxonomy"
)

// CompareIDs orders entries as files hold them: by subject, then in the order of the taxonomy, « how to refuse » first.
func CompareIDs(a, b ID) int {
	if c := cmp.Compare(a.Subject(), b.Subject()); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
}

// rank is the place of an intent among those of its subject; unknown ones come last.
func rank(id ID) int {
	order := taxonomy.Intents
	if id.Subject() == taxonomy.Rights {
		order = taxonomy.General
	}
	if i := slices.Index(order, id.Intent()); i >= 0 {
		return i
	}
	return len(order)
}

// CompareSourceIDs orders sources as files hold them: pages that were read (S1, S2… S10), then what is recalled (M1…).
func CompareSourceIDs(a, b string) int {
	pa, na := numbered(a)
	pb, nb := numbered(b)
	return cmp.Or(cmp.Compare(letterRank(pa), letterRank(pb)), cmp.Compare(pa, pb), cmp.Compare(na, nb), cmp.Compare(a, b))
}

func letterRank(prefix string) int {
	if i := slices.Index([]string{"S", "M"}, prefix); i >= 0 {
		return i
	}
	return 2
}

// numbered cuts an id before its digits.
func numbered(id string) (prefix string, n int) {
	prefix = strings.TrimRight(id, "0123456789")
	n, _ = strconv.Atoi(id[len(prefix):])
	return prefix, n
}
