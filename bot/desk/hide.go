package desk

import "nonmerci/knowledge"

// findIn finds the entry and the language of an act « verb, code, language ».
func (t *turn) findIn() (*view, string, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return nil, "", err
	}
	if !knownLang(t.act.arg(1)) || v.entry() == nil {
		return nil, "", refuse(t.w.TooOldText)
	}
	return v, t.act.arg(1), nil
}

// hide takes a shared entry out of what readers of the community see.
func (t *turn) hide() (Screen, error) { return t.setHidden(true, t.w.SummaryHide, t.w.HiddenDone) }

func (t *turn) unhide() (Screen, error) {
	return t.setHidden(false, t.w.SummaryUnhide, t.w.UnhiddenDone)
}

func (t *turn) setHidden(to bool, summary, done string) (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	if v.own() {
		return Screen{}, refuse(t.w.HideOnlyShared)
	}
	if v.content().Hidden == to {
		return t.nothingChanged(v)
	}
	return t.change(v.id, summary, done, func(_ *view, c *knowledge.Content) error {
		c.Hidden = to
		return nil
	})
}

// archive puts an entry away: readers do not see it any more, its history stays.
func (t *turn) archive() (Screen, error) {
	return t.setStatus(knowledge.Archived, t.w.SummaryArchive, t.w.ArchivedDone)
}

func (t *turn) unarchive() (Screen, error) {
	return t.setStatus(knowledge.Published, t.w.SummaryUnarchive, t.w.UnarchivedDone)
}

func (t *turn) setStatus(to knowledge.Status, summary, done string) (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	if !v.own() || v.content().Entry == nil {
		return Screen{}, refuse(t.w.ArchiveOnlyOwn)
	}
	if statusOf(v.content().Entry) == to {
		return t.nothingChanged(v)
	}
	return t.change(v.id, summary, done, func(_ *view, c *knowledge.Content) error {
		c.Entry.Status = to
		return nil
	})
}
