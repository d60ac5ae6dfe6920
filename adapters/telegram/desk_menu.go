package telegram

import (
	"context"
	"slices"

	"github.com/go-telegram/bot/models"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// menuSize is how many lines a menu has before it is continued on the next page.
const menuSize = 20

// menu shows one menu of the guide in private, and the next one in its place.
func (r *room) menu(ctx context.Context, w *window, j *job, s seat, t tap) bool {
	part, _, err := r.guidePart(ctx, s, t.chat)
	if err != nil {
		r.failed(err)
		return r.say(ctx, w, j, s, deskWordsIn(s.lang).GuideLost)
	}
	title, lines, up := r.lines(part, s.who, t)
	words := deskWordsIn(s.lang)
	from := min(t.page*menuSize, len(lines))
	to := min(from+menuSize, len(lines))
	beside := maxInRow
	if to > from && lines[from].wide {
		beside = 1
	}
	var buttons []models.InlineKeyboardButton
	for _, l := range lines[from:to] {
		buttons = append(buttons, l.InlineKeyboardButton)
	}
	out := arrange(buttons, beside)
	var last []step
	if t.page > 0 || t.key != rootKey {
		back := menuData(t.chat, up, 0)
		if t.page > 0 {
			back = menuData(t.chat, t.key, t.page-1)
		}
		last = append(last, step{part.Back, back, desk.Plain})
	}
	if to < len(lines) {
		last = append(last, step{part.More, menuData(t.chat, t.key, t.page+1), desk.Plain})
	}
	out = append(out, r.row(s, last...))
	blocks := []bot.Block{sentence(title)}
	if t.key == rootKey {
		blocks = part.Intro
	}
	if len(lines) == 0 {
		blocks = []bot.Block{sentence(words.GuideNothing)}
	}
	_, ok := r.put(ctx, w, j, s, draft{screenPages(part.Title, blocks), rows(out)})
	return ok
}

// A line is a button of a menu; wide ones stand alone.
type line struct {
	models.InlineKeyboardButton
	wide bool
}

// lines are what a menu offers. title says what it is, up is the menu above it.
func (r *room) lines(part desk.GuidePart, who int64, t tap) (title string, out []line, up string) {
	add := func(text, data string, wide bool) {
		if b, ok := r.button(text, data, who, desk.Plain); ok {
			out = append(out, line{b, wide})
		}
	}
	groups := func(all []desk.GuideGroup) {
		for _, g := range all {
			add(g.Label, menuData(t.chat, g.Key, 0), false)
		}
	}
	switch {
	case t.key == rootKey:
		for _, g := range part.Services {
			if g.Key == ownKey {
				add(g.Label, menuData(t.chat, g.Key, 0), false)
			}
		}
		groups(firstMenu(part.Services))
		groups(part.Questions)
		return part.Title, out, rootKey
	case t.key == questionsKey:
		groups(part.Questions)
		return part.ChooseQuestion, out, rootKey
	case len(t.key) > len(letterKey) && t.key[:len(letterKey)] == letterKey:
		groups(inRange(part.Services, t.key))
		return part.ChooseService, out, rootKey
	}
	for _, all := range [][]desk.GuideGroup{part.Services, part.Questions} {
		for _, g := range all {
			if g.Key != t.key {
				continue
			}
			for _, item := range g.Items {
				add(item.Label, entryData(t.chat, item.Code), true)
			}
			return g.Label + ". " + part.ChooseEntry, out, above(part, g)
		}
	}
	return part.Title, nil, rootKey
}

// above is the menu that a group is chosen in.
func above(part desk.GuidePart, g desk.GuideGroup) string {
	if first := firstMenu(part.Services); slices.ContainsFunc(first, func(f desk.GuideGroup) bool { return f.Key == g.Key }) {
		return rootKey
	}
	for _, l := range byLetter(part.Services) {
		for _, s := range l.groups {
			if s.Key == g.Key {
				return l.key
			}
		}
	}
	return rootKey
}
