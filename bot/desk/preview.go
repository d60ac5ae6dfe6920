package desk

import (
	"fmt"
	"reflect"
	"slices"

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

// onPlatforms shows what each platform makes of an entry: once, below what is to be said of each, when all of them show the same. plain are its
// blocks for a platform that has none of its own.
func (t *turn) onPlatforms(all []Preview, plain []bot.Block) []bot.Block {
	blocks := func(p Preview) []bot.Block {
		if len(p.Blocks) == 0 {
			return plain
		}
		return p.Blocks
	}
	other := func(p Preview) bool { return !reflect.DeepEqual(blocks(p), blocks(all[0])) }
	var out []bot.Block
	if len(all) == 0 {
		return plain
	} else if !slices.ContainsFunc(all, other) {
		var sizes []string
		for _, p := range all {
			sizes = append(sizes, t.w.previewLine(p))
		}
		return append(bullets(sizes...), blocks(all[0])...)
	}
	for _, p := range all {
		out = append(append(out, heading(p.Platform), small(t.w.previewSize(p))), blocks(p)...)
	}
	return out
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
	s.add(t.onPlatforms(all, t.w.entryBlocks(e, lang))...)
	var buttons []Button
	for _, l := range languages(e) {
		if l != lang && len(buttons) < 4 {
			buttons = append(buttons, Button{Label: t.w.langName(l), Act: t.to("preview", Code(v.id), l)})
		}
	}
	s.row(append(buttons, Button{Label: t.w.ToEntry, Act: t.to("show", Code(v.id))})...)
	return s, nil
}
