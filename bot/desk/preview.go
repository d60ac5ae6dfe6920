package desk

import (
	"fmt"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// previewBlocks show an entry, and then what each platform makes of it.
func (t *turn) previewBlocks(e *knowledge.Entry, lang string) ([]bot.Block, error) {
	out := t.w.entryBlocks(e, lang)
	all, err := t.previews(e, lang)
	if err != nil || len(all) == 0 {
		return out, err
	}
	var notes []string
	for _, p := range all {
		notes = append(notes, t.w.previewLine(p))
	}
	return append(append(out, heading(t.w.OnPlatforms)), bullets(notes...)...), nil
}

func (t *turn) previews(e *knowledge.Entry, lang string) ([]Preview, error) {
	if t.d.opts.Preview == nil {
		return nil, nil
	}
	all, err := t.d.opts.Preview(t.ctx, t.caller.Place, e, lang)
	if err != nil {
		return nil, fmt.Errorf("preview an entry: %w", err)
	}
	return all, nil
}

// preview shows an entry as each platform draws it.
func (t *turn) preview() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	e := v.entry()
	if e == nil {
		return t.showGone(v), nil
	}
	lang := language(e, t.act.arg(1))
	s := Screen{Title: fill(t.w.PreviewOf, "title", title(e, v.id, lang)), Replace: true}
	all, err := t.previews(e, lang)
	if err != nil {
		return Screen{}, err
	}
	plain := true
	for _, p := range all {
		s.add(heading(p.Platform), small(t.w.previewLine(p)))
		if len(p.Blocks) > 0 {
			s.add(p.Blocks...)
			plain = false
		}
	}
	if plain {
		s.add(t.w.entryBlocks(e, lang)...)
	}
	var buttons []Button
	for _, l := range languages(e) {
		if l != lang && len(buttons) < 4 {
			buttons = append(buttons, Button{Label: t.w.langName(l), Act: t.to("preview", Code(v.id), l)})
		}
	}
	s.row(append(buttons, Button{Label: t.w.ToEntry, Act: t.to("show", Code(v.id))})...)
	return s, nil
}
