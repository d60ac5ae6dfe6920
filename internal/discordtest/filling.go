package discordtest

import (
	"errors"
	"fmt"
	"slices"
)

// What a client says before it sends a command that is not filled in as declared.
var (
	errOption   = errors.New("the command has no such option")
	errRequired = errors.New("this option is required. Specify a value")
	errValue    = errors.New("the option does not take this value")
)

// filling is a person filling in a slash command.
type filling struct {
	server    *Server
	channel   *Channel
	given     []Given
	focus     string // the option that is being typed, "" when the command is sent
	focusType int
	resolved  object
}

// data is the data of the interaction.
func (f *filling) data(cmd *command, path []string) (object, error) {
	f.resolved = object{}
	options, err := f.level(cmd.Options, path)
	if err != nil {
		return nil, err
	}
	o := cmd.reference()
	if len(options) > 0 {
		o["options"] = options
	}
	if len(f.resolved) > 0 {
		o["resolved"] = f.resolved
	}
	return o, nil
}

// level fills in the options of a command, or goes down into the subcommand that the path names.
func (f *filling) level(declared []*commandOption, path []string) ([]object, error) {
	nested := len(declared) > 0 && declared[0].Type <= optionGroup
	if nested != (len(path) > 0) {
		return nil, fmt.Errorf("subcommand %v: %w", path, errOption)
	}
	if !nested {
		return f.leaves(declared)
	}
	i := slices.IndexFunc(declared, func(o *commandOption) bool { return o.Name == path[0] })
	if i < 0 {
		return nil, fmt.Errorf("subcommand %s: %w", path[0], errOption)
	}
	inner, err := f.level(declared[i].Options, path[1:])
	if err != nil {
		return nil, err
	}
	return []object{{"name": declared[i].Name, "type": declared[i].Type, "options": inner}}, nil
}

func (f *filling) leaves(declared []*commandOption) ([]object, error) {
	out := []object{}
	for _, g := range f.given {
		i := slices.IndexFunc(declared, func(o *commandOption) bool { return o.Name == g.Name })
		if i < 0 {
			return nil, fmt.Errorf("option %s: %w", g.Name, errOption)
		}
		value, err := f.value(declared[i], g)
		if err != nil {
			return nil, fmt.Errorf("option %s: %w", g.Name, err)
		}
		o := object{"name": g.Name, "type": declared[i].Type, "value": value}
		if g.Name == f.focus {
			o["focused"] = true
		}
		out = append(out, o)
	}
	for _, d := range declared {
		filled := slices.ContainsFunc(f.given, func(g Given) bool { return g.Name == d.Name })
		if d.Required && !filled && f.focus == "" {
			return nil, fmt.Errorf("option %s: %w", d.Name, errRequired)
		}
	}
	return out, nil
}

// value checks a value and puts it as the interaction carries it.
func (f *filling) value(d *commandOption, g Given) (any, error) {
	if g.Name == f.focus {
		if !d.Autocomplete {
			return nil, fmt.Errorf("the option does not complete: %w", errOption)
		}
		f.focusType = d.Type
		return g.Value, nil
	}
	switch v := g.Value.(type) {
	case string:
		return v, d.takesText(v)
	case int:
		return v, d.takesNumber(float64(v), optionInteger, optionNumber)
	case float64:
		return v, d.takesNumber(v, optionNumber)
	case bool:
		return v, d.takes(optionBoolean)
	case *User:
		f.resolveUser(v)
		return v.id, d.takes(optionUser, optionMentionable)
	case *Channel:
		f.resolve("channels", v.id, v.wire())
		return v.id, d.takes(optionChannel)
	case *Upload:
		id, wire := f.server.keepUpload(v, f.channel)
		f.resolve("attachments", id, wire)
		return id, d.takes(optionAttachment)
	case *Role:
		f.resolve("roles", v.id, v.wire())
		return v.id, d.takes(optionRole, optionMentionable)
	}
	return nil, errValue
}

func (f *filling) resolveUser(u *User) {
	f.resolve("users", u.id, u.wire())
	if g := f.channel.guild; g != nil && g.members[u.id] != nil {
		f.resolve("members", u.id, g.members[u.id].wire(false))
	}
}

func (f *filling) resolve(kind, id string, what object) {
	set, _ := f.resolved[kind].(object)
	if set == nil {
		set = object{}
		f.resolved[kind] = set
	}
	set[id] = what
}

func (c *commandOption) takes(kinds ...int) error {
	if !slices.Contains(kinds, c.Type) {
		return errValue
	}
	return nil
}

// takesText checks length and choices. An option that completes takes any text, chosen or not.
func (c *commandOption) takesText(v string) error {
	n := runes(v)
	switch {
	case c.Type != optionString, n < or(c.MinLength, 0), n > or(c.MaxLength, 6000), n == 0 && c.Required:
		return errValue
	case len(c.Choices) > 0 && !slices.ContainsFunc(c.Choices, func(ch commandChoice) bool { return ch.Value == any(v) }):
		return errValue
	}
	return nil
}

func (c *commandOption) takesNumber(v float64, kinds ...int) error {
	if v < or(c.MinValue, v) || v > or(c.MaxValue, v) {
		return errValue
	}
	return c.takes(kinds...)
}
