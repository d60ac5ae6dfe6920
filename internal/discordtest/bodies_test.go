package discordtest

import "strings"

func row(components ...object) object { return object{"type": ActionRow, "components": components} }

func button(id string) object {
	return object{"type": Button, "style": 1, "label": "Bouton " + id, "custom_id": id}
}

func link(url string) object {
	return object{"type": Button, "style": LinkButton, "label": "Lien", "url": url}
}

// menu is a select with n lines.
func menu(id string, n int) object {
	options := []object{}
	for i := range n {
		options = append(options, object{"label": "Ligne " + decimal(i), "value": "v" + decimal(i)})
	}
	return object{"type": StringSelect, "custom_id": id, "placeholder": "Choisir", "options": options}
}

// buttons are n buttons with ids of their own.
func buttons(prefix string, n int) []object {
	out := []object{}
	for i := range n {
		out = append(out, button(prefix+decimal(i)))
	}
	return out
}

func times(n int, make func(int) object) []object {
	out := []object{}
	for i := range n {
		out = append(out, make(i))
	}
	return out
}

// someCommands are a slash command with an option that completes, one with subcommands, one for administrators, and a menu command.
func someCommands() []object {
	question := object{
		"type": 3, "name": "question", "name_localizations": object{"fr": "question"}, "description": "The question", "required": true, "autocomplete": true,
	}
	return []object{
		{"name": "demander", "description": "Ask", "description_localizations": object{"fr": "Demander"}, "options": []object{
			question,
			{"type": 5, "name": "public", "description": "Show everybody"},
			{"type": 3, "name": "device", "description": "Device", "choices": []object{{"name": "Web", "value": "web"}}},
		}, "integration_types": []int{0, 1}, "contexts": []int{0, 1, 2}},
		{"name": "kb", "description": "Base", "options": []object{
			{"type": 1, "name": "edit", "description": "Edit", "options": []object{{"type": 3, "name": "entry", "description": "Entry", "required": true}}},
		}, "default_member_permissions": "32", "contexts": []int{0}},
		{"name": "Répondre à ce message", "type": 3},
	}
}

func long(n int) string { return strings.Repeat("é", n) }
