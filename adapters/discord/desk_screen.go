package discord

import (
	"context"
	"slices"
	"strconv"

	"nonmerci/adapters/internal/discordrest"
	"nonmerci/bot"
	"nonmerci/bot/desk"
)

// show draws a screen for the one who asked for it: as a form, in the place of the screen whose button was pressed, or as a message of its
// own. A form can only be the first response to an interaction, and not to another form; else a button that opens it stands for it.
func (r *room) show(ctx context.Context, k *ack, s desk.Screen) {
	r.passAll(s.Notices)
	if f := s.Form; f != nil && len(s.Buttons) == 0 && k.in.kind != kindModal && r.opened(ctx, k, *f, s.Blocks) {
		return
	}
	d := r.screen(k.in, s)
	if s.Replace && k.in.onComponent() && (k.in.hidden || k.in.direct) {
		k.update(ctx, d)
		return
	}
	k.apart(ctx, d)
}

// apart answers with a message of its own, for whoever asked alone.
func (k *ack) apart(ctx context.Context, d drawn) {
	if k.in.onComponent() {
		k.beside(ctx, flagEphemeral, d)
		return
	}
	k.alone(ctx, d)
}

// alone answers a command with a message for whoever asked alone. It is never posted in a channel instead.
func (k *ack) alone(ctx context.Context, d drawn) {
	var id string
	var err error
	flags := flagsOf(k.private)
	switch k.take(ctx) {
	case ackDead:
		return
	case ackDeferred:
		id, err = k.adapter.send.editOriginal(ctx, k.in, d.part(0, nil))
	case ackNone:
		id, err = k.first(ctx, flags, d)
	}
	k.adapter.rest(ctx, k.in, flags, d, err, id)
}

// screen draws a screen. Its buttons and files are with the last message.
func (r *room) screen(in interaction, s desk.Screen) drawn {
	parts := screenParts(s.Title, s.Blocks, in.mayEmbed)
	last := &parts[len(parts)-1]
	last.Components = r.screenRows(in, s)
	last.instead = escape(deskWordsIn(in.Lang).FileLost)
	for i, f := range s.Files {
		*last.Attachments = append(*last.Attachments, attachment{strconv.Itoa(i), f.Name})
		last.files = append(last.files, discordrest.File{Name: f.Name, Type: f.Type, Data: f.Data})
	}
	return drawn{parts: parts}
}

// screenParts are a title and blocks as messages, at least one: what is too long for one stands in an embed, where that is allowed.
func screenParts(title string, blocks []bot.Block, embeds bool) []body {
	all := []part{partText}
	head, rest := chunks([]bot.Block{{Kind: bot.Heading, Spans: []bot.Span{{Text: title}}}}, false), chunks(blocks, false)
	sheets := split(slices.Concat(head, rest))
	if s := (sheet{text(head, all), text(rest, all)}); len(sheets) > 1 && embeds && count(s.apart) <= maxEmbed {
		sheets = []sheet{s}
	}
	var out []body
	for _, s := range sheets {
		b := body{Content: s.content, Attachments: &[]attachment{}}
		if s.apart != "" {
			b.Embeds = []embed{{Description: s.apart, Color: embedColor}}
		}
		if s.content == "" && s.apart == "" {
			b.Content = "…" // an empty message would be refused
		}
		out = append(out, b.normalised())
	}
	return out
}

// screenRows are the buttons of a screen, the one that opens its form when none of them does, and its menu of roles.
func (r *room) screenRows(in interaction, s desk.Screen) []row {
	made := map[string]int{}
	draw := func(b desk.Button) (button, bool) {
		out := button{Type: componentButton, Style: styleOf(b.Style), Label: clip(oneLine(b.Label), maxLabel)}
		if b.URL != "" {
			out.Style, out.URL = styleLink, webAddress(b.URL)
			return out, out.URL != "" && out.Label != ""
		}
		act := customAct + b.Act.String()
		if made[act]++; made[act] > 1 { // each custom_id may be in a message once
			act += ":" + strconv.Itoa(made[act])
		}
		out.CustomID = r.seal.Seal(act, in.author)
		return out, out.Label != "" && count(out.CustomID) <= maxCustom
	}
	lines := s.Buttons
	if f := s.Form; f != nil && !opens(s, f.Again) {
		lines = append([][]desk.Button{{{Label: f.Open, Act: f.Again, Style: desk.Primary}}}, lines...)
	}
	var out []row
	for _, line := range lines {
		var drawn []button
		for _, b := range line {
			if d, ok := draw(b); ok {
				drawn = append(drawn, d)
			}
		}
		for len(drawn) > 0 && len(out) < maxRows {
			n := min(len(drawn), maxInRow)
			out = append(out, row{componentRow, drawn[:n:n]})
			drawn = drawn[n:]
		}
	}
	if s.Roles != nil && len(out) < maxRows {
		out = append(out, r.roleRow(in, *s.Roles))
	}
	return out
}

// roleRow is a menu that Discord fills with the roles of the server. Taking away what is chosen is an answer too.
func (r *room) roleRow(in interaction, m desk.RoleMenu) row {
	none := 0
	b := button{
		Type: componentRoles, CustomID: r.seal.Seal(customPick+m.Act.String(), in.author), Placeholder: clip(oneLine(m.Label), maxPlaceholder), Least: &none,
	}
	if m.Chosen != "" {
		b.Defaults = []chosenOne{{Type: "role", ID: m.Chosen}}
	}
	return row{componentRow, []button{b}}
}

func styleOf(s desk.Style) int {
	switch s {
	case desk.Primary:
		return stylePrimary
	case desk.Danger:
		return styleDanger
	}
	return styleSecondary
}

// opens says whether some button of a screen does an act.
func opens(s desk.Screen, a desk.Act) bool {
	for _, line := range s.Buttons {
		for _, b := range line {
			if b.Act.String() == a.String() {
				return true
			}
		}
	}
	return false
}
