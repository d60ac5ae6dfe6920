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
		if a.Text != "" {
			options = append(options, discordtest.With(p.optionOf(a.Data), a.Text))
		}
		return result{}, acknowledged(ctx)(u.Invoke(c, a.Data, options...))
	case "menu":
		return result{}, acknowledged(ctx)(u.UseOnMessage(a.Data, target))
	case "press":
		return result{}, acknowledged(ctx)(u.Press(target, a.Data))
	case "choose":
		return result{}, acknowledged(ctx)(u.Choose(target, a.Data, a.Text))
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

// acknowledged waits for the application to take an interaction up.
func acknowledged(ctx context.Context) func(*discordtest.Exchange, error) error {
	return func(x *discordtest.Exchange, err error) error {
		if err != nil {
			return err
		}
		if _, err := x.WaitCallback(ctx); err != nil {
			return errNoAnswer
		}
		return nil
	}
}
