package load

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// samples are what /metrics says: a value by name and labels, as they are written.
type samples map[string]float64

func (c *child) metrics() samples {
	_, text := c.get("/metrics")
	out := samples{}
	for line := range strings.Lines(text) {
		name, value, ok := cutLast(strings.TrimSpace(line), " ")
		if v, err := strconv.ParseFloat(value, 64); ok && err == nil && !strings.HasPrefix(line, "#") {
			out[name] = v
		}
	}
	return out
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func (s samples) goroutines() int { return int(s["go_goroutines"]) }

// mean is the mean of a histogram of a platform between two times; NaN when nothing was counted.
func mean(name, platform string, before, after samples) float64 {
	sum, count := name+`_sum{platform="`+platform+`"}`, name+`_count{platform="`+platform+`"}`
	return (after[sum] - before[sum]) / (after[count] - before[count])
}

// quantile estimates a quantile of a histogram of a platform between two times, as Prometheus does; NaN when nothing was counted.
func quantile(q float64, name, platform string, before, after samples) float64 {
	type bucket struct{ le, count float64 }
	var all []bucket
	for key, v := range after {
		if !strings.HasPrefix(key, name+"_bucket{") || !strings.Contains(key, `platform="`+platform+`"`) {
			continue
		}
		_, rest, _ := strings.Cut(key, `le="`)
		bound, _, _ := strings.Cut(rest, `"`)
		if le, err := strconv.ParseFloat(bound, 64); err == nil {
			all = append(all, bucket{le, v - before[key]})
		}
	}
	slices.SortFunc(all, func(a, b bucket) int { return int(math.Copysign(1, a.le-b.le)) })
	if len(all) == 0 || all[len(all)-1].count == 0 {
		return math.NaN()
	}
	rank, low := q*all[len(all)-1].count, bucket{}
	for _, b := range all {
		switch {
		case b.count >= rank && math.IsInf(b.le, 1):
			return low.le
		case b.count >= rank:
			return low.le + (b.le-low.le)*(rank-low.count)/(b.count-low.count)
		}
		low = b
	}
	return low.le
}
