package discord

import (
	"nonmerci/adapters/internal/cards"
	"nonmerci/bot"
)

// Limits of buttons (docs: components/reference).
const (
	maxRows   = 5
	maxInRow  = 5
	maxLabel  = 80
	maxCustom = 100
)

// rows lays out the buttons of a reply: the setting, the devices, the choices or further questions, what the reader thinks of it, and what
// one may do with the message. On a phone a row of more than three short ones becomes two.
func (d drawing) rows(r bot.Reply) []row {
	if r.Private() {
		return nil
	}
	var out rowList
	out.add(d.links(r))
	for _, g := range []bot.Group{bot.GroupDevice, bot.GroupChoice, bot.GroupRelated, bot.GroupFeedback} {
		out.add(d.group(r, g))
	}
	out.add(append(d.group(r, bot.GroupAbout), d.own(r)...))
	return out
}

type rowList []row

// add adds buttons as rows of five, while there is room for rows, and without one that says what another does.
func (l *rowList) add(list []button) {
	var fresh []button
	for _, b := range list {
		if !l.hold(b) && !held(fresh, b) {
			fresh = append(fresh, b)
		}
	}
	for len(fresh) > 0 && len(*l) < maxRows {
		n := min(len(fresh), maxInRow)
		*l = append(*l, row{componentRow, fresh[:n:n]})
		fresh = fresh[n:]
	}
}

func (l *rowList) hold(b button) bool {
	for _, r := range *l {
		if held(r.Buttons, b) {
			return true
		}
	}
	return false
}

func held(list []button, b button) bool {
	for _, o := range list {
		if o.CustomID == b.CustomID && o.URL == b.URL {
			return true
		}
	}
	return false
}

func (d drawing) links(r bot.Reply) []button {
	var out []button
	for _, l := range r.Opens() {
		if to := webAddress(l.URL); to != "" {
			label := l.Text
			if label == "" {
				label = bot.WordsIn(r.Lang).Open
			}
			out = append(out, button{Type: componentButton, Style: styleLink, Label: clip(oneLine(label), maxLabel), URL: to})
		}
	}
	return out
}

func (d drawing) group(r bot.Reply, g bot.Group) []button {
	var out []button
	for _, a := range cards.Actions(r, g) {
		if label := oneLine(a.Label); label != "" {
			out = append(out, d.button(label, d.buttons.press(a.Press, d.owner)))
		}
	}
	return out
}

// own are the buttons that the adapter adds: show a private answer to all; delete one that all see.
func (d drawing) own(r bot.Reply) []button {
	w := bot.WordsIn(orDefault(r.Lang))
	switch p, ok := entryOf(r); {
	case d.hidden && ok && d.show:
		return []button{d.button(w.Show, d.buttons.show(p, d.target, d.owner))}
	case d.hidden:
		return nil
	}
	return []button{d.button(w.Remove, d.buttons.remove(r.Lang, d.also, d.owner))}
}

// entryOf is the press that shows the entry of an answer again.
func entryOf(r bot.Reply) (bot.Press, bool) {
	if r.Card == nil {
		return bot.Press{}, false
	}
	for _, a := range r.Actions {
		if a.Press.Kind == bot.PressUseful {
			p := a.Press
			p.Kind = bot.PressChoice
			return p, true
		}
	}
	return bot.Press{}, false
}

func (d drawing) button(label, custom string) button {
	return button{Type: componentButton, Style: styleSecondary, Label: clip(label, maxLabel), CustomID: custom}
}
