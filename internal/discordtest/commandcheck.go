package discordtest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// locales are those that Discord translates to (docs: reference, « Locales »).
func locales() []string {
	return strings.Fields(`id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN
		ja zh-TW ko ar he`)
}

// commandForm checks commands: what is wrong is collected by path.
type commandForm struct {
	formErrors
	name *regexp.Regexp
}

func newCommandForm() *commandForm {
	return &commandForm{name: regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)}
}

// checkCommands refuses a bulk overwrite that Discord refuses: 100 slash commands, 15 of each context menu, names once each.
func checkCommands(list []*command) error {
	f := newCommandForm()
	counts, seen := map[int]int{}, map[string]bool{}
	for i, c := range list {
		f.command(decimal(i)+".", c)
		if seen[c.key()] {
			f.add(decimal(i)+".name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
		}
		seen[c.key()] = true
		counts[c.Type]++
	}
	for kind, most := range map[int]int{SlashCommand: 100, UserCommand: 15, MessageCommand: 15} {
		if counts[kind] > most {
			return refused(400, 30032, fmt.Sprintf("Maximum number of application commands reached (%d)", most))
		}
	}
	return f.err()
}

func checkOneCommand(c *command) error {
	f := newCommandForm()
	f.command("", c)
	return f.err()
}

func (f *commandForm) command(path string, c *command) {
	if c.Type == 0 {
		c.Type = SlashCommand
	}
	switch c.Type {
	case SlashCommand:
		f.slashName(path+"name", c.Name)
		f.text(path+"description", c.Description, 1, 100)
	case UserCommand, MessageCommand:
		f.text(path+"name", c.Name, 1, 32)
		if c.Description != "" {
			f.add(path+"description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", "Context menu commands cannot have description")
		}
		if len(c.Options) > 0 {
			f.add(path+"options", "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS", "Context menu commands cannot have options")
		}
	default:
		f.choices(path+"type", "(1, 2, 3)")
	}
	f.localised(path+"name_localizations", c.Names, c.Type == SlashCommand, 32)
	f.localised(path+"description_localizations", c.Descriptions, false, 100)
	f.options(path, c.Options, 0)
	f.places(path, c)
	if n := c.size(); n > 8000 {
		f.add(path+"name", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")
	}
}

// places checks where a command can be used and for whom.
func (f *commandForm) places(path string, c *command) {
	for _, list := range []struct {
		name   string
		values []int
		most   int
	}{{"contexts", c.Contexts, 2}, {"integration_types", c.IntegrationTypes, 1}} {
		for i, v := range list.values {
			if v < 0 || v > list.most || slices.Contains(list.values[:i], v) {
				f.choices(path+list.name+"."+decimal(i), "the documented ones, once each")
			}
		}
		if list.values != nil && len(list.values) == 0 {
			f.required(path + list.name)
		}
	}
	if _, ok := c.permissionBits(); !ok && len(c.DefaultPermissions) > 0 && string(c.DefaultPermissions) != "null" {
		f.add(path+"default_member_permissions", "BIGINT_TYPE_COERCE", "The value is not a permission bit set")
	}
}

// slashName checks the name of a slash command or of an option: no capitals, no spaces.
func (f *commandForm) slashName(path, name string) {
	switch {
	case name == "":
		f.required(path)
	case !f.name.MatchString(name) || strings.ToLower(name) != name:
		f.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
	}
}

func (f *commandForm) localised(path string, texts map[string]string, name bool, most int) {
	for locale, text := range texts {
		switch {
		case !slices.Contains(locales(), locale):
			f.choices(path+"."+locale, "the locales of Discord")
		case name:
			f.slashName(path+"."+locale, text)
		default:
			f.text(path+"."+locale, text, 1, most)
		}
	}
}

// options checks the options of a command or subcommand; depth is 0 for those of a command.
func (f *commandForm) options(path string, list []*commandOption, depth int) {
	if len(list) > 25 {
		f.max(path+"options", 25)
	}
	seen, optional, nested := map[string]bool{}, false, 0
	for i, o := range list {
		at := path + "options." + decimal(i) + "."
		f.option(at, o, depth)
		if seen[o.Name] {
			f.add(at+"name", "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option name is used twice")
		}
		seen[o.Name] = true
		if o.Type <= optionGroup {
			nested++
			continue
		}
		if o.Required && optional {
			f.add(at+"required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options")
		}
		optional = optional || !o.Required
	}
	if nested > 0 && nested < len(list) {
		f.add(path+"options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types")
	}
}

func (f *commandForm) option(path string, o *commandOption, depth int) {
	f.slashName(path+"name", o.Name)
	f.text(path+"description", o.Description, 1, 100)
	f.localised(path+"name_localizations", o.Names, true, 32)
	f.localised(path+"description_localizations", o.Descriptions, false, 100)
	switch {
	case o.Type < optionSubcommand || o.Type > 11:
		f.choices(path+"type", "(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)")
	case o.Type == optionGroup && depth > 0, o.Type == optionSubcommand && depth > 1, o.Type > optionGroup && len(o.Options) > 0:
		f.add(path+"type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "The option type is not allowed here")
	case o.Type <= optionGroup:
		f.options(path, o.Options, depth+3-o.Type)
	default:
		f.values(path, o)
	}
}

// values checks the choices of an option and how it is completed.
func (f *commandForm) values(path string, o *commandOption) {
	if len(o.Choices) > 25 {
		f.max(path+"choices", 25)
	}
	for i, ch := range o.Choices {
		at := path + "choices." + decimal(i)
		f.text(at+".name", ch.Name, 1, 100)
		f.localised(at+".name_localizations", ch.Names, false, 100)
		if text, ok := ch.Value.(string); ok {
			f.text(at+".value", text, 1, 100)
		}
	}
	if o.Autocomplete && (len(o.Choices) > 0 || o.Type != optionString && o.Type != optionInteger && o.Type != optionNumber) {
		f.add(path+"autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", "Autocomplete is not available for this option")
	}
	if l := or(o.MinLength, 0); l < 0 || l > 6000 {
		f.add(path+"min_length", "NUMBER_TYPE_MAX", "int value should be between 0 and 6000.")
	}
	if l := or(o.MaxLength, 1); l < 1 || l > 6000 {
		f.add(path+"max_length", "NUMBER_TYPE_MAX", "int value should be between 1 and 6000.")
	}
}

// size counts the characters of names, descriptions and values; of translations the longest one.
func (c *command) size() int {
	n := longest(c.Name, c.Names) + longest(c.Description, c.Descriptions)
	return n + optionsSize(c.Options)
}

func optionsSize(list []*commandOption) (n int) {
	for _, o := range list {
		n += longest(o.Name, o.Names) + longest(o.Description, o.Descriptions) + optionsSize(o.Options)
		for _, ch := range o.Choices {
			value, _ := ch.Value.(string)
			n += longest(ch.Name, ch.Names) + runes(value)
		}
	}
	return n
}

func longest(s string, translations map[string]string) int {
	n := runes(s)
	for _, t := range translations {
		n = max(n, runes(t))
	}
	return n
}
