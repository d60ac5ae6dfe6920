package measures

import (
	"maps"
	"slices"
	"strings"
)

// Series is the name of a metric with its labels, as Prometheus writes them: the platform, and pairs of a label's name and its value. The labels
// are sorted, so that the same ones always make the same name. A value may hold anything; what is not UTF-8 in it becomes « � ».
func (s *Set) Series(name string, pairs ...string) string {
	labels := map[string]string{"platform": s.platform}
	for p := range slices.Chunk(pairs, 2) {
		labels[p[0]] = p[1]
	}
	var b strings.Builder
	b.WriteString(name)
	before := byte('{')
	for _, label := range slices.Sorted(maps.Keys(labels)) {
		b.WriteByte(before)
		b.WriteString(label + `="` + escaped.Replace(strings.ToValidUTF8(labels[label], "\ufffd")) + `"`)
		before = ','
	}
	b.WriteByte('}')
	return b.String()
}

// escaped is how the value of a label is written.
var escaped = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)
