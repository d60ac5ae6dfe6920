package quality

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"nonmerci/bot"
	"nonmerci/knowledge/text"
)

// Counts are how many items had each outcome.
type Counts map[Outcome]int

// Total is how many items there are.
func (c Counts) Total() int {
	n := 0
	for _, k := range c {
		n += k
	}
	return n
}

// Share is the share of an outcome, 0 to 1.
func (c Counts) Share(o Outcome) float64 {
	if n := c.Total(); n > 0 {
		return float64(c[o]) / float64(n)
	}
	return 0
}

// A Report is what a set of questions gave.
type Report struct {
	All       Counts            `json:"all"`
	ByKind    map[string]Counts `json:"kind"` // with « abstain (hard) » apart
	ByLang    map[string]Counts `json:"lang"`
	ByStyle   map[string]Counts `json:"style"`
	Left      int               `json:"left_out"`  // items that do not count, because their service is covered
	Confusion map[string]int    `json:"confusion"` // « wanted → got », right ones left out
	Misses    []Miss            `json:"misses"`
}

// A Miss is an item that was not right.
type Miss struct {
	Item    Item    `json:"item"`
	Outcome Outcome `json:"outcome"`
	Wanted  string  `json:"wanted"`
	Got     string  `json:"got"`
}

// Asker answers an item's question after its context.
type Asker func(it Item) bot.Reply

// Run asks every item and adds the outcomes up; step is called after each item and may be nil.
func Run(items []Item, ask Asker, step func()) *Report {
	r := &Report{All: Counts{}, ByKind: map[string]Counts{}, ByLang: map[string]Counts{}, ByStyle: map[string]Counts{}, Confusion: map[string]int{}}
	for _, it := range items {
		reply := ask(it)
		if it.Unlisted() && reply.Kind == bot.Answer && names(it.Q, reply.Subject) {
			r.Left++ // the service is one we have: the item does not count
		} else {
			r.add(it, GotOf(reply))
		}
		if step != nil {
			step()
		}
	}
	return r
}

// names says whether a question writes the name of a subject out.
func names(question, subject string) bool {
	return subject != "" && strings.Contains(text.Fold(question), strings.ReplaceAll(subject, "-", " "))
}

// GotOf is what a reply amounts to.
func GotOf(r bot.Reply) Got {
	g := Got{Kind: string(r.Kind), Subject: r.Subject, Intents: append([]string{r.Intent}, r.Also...)}
	for _, c := range r.Choices {
		g.Offered = append(g.Offered, Pair{c.Subject, c.Intent})
	}
	return g
}

func (r *Report) add(it Item, got Got) {
	o := Judge(it, got)
	count := func(m map[string]Counts, key string) {
		if m[key] == nil {
			m[key] = Counts{}
		}
		m[key][o]++
	}
	r.All[o]++
	count(r.ByKind, it.Kind)
	if it.Kind == "abstain" && it.Hard() {
		count(r.ByKind, "abstain (hard)")
	}
	count(r.ByLang, it.Lang)
	count(r.ByStyle, it.Style)
	if o == Right {
		return
	}
	m := Miss{Item: it, Outcome: o, Wanted: wanted(it), Got: gotText(got)}
	r.Confusion[m.Wanted+" → "+m.Got]++
	r.Misses = append(r.Misses, m)
}

func wanted(it Item) string {
	switch it.Kind {
	case "answer", "followup":
		if len(it.Intents) == 0 {
			return it.Kind
		}
		if it.Subject == "" {
			return "rights/" + it.Intents[0]
		}
		return "service/" + it.Intents[0]
	}
	return it.Kind
}

func gotText(g Got) string {
	if g.Kind != "answer" {
		return g.Kind
	}
	if g.Subject == "" {
		return "rights/" + g.Intents[0]
	}
	return "service/" + g.Intents[0]
}

// Write prints the report as tables: by kind, language and style, then the worst confusions. With misses, every miss too.
func (r *Report) Write(w io.Writer, misses bool) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tquestions\tright %\tone tap %\twrong %\tneedless abstention %\tfalse answer %\t")
	line := func(name string, c Counts) {
		fmt.Fprintf(t, "%s\t%d\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t\n", name, c.Total(),
			100*c.Share(Right), 100*c.Share(OneTap), 100*c.Share(Wrong), 100*c.Share(Needless), 100*c.Share(False))
	}
	line("all", r.All)
	if r.Left > 0 {
		fmt.Fprintf(t, "left out, because the service is covered\t%d\t\t\t\t\t\t\n", r.Left)
	}
	for _, part := range []struct {
		title string
		of    map[string]Counts
	}{{"kind", r.ByKind}, {"language", r.ByLang}, {"style", r.ByStyle}} {
		fmt.Fprintf(t, "%s\t\t\t\t\t\t\t\n", strings.ToUpper(part.title))
		for _, k := range slices.Sorted(maps.Keys(part.of)) {
			line(cmp.Or(k, "?"), part.of[k])
		}
	}
	if err := t.Flush(); err != nil {
		return err
	}
	worst := slices.SortedFunc(maps.Keys(r.Confusion), func(a, b string) int {
		return cmp.Or(cmp.Compare(r.Confusion[b], r.Confusion[a]), strings.Compare(a, b))
	})
	if len(worst) > 0 {
		fmt.Fprintln(w, "\nworst confusions")
	}
	for _, k := range worst[:min(len(worst), 12)] {
		fmt.Fprintf(w, "%5d  %s\n", r.Confusion[k], k)
	}
	if misses {
		fmt.Fprintln(w)
		for _, m := range r.Misses {
			fmt.Fprintf(w, "%-8s  %q %q  wanted %s %v, got %s\n", m.Outcome, m.Item.Context, m.Item.Q, m.Item.Subject, m.Item.Intents, m.Got)
		}
	}
	return nil
}
