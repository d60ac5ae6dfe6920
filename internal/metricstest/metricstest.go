// Package metricstest reads the text format of Prometheus, version 0.0.4, as strictly as the format is described, for tests.
package metricstest

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/VictoriaMetrics/metrics"
)

// A Family is all that a page says under one name. A histogram's or a summary's samples are in it too, under their longer names.
type Family struct {
	Name, Type, Help string
	Samples          []Sample
}

// A Sample is one value.
type Sample struct {
	Name   string
	Labels map[string]string
	Value  float64
}

// Page is the families of a page, by name.
type Page map[string]*Family

// Sum adds up a family over its labels; of a histogram, the counts. It is 0 of a family that is not there.
func (p Page) Sum(name string) (sum float64) {
	f := p[name]
	if f == nil {
		return 0
	}
	for _, s := range f.Samples {
		if s.Name == name || s.Name == name+"_count" {
			sum += s.Value
		}
	}
	return sum
}

var helpless = regexp.MustCompile(`(?m)^# HELP [^ \n]+\n`)

// Read is what a set shows, without the lines for help that the library leaves empty. The types are shown from then on, everywhere.
func Read(set *metrics.Set) (Page, error) {
	metrics.ExposeMetadata(true)
	var b bytes.Buffer
	set.WritePrometheus(&b)
	return Parse(helpless.ReplaceAllString(b.String(), ""))
}

// Parse reads a page. An error names the first line that is against the format, or that a scraper would not know what to do with: a sample
// without a type or away from its family, a type or help twice, a series twice, a bucket that no one before it fits in.
func Parse(text string) (Page, error) {
	r := reader{page: Page{}, seen: map[string]bool{}}
	if text != "" && !strings.HasSuffix(text, "\n") {
		return nil, fmt.Errorf("the last line has no end")
	}
	for line := range strings.Lines(text) {
		if err := r.line(strings.TrimSuffix(line, "\n")); err != nil {
			return nil, fmt.Errorf("%w: %s", err, line)
		}
	}
	for _, f := range r.page {
		if f.Type == "" || len(f.Samples) == 0 {
			return nil, fmt.Errorf("%s has no type or no sample", f.Name)
		}
	}
	return r.page, nil
}

// types are those of the format.
var types = []string{"counter", "gauge", "histogram", "summary", "untyped"}

// reader reads line after line; last is the family that they are about.
type reader struct {
	page Page
	last *Family
	seen map[string]bool
}

func (r *reader) line(line string) error {
	switch what, rest, _ := strings.Cut(strings.TrimPrefix(line, "# "), " "); {
	case strings.HasPrefix(line, "# HELP "):
		name, help, _ := strings.Cut(rest, " ")
		if r.page[name] != nil || help == "" {
			return fmt.Errorf("help without a text, or that comes twice or late")
		}
		r.family(name).Help = help
	case strings.HasPrefix(line, "# TYPE "):
		name, kind, _ := strings.Cut(rest, " ")
		if !slices.Contains(types, kind) || r.page[name] != nil && (r.last != r.page[name] || r.last.Type != "" || len(r.last.Samples) > 0) {
			return fmt.Errorf("no type, or one that comes twice or late")
		}
		r.family(name).Type = kind
	case line == "" || strings.HasPrefix(line, "#"):
		return fmt.Errorf("not of our pages: %q", what)
	default:
		return r.sample(line)
	}
	return nil
}

// family is the one of a name, which is what the next lines are about.
func (r *reader) family(name string) *Family {
	if r.page[name] == nil {
		r.page[name] = &Family{Name: name}
	}
	r.last = r.page[name]
	return r.last
}
