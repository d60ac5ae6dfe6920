package transfer

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/vet"
)

// ReadCSV reads what WriteCSV wrote, also after a spreadsheet has saved it (columns moved or left out, semicolons for commas); name
// is for messages. The error is for an r that cannot be read.
func ReadCSV(name string, r io.Reader) (*knowledge.Base, files.Problems, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, err)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	in := csv.NewReader(bytes.NewReader(data))
	if head, _, _ := bytes.Cut(data, []byte("\n")); bytes.Count(head, []byte(";")) > bytes.Count(head, []byte(",")) {
		in.Comma = ';'
	}
	t := &table{file: name, base: knowledge.NewBase()}
	if head, err := in.Read(); err != nil || !t.head(head) {
		t.line = 1
		t.refuse("the first line does not name the columns", "begin with "+strings.Join(Columns, ","))
		return t.base, t.problems, nil
	}
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			if p, ok := errors.AsType[*csv.ParseError](err); ok {
				t.line = p.StartLine
				err = p.Err
			}
			t.refuse(err.Error(), "save the sheet again as CSV, UTF-8")
			if !errors.Is(err, csv.ErrFieldCount) {
				break
			}
			continue
		}
		t.line, _ = in.FieldPos(0)
		t.row(cells)
	}
	for _, s := range t.base.Subjects {
		for _, all := range s.Sources {
			slices.SortFunc(all, func(a, b knowledge.Source) int { return knowledge.CompareSourceIDs(a.ID, b.ID) })
		}
	}
	return t.base, t.problems, nil
}

// table is the state of reading a CSV file.
type table struct {
	file     string
	line     int
	columns  []string
	cells    map[string]string
	base     *knowledge.Base
	problems files.Problems
}

func (t *table) refuse(problem, remedy string) {
	t.problems = append(t.problems, files.Problem{File: t.file, Line: t.line, Entry: knowledge.ID(t.cells["id"]), Problem: problem, Remedy: remedy})
}

func (t *table) head(cells []string) bool {
	for _, c := range cells {
		if c = strings.ToLower(strings.TrimSpace(c)); !slices.Contains(Columns, c) || slices.Contains(t.columns, c) {
			return false
		}
		t.columns = append(t.columns, strings.ToLower(strings.TrimSpace(c)))
	}
	for _, needed := range []string{"id", "lang", "title", "short", "kind"} {
		if !slices.Contains(t.columns, needed) {
			return false
		}
	}
	return true
}

func (t *table) row(cells []string) {
	t.cells = map[string]string{}
	for i, c := range cells {
		t.cells[t.columns[i]] = strings.TrimSpace(vet.FromCSVCell(strings.ReplaceAll(c, "\r\n", "\n")))
	}
	if strings.Join(cells, "") == "" {
		return // a spreadsheet leaves empty rows at the end
	}
	e, lang := t.entry(), t.cells["lang"]
	t.subject(e, lang)
	have := t.base.Entries[e.ID]
	if have == nil {
		t.base.Entries[e.ID] = e
		return
	}
	if _, twice := have.Text[lang]; twice {
		t.refuse("two rows have this id and language "+lang, "join them")
	}
	a, b := *have, *e
	a.Text, b.Text = nil, nil
	for _, c := range knowledge.Diff(&a, &b) {
		t.refuse(fmt.Sprintf("%s is %q here, %q in another language", c.Field, c.New, c.Old), "make them the same")
	}
	have.Text[lang] = e.Text[lang]
}

func (t *table) entry() *knowledge.Entry {
	c := t.cells
	revision, err := strconv.Atoi(cmp.Or(c["revision"], "1"))
	if err != nil {
		t.refuse("revision "+strconv.Quote(c["revision"]), "write a number, or leave it out")
	}
	return &knowledge.Entry{
		ID: knowledge.ID(c["id"]), Also: splitCommas(c["also"]), Kind: knowledge.Kind(c["kind"]), Difficulty: knowledge.Difficulty(c["difficulty"]),
		Regions: splitCommas(c["regions"]), Plans: splitCommas(c["plans"]), Ages: c["ages"], Sources: t.sourceIDs(),
		Verified: t.date("verified"), Review: t.date("review"), Status: knowledge.Status(cmp.Or(c["status"], string(knowledge.Published))),
		Revision: revision, Author: c["author"],
		Text: map[string]knowledge.Text{c["lang"]: {
			Title: c["title"], Short: c["short"], Phrases: splitLines(c["phrasings"]), Steps: t.steps(), Links: t.links(),
			Changes: splitLines(c["changes"]), Keeps: splitLines(c["keeps"]), Notes: splitLines(c["notes"]),
			Position: knowledge.Position{File: t.file, Line: t.line},
		}},
	}
}

func (t *table) date(column string) knowledge.Date {
	d, err := knowledge.ParseDate(t.cells[column])
	if err != nil {
		t.refuse(column+": "+err.Error(), "write a day such as 2026-11-22, in a column of text")
	}
	return d
}

func splitLines(s string) []string {
	var out []string
	for l := range strings.SplitSeq(s, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func splitCommas(s string) []string { return splitLines(strings.ReplaceAll(s, ",", "\n")) }

func (t *table) steps() []knowledge.DeviceSteps {
	var out []knowledge.DeviceSteps
	for _, l := range splitLines(t.cells["steps"]) {
		name, step, ok := strings.Cut(l, ": ")
		if !ok || !slices.Contains(knowledge.Devices, knowledge.Device(name)) {
			t.refuse("a step without a device: "+l, "begin it with any:, web:, ios: or android:")
			continue
		}
		if len(out) == 0 || out[len(out)-1].Device != knowledge.Device(name) {
			out = append(out, knowledge.DeviceSteps{Device: knowledge.Device(name)})
		}
		last := &out[len(out)-1]
		last.Steps = append(last.Steps, strings.TrimSpace(step))
	}
	return out
}

func (t *table) links() []knowledge.Link {
	var out []knowledge.Link
	for _, l := range splitLines(t.cells["links"]) {
		parts := strings.SplitN(l, " ", 3)
		if len(parts) < 3 {
			t.refuse("a link that is not whole: "+l, "write « setting https://… words »")
			continue
		}
		out = append(out, knowledge.Link{Kind: knowledge.LinkKind(parts[0]), URL: parts[1], Text: parts[2]})
	}
	return out
}

func (t *table) sourceIDs() []string {
	all := splitLines(t.cells["sources"])
	for i, l := range all {
		all[i], _, _ = strings.Cut(l, " ")
	}
	return all
}

// subject keeps the name and the sources that a row repeats.
func (t *table) subject(e *knowledge.Entry, lang string) {
	if e.ID.Intent() == "" {
		return
	}
	s := t.base.Subjects[e.ID.Subject()]
	if s == nil {
		s = &knowledge.Subject{Slug: e.ID.Subject(), Owner: t.cells["owner"], Name: map[string]string{}, Sources: map[string][]knowledge.Source{}}
		t.base.Subjects[s.Slug] = s
	}
	if name, ok := s.Name[lang]; ok && name != t.cells["name"] || s.Owner != t.cells["owner"] {
		t.refuse("another row gives "+s.Slug+" another name or owner", "make them the same")
	}
	s.Name[lang] = t.cells["name"]
	for _, l := range splitLines(t.cells["sources"]) {
		f := splitBars(l)
		if len(f) != 6 {
			t.refuse("a source that is not whole: "+l, `write « id | basis | date | address | publisher | title », and \| for a bar`)
			continue
		}
		src := knowledge.Source{ID: f[0], Basis: knowledge.Basis(f[1]), Date: knowledge.PartialDate(f[2]), URL: f[3], Publisher: f[4], Title: f[5]}
		switch i := slices.IndexFunc(s.Sources[lang], func(o knowledge.Source) bool { return o.ID == src.ID }); {
		case i < 0:
			s.Sources[lang] = append(s.Sources[lang], src)
		case s.Sources[lang][i] != src:
			t.refuse("another row describes source "+src.ID+" otherwise", "make them the same")
		}
	}
}

// splitBars cuts at the bars that are not escaped.
func splitBars(s string) []string {
	out := []string{""}
	for i := 0; i < len(s); i++ {
		last := &out[len(out)-1]
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			*last += s[i : i+1]
		case s[i] == '|':
			out = append(out, "")
		default:
			*last += s[i : i+1]
		}
	}
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}
