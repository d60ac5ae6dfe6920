package discord

import (
	"strconv"
	"strings"

	"nonmerci/bot"
	"nonmerci/bot/desk"
)

const (
	maxOptions     = 25 // of a select
	maxOption      = 100
	maxPlaceholder = 150
	serviceMenus   = 3 // in the guide, of services by their first letters; beyond, one select of letters stands for them
)

// What the value of a line of a menu begins with.
const (
	valueGroup = "k:" // a group of entries, by its key
	valueRange = "r:" // services by letter, by their place
	valueEntry = "e:" // an entry, by its code
)

// drawGuide draws the guide of a server: one message, with menus for services and one for questions in each language.
func (r *room) drawGuide(page desk.GuidePage) body {
	var list []chunk
	for _, p := range page.Parts {
		blocks := append([]bot.Block{{Kind: bot.Heading, Spans: []bot.Span{{Text: p.Title}}}}, p.Intro...)
		if p.Updated != "" {
			blocks = append(blocks, bot.Block{Kind: bot.Small, Spans: []bot.Span{{Text: p.Updated}}})
		}
		list = append(list, chunks(blocks, false)...)
	}
	b := body{Content: split(list)[0].content} // it is far shorter than a message
	if len(page.Parts) > 0 {
		b.Components = r.serviceRows(page.Parts[0], serviceMenus, 0)
	}
	for i, p := range page.Parts {
		if m, ok := r.menu(p.Lang+":q"+strconv.Itoa(i), p.ChooseQuestion, groupLines(p.Questions), 0); ok && len(b.Components) < maxRows {
			b.Components = append(b.Components, m)
		}
	}
	return b.normalised()
}

// serviceRows are menus of services, at most most of them; when they are more, one menu of their first letters.
func (r *room) serviceRows(p desk.GuidePart, most int, owner uint64) []row {
	all := pieces(p.Services, maxOptions)
	var out []row
	add := func(placeholder string, lines []menuOption) {
		if m, ok := r.menu(p.Lang+":s"+strconv.Itoa(len(out)), placeholder, lines, owner); ok {
			out = append(out, m)
		}
	}
	switch {
	case len(all) == 1:
		add(p.ChooseService, groupLines(all[0]))
	case len(all) <= most:
		for _, groups := range all {
			add(letters(p, groups), groupLines(groups))
		}
	default:
		var lines []menuOption
		for i, groups := range all {
			lines = append(lines, menuOption{Label: clip(letters(p, groups), maxOption), Value: valueRange + strconv.Itoa(i)})
		}
		add(p.ChooseService, lines)
	}
	return out
}

// letters says which services a menu has.
func letters(p desk.GuidePart, groups []desk.GuideGroup) string {
	from, to := groups[0], groups[len(groups)-1]
	if from.Key == ownKey && len(groups) > 1 {
		from = groups[1]
	}
	return with(deskWordsIn(p.Lang).GuideRange, "what", p.ChooseService, "from", initial(from.Label), "to", initial(to.Label))
}

// ownKey is the group of what a community added.
const ownKey = "own"

// initial is the first letters of a name, by which it is found in a list.
func initial(s string) string {
	r := []rune(oneLine(s))
	return string(r[:min(len(r), 3)])
}

func groupLines(groups []desk.GuideGroup) []menuOption {
	var out []menuOption
	for _, g := range groups {
		out = append(out, menuOption{Label: clip(oneLine(g.Label), maxOption), Value: valueGroup + g.Key})
	}
	return out
}

func itemLines(items []desk.GuideItem) []menuOption {
	var out []menuOption
	for _, i := range items {
		out = append(out, menuOption{Label: clip(oneLine(i.Label), maxOption), Value: valueEntry + i.Code})
	}
	return out
}

// menu is a row with a select; an owner of 0 is everybody. ok is false when there is nothing to choose. name tells it from others.
func (r *room) menu(name, placeholder string, lines []menuOption, owner uint64) (out row, ok bool) {
	var fit []menuOption
	for _, l := range lines {
		if l.Label != "" && count(l.Value) <= maxOption && len(fit) < maxOptions {
			fit = append(fit, l)
		}
	}
	return row{componentRow, []button{{
		Type: componentSelect, CustomID: r.seal.Seal(customGuide+name, owner), Placeholder: clip(oneLine(placeholder), maxPlaceholder), Options: fit,
	}}}, len(fit) > 0
}

// pieces cuts a list into pieces of nearly one length, none longer than most.
func pieces[T any](all []T, most int) [][]T {
	n := (len(all) + most - 1) / most
	var out [][]T
	for i := range n {
		out = append(out, all[i*len(all)/n:(i+1)*len(all)/n])
	}
	return out
}

// menuName reads the name of a menu: the language of the part of the guide that it belongs to, and what follows.
func menuName(s string) (lang, rest string) {
	lang, rest, _ = strings.Cut(strings.TrimPrefix(s, customGuide), ":")
	return lang, rest
}
