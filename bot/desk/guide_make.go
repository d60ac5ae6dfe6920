package desk

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

	"nonmerci/knowledge"
)

// Guide returns what the guide of a place shows in some languages, French when none is given. It asks the store for the overlay, and for
// when the shared base last changed. What it returns must not be changed.
func (d *Desk) Guide(ctx context.Context, p Place, langs []string) (GuidePage, error) {
	c, err := d.store.At(ctx, p)
	if err != nil && !notFound(err) {
		return GuidePage{}, fmt.Errorf("find the community of a guide: %w", err)
	}
	if len(langs) == 0 {
		langs = []string{"fr"}
	}
	if c.ID == "" { // not known yet
		return d.plainGuide(ctx, langs)
	}
	own, err := d.records(ctx, c.ID)
	if err != nil {
		return GuidePage{}, err
	}
	if len(own) == 0 {
		return d.plainGuide(ctx, langs)
	}
	t := &turn{ctx: ctx, d: d, w: wordsIn("fr"), now: d.now(), home: c}
	all, err := t.items()
	if err != nil {
		return GuidePage{}, err
	}
	return t.guidePage(all, langs)
}

// guidePage is what the guide shows of some entries.
func (t *turn) guidePage(all []item, langs []string) (page GuidePage, err error) {
	shown := visible(all)
	if page.Updated, err = t.updated(all); err != nil {
		return GuidePage{}, err
	}
	for _, lang := range langs {
		page.Parts = append(page.Parts, t.d.guidePart(shown, lang, page.Updated))
	}
	page.Mark, err = mark64(page.Parts)
	return page, err
}

// visible are the entries that readers see, each with the text that they see.
func visible(all []item) []item {
	var out []item
	for _, i := range all {
		e := i.view.shared
		c := i.view.published()
		if c.Entry != nil {
			e = c.Entry
		}
		if e != nil && !c.Hidden && e.Status == knowledge.Published {
			out = append(out, item{id: i.id, entry: e, view: i.view})
		}
	}
	return out
}

// updated is when something that readers see last changed.
func (t *turn) updated(all []item) (time.Time, error) {
	var last time.Time
	for _, i := range all {
		if p := i.view.rec.Published; p != nil && p.At.After(last) {
			last = p.At
		}
	}
	events, err := t.d.store.Events(t.ctx, knowledge.SharedBase, 0, 20)
	if err == nil && t.home.ID != knowledge.SharedBase { // a draft that was published long after it was saved has the time of its saving
		var own []knowledge.Event
		own, err = t.d.store.Events(t.ctx, t.home.ID, 0, 20)
		events = append(events, own...)
	}
	if err != nil {
		return last, fmt.Errorf("read the log for the guide: %w", err)
	}
	for _, e := range events {
		if (e.Action == "save" || e.Action == "saveall" || e.Action == "publish") && e.At.After(last) {
			last = e.At
		}
	}
	return last, nil
}

// mark64 is a sum of what is shown.
func mark64(parts []GuidePart) (string, error) {
	data, err := json.Marshal(parts)
	if err != nil {
		return "", fmt.Errorf("sum the guide up: %w", err)
	}
	sum := sha256.Sum256(data)
	return lower32.EncodeToString(sum[:10]), nil
}

func (d *Desk) guidePart(shown []item, lang string, updated time.Time) GuidePart {
	w := wordsIn(lang)
	p := GuidePart{
		Lang: lang, Title: w.GuideTitle, ChooseService: w.ChooseService, ChooseQuestion: w.ChooseQuestion, ChooseEntry: w.ChooseEntry,
		Back: w.GuideBack, More: w.GuideMore,
	}
	p.Intro = append(p.Intro, para(w.GuideIntro), para(w.GuideHow))
	if !updated.IsZero() {
		p.Updated = fill(w.GuideUpdated, "when", w.when(updated))
	}
	p.Services, p.Questions = d.byService(w, shown), byQuestion(w, shown)
	return p
}
