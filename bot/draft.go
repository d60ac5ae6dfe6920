package bot

import "nonmerci/knowledge"

// Draft is the reply that would show an entry to a reader of lang, published or not, without buttons: for whoever wrote it to look at. An
// entry that lacks lang is shown in the nearest one.
func (b *Bot) Draft(e *knowledge.Entry, lang string) Reply {
	v := b.alone()
	c := newCard(v.base, e, writtenIn(e, lang), "", v.today())
	return Reply{Kind: Answer, Entry: string(e.ID), Lang: c.Lang, Card: &c, Text: c.Markdown()}
}
