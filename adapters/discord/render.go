package discord

import (
	"slices"
	"strings"

	"nonmerci/adapters/internal/cards"
	"nonmerci/bot"
)

// A drawing says for whom and where a reply is drawn.
type drawing struct {
	buttons buttons
	owner   uint64 // the asker, who alone may press the buttons
	hidden  bool   // the asker alone sees the message
	show    bool   // a hidden one may be shown to all
	target  string // the message that the answer is about, when it is not the asker's
	embeds  bool   // embeds are allowed where it goes
	notice  string // a sentence above the answer, small
	also    []string
}

// render draws a reply as messages, at least one. It is pure: the same reply gives the same messages. The buttons are under the last.
func (d drawing) render(r bot.Reply) []body {
	rows := d.rows(r)
	list := chunks(cards.Blocks(r, func(to string) bool { return leadsTo(rows, to) }), r.Card != nil)
	if d.notice != "" {
		list = append([]chunk{{part: partText, lines: line("-# ", []bot.Span{{Text: d.notice}}), close: true}}, list...)
	}
	var out []body
	for _, s := range layout(list, d.embeds) {
		b := body{Content: s.content}
		if s.apart != "" {
			b.Embeds = []embed{{Description: s.apart, Color: embedColor}}
		}
		out = append(out, b.normalised())
	}
	last := &out[len(out)-1]
	if strings.TrimSpace(last.Content) == "" && len(last.Embeds) == 0 {
		last.Content = "…" // an empty message would be refused
	}
	last.Components = append(last.Components, rows...)
	return out
}

// leadsTo says that a button opens an address.
func leadsTo(rows []row, address string) bool {
	return address != "" && slices.ContainsFunc(rows, func(r row) bool {
		return slices.ContainsFunc(r.Buttons, func(b button) bool { return b.URL == address || b.URL != "" && b.URL == webAddress(address) })
	})
}

// drawn is a reply as messages. again draws the buttons under the last one anew, once the ids of those before it are known.
type drawn struct {
	parts []body
	again func(also []string) []row
}

// part is the message at i; also are the ids of those before it.
func (d drawn) part(i int, also []string) body {
	b := d.parts[i]
	if i == len(d.parts)-1 && len(also) > 0 && d.again != nil {
		b.Components = d.again(also)
	}
	return b.normalised()
}

// say draws a sentence of the adapter's own.
func say(text string) drawn {
	return drawn{parts: []body{body{Content: clip(escape(tidy(text)), maxContent)}.normalised()}}
}
