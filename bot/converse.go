package bot

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"nonmerci/knowledge/live"
	"nonmerci/knowledge/text"
	"nonmerci/knowledge/understand"
)

// Respond replies to a message in its conversation: « et pour Instagram ? » swaps one slot of the last question, and a choice, by its
// number or its words, completes it. What is remembered is kept in memory for ten minutes and never stored. It blocks for no longer than
// Overlays does, and not at all without one; the error is ctx's.
func (b *Bot) Respond(ctx context.Context, m Message) (Reply, error) {
	if err := ctx.Err(); err != nil {
		return Reply{}, err
	}
	v, err := b.in(ctx, m.Place)
	if err != nil {
		return Reply{}, err
	}
	r := v.respond(m)
	v.tell(ctx, m, &r)
	return r, nil
}

// respond replies to a message, and remembers the turn.
func (b view) respond(m Message) Reply {
	now, memory := b.bot.now(), &b.bot.memory
	c := memory.recall(conversationKey{m.Chat, m.From}, now)
	if c.context.Lang == "" { // nobody has spoken yet: it decides for a text too short to tell
		c.context.Lang = cmp.Or(b.lang, m.Lang)
	}
	if choice, ok := chosen(m.Text, c.choices); ok && b.offers(choice) {
		r := b.choose(choice, c.context.Lang, c.context.Device)
		c.context, c.choices = after(choice, c.context), r.Choices
		memory.keep(c, now)
		return r
	}
	if isOther(m.Text, len(c.choices)) {
		c.choices = nil
		memory.keep(c, now)
		return b.somethingElse(c.context.Lang)
	}
	reply, next := b.answer(m.Text, c.context, "", m.Explain)
	if reply.distress {
		memory.drop(c.key)
		return reply
	}
	c.context, c.choices = next, reply.Choices
	memory.keep(c, now)
	return reply
}

// Forget drops what is remembered of a person in a conversation.
func (b *Bot) Forget(chat ChatID, from UserID) { b.memory.drop(conversationKey{chat, from}) }

// Choose replies to a choice that was offered from the shared base: the entry, or the question that is still open. lang is the reader's
// language.
func (b *Bot) Choose(c Choice, lang string) Reply { return b.alone().choose(c, lang, "") }

// choose replies to a choice, for the device talked about before.
func (b view) choose(c Choice, lang, device string) Reply {
	v := Verdict{Kind: Answer, Reason: ReasonEntry, Subject: c.Subject, Intent: c.Intent, Device: device, Confidence: 1}
	if c.Subject == generalSubject {
		v.Subject, v.Device, v.General = "", "", true
	}
	if c.Subject == live.Local {
		v.Reason, v.Device = ReasonOwn, ""
	} else {
		v = fill(v, nil, b.catalog())
	}
	if lang == "" {
		lang = understand.Languages[0]
	}
	return b.render(v, lang)
}

// after is the context that a choice leaves behind.
func after(ch Choice, c understand.Context) understand.Context {
	class := ch.Intent
	if ch.Subject == live.Local {
		return c
	}
	if ch.Subject == generalSubject {
		return understand.Context{Class: generalSubject + "/" + class, Device: c.Device, Lang: c.Lang}
	}
	if class == "" {
		class = understand.Bare
	}
	return understand.Context{Subject: ch.Subject, Class: class, Device: c.Device, Lang: c.Lang}
}

// isOther says that a text picks the line after the last choice: « something else ».
func isOther(s string, choices int) bool {
	n, err := strconv.Atoi(strings.Trim(strings.TrimSpace(s), ".)#"))
	return err == nil && choices > 0 && n == choices+1
}

// somethingElse is the reply to « something else »: how to ask.
func (b view) somethingElse(lang string) Reply {
	if lang == "" {
		lang = understand.Languages[0]
	}
	v := Verdict{Kind: Smalltalk, Reason: ReasonHello, Class: "hello/help", Confidence: 1}
	return b.render(v, lang)
}

// chosen finds the choice that a text picks, by its number from 1 or by its label.
func chosen(s string, choices []Choice) (Choice, bool) {
	s = strings.Trim(strings.TrimSpace(s), ".)#")
	if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= len(choices) {
		return choices[n-1], true
	}
	folded := text.Fold(s)
	for _, c := range choices {
		if folded != "" && folded == text.Fold(c.Label) {
			return c, true
		}
	}
	return Choice{}, false
}
