package desk

import (
	"strings"

	"nonmerci/bot"
	"nonmerci/knowledge"
)

// show is an entry as its moderators see it: where it stands, what is local, what can be done.
func (t *turn) show() (Screen, error) {
	v, err := t.find(t.act.arg(0))
	if err != nil {
		return Screen{}, err
	}
	return t.showView(v)
}

func (t *turn) showView(v *view) (Screen, error) {
	e := v.entry()
	if e == nil {
		return t.showSubject(v)
	}
	lang := language(e, t.w.Code)
	s := Screen{Title: t.title(v), Replace: true}
	s.add(bullets(t.standing(v)...)...)
	if short := e.Text[lang].Short; short != "" {
		s.add(bot.Block{Kind: bot.Paragraph, Spans: inline(short)})
	}
	s.add(t.localBlocks(v)...)
	said, err := t.opinions(v)
	if err != nil {
		return Screen{}, err
	}
	s.add(said...)
	s.rows(3, t.showButtons(v, lang))
	return s, nil
}

// standing says in a few lines where an entry stands.
func (t *turn) standing(v *view) []string {
	out := []string{t.w.State[v.state()]}
	switch {
	case t.base:
		out[0] = t.w.BaseState[v.state()]
	case v.own() && v.state() == published:
		out[0] = t.w.OwnPublished
	}
	if p := v.rec.Published; p != nil {
		out = append(out, fill(t.w.RevisionLine, "n", itoa(p.Number), "when", t.w.when(p.At), "who", t.who(p.By)))
	}
	if dr := v.rec.Draft; dr != nil {
		line := t.w.DraftLine
		if dr.Origin == knowledge.FromRelease {
			line = t.w.ReleaseLine
		}
		out = append(out, fill(line, "n", itoa(dr.Number), "when", t.w.when(dr.At), "who", t.who(dr.By)))
	}
	if v.behind() {
		out = append(out, t.w.SharedChanged)
	}
	if e := v.entry(); e != nil {
		out = append(out, t.dates(e)...)
		if all := languages(e); len(all) > 1 {
			out = append(out, t.w.WrittenIn+strings.Join(t.w.langNames(all), ", "))
		}
	}
	return out
}

func (t *turn) dates(e *knowledge.Entry) []string {
	var out []string
	if !e.Verified.IsZero() {
		out = append(out, t.w.VerifiedOn+t.w.day(e.Verified.Time()))
	}
	switch {
	case pastReview(e, t.now):
		out = append(out, t.w.ReviewWas+t.w.day(e.Review.Time()))
	case !e.Review.IsZero():
		out = append(out, t.w.ReviewBy+t.w.day(e.Review.Time()))
	}
	return out
}

// localBlocks are the note and the phrasings that a community added to a shared entry.
func (t *turn) localBlocks(v *view) []bot.Block {
	if t.base || v.own() {
		return nil
	}
	c := v.content()
	var out []bot.Block
	for _, lang := range sortedKeys(c.Note) {
		out = append(out, heading(fill(t.w.NoteIn, "lang", t.w.langName(lang))), bot.Block{Kind: bot.Paragraph, Spans: inline(c.Note[lang])})
	}
	for _, lang := range sortedKeys(c.Phrases) {
		out = append(out, heading(fill(t.w.PhrasesIn, "lang", t.w.langName(lang))))
		out = append(out, bullets(c.Phrases[lang]...)...)
	}
	return out
}

// who names somebody to a moderator: people stay nameless, but for oneself.
func (t *turn) who(a Actor) string {
	switch {
	case a == t.caller.Who:
		return t.w.You
	case a == knowledge.ByRelease:
		return t.w.ByRelease
	case a == knowledge.ByCommandLine:
		return t.w.ByCommandLine
	case a == knowledge.BySomebody:
		return t.w.BySomebody
	case t.base:
		return t.w.ACurator
	}
	return t.w.AModerator
}
