package desk

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"nonmerci/bot"
	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
	"nonmerci/knowledge/vet"
)

func (t *turn) replaceButton() Button { return Button{Label: t.w.Replace, Act: t.to("replace")} }

func (t *turn) replaceForm() Form {
	line := func(key string) Field {
		return Field{Key: key, Label: t.w.field(key), Hint: t.w.hint(key), Required: true, Limit: maxAddress}
	}
	return Form{
		Title: t.w.Replace, Fields: []Field{line("old"), line("new")}, Submit: t.to("replaced"), Again: t.to("replace"), Open: t.w.Replace,
	}
}

// maxAddress is how many characters an address to replace has at most.
const maxAddress = 1000

// replace asks for an address and what is to stand in its place.
func (t *turn) replace() (Screen, error) {
	f := t.replaceForm()
	s := Screen{Title: f.Title, Form: &f}
	s.add(para(t.w.ReplaceMeans))
	return s, nil
}

// replaced shows all that a replacement would change, and asks once.
func (t *turn) replaced() (Screen, error) {
	f := t.replaceForm()
	f.fill(t.act.Fields)
	return t.showReplacement(f, "")
}

// replaceYes replaces, unless something has changed since the replacement was shown: then it shows what it is now.
func (t *turn) replaceYes() (Screen, error) {
	kept, ok := t.d.pad.get(t.caller, t.act.arg(0), t.now)
	if !ok || len(kept.Fields) != 2 || kept.Submit.Verb != t.to("replaced").Verb {
		return Screen{}, refuse(t.w.Expired)
	}
	f := t.replaceForm()
	f.fill(kept.values())
	p, err := t.planReplacement(f)
	if err != nil {
		return Screen{}, err
	}
	if markOf(p.Saves) != kept.Submit.arg(0) || len(p.Refused) > 0 {
		return t.showReplacement(f, t.w.ReplaceMany)
	}
	stale, err := t.saveAll(p.Saves)
	switch {
	case stale:
		return t.showReplacement(f, t.w.ReplaceMany)
	case err != nil:
		return Screen{}, err
	}
	t.d.pad.drop(t.caller, t.act.arg(0))
	return t.screen(t.w.Done, fill(t.w.ReplaceDone, "addresses", t.w.number(t.w.AddressesTold, len(p.Found)), "entries", t.w.number(t.w.EntriesTold, p.Entries))), nil
}

func (t *turn) planReplacement(f Form) (*bulk.Replaced, error) {
	state, err := bulk.Read(t.ctx, t.d.store, t.scope())
	if err != nil {
		return nil, fmt.Errorf("look for an address: %w", err)
	}
	typed := f.values()
	re := bulk.Replacing{
		Replacement: bulk.Replacement{Old: strings.TrimSpace(typed["old"]), New: strings.TrimSpace(typed["new"])},
		By:          t.caller.Who, Drafts: t.two(), Lang: t.w.Code, At: t.now,
	}
	return re.Plan(state), nil
}

// showReplacement shows what a replacement changes, address by address. said stands first.
func (t *turn) showReplacement(f Form, said string) (Screen, error) {
	wrong := f.unfit(t.w)
	old, now := strings.TrimSpace(f.values()["old"]), strings.TrimSpace(f.values()["new"])
	switch {
	case old == now:
		wrong = append(wrong, t.w.ReplaceSame)
	case !strings.HasPrefix(now, "https://") || knowledge.CheckURL(now) != nil:
		wrong = append(wrong, t.w.ReplaceNoLink)
	}
	if len(wrong) > 0 {
		return t.refused(f, wrong), nil
	}
	p, err := t.planReplacement(f)
	if err != nil {
		return t.storeTrouble(f, err)
	}
	var warnings []string
	for _, a := range p.About {
		if a.Kind == vet.Refuse {
			wrong = append(wrong, a.Say(t.w.Code))
		} else {
			warnings = append(warnings, a.Say(t.w.Code))
		}
	}
	for _, r := range p.Refused {
		wrong = append(wrong, t.mistake(r))
	}
	if len(p.Found) == 0 {
		wrong = append(wrong, fill(t.w.ReplaceNone, "old", old))
	}
	if len(wrong) > 0 {
		return t.refused(f, wrong), nil
	}
	f.Submit.Args = []string{markOf(p.Saves)}
	token := t.d.pad.put(t.caller, f, t.now)
	s := Screen{Title: t.w.Replace, Replace: true}
	if said != "" {
		s.add(para(said))
	}
	s.add(para(fill(t.w.ReplaceAsk) + " " + capital(t.w.number(t.w.AddressesTold, len(p.Found))) + ", " + t.w.number(t.w.EntriesTold, p.Entries) + "."))
	if t.two() {
		s.add(para(t.w.ReplaceDrafts))
	}
	t.warnings = warnings
	s.add(t.warned()...)
	s.row(
		Button{Label: t.w.ReplaceYes, Act: t.to("replaceyes", token), Style: Danger}, Button{Label: t.w.Correct, Act: t.to("replace")},
		Button{Label: t.w.Cancel, Act: t.to("home")},
	)
	changes, err := t.addressBlocks(p.Found)
	s.add(changes...)
	return s, err
}

// addressBlocks list addresses by entry and field, each as it is and as it would be.
func (t *turn) addressBlocks(all []bulk.Address) ([]bot.Block, error) {
	names, err := t.titles()
	if err != nil {
		return nil, err
	}
	var out []bot.Block
	var last knowledge.ID
	var lines []string
	flush := func() {
		out = append(out, bullets(lines...)...)
		lines = nil
	}
	for _, a := range all {
		if a.Entry != last {
			flush()
			last = a.Entry
			out = append(out, heading(or(names[a.Entry], string(a.Entry))))
		}
		lines = append(lines, t.w.addressPlace(a.Field)+t.w.Colon+a.Old+" → "+a.New)
	}
	flush()
	return out, nil
}

// addressPlace is where an address stands, in words: « Liens (français) ».
func (w *words) addressPlace(field string) string {
	draft := ""
	if rest, ok := strings.CutPrefix(field, "draft."); ok {
		field, draft = rest, ", "+w.MarkDraft
	}
	part := strings.Split(field, ".")
	if part[0] == "note" && len(part) == 2 {
		return fill(w.NoteIn, "lang", w.langName(part[1])) + draft
	}
	if len(part) < 2 {
		return field + draft
	}
	name := part[1]
	if name == "steps" && len(part) > 2 {
		name = part[2]
	}
	return w.field(name) + " (" + w.langName(part[0]) + ")" + draft
}

// markOf is short for some saves: those that say something else, or rest on other revisions, have another.
func markOf(saves []knowledge.Save) string {
	h := sha256.New()
	for _, s := range saves {
		fmt.Fprintf(h, "%q %d %t %s\n", s.Entry, s.Expect, s.Draft, plainJSON(s.Content))
	}
	return lower32.EncodeToString(h.Sum(nil)[:10])
}
