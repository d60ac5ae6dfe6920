package desk

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
	"nonmerci/knowledge/transfer"
)

// maxImported is how many entries are imported at once from a chat: more than any community has written.
const maxImported = 1000

func (t *turn) importButton() Button { return Button{Label: t.w.Import, Act: t.to("import")} }

// importFile shows what a file that was handed in would change, and asks once; without a file it says how to hand one in.
func (t *turn) importFile() (Screen, error) {
	if t.act.File == nil {
		s := Screen{Title: t.w.Import, Replace: true}
		s.add(para(t.w.ImportMeans), para(t.w.ImportHow))
		s.row(append(t.exportButtons(), t.homeButton())...)
		if t.base {
			return s, nil
		}
		f, err := t.template()
		s.Files = append(s.Files, f)
		s.add(small(t.w.ImportTemplate))
		return s, err
	}
	return t.dryRun(*t.act.File, "")
}

// template is a sheet with one entry, to begin from.
func (t *turn) template() (File, error) {
	base := knowledge.NewBase()
	lang := t.lang()
	base.Entries[exampleID] = &knowledge.Entry{
		ID: exampleID, Kind: knowledge.Info, Status: knowledge.Published, Revision: 1,
		Text: map[string]knowledge.Text{lang: {
			Title: t.w.ImportExample, Short: t.w.ImportExampleShort, Phrases: []string{t.w.ImportExampleAsk},
			Steps: []knowledge.DeviceSteps{{Device: knowledge.AnyDevice, Steps: []string{t.w.ImportExampleStep}}},
		}},
	}
	var b bytes.Buffer
	if err := transfer.WriteCSV(&b, base); err != nil {
		return File{}, fmt.Errorf("write a template: %w", err)
	}
	return File{Name: t.w.ImportFile, Type: "text/csv; charset=utf-8", Data: b.Bytes()}, nil
}

// exampleID is the id of the entry of a template.
const exampleID = knowledge.ID("wifi")

// exportButtons lead to a file to begin from, where there is one.
func (t *turn) exportButtons() []Button {
	if t.base {
		return nil
	}
	return []Button{{Label: t.w.Export, Act: NewAct("exports")}}
}

// importYes imports a file that was shown, unless what it would change has changed since: then it is shown again.
func (t *turn) importYes() (Screen, error) {
	token := t.act.arg(0)
	up, ok := t.d.uploads.get(t.caller, token, t.now)
	if !ok || up.base != t.base {
		return Screen{}, refuse(t.w.ImportGone)
	}
	p, err := t.planImport(up.file)
	if err != nil {
		return Screen{}, err
	}
	if entries, others := p.Refused(); entries+others > 0 || markOf(p.Saves) != up.mark {
		return t.dryRun(up.file, t.w.ReplaceMany)
	}
	stale, err := t.saveAll(p.Saves)
	switch {
	case stale:
		return t.dryRun(up.file, t.w.ReplaceMany)
	case err != nil:
		return Screen{}, err
	}
	t.d.uploads.drop(t.caller, token)
	return t.screen(t.w.Done, fill(t.w.ImportDone, "revisions", t.w.number(t.w.RevisionsTold, len(p.Saves)))), nil
}

// planImport says what a file would change; a refusal when it is none to be read.
func (t *turn) planImport(f File) (*bulk.Plan, error) {
	in, err := t.readFile(f)
	if err != nil {
		return nil, err
	}
	if n := in.Len(); n > maxImported {
		return nil, refuse(fill(t.w.ImportMany, "n", itoa(n), "limit", itoa(maxImported)))
	}
	state, err := bulk.Read(t.ctx, t.d.store, t.scope())
	if err != nil {
		return nil, fmt.Errorf("read what a file is imported into: %w", err)
	}
	i := bulk.Import{
		Name: path.Base(f.Name), By: t.caller.Who, Drafts: t.two(), Lang: t.w.Code, Store: t.d.store, At: t.now,
		Who: func(a knowledge.Actor) string { return t.who(a) },
	}
	if in.Community != nil && t.base {
		return nil, refuse(t.w.ImportKind)
	}
	p, err := i.Plan(t.ctx, state, in)
	if err != nil {
		return nil, fmt.Errorf("plan an import: %w", err)
	}
	return p, nil
}

// readFile reads a file by the end of its name.
func (t *turn) readFile(f File) (*bulk.Incoming, error) {
	name := path.Base(f.Name)
	ext := strings.ToLower(path.Ext(name))
	switch {
	case len(f.Data) > MaxImport:
		return nil, refuse(t.w.ImportLarge)
	case len(bytes.TrimSpace(f.Data)) == 0:
		return nil, refuse(t.w.ImportEmpty)
	case bulk.IsArchive(name):
		return nil, refuse(t.w.ImportArchive)
	case ext == ".md" && bytes.HasPrefix(bytes.TrimPrefix(f.Data, []byte("\ufeff")), []byte(exportedHead)):
		return nil, refuse(t.w.ImportRead)
	case ext == ".md":
		return bulk.ParseMarkdown(name, f.Data), nil
	case ext != ".json" && ext != ".csv":
		return nil, refuse(t.w.ImportKind)
	}
	in, err := bulk.Parse(name, ext, f.Data)
	if err != nil {
		return nil, fmt.Errorf("read a file: %w", err)
	}
	return in, nil
}

// dryRun shows what a file would change: new, changed, unchanged, refused. said stands first.
func (t *turn) dryRun(f File, said string) (Screen, error) {
	p, err := t.planImport(f)
	if err != nil {
		return Screen{}, err
	}
	s := Screen{Title: fill(t.w.ImportTitle, "name", clip(path.Base(f.Name), 60)), Replace: true}
	if said != "" {
		s.add(para(said))
	}
	w := t.w
	counts := []string{
		w.number(w.ImportNew, p.Count(transfer.Added)), w.number(w.ImportDiffer, p.Count(transfer.Changed)),
		w.number(w.ImportSame, p.Count(transfer.Unchanged)), w.number(w.ImportNot, p.Count(transfer.Refused)),
	}
	s.add(para(capital(strings.Join(counts, ", ")) + "."))
	entries, others := p.Refused()
	switch {
	case entries+others > 0:
		s.add(para(w.ImportStop))
		s.row(t.homeButton())
	case len(p.Saves) == 0:
		s.add(para(w.ImportNothing))
		s.row(t.homeButton())
	default:
		s.add(para(w.ImportAsk))
		if t.two() {
			s.add(para(w.ImportDrafts))
		}
		token := t.d.uploads.put(t.caller, upload{base: t.base, file: f, mark: markOf(p.Saves)}, len(f.Data), t.now)
		s.row(Button{Label: w.ImportYes, Act: t.to("importyes", token), Style: Danger}, Button{Label: w.Cancel, Act: t.to("home")})
	}
	t.listImport(&s, p)
	return s, nil
}

// listImport lists what is refused, with the line and the reason, then what is new and what changes.
func (t *turn) listImport(s *Screen, p *bulk.Plan) {
	var refused, others []string
	for _, problem := range p.Problems {
		refused = append(refused, t.mistake(problem))
	}
	texts := p.Texts()
	for _, it := range p.Items {
		name := string(it.ID)
		if e := texts[it.ID]; e != nil {
			name = title(e, it.ID, t.w.Code)
		}
		switch it.Action {
		case transfer.Refused:
			for _, problem := range it.Problems {
				refused = append(refused, fill(t.w.ImportRefused, "title", name)+t.w.Colon+t.mistake(problem))
			}
		case transfer.Added:
			others = append(others, fill(t.w.ImportAdded, "title", name))
		case transfer.Changed:
			others = append(others, fill(t.w.ImportChanged, "title", name, "fields", strings.Join(t.changedFields(it.Changes), ", ")))
		}
		for _, warning := range it.Warnings {
			others = append(others, "⚠ "+warning)
		}
	}
	if len(refused) > 0 {
		s.add(bullets(refused...)...)
	}
	if len(others) > 0 {
		s.add(bullets(others...)...)
	}
}

func (t *turn) changedFields(all []knowledge.Change) []string {
	var out []string
	for _, c := range all {
		if lang, ok := strings.CutPrefix(c.Field, "note."); ok {
			c.Field = lang + ".note"
		}
		if lang, ok := strings.CutPrefix(c.Field, "phrases."); ok {
			c.Field = lang + ".phrases"
		}
		out = append(out, t.w.changeName(c.Field))
	}
	return out
}
