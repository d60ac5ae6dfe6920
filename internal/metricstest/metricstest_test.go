package metricstest

import (
	"strings"
	"testing"
)

const good = `# HELP a_total What a is.
# TYPE a_total counter
a_total{x="1\"\\\n,}"} 2
a_total{x="2"} 3
# TYPE b histogram
b_bucket{y="z",le="0.1"} 1
b_bucket{y="z",le="+Inf"} 2
b_sum{y="z"} 1.5
b_count{y="z"} 2
# TYPE c summary
c{quantile="0.5"} 1e-05
c_sum 1
c_count 4
# TYPE d gauge
d -1
`

func TestParse(t *testing.T) {
	p, err := Parse(good)
	if err != nil {
		t.Fatal(err)
	}
	if p.Sum("a_total") != 5 || p.Sum("b") != 2 || p.Sum("d") != -1 || p.Sum("none") != 0 {
		t.Error(p.Sum("a_total"), p.Sum("b"), p.Sum("d"))
	}
	if a := p["a_total"]; a.Help != "What a is." || a.Type != "counter" || a.Samples[0].Labels["x"] != "1\"\\\n,}" {
		t.Errorf("%+v", a)
	}
}

func TestParseRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"no end":            "# TYPE d gauge\nd 1",
		"no type":           "d 1\n",
		"no value":          "# TYPE d gauge\nd\n",
		"no number":         "# TYPE d gauge\nd one\n",
		"unknown type":      "# TYPE d thing\nd 1\n",
		"type twice":        "# TYPE d gauge\n# TYPE d gauge\nd 1\n",
		"type again":        "# TYPE d gauge\nd 1\n# TYPE d gauge\nd{a=\"b\"} 1\n",
		"help alone":        "# HELP d What.\n",
		"help twice":        "# HELP d What.\n# HELP d What.\n# TYPE d gauge\nd 1\n",
		"help empty":        "# HELP d\n# TYPE d gauge\nd 1\n",
		"away":              "# TYPE d gauge\nd 1\n# TYPE e gauge\ne 1\nd{a=\"b\"} 1\n",
		"series twice":      "# TYPE d gauge\nd 1\nd 1\n",
		"label twice":       "# TYPE d gauge\nd{a=\"b\",a=\"b\"} 1\n",
		"label open":        "# TYPE d gauge\nd{a=\"b} 1\n",
		"label unescaped":   "# TYPE d gauge\nd{a=\"b\\c\"} 1\n",
		"bucket of a gauge": "# TYPE d gauge\nd_bucket{le=\"1\"} 1\n",
		"bucket falls":      "# TYPE d histogram\nd_bucket{le=\"1\"} 3\nd_bucket{le=\"2\"} 1\n",
		"empty line":        "# TYPE d gauge\n\nd 1\n",
	} {
		t.Run(name, func(t *testing.T) {
			if p, err := Parse(text); err == nil {
				t.Errorf("read %v", p)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add(good)
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Parse(text)
		if err != nil {
			return
		}
		for name, family := range p {
			for _, s := range family.Samples {
				if !strings.HasPrefix(s.Name, name) {
					t.Errorf("%s in %s", s.Name, name)
				}
			}
		}
	})
}
