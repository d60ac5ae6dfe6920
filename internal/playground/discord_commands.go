package playground

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"nonmerci/internal/discordtest"
)

// A command is one that the bot registered, or an option of one.
type command struct {
	Name    string            `json:"name"`
	Type    int               `json:"type"`
	Names   map[string]string `json:"name_localizations"`
	Options []command         `json:"options"`
}

// Types of options.
const (
	subcommand   = 1
	attachedFile = 11
)

// registered are the commands as the bot last wrote them.
func (p *discordPhone) registered() []command {
	var out []command
	for _, r := range p.RequestsTo("PUT /applications/{application_id}/commands") {
		var list []command
		if r.Status == 200 && json.Unmarshal(r.Body, &list) == nil {
			out = list
		}
	}
	return out
}

// named finds a command by its name, with those of a subcommand behind it.
func named(list []command, path []string) (command, bool) {
	for _, c := range list {
		switch {
		case len(path) == 0 || c.Name != path[0]:
		case len(path) == 1:
			return c, true
		default:
			return named(c.Options, path[1:])
		}
	}
	return command{}, false
}

func (p *discordPhone) optionOf(name string) string {
	if c, ok := named(p.registered(), strings.Fields(name)); ok && len(c.Options) > 0 {
		return c.Options[0].Name
	}
	return "question"
}

// completions are what the client offers while somebody types into an option.
func completions(ctx context.Context, u *discordtest.User, c *discordtest.Channel, a action, option string) (result, error) {
	x, err := u.Type(c, a.Data, option, a.Text)
	if err != nil {
		return result{}, err
	}
	list, err := x.WaitChoices(ctx)
	if err != nil {
		return result{}, errNoAnswer
	}
	var r result
	for _, ch := range list {
		r.Choices = append(r.Choices, choice{ID: fmt.Sprint(ch.Value), Title: ch.Name})
	}
	return r, nil
}
