package metricstest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var (
	sampleForm = regexp.MustCompile(`^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$`)
	labelForm  = regexp.MustCompile(`^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:, ?|$)`)
	unescaped  = strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\n`, "\n")
)

// sample reads a value, and puts it into the family that the lines are about.
func (r *reader) sample(line string) error {
	m := sampleForm.FindStringSubmatch(line)
	if m == nil {
		return fmt.Errorf("not a sample")
	}
	s := Sample{Name: m[1], Labels: map[string]string{}}
	for rest := m[2]; rest != ""; {
		l := labelForm.FindStringSubmatch(rest)
		if l == nil {
			return fmt.Errorf("not a label")
		}
		if _, twice := s.Labels[l[1]]; twice {
			return fmt.Errorf("a label twice")
		}
		s.Labels[l[1]], rest = unescaped.Replace(l[2]), rest[len(l[0]):]
	}
	var err error
	if s.Value, err = strconv.ParseFloat(m[3], 64); err != nil {
		return err
	}
	if r.last == nil || r.last.Type == "" || !r.last.has(s) {
		return fmt.Errorf("away from its family")
	}
	if series := line[:len(line)-len(m[3])]; r.seen[series] {
		return fmt.Errorf("a series twice")
	} else if r.seen[series] = true; r.last.falls(s) {
		return fmt.Errorf("fewer in a bucket than in a smaller one")
	}
	r.last.Samples = append(r.last.Samples, s)
	return nil
}

// has says whether a sample is one of a family.
func (f *Family) has(s Sample) bool {
	part, longer := strings.CutPrefix(s.Name, f.Name)
	_, bound := s.Labels["le"]
	_, quantile := s.Labels["quantile"]
	switch {
	case !longer:
		return false
	case f.Type == "histogram":
		return part == "_bucket" && bound || part == "_sum" || part == "_count"
	case f.Type == "summary":
		return part == "" && quantile || part == "_sum" || part == "_count"
	}
	return part == ""
}

// falls says whether a sample is a bucket that holds fewer than the one before it: each holds those of the smaller ones too.
func (f *Family) falls(s Sample) bool {
	if len(f.Samples) == 0 || !strings.HasSuffix(s.Name, "_bucket") {
		return false
	}
	before := f.Samples[len(f.Samples)-1]
	return before.Name == s.Name && bound(s) > bound(before) && s.Value < before.Value
}

// bound is the upper one of a bucket.
func bound(s Sample) float64 {
	le, err := strconv.ParseFloat(s.Labels["le"], 64)
	if err != nil {
		return 0
	}
	return le
}
