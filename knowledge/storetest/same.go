package storetest

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// same checks that two values are equal, whether empty lists are nil or not.
func same[T any](k *kit, what string, got, want T) {
	k.Helper()
	if !reflect.DeepEqual(lines(got), lines(want)) {
		k.Errorf("%s:%s", what, difference(lines(got), lines(want)))
	}
}

// sameSet is same for lists whose order says nothing.
func sameSet[T any](k *kit, what string, got, want []T) {
	k.Helper()
	g, w := lines(got), lines(want)
	slices.Sort(g)
	slices.Sort(w)
	same(k, what, g, w)
}

// lines are the items of a list as show writes them, or the one value.
func lines(v any) []string {
	all := reflect.ValueOf(v)
	if !all.IsValid() || all.Kind() != reflect.Slice {
		return []string{show(v)}
	}
	var out []string
	for i := range all.Len() {
		out = append(out, show(all.Index(i).Interface()))
	}
	return out
}

// show writes a value with all that it points to; two that are equal are written alike.
func show(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err) // of a type that no store returns
	}
	// Lists that a contract does not tell apart when they are empty.
	return strings.NewReplacer(`"Places":null`, `"Places":[]`, `"Langs":null`, `"Langs":[]`).Replace(strings.TrimSpace(b.String()))
}

// difference shows the lines that only one of two lists has, or both lists when they differ in their order.
func difference(got, want []string) string {
	only := func(a, b []string) []string {
		return slices.DeleteFunc(slices.Clone(a), func(line string) bool { return slices.Contains(b, line) })
	}
	g, w := only(got, want), only(want, got)
	if len(g) == 0 && len(w) == 0 {
		g, w = got, want
	}
	write := func(all []string) string {
		if len(all) == 0 {
			return "nothing else"
		}
		s := []rune(strings.Join(all, "\n      "))
		if len(s) > 3000 {
			return string(s[:3000]) + "…"
		}
		return string(s)
	}
	return "\n got " + write(g) + "\nwant " + write(w)
}
