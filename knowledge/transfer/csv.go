package transfer

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/vet"
)

// Columns are those of a CSV file, one row for each entry and language. A cell that holds a list has one item a line: steps as
// « web: action », links as « kind address words », sources as « id | basis | date | address | publisher | title ».
var Columns = []string{
	"id", "lang", "title", "short", "phrasings", "steps", "links", "changes", "keeps", "notes",
	"also", "kind", "difficulty", "regions", "plans", "ages", "sources", "verified", "review", "status", "revision", "author", "name", "owner",
}

// WriteCSV writes a base as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe before it, which ReadCSV takes
// off. The same base gives the same bytes.
func WriteCSV(w io.Writer, base *knowledge.Base) error {
	out := csv.NewWriter(w)
	rows := [][]string{Columns}
	for _, id := range ordered(base) {
		e := base.Entries[id]
		for _, lang := range languages(e) {
			rows = append(rows, row(base, e, lang))
		}
	}
	for _, r := range rows {
		if err := out.Write(r); err != nil {
			return fmt.Errorf("write the base as CSV: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write the base as CSV: %w", err)
	}
	return nil
}

func languages(e *knowledge.Entry) []string {
	return slices.Sorted(maps.Keys(e.Text))
}

func row(base *knowledge.Base, e *knowledge.Entry, lang string) []string {
	t := e.Text[lang]
	cells := map[string]string{
		"id": string(e.ID), "lang": lang, "title": t.Title, "short": t.Short, "phrasings": lines(t.Phrases), "steps": stepsCell(t.Steps),
		"links": linksCell(t.Links), "changes": lines(t.Changes), "keeps": lines(t.Keeps), "notes": lines(t.Notes),
		"also": commas(e.Also), "kind": string(e.Kind), "difficulty": string(e.Difficulty), "regions": commas(e.Regions), "plans": commas(e.Plans),
		"ages": e.Ages, "sources": sourcesCell(base.Sources(e, lang)), "verified": e.Verified.String(), "review": e.Review.String(),
		"status": string(e.Status), "revision": strconv.Itoa(e.Revision), "author": e.Author,
	}
	if s := base.Subjects[e.ID.Subject()]; s != nil {
		cells["name"], cells["owner"] = s.Name[lang], s.Owner
	}
	out := make([]string, len(Columns))
	for i, c := range Columns {
		out[i] = vet.CSVCell(cells[c])
	}
	return out
}

func lines(s []string) string  { return strings.Join(s, "\n") }
func commas(s []string) string { return strings.Join(s, ", ") }

func stepsCell(all []knowledge.DeviceSteps) string {
	var out []string
	for _, d := range all {
		for _, s := range d.Steps {
			out = append(out, string(d.Device)+": "+s)
		}
	}
	return lines(out)
}

func linksCell(all []knowledge.Link) string {
	out := make([]string, len(all))
	for i, l := range all {
		out[i] = string(l.Kind) + " " + l.URL + " " + l.Text
	}
	return lines(out)
}

var bar = strings.NewReplacer(`\`, `\\`, "|", `\|`)

func sourcesCell(all []knowledge.Source) string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = strings.Join([]string{s.ID, string(s.Basis), string(s.Date), bar.Replace(s.URL), bar.Replace(s.Publisher), bar.Replace(s.Title)}, " | ")
	}
	return lines(out)
}
