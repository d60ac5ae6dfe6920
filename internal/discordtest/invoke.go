package discordtest

import (
	"fmt"
	"slices"
	"strings"
)

// Given is an option with its value, as a person fills it in: a string, an int, a float64, a bool, a *User, a *Channel, a *Role or an *Upload.
type Given struct {
	Name  string
	Value any
}

// With gives an option of a command a value.
func With(name string, value any) Given { return Given{name, value} }

// Invoke uses a slash command: its name, with subcommands behind it, such as "kb edit"; names are the base names. It fails when the
// client would not offer the command there or not send it: unknown, not for this place or person, an option missing or wrong.
func (u *User) Invoke(c *Channel, name string, options ...Given) (*Exchange, error) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	words := strings.Fields(name)
	cmd, owners, err := s.offered(u, c, SlashCommand, words[0])
	if err != nil {
		return nil, fmt.Errorf("%s uses /%s: %w", u.name, name, err)
	}
	in := filling{server: s, channel: c, given: options}
	data, err := in.data(cmd, words[1:])
	if err != nil {
		return nil, fmt.Errorf("%s uses /%s: %w", u.name, name, err)
	}
	return s.act(interaction{kind: KindCommand, user: u, channel: c, command: cmd, owners: owners, data: data}), nil
}

// Type types into an option of a slash command that completes: partial is what is there so far, the other options are filled in.
func (u *User) Type(c *Channel, name, option, partial string, others ...Given) (*Exchange, error) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	words := strings.Fields(name)
	cmd, owners, err := s.offered(u, c, SlashCommand, words[0])
	if err != nil {
		return nil, fmt.Errorf("%s types in /%s: %w", u.name, name, err)
	}
	in := filling{server: s, channel: c, given: append(others, Given{option, partial}), focus: option}
	data, err := in.data(cmd, words[1:])
	if err != nil {
		return nil, fmt.Errorf("%s types in /%s: %w", u.name, name, err)
	}
	return s.act(interaction{kind: KindAutocomplete, user: u, channel: c, command: cmd, owners: owners, data: data, focused: in.focusType}), nil
}

// UseOnMessage uses a command of the context menu on a message that the user sees.
func (u *User) UseOnMessage(name string, m Message) (*Exchange, error) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	cmd, owners, err := s.offered(u, m.Channel, MessageCommand, name)
	if err != nil {
		return nil, fmt.Errorf("%s uses « %s »: %w", u.name, name, err)
	}
	target := m.Channel.find(m.ID)
	if target == nil || !target.seenBy(u) {
		return nil, fmt.Errorf("%s uses « %s »: %w", u.name, name, errUnknownMessage)
	}
	data := cmd.reference()
	data["target_id"] = target.id
	data["resolved"] = object{"messages": object{target.id: target.unfiltered()}}
	return s.act(interaction{kind: KindCommand, user: u, channel: m.Channel, command: cmd, owners: owners, data: data}), nil
}

// unfiltered is the message with its content, whatever intents there are: the target of a command is always readable.
func (m *message) unfiltered() object {
	to := m.author
	if to == m.channel.server.app.bot {
		return m.wire(to)
	}
	o := m.wire(to)
	delete(o, "nonce")
	return o
}

// act registers an interaction and sends it to the application. s.mu is held.
func (s *Server) act(i interaction) *Exchange {
	made := s.newInteraction(i)
	s.gateway.dispatchOf(made.exchange, "INTERACTION_CREATE", forInteraction(made), made.wire())
	return made.exchange
}

// offered finds a command that the client shows u in c, and who installed the application there. s.mu is held.
func (s *Server) offered(u *User, c *Channel, kind int, name string) (*command, map[string]string, error) {
	key := (&command{Type: kind, Name: name}).key()
	cmd := s.commands.global[key]
	if c.guild != nil && c.guild.commands[key] != nil {
		cmd = c.guild.commands[key]
	}
	if cmd == nil {
		return nil, nil, errUnknownCommand
	}
	owners := s.owners(u, c, cmd.installsOf(s))
	where := (&interaction{channel: c}).context()
	may := c.permissions(u)
	switch needs, limited := cmd.permissionBits(); {
	case !slices.Contains(cmd.contextsOf(), where):
		return nil, nil, fmt.Errorf("not offered in context %d: %w", where, errUnknownCommand)
	case len(owners) == 0:
		return nil, nil, fmt.Errorf("the application is not installed here: %w", errUnknownCommand)
	case c.guild != nil && !may.Has(ViewChannel|UseApplicationCommands):
		return nil, nil, errMissingPermissions
	case c.guild == nil && !may.Has(ViewChannel):
		return nil, nil, errMissingAccess
	case c.guild != nil && limited && needs == 0 && !may.Has(Administrator), c.guild != nil && limited && !may.Has(needs):
		return nil, nil, fmt.Errorf("hidden by default_member_permissions: %w", errMissingPermissions)
	}
	return cmd, owners, nil
}

// reference is how an interaction names its command.
func (c *command) reference() object {
	o := object{"id": c.ID, "name": c.Name, "type": c.Type}
	if c.guild != nil {
		o["guild_id"] = c.guild.id
	}
	return o
}
