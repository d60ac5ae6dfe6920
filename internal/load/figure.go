package load

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// A Figure is one thing that was measured.
type Figure struct {
	Scenario string  `json:"scenario"`
	Name     string  `json:"name"`
	Limit    string  `json:"limit,omitempty"` // "" is none: the figure is only told
	Measured string  `json:"measured"`
	Value    float64 `json:"value"` // as a number, in the unit of Measured
	OK       bool    `json:"ok"`
	// Speed says that the figure depends on the machine, and on what else it does meanwhile.
	Speed bool     `json:"speed,omitempty"`
	Notes []string `json:"notes,omitempty"` // what the program said
}

// Missed are the figures that are not within their limits.
func Missed(all []Figure) []Figure {
	var out []Figure
	for _, f := range all {
		if !f.OK {
			out = append(out, f)
		}
	}
	return out
}

// Print writes figures as a table, with what the program said after it.
func Print(out io.Writer, all []Figure) {
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "scenario\tfigure\tlimit\tmeasured\t")
	for _, f := range all {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", f.Scenario, f.Name, f.Limit, f.Measured, f.verdict())
	}
	t.Flush()
	for _, f := range all {
		if len(f.Notes) > 0 {
			fmt.Fprintf(out, "\n%s: %s\n    %s\n", f.Scenario, f.Name, strings.Join(f.Notes, "\n    "))
		}
	}
}

func (f Figure) verdict() string {
	switch {
	case f.Limit == "":
		return ""
	case f.OK:
		return "ok"
	}
	return "NOT"
}

// A report collects the figures of one scenario.
type report struct {
	scenario string
	figures  []Figure
}

// The units that figures are told in.
const (
	ms      = "ms"
	percent = "%"
	mb      = "MB"
	each    = "/s"
	seconds = "s"
	times   = "×"
	none    = ""
)

func write(v float64, unit string) string {
	switch unit {
	case none:
		return fmt.Sprintf("%.0f", v)
	case ms, percent, times:
		return fmt.Sprintf("%.2f %s", v, unit)
	}
	return fmt.Sprintf("%.1f %s", v, unit)
}

func (r *report) add(f Figure) {
	f.Scenario = r.scenario
	r.figures = append(r.figures, f)
}

// atMost is for figures that depend on the machine.
func (r *report) atMost(name string, v, limit float64, unit string) {
	r.add(Figure{Name: name, Limit: "≤ " + write(limit, unit), Measured: write(v, unit), Value: v, OK: v <= limit, Speed: true})
}

// atLeast is for how much comes in a second, which depends on the machine.
func (r *report) atLeast(name string, v, limit float64) {
	r.add(Figure{Name: name, Limit: "≥ " + write(limit, each), Measured: write(v, each), Value: v, OK: v >= limit, Speed: true})
}

// zero is for what must not happen, on any machine.
func (r *report) zero(name string, n int, notes ...string) {
	r.add(Figure{Name: name, Limit: "0", Measured: fmt.Sprint(n), Value: float64(n), OK: n == 0, Notes: notes})
}

// tell is for what has no limit.
func (r *report) tell(name string, v float64, unit string) {
	r.add(Figure{Name: name, Measured: write(v, unit), Value: v, OK: true})
}

// check is for behaviour: what is wanted, what happened, and what the program said.
func (r *report) check(name, want, got string, ok bool, said ...string) {
	r.add(Figure{Name: name, Limit: want, Measured: got, OK: ok, Notes: said})
}
