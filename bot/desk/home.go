package desk

import (
	"fmt"

	"nonmerci/knowledge"
)

// most is how far things are counted on the menu.
const most = 100

// home is the menu: what waits, with counts that lead to it.
func (t *turn) homeScreen() (Screen, error) {
	if t.base {
		return t.baseHome()
	}
	s := Screen{Title: t.w.HomeTitle, Replace: true}
	all, err := t.items()
	if err != nil {
		return Screen{}, err
	}
	stale, err := t.staleness(all)
	if err != nil {
		return Screen{}, err
	}
	gaps, suggestions, err := t.queues()
	if err != nil {
		return Screen{}, err
	}
	drafts := len(pick(all, filterDrafts))
	own := len(pick(all, filterOwn))
	var lines []string
	if stale.recheck > 0 {
		lines = append(lines, t.w.number(t.w.RecheckTold, stale.recheck))
	}
	lines = append(lines, t.w.number(t.w.DraftsTold, drafts), t.gapsTold(gaps), t.suggestionsTold(suggestions), t.w.number(t.w.StaleTold, stale.total()))
	s.add(bullets(lines...)...)
	count := func(label string, n int) string {
		if n >= most {
			return label + " (" + itoa(most-1) + "+)"
		}
		return label + " (" + itoa(n) + ")"
	}
	w := t.w
	s.row(Button{Label: w.NewEntry, Act: NewAct("new", t.lang()), Style: Primary}, t.findButton(), Button{Label: count(w.Filter[filterOwn], own), Act: NewAct("list", filterOwn)}, t.testButton())
	s.row(
		Button{Label: count(w.Filter[filterDrafts], drafts), Act: NewAct("list", filterDrafts)}, Button{Label: count(w.Gaps, gaps), Act: NewAct("gaps")},
		Button{Label: count(w.Suggestions, suggestions), Act: NewAct("suggestions")},
	)
	s.row(
		Button{Label: count(w.Stale, stale.total()), Act: NewAct("stale")}, Button{Label: count(w.LowRated, len(stale.low)), Act: NewAct("stale", "low")},
		Button{Label: w.Stats, Act: NewAct("stats")},
	)
	s.row(Button{Label: w.Filter[filterLocal], Act: NewAct("list", filterLocal)}, Button{Label: w.Filter[filterAll], Act: NewAct("list", filterAll)},
		Button{Label: w.Filter[filterArchived], Act: NewAct("list", filterArchived)}, t.importButton(), t.replaceButton())
	last := []Button{{Label: w.Settings, Act: NewAct("settings")}, {Label: w.Export, Act: NewAct("exports")}, {Label: w.Log, Act: NewAct("log")}}
	if t.rights.Has(CuratorOnly) {
		last = append(last, Button{Label: w.ToBase, Act: NewAct(basePrefix + "home")})
	}
	s.row(last...)
	return s, nil
}

// queues counts what members asked and proposed.
func (t *turn) queues() (gaps, suggestions int, err error) {
	g, err := t.d.store.Gaps(t.ctx, t.home.ID, knowledge.GapOpen, most)
	if err != nil {
		return 0, 0, fmt.Errorf("count the gaps: %w", err)
	}
	su, err := t.d.store.Suggestions(t.ctx, t.home.ID, knowledge.SuggestionOpen, most)
	if err != nil {
		return 0, 0, fmt.Errorf("count the suggestions: %w", err)
	}
	return len(g), len(su), nil
}

func (t *turn) gapsTold(n int) string {
	if !t.home.Settings.KeepGaps && n == 0 {
		return t.w.GapsOff
	}
	return t.w.number(t.w.GapsTold, n)
}

func (t *turn) suggestionsTold(n int) string {
	if !t.home.Settings.Suggest && n == 0 {
		return t.w.SuggestionsOff
	}
	return t.w.number(t.w.SuggestionsTold, n)
}

// baseHome is the menu of the shared base, for curators.
func (t *turn) baseHome() (Screen, error) {
	s := Screen{Title: t.w.BaseTitle, Replace: true}
	all, err := t.items()
	if err != nil {
		return Screen{}, err
	}
	stale, err := t.staleness(all)
	if err != nil {
		return Screen{}, err
	}
	drafts, release := len(pick(all, filterDrafts)), len(pick(all, filterRelease))
	s.add(para(t.w.BaseWarning))
	s.add(bullets(t.w.number(t.w.DraftsTold, drafts), t.w.number(t.w.ReleaseTold, release), t.w.number(t.w.StaleTold, stale.total()))...)
	w := t.w
	s.row(t.findButton(), Button{Label: w.BaseList, Act: t.to("list", filterAll)}, Button{Label: w.NewEntry, Act: t.to("new")}, t.testButton())
	s.row(
		Button{Label: w.Filter[filterDrafts] + " (" + itoa(drafts) + ")", Act: t.to("list", filterDrafts)},
		Button{Label: w.Filter[filterRelease] + " (" + itoa(release) + ")", Act: t.to("list", filterRelease)},
	)
	s.row(
		Button{Label: w.Stale + " (" + itoa(stale.total()) + ")", Act: t.to("stale")}, Button{Label: w.Stats, Act: t.to("stats")},
		Button{Label: w.Filter[filterArchived], Act: t.to("list", filterArchived)},
	)
	s.row(Button{Label: w.WriteAlert, Act: NewAct("alert")}, Button{Label: w.Log, Act: t.to("log")}, t.importButton(), t.replaceButton())
	if t.caller.Place != (Place{}) {
		s.row(Button{Label: w.ToCommunity, Act: NewAct("home")})
	}
	return s, nil
}
