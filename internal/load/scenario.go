package load

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Options say what to measure and how.
type Options struct {
	Program   string                           // the program, built
	Questions []string                         // what people ask
	Length    time.Duration                    // of each scenario that takes a time; zero means its own
	Burst     int                              // questions at once; zero means 10,000
	Flood     int                              // questions of the chat that floods; zero means 2,000
	Crowd     int                              // communities in the store, at least those that are asked in; zero means 10,000
	Progress  func(format string, args ...any) // is told what happens; nil hears nothing
}

// A scenario is a way to use the program.
type scenario struct {
	name string
	full time.Duration // how long it takes, where it takes a time
	run  func(context.Context, bench) error
}

func scenarios() []scenario {
	return []scenario{
		{"latency", time.Minute, latency},
		{"communities", time.Minute, communities},
		{"ceiling", 5 * time.Minute, ceiling},
		{"alone", time.Minute, alone},
		{"floor", 30 * time.Second, floor},
		{"burst", 0, burst},
		{"fairness", 30 * time.Second, fairness},
		{"soak", 10 * time.Minute, soak},
		{"rest", time.Minute, rest},
		{"trouble", 0, trouble},
	}
}

// Names are the scenarios that Run knows, in their order.
func Names() []string {
	var out []string
	for _, s := range scenarios() {
		out = append(out, s.name)
	}
	return out
}

// bench is what a scenario gets.
type bench struct {
	Options
	*report
	questions *deck
}

// Run runs scenarios by name, all of them when none is named, one after another, and returns what they measured. An error says that
// something could not be measured; figures that are not within their limits are no error. What was measured before an error comes
// with it.
func Run(ctx context.Context, o Options, names ...string) ([]Figure, error) {
	for _, n := range names {
		if !slices.Contains(Names(), n) {
			return nil, fmt.Errorf("there is no scenario %q; there are %s", n, strings.Join(Names(), ", "))
		}
	}
	if len(o.Questions) == 0 {
		return nil, errors.New("there is nothing to ask")
	}
	if o.Progress == nil {
		o.Progress = func(string, ...any) {}
	}
	orElse(&o.Burst, 10_000)
	orElse(&o.Flood, 2000)
	orElse(&o.Crowd, 10_000)
	var all []Figure
	for _, s := range scenarios() {
		if len(names) > 0 && !slices.Contains(names, s.name) {
			continue
		}
		b := bench{o, &report{scenario: s.name}, &deck{all: o.Questions}}
		orElse(&b.Length, s.full)
		b.Progress("%s", s.name)
		err := s.run(ctx, b)
		all = append(all, b.figures...)
		if err = errors.Join(err, ctx.Err()); err != nil {
			return all, fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return all, nil
}

func orElse[T comparable](v *T, other T) {
	var zero T
	if *v == zero {
		*v = other
	}
}
