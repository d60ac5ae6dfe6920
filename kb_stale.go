package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/internal/links"
	"nonmerci/knowledge"
)

func newKBStale(a app) *cobra.Command {
	var lang, day string
	var f baseFlags
	var asJSON bool
	var today knowledge.Date
	cmd := &cobra.Command{
		Use:   "stale",
		Short: "List the entries to check again: past their review date, due soon, or resting on memory",
		Args: func(cmd *cobra.Command, args []string) (err error) {
			if err := noArgs(cmd, args); err != nil {
				return err
			}
			if today, err = knowledge.ParseDate(day); err != nil {
				return usagef("--today: %w", err)
			}
			return cmp.Or(f.check(), checkBaseLang(lang))
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			l, err := a.look(cmd.Context(), f)
			if err != nil {
				return err
			}
			if today.IsZero() {
				today = knowledge.DayOf(time.Now())
			}
			all := reviewed(l, lang, today)
			if asJSON {
				return staleJSON(a.out, all)
			}
			return staleText(a.out, all, l.groups())
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "", "only entries in this language, with its links: fr or en")
	cmd.Flags().StringVar(&day, "today", "", "the day to reckon from, YYYY-MM-DD, instead of today")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON array, one entry a line")
	f.add(cmd)
	return cmd
}

// dueWithin is how many days before its review date an entry is due.
const dueWithin = 30

// A staleGroup is a list, by the name that JSON has for it.
type staleGroup struct{ name, title, short string }

// staleGroups are the lists, in their order.
var staleGroups = []staleGroup{
	{"late", "Past their review date", "past review"},
	{"due", "Due within 30 days", "due within 30 days"},
	{"memory", "Resting on memory alone", "on memory alone"},
	{behind, "Written upon a shared entry that has changed since", "behind the shared entry"}, // of a community only
}

// groups are the lists that a look can have anything in.
func (l *look) groups() []staleGroup {
	if l.community == nil {
		return staleGroups[:3]
	}
	return staleGroups
}

// reviewedEntry is an entry with what tells when to check it again.
type reviewedEntry struct {
	ID     knowledge.ID   `json:"entry"`
	Groups []string       `json:"groups"` // those of staleGroups that it is in
	Review knowledge.Date `json:"review,omitzero"`
	Late   int            `json:"days_late"` // less than 0 before the review date, and 0 without one
	Basis  string         `json:"basis"`     // found, memory or mixed: what its sources are; none without any
	Links  int            `json:"links"`     // addresses that it sends its readers to
}

// reviewed are the entries that are not archived, those to be reviewed first before the others; lang "" takes every language.
func reviewed(l *look, lang string, today knowledge.Date) []reviewedEntry {
	var out []reviewedEntry
	for _, id := range l.base.IDs() {
		e := l.base.Entries[id]
		in := firstLang(e, lang)
		if in == "" || e.Status == knowledge.Archived {
			continue
		}
		r := review(e, l.base.Sources(e, in), lang, today)
		if l.community != nil && slices.Contains(l.makes(l.records[id]), behind) {
			r.Groups = append(r.Groups, behind)
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b reviewedEntry) int {
		return cmp.Or(a.Review.Time().Compare(b.Review.Time()), knowledge.CompareIDs(a.ID, b.ID))
	})
	return out
}

func review(e *knowledge.Entry, sources []knowledge.Source, lang string, today knowledge.Date) reviewedEntry {
	r := reviewedEntry{ID: e.ID, Review: e.Review, Basis: "none", Links: len(links.Of(e, lang))}
	for i, s := range sources {
		if i > 0 && string(s.Basis) != r.Basis {
			r.Basis = "mixed"
			break
		}
		r.Basis = string(s.Basis)
	}
	if !e.Review.IsZero() {
		r.Late = int(today.Time().Sub(e.Review.Time()).Hours() / 24)
		switch {
		case r.Late > 0:
			r.Groups = append(r.Groups, "late")
		case r.Late >= -dueWithin:
			r.Groups = append(r.Groups, "due")
		}
	}
	if r.Basis == string(knowledge.Memory) {
		r.Groups = append(r.Groups, "memory")
	}
	return r
}

func staleText(w io.Writer, all []reviewedEntry, groups []staleGroup) error {
	out := bufio.NewWriter(w)
	width := 0
	for _, e := range all {
		width = max(width, len(e.ID))
	}
	var counts []string
	for _, g := range groups {
		in := slices.DeleteFunc(slices.Clone(all), func(e reviewedEntry) bool { return !slices.Contains(e.Groups, g.name) })
		counts = append(counts, fmt.Sprintf("%d %s", len(in), g.short))
		if len(in) == 0 {
			continue
		}
		fmt.Fprintf(out, "%s: %d\n", g.title, len(in))
		for _, e := range in {
			fmt.Fprintf(out, "  %-*s  %-10s  %-15s  %-6s  %s\n", width, e.ID, e.Review, lateness(e), e.Basis, count(e.Links, "link"))
		}
		fmt.Fprintln(out)
	}
	fmt.Fprintf(out, "%s, of %s\n", strings.Join(counts, ", "), count(len(all), "entry"))
	return out.Flush()
}

// lateness is « 3 days late », « in 3 days », « tomorrow », « today », or « no date ».
func lateness(e reviewedEntry) string {
	switch {
	case e.Review.IsZero():
		return "no date"
	case e.Late == 1:
		return "1 day late"
	case e.Late > 0:
		return fmt.Sprintf("%d days late", e.Late)
	case e.Late == -1:
		return "tomorrow"
	case e.Late < 0:
		return fmt.Sprintf("in %d days", -e.Late)
	}
	return "today"
}

// staleJSON leaves out the entries that are in no group.
func staleJSON(w io.Writer, all []reviewedEntry) error {
	var lines []string
	for _, e := range all {
		if len(e.Groups) == 0 {
			continue
		}
		line, err := json.Marshal(e)
		if err != nil {
			return err
		}
		lines = append(lines, "\n"+string(line))
	}
	_, err := io.WriteString(w, "["+strings.Join(lines, ",")+"\n]\n")
	return err
}
