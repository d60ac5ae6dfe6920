package sqlstore

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"nonmerci/knowledge"
)

// batch is how many counters one statement takes. SQLite reads a statement anew each time, and no faster when it is longer.
const batch = 50

// Add implements knowledge.Counters.
func (s *Store) Add(ctx context.Context, counts []knowledge.Count) error {
	sums := map[knowledge.Count]int{} // a statement may touch a row once
	for _, c := range counts {
		n := c.N
		c.N = 0
		sums[c] += n
	}
	if len(sums) == 0 {
		return ctx.Err()
	}
	keys := slices.SortedFunc(maps.Keys(sums), compareCounts) // in one order for all: those who add at the same time wait for each other, once
	for {
		err := s.note(ctx, func(t *tx) error { return t.add(keys, sums, s.d.parameter) })
		if !errors.Is(err, knowledge.ErrNotFound) { // else a community was erased since it was looked for
			return err
		}
	}
}

func compareCounts(a, b knowledge.Count) int {
	return cmp.Or(cmp.Compare(a.Community, b.Community), a.Day.Time().Compare(b.Day.Time()),
		cmp.Compare(a.Name, b.Name), cmp.Compare(a.Entry, b.Entry), cmp.Compare(a.Revision, b.Revision))
}

func (t *tx) add(keys []knowledge.Count, sums map[knowledge.Count]int, parameter func(n int) string) error {
	known := map[knowledge.CommunityID]bool{}
	for _, k := range keys {
		if _, asked := known[k.Community]; !asked {
			err := absent(t.exists(k.Community))
			if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
				return err
			}
			known[k.Community] = err == nil
		}
	}
	keys = slices.DeleteFunc(slices.Clone(keys), func(k knowledge.Count) bool { return !known[k.Community] })
	for part := range slices.Chunk(keys, batch) {
		var values strings.Builder
		var args []any
		for _, k := range part {
			for i, v := range []any{k.Community, k.Day.String(), k.Name, k.Entry, k.Revision, sums[k]} {
				args = append(args, v)
				values.WriteString([]string{", (", ", ", ", ", ", ", ", ", ", "}[i] + parameter(len(args)))
			}
			values.WriteString(")")
		}
		if _, err := t.exec("INSERT INTO counts (community, day, name, entry, revision, total) VALUES "+values.String()[2:]+
			" ON CONFLICT (community, day, name, entry, revision) DO UPDATE SET total = counts.total + excluded.total", args...); err != nil {
			return err
		}
	}
	return nil
}

// Counts implements knowledge.Counters.
func (s *Store) Counts(ctx context.Context, c knowledge.CommunityID, from knowledge.Date) ([]knowledge.Count, error) {
	out, err := list(s.reader(ctx), func(row scanner) (knowledge.Count, error) {
		n := knowledge.Count{Community: c}
		err := row.Scan(&n.Name, &n.Entry, &n.Revision, &n.N)
		return n, err
	}, `SELECT name, entry, revision, CAST(sum(total) AS BIGINT) FROM counts WHERE community = $1 AND day >= $2
		GROUP BY name, entry, revision ORDER BY name, entry, revision`, c, from.String())
	return out, s.fail(ctx, err)
}

// DropCounts implements knowledge.Counters.
func (s *Store) DropCounts(ctx context.Context, before knowledge.Date) (n int, err error) {
	err = s.note(ctx, func(t *tx) error {
		n, err = t.exec("DELETE FROM counts WHERE day < $1", before.String())
		return err
	})
	return n, err
}
