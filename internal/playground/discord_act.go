package playground

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"nonmerci/internal/discordtest"
)

// clientWait is how long Discord's client waits for an application.
const clientWait = 3*time.Second + 500*time.Millisecond

var errNoAnswer = errors.New("the application did not respond")

// act does what a person does. It returns when the client would show something: at once for a message, when the application has
// acknowledged anything else.
func (p *discordPhone) act(ctx context.Context, a action) (result, error) {
	u, c, err := p.find(a)
	if err != nil {
		return result{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, clientWait)
	defer cancel()
	var target discordtest.Message
	for _, m := range c.Messages(u) {
		if m.ID == a.Message {
			target = m
		}
	}
	switch a.Do {
	case "say", "mention":
		return result{}, p.say(u, c, a, target)
	case "complete":
		return completions(ctx, u, c, a, p.optionOf(a.Data))
	case "command":
		options := []discordtest.Given{}
		switch {
		case a.File != nil:
			options = append(options, discordtest.With(p.optionOf(a.Data), &discordtest.Upload{Name: a.File.Name, Type: "text/plain", Data: []byte(a.File.Text)}))
		case a.Text != "":
			options = append(options, discordtest.With(p.optionOf(a.Data), a.Text))
		}
		return p.acknowledged(ctx, a.As)(u.Invoke(c, a.Data, options...))
	case "menu":
		return p.acknowledged(ctx, a.As)(u.UseOnMessage(a.Data, target))
	case "press":
		return p.acknowledged(ctx, a.As)(u.Press(target, a.Data))
	case "choose":
		return p.acknowledged(ctx, a.As)(u.Choose(target, a.Data, a.Text))
	case "submit":
		return p.submit(ctx, u, a)
	}
	return result{}, fmt.Errorf("nobody can %q on Discord", a.Do)
}

// say writes a message; « @NonMerci » in it mentions the bot, as the client makes of it.
func (p *discordPhone) say(u *discordtest.User, c *discordtest.Channel, a action, to discordtest.Message) error {
	text := strings.ReplaceAll(a.Text, "@NonMerci", p.Bot().Mention())
	if a.Do == "mention" {
		text = p.Bot().Mention() + " " + text
	}
	var options []discordtest.SayOption
	if to.ID != "" {
		options = append(options, discordtest.ReplyTo(to))
	}
	_, err := u.Say(c, text, options...)
	return err
}

// acknowledged waits for the application to take an interaction up, and draws the form that it shows, if it does.
func (p *discordPhone) acknowledged(ctx context.Context, as string) func(*discordtest.Exchange, error) (result, error) {
	return func(x *discordtest.Exchange, err error) (result, error) {
		if err != nil {
			return result{}, err
		}
		if _, err := x.WaitCallback(ctx); err != nil {
			return result{}, errNoAnswer
		}
		m := x.Modal()
		if m == nil {
			return result{}, nil
		}
		p.mu.Lock()
		p.forms[as] = m
		p.mu.Unlock()
		f := formOf(m)
		f.ID = m.CustomID
		html, err := render("form", f)
		return result{Form: html}, err
	}
}

var errFormGone = errors.New("this form was closed")

// submit sends the form that a person was shown last.
func (p *discordPhone) submit(ctx context.Context, u *discordtest.User, a action) (result, error) {
	p.mu.Lock()
	m := p.forms[a.As]
	p.mu.Unlock()
	if m == nil || m.CustomID != a.Data {
		return result{}, errFormGone
	}
	values := map[string]any{}
	for key, text := range a.Fields {
		values[key] = text
	}
	r, err := p.acknowledged(ctx, a.As)(u.Submit(m, values))
	if err == nil && r.Form == "" {
		p.mu.Lock()
		delete(p.forms, a.As)
		p.mu.Unlock()
	}
	return r, err
}
