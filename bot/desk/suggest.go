package desk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"nonmerci/knowledge"
)

// Limits of what members propose.
const (
	maxSuggestion = 2000 // characters
	maxADay       = 5    // of one member in one community
	maxOpen       = 200  // that wait in one community
	keptUntold    = 30 * 24 * time.Hour
)

// suggestForm asks a member for what they propose, for an entry or for a new one.
func (t *turn) suggestForm(v *view) Form {
	f := Form{
		Title:  t.w.SuggestTitle,
		Fields: []Field{{Key: "text", Label: t.w.field("text"), Hint: t.w.hint("text"), Long: true, Required: true, Limit: maxSuggestion}},
		Submit: NewAct("suggested"), Again: NewAct("suggest"), Open: t.w.SuggestTitle,
	}
	if v != nil {
		f.Submit.Args, f.Again.Args = []string{Code(v.id)}, []string{Code(v.id)}
	}
	return f
}

// suggestible finds the entry that a member proposes something for, nil for a new one; it refuses what they may not propose.
func (t *turn) suggestible() (*view, error) {
	if !t.home.Settings.Suggest {
		return nil, refuse(t.w.SuggestOff)
	}
	var v *view
	if code := t.act.arg(0); code != "" {
		var err error
		if v, err = t.find(code); err != nil {
			return nil, err
		}
		if st := v.state(); st != published && st != shownAsShared { // what readers do not see is not theirs to know of
			return nil, knowledge.ErrNotFound
		}
	}
	return v, t.mayAsk(v)
}

// mayAsk counts what a member has proposed already.
func (t *turn) mayAsk(v *view) error {
	open, err := t.d.store.Suggestions(t.ctx, t.home.ID, knowledge.SuggestionOpen, maxOpen)
	if err != nil {
		return fmt.Errorf("count the suggestions: %w", err)
	}
	decided, err := t.d.store.Untold(t.ctx, maxDue) // of those that were told, nobody knows any more whose they were
	if err != nil {
		return fmt.Errorf("count the suggestions: %w", err)
	}
	if len(open) >= maxOpen {
		return refuse(t.w.SuggestFull)
	}
	today := 0
	for _, s := range slices.Concat(open, decided) {
		if s.By != t.caller.Who || s.Community != t.home.ID {
			continue
		}
		if s.State == knowledge.SuggestionOpen && s.Entry == idOf(v) {
			return refuse(t.w.SuggestTwice)
		}
		if t.now.Sub(s.At) < 24*time.Hour {
			today++
		}
	}
	if today >= maxADay {
		return refuse(fill(t.w.SuggestEnough, "n", itoa(maxADay)))
	}
	return nil
}

func idOf(v *view) knowledge.ID {
	if v == nil {
		return ""
	}
	return v.id
}

func (t *turn) suggest() (Screen, error) {
	v, err := t.suggestible()
	if err != nil {
		return Screen{}, err
	}
	f := t.suggestForm(v)
	return Screen{Title: f.Title, Form: &f}, nil
}

// suggested takes what a member proposes.
func (t *turn) suggested() (Screen, error) {
	v, err := t.suggestible()
	if err != nil {
		return Screen{}, err
	}
	f := t.suggestForm(v)
	f.fill(t.act.Fields)
	text := strings.TrimSpace(f.values()["text"])
	wrong := f.unfit(t.w)
	if wrong = append(wrong, t.vetFree("text", text)...); len(wrong) > 0 {
		return t.refused(f, wrong), nil
	}
	_, err = t.d.store.Suggest(t.ctx, knowledge.Suggestion{
		Community: t.home.ID, Entry: idOf(v), Lang: t.w.Code, Text: text, By: t.caller.Who, At: t.now, State: knowledge.SuggestionOpen,
	})
	if err != nil {
		return t.storeTrouble(f, fmt.Errorf("keep a suggestion: %w", err))
	}
	return t.screen(t.w.Thanks, t.w.SuggestKept), nil
}
