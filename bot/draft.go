package bot

import (
	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
)

// Draft is the reply that would show an entry to a reader of lang, published or not, without buttons: for whoever wrote it to look at. An
// entry that lacks lang is shown in the nearest one.
func (b *Bot) Draft(e *knowledge.Entry, lang string) Reply {
	v := b.alone()
	c := newCard(v.base, e, writtenIn(e, lang), "", v.today())
	if e.ID.Intent() == "" || e.ID.Subject() == live.Local { // a community's own: as renderOwn would show it, published today
		c.Echo, c.Sources, c.setting = c.Title, nil, false
		c.Freshness, c.Doubtful = onDay(WordsIn(c.Lang).CommunityEntry, c.Lang, v.today()), false
	}
	return Reply{Kind: Answer, Entry: string(e.ID), Lang: c.Lang, Card: &c, Text: c.Markdown()}
}
