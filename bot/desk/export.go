package desk

import (
	"bytes"
	"encoding/json"
	"fmt"

	"nonmerci/knowledge"
	"nonmerci/knowledge/transfer"
)

// exports offers what the community has written, as files.
func (t *turn) exports() (Screen, error) {
	s := Screen{Title: t.w.Export, Replace: true}
	s.add(para(t.w.ExportMeans))
	s.row(
		Button{Label: "Markdown", Act: NewAct("export", "md")}, Button{Label: "JSON", Act: NewAct("export", "json")},
		Button{Label: "CSV", Act: NewAct("export", "csv")}, t.homeButton(),
	)
	return s, nil
}

// An exported is one entry of an overlay as it is exported: all that the community says of it, with what waits.
type exported struct {
	ID        knowledge.ID       `json:"id"`
	Published *knowledge.Content `json:"published,omitempty"`
	Draft     *knowledge.Content `json:"draft,omitempty"`
	Revision  int                `json:"revision"`
}

// export writes the overlay into a file.
func (t *turn) export() (Screen, error) {
	all, err := t.d.records(t.ctx, t.home.ID)
	if err != nil {
		return Screen{}, err
	}
	var out []exported
	for _, r := range all {
		e := exported{ID: r.Entry, Revision: r.Latest}
		if r.Published != nil {
			e.Published = &r.Published.Content
		}
		if r.Draft != nil {
			e.Draft = &r.Draft.Content
		}
		out = append(out, e)
	}
	if len(out) == 0 {
		return Screen{}, refuse(t.w.ExportNone)
	}
	f, err := t.exportFile(t.act.arg(0), out)
	if err != nil {
		return Screen{}, err
	}
	s := t.screen(t.w.Export, fill(t.w.Exported, "entries", t.w.number(t.w.EntriesTold, len(out))))
	s.Files, s.Replace = []File{f}, false
	return s, nil
}

func (t *turn) exportFile(format string, all []exported) (File, error) {
	name := "nonmerci-" + t.now.UTC().Format("2006-01-02")
	switch format {
	case "json":
		data, err := json.MarshalIndent(all, "", "  ")
		if err != nil {
			return File{}, fmt.Errorf("write the overlay as JSON: %w", err)
		}
		return File{Name: name + ".json", Type: "application/json", Data: append(data, '\n')}, nil
	case "csv":
		var b bytes.Buffer
		base := knowledge.NewBase()
		for _, e := range all {
			if x := e.entry(); x != nil {
				base.Entries[e.ID] = x
			}
		}
		if err := transfer.WriteCSV(&b, base); err != nil {
			return File{}, fmt.Errorf("write the overlay as CSV: %w", err)
		}
		return File{Name: name + ".csv", Type: "text/csv; charset=utf-8", Data: b.Bytes()}, nil
	case "md":
		return File{Name: name + ".md", Type: "text/markdown; charset=utf-8", Data: []byte(t.w.exportMarkdown(all))}, nil
	}
	return File{}, refuse(t.w.TooOldText)
}

// entry is what a CSV file says of it: the text, or the phrasings that were added.
func (e exported) entry() *knowledge.Entry {
	c := e.Published
	if c == nil || c.Entry == nil && e.Draft != nil {
		c = e.Draft
	}
	switch {
	case c == nil:
		return nil
	case c.Entry != nil:
		return c.Entry
	}
	out := &knowledge.Entry{ID: e.ID, Kind: knowledge.Info, Status: knowledge.Published, Revision: max(1, e.Revision), Text: map[string]knowledge.Text{}}
	for _, lang := range unionKeys(c.Phrases, nil) {
		out.Text[lang] = knowledge.Text{Phrases: c.Phrases[lang]}
	}
	for lang, note := range c.Note {
		text := out.Text[lang]
		text.Notes = []string{note}
		out.Text[lang] = text
	}
	if len(out.Text) == 0 {
		return nil
	}
	return out
}
