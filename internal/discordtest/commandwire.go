package discordtest

import (
	"encoding/json"
	"strconv"
	"strings"
)

// permissionBits are the default permissions; ok is false for null: everybody.
func (c *command) permissionBits() (p Permission, ok bool) {
	text := strings.Trim(string(c.DefaultPermissions), `"`)
	n, err := strconv.ParseUint(text, 10, 64)
	return Permission(n), err == nil
}

// contextsOf and installsOf are where the command can be used and for whom, with Discord's defaults.
func (c *command) contextsOf() []int {
	if c.Contexts != nil {
		return c.Contexts
	}
	if c.guild != nil || c.DMPermission != nil && !*c.DMPermission {
		return []int{contextGuild}
	}
	return []int{contextGuild, contextBotDM, contextPrivate}
}

func (c *command) installsOf(s *Server) []int {
	switch {
	case c.IntegrationTypes != nil:
		return c.IntegrationTypes
	case s.options.UserInstall && c.guild == nil:
		return []int{0, 1}
	}
	return []int{0}
}

// wire is the command as the API gives it back; without the translations unless they are asked for.
func (c *command) wire(s *Server, localised bool) object {
	o := object{
		"id": c.ID, "application_id": s.app.id, "version": c.version, "type": c.Type, "name": c.Name, "description": c.Description,
		"default_member_permissions": nil, "nsfw": c.NSFW, "dm_permission": c.DMPermission == nil || *c.DMPermission,
		"integration_types": c.installsOf(s), "contexts": nil,
	}
	if p, ok := c.permissionBits(); ok {
		o["default_member_permissions"] = p.text()
	}
	if c.Contexts != nil {
		o["contexts"] = c.Contexts
	}
	if c.guild != nil {
		o["guild_id"] = c.guild.id
	}
	addLocalised(o, c.Names, c.Descriptions, localised)
	if len(c.Options) > 0 {
		o["options"] = optionsWire(c.Options, localised)
	}
	return o
}

func addLocalised(o object, names, descriptions map[string]string, localised bool) {
	if localised {
		o["name_localizations"], o["description_localizations"] = names, descriptions
	}
}

func optionsWire(list []*commandOption, localised bool) []object {
	out := []object{}
	for _, opt := range list {
		out = append(out, opt.wire(localised))
	}
	return out
}

func (c *commandOption) wire(localised bool) object {
	o := object{"type": c.Type, "name": c.Name, "description": c.Description}
	addLocalised(o, c.Names, c.Descriptions, localised)
	if c.Type > optionGroup && c.Required {
		o["required"] = true
	}
	if c.Autocomplete {
		o["autocomplete"] = true
	}
	if len(c.Options) > 0 {
		o["options"] = optionsWire(c.Options, localised)
	}
	if len(c.Choices) > 0 {
		choices := []object{}
		for _, ch := range c.Choices {
			choice := object{"name": ch.Name, "value": ch.Value}
			if localised {
				choice["name_localizations"] = ch.Names
			}
			choices = append(choices, choice)
		}
		o["choices"] = choices
	}
	c.addBounds(o)
	return o
}

func (c *commandOption) addBounds(o object) {
	if len(c.ChannelTypes) > 0 {
		o["channel_types"] = c.ChannelTypes
	}
	for name, v := range map[string]*float64{"min_value": c.MinValue, "max_value": c.MaxValue} {
		if v != nil {
			o[name] = json.Number(strconv.FormatFloat(*v, 'f', -1, 64))
		}
	}
	for name, v := range map[string]*int{"min_length": c.MinLength, "max_length": c.MaxLength} {
		if v != nil {
			o[name] = *v
		}
	}
}
