package discordtest

import (
	"encoding/json"
	"slices"
	"time"
)

// Command types (docs: interactions/application-commands).
const (
	SlashCommand   = 1
	UserCommand    = 2
	MessageCommand = 3
)

// Option types of slash commands.
const (
	optionSubcommand  = 1
	optionGroup       = 2
	optionString      = 3
	optionInteger     = 4
	optionBoolean     = 5
	optionUser        = 6
	optionChannel     = 7
	optionRole        = 8
	optionMentionable = 9
	optionNumber      = 10
	optionAttachment  = 11
)

// command is a command as a client sends it, and as it is kept.
type command struct {
	ID           string            `json:"id"`
	Type         int               `json:"type"`
	Name         string            `json:"name"`
	Names        map[string]string `json:"name_localizations"`
	Description  string            `json:"description"`
	Descriptions map[string]string `json:"description_localizations"`
	Options      []*commandOption  `json:"options"`
	// DefaultPermissions is a number in a text; null is everybody.
	DefaultPermissions json.RawMessage `json:"default_member_permissions"`
	Contexts           []int           `json:"contexts"`
	IntegrationTypes   []int           `json:"integration_types"`
	DMPermission       *bool           `json:"dm_permission"`
	NSFW               bool            `json:"nsfw"`
	version            string
	guild              *Guild
}

// commandOption is an option, a subcommand or a group.
type commandOption struct {
	Type         int               `json:"type"`
	Name         string            `json:"name"`
	Names        map[string]string `json:"name_localizations"`
	Description  string            `json:"description"`
	Descriptions map[string]string `json:"description_localizations"`
	Required     bool              `json:"required"`
	Choices      []commandChoice   `json:"choices"`
	Options      []*commandOption  `json:"options"`
	ChannelTypes []int             `json:"channel_types"`
	MinValue     *float64          `json:"min_value"`
	MaxValue     *float64          `json:"max_value"`
	MinLength    *int              `json:"min_length"`
	MaxLength    *int              `json:"max_length"`
	Autocomplete bool              `json:"autocomplete"`
}

// A commandChoice is a value that can be chosen.
type commandChoice struct {
	Name  string            `json:"name"`
	Names map[string]string `json:"name_localizations"`
	Value any               `json:"value"`
}

// commandStore keeps the global commands; those of a guild are in the guild.
type commandStore struct {
	global  map[string]*command // by type and name
	writes  int
	creates []time.Time
}

func (s *commandStore) init() { s.global = map[string]*command{} }

func (c *command) key() string { return decimal(c.Type) + " " + c.Name }

// CommandWrites is the number of requests that wrote commands, global or of a guild, and were accepted.
func (s *Server) CommandWrites() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.commands.writes
}

// Commands lists the names of the global commands, sorted.
func (s *Server) Commands() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	for _, c := range s.commands.global {
		out = append(out, c.Name)
	}
	slices.Sort(out)
	return out
}

// commandsAt is the set that a path speaks of. s.mu is held.
func (s *Server) commandsAt(c *call) (map[string]*command, *Guild, error) {
	id, scoped := c.vars["guild_id"]
	if !scoped {
		return s.commands.global, nil, nil
	}
	g := s.guilds[id]
	if g == nil || g.members[s.app.bot.id] == nil {
		return nil, nil, errMissingAccess
	}
	return g.commands, g, nil
}

// listCommands is GET …/commands.
func listCommands(s *Server, c *call) (any, error) {
	set, _, err := s.commandsAt(c)
	if err != nil {
		return nil, err
	}
	return s.commandList(set, c.query.Get("with_localizations") == "true"), nil
}

func (s *Server) commandList(set map[string]*command, localised bool) []object {
	list := []*command{}
	for _, cmd := range set {
		list = append(list, cmd)
	}
	slices.SortFunc(list, func(a, b *command) int { return compareIDs(a.ID, b.ID) })
	out := []object{}
	for _, cmd := range list {
		out = append(out, cmd.wire(s, localised))
	}
	return out
}

// overwriteCommands is PUT …/commands: the whole set at once. A command that stays keeps its id; the others count as created.
func overwriteCommands(s *Server, c *call) (any, error) {
	set, g, err := s.commandsAt(c)
	if err != nil {
		return nil, err
	}
	var list []*command
	if err := c.decode(&list); err != nil {
		return nil, err
	}
	if err := checkCommands(list); err != nil {
		return nil, err
	}
	created := 0
	for _, cmd := range list {
		if set[cmd.key()] == nil {
			created++
		}
	}
	if err := s.commands.create(created); err != nil {
		return nil, err
	}
	old := map[string]*command{}
	for key, cmd := range set {
		old[key] = cmd
		delete(set, key)
	}
	for _, cmd := range list {
		s.keep(set, old[cmd.key()], cmd, g)
	}
	return s.commandList(set, true), nil
}

// createCommand is POST …/commands: one command, which replaces the one of its name.
func createCommand(s *Server, c *call) (any, error) {
	set, g, err := s.commandsAt(c)
	if err != nil {
		return nil, err
	}
	cmd := &command{}
	if err := c.decode(cmd); err != nil {
		return nil, err
	}
	if err := checkOneCommand(cmd); err != nil {
		return nil, err
	}
	old := set[cmd.key()]
	if old == nil {
		c.status = 201
		if err := s.commands.create(1); err != nil {
			return nil, err
		}
	}
	s.keep(set, old, cmd, g)
	return cmd.wire(s, true), nil
}

// deleteCommand is DELETE …/commands/{command_id}.
func deleteCommand(s *Server, c *call) (any, error) {
	set, _, err := s.commandsAt(c)
	if err != nil {
		return nil, err
	}
	for key, cmd := range set {
		if cmd.ID == c.vars["command_id"] {
			delete(set, key)
			s.commands.writes++
			return nil, nil
		}
	}
	return nil, errUnknownCommand
}

// keep stores a command under the id of the one it replaces.
func (s *Server) keep(set map[string]*command, old, cmd *command, g *Guild) {
	cmd.ID, cmd.version, cmd.guild = s.ids.next(), s.ids.next(), g
	if old != nil {
		cmd.ID = old.ID
	}
	set[cmd.key()] = cmd
}

const createsPerDay = 200

// create counts a write and the commands it creates: 200 a day.
func (s *commandStore) create(n int) error {
	day := time.Now().Add(-24 * time.Hour)
	s.creates = slices.DeleteFunc(s.creates, func(t time.Time) bool { return t.Before(day) })
	if len(s.creates)+n > createsPerDay {
		return errTooManyCreates
	}
	for range n {
		s.creates = append(s.creates, time.Now())
	}
	s.writes++
	return nil
}
