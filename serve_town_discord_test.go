package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"nonmerci/internal/discordtest"
)

// A discordPlace is a server on Discord with a channel. Ana may manage it, Zoé has her role too, Léa is a member.
type discordPlace struct {
	*town
	guild         *discordtest.Guild
	channel       *discordtest.Channel
	role          *discordtest.Role
	ana, zoe, lea *discordtest.User
}

func (v *town) server(name string) *discordPlace {
	p := &discordPlace{town: v, guild: v.discord.AddGuild(name)}
	p.channel, p.role = p.guild.AddChannel("général"), p.guild.AddRole("modération", discordtest.ManageGuild|discordtest.ManageMessages)
	p.ana, p.zoe, p.lea = v.discord.AddUser("Ana"), v.discord.AddUser("Zoé"), v.discord.AddUser("Léa")
	p.guild.AddMember(p.ana, p.role)
	p.guild.AddMember(p.zoe, p.role)
	p.guild.AddMember(p.lea)
	time.Sleep(time.Second)
	return p
}

// visible is all that somebody reads in a message, labels of buttons in brackets.
func visible(m discordtest.Message) string {
	out := m.Text()
	for _, c := range m.Inputs() {
		out += "\n[" + c.Label + c.Placeholder + "]"
		for _, o := range c.Options {
			out += "\n- " + o.Label
		}
	}
	return out
}

// uses has somebody use a command in the channel, and returns the screen.
func (p *discordPlace) uses(u *discordtest.User, command string, options ...discordtest.Given) discordtest.Message {
	p.t.Helper()
	return p.screen(p.must(u.Invoke(p.channel, command, options...)))
}

func (p *discordPlace) must(x *discordtest.Exchange, err error) *discordtest.Exchange {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
	return x
}

// screen waits for what the person alone sees.
func (p *discordPlace) screen(x *discordtest.Exchange) (m discordtest.Message) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, time.Minute)
	defer cancel()
	err := x.Until(ctx, func(all []discordtest.Message) bool {
		for _, a := range all {
			if a.Ephemeral && a.Flags&discordtest.FlagLoading == 0 {
				m = a
			}
		}
		return m.ID != ""
	})
	if err != nil || x.Failed() {
		p.t.Fatalf("no screen: %v, %d answers, failed: %t", err, x.Answers(), x.Failed())
	}
	return m
}

func (p *discordPlace) press(u *discordtest.User, m discordtest.Message, words string) *discordtest.Exchange {
	p.t.Helper()
	for _, c := range m.Inputs() {
		if strings.HasPrefix(plain(c.Label), words) {
			return p.must(u.Press(m, c.CustomID))
		}
	}
	p.t.Fatalf("there is no button %q in:\n%s", words, visible(m))
	return nil
}

// presses has somebody press buttons one after the other, each found by how its label begins, and returns the last screen.
func (p *discordPlace) presses(u *discordtest.User, m discordtest.Message, words ...string) discordtest.Message {
	p.t.Helper()
	for _, w := range words {
		m = p.screen(p.press(u, m, w))
	}
	return m
}

// opens presses a button that opens a form.
func (p *discordPlace) opens(u *discordtest.User, m discordtest.Message, words string) *discordtest.Modal {
	p.t.Helper()
	return p.form(p.press(u, m, words))
}

func (p *discordPlace) form(x *discordtest.Exchange) *discordtest.Modal {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, time.Minute)
	defer cancel()
	f, err := x.WaitModal(ctx)
	if err != nil {
		p.t.Fatalf("no form: %v", err)
	}
	return f
}

// submits fills a form and returns the screen after it.
func (p *discordPlace) submits(u *discordtest.User, f *discordtest.Modal, values map[string]any) discordtest.Message {
	p.t.Helper()
	return p.screen(p.must(u.Submit(f, values)))
}

// value is what a form holds in a field.
func value(f *discordtest.Modal, key string) string {
	for _, c := range f.Inputs() {
		if c.CustomID == key {
			s, _ := c.Value.(string)
			return s
		}
	}
	return ""
}

// entry is the screen of the entry whose title begins with words, found by completion.
func (p *discordPlace) entry(u *discordtest.User, typed, title string) discordtest.Message {
	p.t.Helper()
	list, err := p.must(u.Type(p.channel, "kb search", "entry", typed)).WaitChoices(p.ctx)
	if err != nil {
		p.t.Fatal(err)
	}
	i := slices.IndexFunc(list, func(c discordtest.Choice) bool { return strings.HasPrefix(plain(c.Name), title) })
	if i < 0 {
		p.t.Fatalf("%q is not among %+v", title, list)
	}
	return p.uses(u, "kb search", discordtest.With("entry", list[i].Value))
}

// asks has somebody ask in the server, and returns what they are answered.
func (p *discordPlace) asks(u *discordtest.User, question string) discordtest.Message {
	p.t.Helper()
	x := p.must(u.Invoke(p.channel, "ask", discordtest.With("question", question)))
	m, err := x.Wait(p.ctx)
	if err != nil {
		p.t.Fatal(err)
	}
	return m
}

// switches turns settings on: each by how the label of its button begins.
func (p *discordPlace) switches(labels ...string) {
	p.t.Helper()
	p.presses(p.ana, p.uses(p.ana, "kb home"), append([]string{"Réglages"}, labels...)...)
}

// guide is the message that is pinned.
func (p *discordPlace) guide() discordtest.Message {
	p.t.Helper()
	var found []discordtest.Message
	for _, m := range p.channel.Messages(p.lea) {
		if m.Pinned {
			found = append(found, m)
		}
	}
	if len(found) != 1 {
		p.t.Fatalf("%d messages are pinned", len(found))
	}
	return found[0]
}
