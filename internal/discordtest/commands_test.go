package discordtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"
)

func TestCommandForms(t *testing.T) {
	slash := func(fields object) object {
		o := object{"name": "demander", "description": "d"}
		for k, v := range fields {
			o[k] = v
		}
		return o
	}
	option := func(fields object) object {
		o := object{"type": 3, "name": "q", "description": "d"}
		for k, v := range fields {
			o[k] = v
		}
		return slash(object{"options": []object{o}})
	}
	many := func(kind, n int) []object {
		return times(n, func(i int) object {
			o := object{"name": fmt.Sprintf("c%d", i), "type": kind}
			if kind == SlashCommand {
				o["description"] = "d"
			}
			return o
		})
	}
	for _, c := range []struct {
		name string
		list []object
		code int
		at   string
		want string
	}{
		{"some", someCommands(), 0, "", ""},
		{"100 slash commands", many(SlashCommand, 100), 0, "", ""},
		{"101 slash commands", many(SlashCommand, 101), 30032, "", ""},
		{"15 message commands", many(MessageCommand, 15), 0, "", ""},
		{"16 message commands", many(MessageCommand, 16), 30032, "", ""},
		{"16 user commands", many(UserCommand, 16), 30032, "", ""},
		{"the same name twice", []object{slash(nil), slash(nil)}, 50035, "1.name", "APPLICATION_COMMANDS_DUPLICATE_NAME"},
		{"the same name, another kind", []object{slash(nil), {"name": "demander", "type": 3}}, 0, "", ""},
		{"a capital", []object{slash(object{"name": "Demander"})}, 50035, "0.name", "APPLICATION_COMMAND_INVALID_NAME"},
		{"a space", []object{slash(object{"name": "a b"})}, 50035, "0.name", "APPLICATION_COMMAND_INVALID_NAME"},
		{"33 letters", []object{slash(object{"name": long(33)})}, 50035, "0.name", "APPLICATION_COMMAND_INVALID_NAME"},
		{"no description", []object{{"name": "a"}}, 50035, "0.description", "BASE_TYPE_REQUIRED"},
		{"a description of 101", []object{slash(object{"description": long(101)})}, 50035, "0.description", "BASE_TYPE_MAX_LENGTH"},
		{"an unknown language", []object{slash(object{"name_localizations": object{"fr-FR": "a"}})}, 50035, "0.name_localizations.fr-FR", "BASE_TYPE_CHOICES"},
		{"a translation with a capital", []object{slash(object{"name_localizations": object{"fr": "Demander"}})}, 50035, "0.name_localizations.fr", "APPLICATION_COMMAND_INVALID_NAME"},
		{"an accent", []object{slash(object{"name_localizations": object{"fr": "vérifier"}})}, 0, "", ""},
		{"a menu command with a description", []object{{"name": "A b", "type": 3, "description": "d"}}, 50035, "0.description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION"},
		{"an unknown kind", []object{slash(object{"type": 9})}, 50035, "0.type", "BASE_TYPE_CHOICES"},
		{"26 options", []object{slash(object{"options": times(26, func(i int) object { return object{"type": 3, "name": fmt.Sprintf("o%d", i), "description": "d"} })})}, 50035, "0.options", "BASE_TYPE_MAX_LENGTH"},
		{"26 choices", []object{option(object{"choices": times(26, func(i int) object { return object{"name": decimal(i), "value": decimal(i)} })})}, 50035, "0.options.0.choices", "BASE_TYPE_MAX_LENGTH"},
		{"choices and completion", []object{option(object{"autocomplete": true, "choices": []object{{"name": "a", "value": "a"}}})}, 50035, "0.options.0.autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID"},
		{"completion of a yes or no", []object{option(object{"type": 5, "autocomplete": true})}, 50035, "0.options.0.autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID"},
		{"a choice of 101", []object{option(object{"choices": []object{{"name": long(101), "value": "a"}}})}, 50035, "0.options.0.choices.0.name", "BASE_TYPE_MAX_LENGTH"},
		{"required after optional", []object{slash(object{"options": []object{{"type": 3, "name": "a", "description": "d"}, {"type": 3, "name": "b", "description": "d", "required": true}}})}, 50035, "0.options.1.required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"},
		{"subcommands beside options", []object{slash(object{"options": []object{{"type": 1, "name": "a", "description": "d"}, {"type": 3, "name": "b", "description": "d"}}})}, 50035, "0.options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"},
		{"a group in a subcommand", []object{slash(object{"options": []object{{"type": 1, "name": "a", "description": "d", "options": []object{{"type": 2, "name": "b", "description": "d"}}}}})}, 50035, "0.options.0.options.0.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"},
		{"a subcommand in a group", []object{slash(object{"options": []object{{"type": 2, "name": "a", "description": "d", "options": []object{{"type": 1, "name": "b", "description": "d"}}}}})}, 0, "", ""},
		{"a permission that is none", []object{slash(object{"default_member_permissions": "admin"})}, 50035, "0.default_member_permissions", "BIGINT_TYPE_COERCE"},
		{"an unknown context", []object{slash(object{"contexts": []int{0, 3}})}, 50035, "0.contexts.1", "BASE_TYPE_CHOICES"},
		{"8,001 characters", []object{slash(object{"options": times(25, func(i int) object {
			return object{"type": 3, "name": fmt.Sprintf("o%d", i), "description": long(100), "choices": times(3, func(j int) object { return object{"name": decimal(j), "value": long(99)} })}
		})})}, 50035, "0.name", "APPLICATION_COMMAND_TOO_LARGE"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, quiet(), func(d *discord) {
				g := d.do("PUT", "/applications/"+d.ApplicationID()+"/commands", c.list)
				if c.code == 0 {
					d.want(g, 200, 0)
					return
				}
				d.want(g, 400, c.code)
				if got := g.errorAt(c.at); c.at != "" && got != c.want {
					t.Errorf("at %s: %q, want %s; %s", c.at, got, c.want, g.raw)
				}
				if d.CommandWrites() != 0 || len(d.Commands()) != 0 {
					t.Errorf("a refused set was written: %v", d.Commands())
				}
			})
		})
	}
}

func TestOverwritingKeepsIDs(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		path := "/applications/" + d.ApplicationID() + "/commands"
		read := func() []struct{ ID, Name string } {
			var list []struct{ ID, Name string }
			if err := json.Unmarshal(d.do("GET", path, nil).raw, &list); err != nil {
				t.Fatal(err)
			}
			return list
		}
		d.want(d.do("PUT", path, someCommands()), 200, 0)
		first := read()
		d.want(d.do("PUT", path, someCommands()), 200, 0)
		if again := read(); !slices.Equal(first, again) || len(first) != 3 {
			t.Errorf("ids changed: %v, %v", first, again)
		}
		d.want(d.do("PUT", path, someCommands()[:1]), 200, 0)
		if left := d.Commands(); len(left) != 1 || d.CommandWrites() != 3 {
			t.Errorf("%v left, %d writes", left, d.CommandWrites())
		}
		d.want(d.do("POST", path, someCommands()[1]), 201, 0)
		d.want(d.do("POST", path, someCommands()[1]), 200, 0)
		d.want(d.do("DELETE", path+"/"+first[0].ID, nil), 204, 0)
		d.want(d.do("DELETE", path+"/"+first[0].ID, nil), 404, 10063)
	})
}

func TestTwoHundredCreatesADay(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		path := "/applications/" + d.ApplicationID() + "/commands"
		create := func() got {
			d.want(d.do("PUT", path, []object{}), 200, 0)
			return d.do("PUT", path, someCommands())
		}
		for range 66 { // of three commands each
			d.want(create(), 200, 0)
		}
		d.want(create(), 400, 30034)
		time.Sleep(24*time.Hour + time.Second)
		d.want(create(), 200, 0)
	})
}
