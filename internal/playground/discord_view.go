package playground

import (
	"fmt"
	"slices"
	"strings"

	"nonmerci/internal/discordtest"
)

// locales are the languages of the people's clients, for what commands are called.
var locales = map[string]string{camille: "fr", sam: "en-US", nora: "fr"}

// screen is what a person sees in a place.
func (p *discordPhone) screen(as, place string) (screen, error) {
	u, c, err := p.find(action{As: as, Place: place})
	if err != nil {
		return screen{}, err
	}
	var s screen
	var menu []control
	for _, cmd := range p.registered() {
		name := cmd.Name
		if local := cmd.Names[locales[as]]; local != "" {
			name = local
		}
		switch cmd.Type {
		case discordtest.MessageCommand:
			menu = append(menu, control{Do: "menu", Label: name, Data: cmd.Name})
		case discordtest.SlashCommand, 0:
			s.Commands = append(s.Commands, offered(cmd, name, locales[as])...)
		}
	}
	seen := c.Messages(u)
	for _, m := range seen {
		shown := p.message(m, seen)
		shown.Mine = m.Author == u
		if !shown.Waiting && !shown.Private {
			shown.Menu = append([]control{{Do: "reply", Label: "Répondre", Data: m.ID}}, menu...)
		}
		s.Messages = append(s.Messages, shown)
	}
	return s, nil
}

// offered is a command as a client lists it: each subcommand by itself, with what it takes.
func offered(c command, name, locale string) []choice {
	var out []choice
	for _, o := range c.Options {
		if o.Type != subcommand {
			continue
		}
		local := o.Name
		if l := o.Names[locale]; l != "" {
			local = l
		}
		out = append(out, choice{ID: c.Name + " " + o.Name, Title: "/" + name + " " + local, About: optionMark(o)})
	}
	if len(out) == 0 {
		out = append(out, choice{ID: c.Name, Title: "/" + name, About: optionMark(c)})
	}
	return out
}

// optionMark says what a command takes: the name of its first option, and « file » for a file.
func optionMark(c command) string {
	switch {
	case len(c.Options) == 0:
		return ""
	case c.Options[0].Type == attachedFile:
		return "file"
	}
	return c.Options[0].Name
}

// message draws a message; the others are those on the same screen.
func (p *discordPhone) message(m discordtest.Message, others []discordtest.Message) message {
	out := message{
		ID: m.ID, Author: m.Author.Name(), Time: m.At.Format("15:04"), Private: m.Ephemeral, Edited: !m.Edited.IsZero(),
		Waiting: m.Flags&discordtest.FlagLoading != 0, Bot: m.Author == p.Bot(),
	}
	if out.Bot {
		out.Author = "NonMerci"
	}
	out.Initial = initial(out.Author)
	if !out.Waiting && m.Content != "" {
		out.Body = markdown(m.Content, p.name)
	}
	if m.ReplyTo != "" {
		out.ReplyTo = "Message supprimé"
		for _, o := range others {
			if o.ID == m.ReplyTo {
				out.ReplyTo = o.Author.Name() + " : " + excerpt(p.readable(o.Text()))
			}
		}
	}
	for _, e := range m.Embeds {
		out.Embeds = append(out.Embeds, p.frame(e))
	}
	for i, name := range m.Files {
		out.Files = append(out.Files, fileOf(name, m.Contents[i]))
	}
	out.Rows = rows(m.Components, m.Channel.Roles())
	return out
}

// frame draws an embed. Its title and its fields are text in Markdown as well.
func (p *discordPhone) frame(e discordtest.Embed) frame {
	f := frame{Color: "#202225"}
	if e.Color != nil {
		f.Color = fmt.Sprintf("#%06x", *e.Color)
	}
	if e.Title != "" {
		f.Body = append(f.Body, wrap("h3", inline(e.Title, p.name)))
	}
	if e.Description != "" {
		f.Body = append(f.Body, markdown(e.Description, p.name)...)
	}
	for _, field := range e.Fields {
		f.Body = append(append(f.Body, wrap("h3", inline(field.Name, p.name))), markdown(field.Value, p.name)...)
	}
	if e.Footer != nil {
		f.Body = append(f.Body, wrap("small", []node{plain(e.Footer.Text)}))
	}
	return f
}

// rows draws the buttons and selects of a message. What the page cannot draw is named, so that it is not overlooked.
func rows(list []discordtest.Component, roles []*discordtest.Role) [][]control {
	var out [][]control
	for _, row := range list {
		if row.Type != discordtest.ActionRow {
			out = append(out, []control{{Label: fmt.Sprintf("(component of type %d)", row.Type), Off: true}})
			continue
		}
		var line []control
		for _, c := range row.Components {
			line = append(line, input(c, roles))
		}
		out = append(out, line)
	}
	return out
}

// styles are those of buttons that stand out, as Discord numbers them.
var styles = map[int]string{1: "primary", 4: "danger"}

func input(c discordtest.Component, roles []*discordtest.Role) control {
	switch {
	case c.Type == discordtest.Button && c.URL != "":
		return control{Label: c.Label, URL: c.URL}
	case c.Type == discordtest.Button:
		return control{Do: "press", Label: c.Label, Data: c.CustomID, Off: c.Disabled, Style: styles[c.Style]}
	case c.Type == discordtest.StringSelect:
		s := control{Do: "choose", Label: c.Placeholder, Data: c.CustomID, Off: c.Disabled}
		for _, o := range c.Options {
			s.Options = append(s.Options, choice{ID: o.Value, Title: o.Label})
		}
		return s
	case c.Type == discordtest.RoleSelect:
		s := control{Do: "choose", Label: c.Placeholder, Data: c.CustomID, Off: c.Disabled}
		for _, r := range roles {
			s.Options = append(s.Options, choice{ID: r.ID(), Title: "@" + r.Name()})
			if slices.ContainsFunc(c.Defaults, func(d discordtest.Default) bool { return d.ID == r.ID() }) {
				s.Label = "@" + r.Name()
			}
		}
		return s
	}
	return control{Label: fmt.Sprintf("(component of type %d)", c.Type), Off: true}
}

// name shows a mention.
func (p *discordPhone) name(mention string) string {
	if mention == p.Bot().Mention() {
		return "@NonMerci"
	}
	for _, u := range p.people {
		if mention == u.Mention() {
			return "@" + u.Name()
		}
	}
	return mention
}

// readable is a text with its mentions as names.
func (p *discordPhone) readable(s string) string {
	return strings.ReplaceAll(s, p.Bot().Mention(), "@NonMerci")
}
