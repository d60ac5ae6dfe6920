package discord

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
	"nonmerci/bot/desk"
)

const (
	itemMenus = 4                      // in one list of entries
	listSize  = itemMenus * maxOptions // beyond, a button leads to further ones
	listMark  = "l"                    // of that button: « l:key:page »
)

// chosen shows what somebody chose in the guide, to them alone: a list of entries, or an entry. Lists take the place of lists.
func (r *room) chosen(ctx context.Context, k *ack) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	text, err := r.seal.Open(k.in.button, k.in.author)
	w := deskWordsIn(k.in.Lang)
	if err != nil {
		words := w.OldButton
		if errors.Is(err, seal.ErrOwner) {
			words = w.OthersButton
		}
		k.aside(ctx, say(words))
		return
	}
	lang, what := menuName(text)
	if k.in.Lang != "" { // whoever reads another language than the guide's
		lang = deskLang(k.in.Lang)
	}
	page, err := r.desk.Guide(ctx, k.in.Place, []string{lang})
	if err != nil || len(page.Parts) == 0 {
		r.failed(err)
		k.aside(ctx, say(w.GuideLost))
		return
	}
	n := 0
	if key, number, is := listed(what); is {
		what, n = valueGroup+key, number
	} else if len(k.in.values) > 0 {
		what = k.in.values[0]
	}
	r.showChosen(ctx, k, page.Parts[0], what, n)
}

// listed reads the name of a button that leads to further entries of a list.
func listed(name string) (key string, page int, is bool) {
	rest, is := strings.CutPrefix(name, listMark+":")
	key, number, _ := strings.Cut(rest, ":")
	page, err := strconv.Atoi(number)
	return key, page, is && err == nil && page >= 0
}

func (r *room) showChosen(ctx context.Context, k *ack, p desk.GuidePart, what string, page int) {
	kind, name := what[:min(2, len(what))], what[min(2, len(what)):]
	switch kind {
	case valueRange:
		all := pieces(p.Services, maxOptions)
		if i, err := strconv.Atoi(name); err == nil && i >= 0 && i < len(all) {
			if m, ok := r.menu(p.Lang+":r", letters(p, all[i]), groupLines(all[i]), k.in.author); ok {
				k.listed(ctx, drawn{parts: []body{{Content: escape(p.ChooseService), Components: []row{m}}}})
				return
			}
		}
	case valueGroup:
		if g, ok := group(p, name); ok && len(g.Items) == 1 {
			r.showItem(ctx, k, g.Items[0], p.Lang)
			return
		} else if ok {
			k.listed(ctx, r.list(k.in, p, g, page))
			return
		}
	case valueEntry:
		if i, ok := item(p, name); ok {
			r.showItem(ctx, k, i, p.Lang)
			return
		}
	}
	k.aside(ctx, say(deskWordsIn(k.in.Lang).GuideNothing))
}

// list is a list of entries, from a page on.
func (r *room) list(in interaction, p desk.GuidePart, g desk.GuideGroup, page int) drawn {
	from := min(page*listSize, len(g.Items))
	here := g.Items[from:min(from+listSize, len(g.Items))]
	b := body{Content: "**" + escape(oneLine(g.Label)) + "**\n" + escape(p.ChooseEntry)}
	for i, items := range pieces(here, maxOptions) {
		placeholder := p.ChooseEntry
		if len(here) > maxOptions {
			first := from + 1 + i*len(here)/len(pieces(here, maxOptions))
			placeholder += " (" + strconv.Itoa(first) + "–" + strconv.Itoa(first+len(items)-1) + ")"
		}
		if m, ok := r.menu(p.Lang+":e"+strconv.Itoa(i), placeholder, itemLines(items), in.author); ok {
			b.Components = append(b.Components, m)
		}
	}
	var turn []button
	add := func(label string, to int) {
		name := customGuide + p.Lang + ":" + listMark + ":" + g.Key + ":" + strconv.Itoa(to)
		turn = append(turn, button{Type: componentButton, Style: styleSecondary, Label: clip(oneLine(label), maxLabel), CustomID: r.seal.Seal(name, in.author)})
	}
	if page > 0 {
		add(p.Back, page-1)
	}
	if from+listSize < len(g.Items) {
		add(p.More, page+1)
	}
	if len(turn) > 0 {
		b.Components = append(b.Components, row{componentRow, turn})
	}
	return drawn{parts: []body{b}}
}

// listed shows a list in the place of the one that it was chosen from, or as a message of its own under the guide, which is everybody's.
func (k *ack) listed(ctx context.Context, d drawn) {
	if k.in.hidden {
		k.update(ctx, d)
		return
	}
	k.beside(ctx, flagEphemeral, d)
}

// showItem shows an entry as a reader gets it.
func (r *room) showItem(ctx context.Context, k *ack, i desk.GuideItem, lang string) {
	subject, intent, _ := strings.Cut(i.Reader, "/")
	reply := r.safely(ctx, k.in.Message, func(ctx context.Context) (bot.Reply, error) {
		a, err := r.core.Press(ctx, k.in.Message, bot.Press{Kind: bot.PressChoice, Lang: firstOf(k.in.Lang, lang), Subject: subject, Intent: intent})
		if errors.Is(err, bot.ErrPress) {
			return bot.Reply{}, nil
		}
		return a, err
	})
	if reply.Silent() {
		k.aside(ctx, say(deskWordsIn(k.in.Lang).GuideNothing))
		return
	}
	k.listed(ctx, r.draw(drawing{buttons: r.buttons, owner: k.in.author, hidden: true, show: true, embeds: k.in.mayEmbed}, reply))
}

func group(p desk.GuidePart, key string) (desk.GuideGroup, bool) {
	for _, all := range [][]desk.GuideGroup{p.Services, p.Questions} {
		for _, g := range all {
			if g.Key == key {
				return g, true
			}
		}
	}
	return desk.GuideGroup{}, false
}

func item(p desk.GuidePart, code string) (desk.GuideItem, bool) {
	for _, all := range [][]desk.GuideGroup{p.Services, p.Questions} {
		for _, g := range all {
			for _, i := range g.Items {
				if i.Code == code {
					return i, true
				}
			}
		}
	}
	return desk.GuideItem{}, false
}
