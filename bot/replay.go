package bot

import "nonmerci/knowledge/understand"

// Understand decides about a question after earlier turns of the same reader, oldest first. lang is the reader's language, or "" to
// find out. It writes no text and remembers nothing.
func (b *Bot) Understand(question string, turns []string, lang string) Verdict {
	v := b.alone()
	var c understand.Context
	for _, t := range turns {
		c = remember(v.judge(t, c, lang), c)
	}
	return v.judge(question, c, lang)
}

// judge reads and decides one turn.
func (b view) judge(question string, c understand.Context, lang string) Verdict {
	return decide(b.bot.model.Read(question, c, lang), c, b.catalog(), b.bot.thresholds)
}

// remember is what a verdict leaves behind for the next turn. What is not ours, or a community's own, leaves the conversation where it was,
// but for the service it names.
func remember(v Verdict, c understand.Context) understand.Context {
	c.Lang = v.Reading.Lang
	if v.Kind == Unknown || v.Kind == Smalltalk || v.Reason == ReasonOwn {
		return c.Meet(v.Reading)
	}
	next := understand.Context{Subject: v.Subject, Class: v.Class, Device: v.Device, Lang: c.Lang}
	if next.Device == "" {
		next.Device = c.Device
	}
	if v.Class == understand.Bare && v.Intent != "" {
		next.Class = v.Intent
	}
	return next
}
