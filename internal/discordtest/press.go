package discordtest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// What a client does not let a person do with a component.
var (
	errNoComponent = errors.New("the message has no such component that can be used")
	errNotShown    = errors.New("the person does not see this message")
)

// Press presses a button of a message, found as Message.Input does. The message is read as it stands now.
func (u *User) Press(m Message, button string) (*Exchange, error) {
	return u.use(m, button, Button, nil)
}

// Choose chooses values of a select of a message, found as Message.Input does. For a string select the values are those of its
// options, or their labels; for the other selects they are ids.
func (u *User) Choose(m Message, menu string, values ...string) (*Exchange, error) {
	return u.use(m, menu, StringSelect, values)
}

func (u *User) use(m Message, name string, kind int, values []string) (*Exchange, error) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	found := s.shown(u, m)
	if found == nil {
		return nil, fmt.Errorf("%s uses %q: %w", u.name, name, errNotShown)
	}
	c := found.snapshot().Input(name)
	if c == nil || c.Disabled || (c.Type == Button) != (kind == Button) {
		return nil, fmt.Errorf("%s uses %q: %w", u.name, name, errNoComponent)
	}
	data := object{"custom_id": c.CustomID, "component_type": c.Type, "id": c.ID}
	if c.Type != Button {
		chosen, err := c.choose(values)
		if err == nil && c.Type == RoleSelect {
			err = found.channel.offersRoles(chosen)
		}
		if err != nil {
			return nil, fmt.Errorf("%s chooses in %q: %w", u.name, name, err)
		}
		data["values"] = chosen
		if resolved := s.resolve(found.channel, chosen); c.Type != StringSelect {
			data["resolved"] = resolved
		}
	}
	owners := s.owners(u, found.channel, []int{0, 1})
	if found.by != nil {
		owners = found.by.owners
	}
	return s.act(interaction{kind: KindComponent, user: u, channel: found.channel, owners: owners, data: data, source: found}), nil
}

// Roles are those that a client lists in a select of roles: the guild's without @everyone, none in a direct message.
func (c *Channel) Roles() []*Role {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	if c.guild == nil {
		return nil
	}
	return slices.Clone(c.guild.roles)
}

// offersRoles says whether a client lists these roles in a select. s.mu is held.
func (c *Channel) offersRoles(ids []string) error {
	for _, id := range ids {
		if c.guild == nil || !slices.ContainsFunc(c.guild.roles, func(r *Role) bool { return r.id == id }) {
			return fmt.Errorf("role %s: %w", id, errValue)
		}
	}
	return nil
}

// resolve is what the ids chosen in a select are, as far as the server knows them. s.mu is held.
func (s *Server) resolve(c *Channel, ids []string) object {
	in := filling{server: s, channel: c, resolved: object{}}
	for _, id := range ids {
		if u := s.users[id]; u != nil {
			in.resolveUser(u)
		}
		if ch := s.channels[id]; ch != nil {
			in.resolve("channels", id, ch.wire())
		}
		if c.guild == nil {
			continue
		}
		for _, r := range append(c.guild.roles, c.guild.everyone) {
			if r.id == id {
				in.resolve("roles", id, r.wire())
			}
		}
	}
	return in.resolved
}

// Forge sends what a modified client could: a component interaction with any custom_id on a message the person sees.
func (u *User) Forge(m Message, customID string, values ...string) (*Exchange, error) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	found := s.shown(u, m)
	if found == nil {
		return nil, fmt.Errorf("%s forges: %w", u.name, errNotShown)
	}
	data := object{"custom_id": customID, "component_type": Button, "id": 1}
	if values != nil {
		data["component_type"], data["values"] = StringSelect, values
	}
	owners := s.owners(u, found.channel, []int{0, 1})
	return s.act(interaction{kind: KindComponent, user: u, channel: found.channel, owners: owners, data: data, source: found}), nil
}

// shown is the message of a snapshot while u sees it. s.mu is held.
func (s *Server) shown(u *User, m Message) *message {
	if m.Channel == nil {
		return nil
	}
	for _, found := range m.Channel.messages {
		if found.id == m.ID && found.seenBy(u) && !found.loading() {
			return found
		}
	}
	return nil
}

// choose checks what is chosen: values or labels of a string select, ids of another.
func (c *Component) choose(values []string) ([]string, error) {
	if n := len(values); n < or(c.MinValues, 1) || n > or(c.MaxValues, 1) {
		return nil, fmt.Errorf("%d values: %w", n, errValue)
	}
	out := []string{}
	for _, v := range values {
		if len(c.Options) > 0 {
			i := slices.IndexFunc(c.Options, func(o Option) bool { return o.Value == v })
			if i < 0 {
				i = slices.IndexFunc(c.Options, func(o Option) bool { return strings.Contains(o.Label, v) })
			}
			if i < 0 {
				return nil, fmt.Errorf("option %q: %w", v, errValue)
			}
			v = c.Options[i].Value
		}
		out = append(out, v)
	}
	return out, nil
}
