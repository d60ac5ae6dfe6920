package discordtest

import "testing"

// TestMessageForms sends bodies that Discord refuses, and says where it must say so.
func TestMessageForms(t *testing.T) {
	embeds := func(e ...object) object { return object{"embeds": e} }
	components := func(c ...object) object { return object{"content": "x", "components": c} }
	v2 := func(c ...object) object { return object{"flags": FlagComponentsV2, "components": c} }
	words := func(n int) object { return object{"type": TextDisplay, "content": long(n)} }
	for _, c := range []struct {
		name string
		body object
		at   string // the path of the fault, "" for none
		want string
	}{
		{"2,000 characters", object{"content": long(2000)}, "", ""},
		{"2,001 characters", object{"content": long(2001)}, "content", "BASE_TYPE_MAX_LENGTH"},
		{"11 embeds", embeds(times(11, func(int) object { return object{"title": "a"} })...), "embeds", "BASE_TYPE_MAX_LENGTH"},
		{"6,000 characters in two embeds", embeds(object{"description": long(4096)}, object{"description": long(1904)}), "", ""},
		{"6,001 in two embeds", embeds(object{"description": long(4096)}, object{"description": long(1905)}), "embeds", "MAX_EMBED_SIZE_EXCEEDED"},
		{"a title of 257", embeds(object{"title": long(257)}), "embeds.0.title", "BASE_TYPE_MAX_LENGTH"},
		{"a description of 4,097", embeds(object{"description": long(4097)}), "embeds.0.description", "BASE_TYPE_MAX_LENGTH"},
		{"26 fields", embeds(object{"fields": times(26, func(int) object { return object{"name": "a", "value": "b"} })}), "embeds.0.fields", "BASE_TYPE_MAX_LENGTH"},
		{"a field without value", embeds(object{"fields": []object{{"name": "a", "value": ""}}}), "embeds.0.fields.0.value", "BASE_TYPE_REQUIRED"},
		{"a field name of 257", embeds(object{"fields": []object{{"name": long(257), "value": "b"}}}), "embeds.0.fields.0.name", "BASE_TYPE_MAX_LENGTH"},
		{"a field value of 1,025", embeds(object{"fields": []object{{"name": "a", "value": long(1025)}}}), "embeds.0.fields.0.value", "BASE_TYPE_MAX_LENGTH"},
		{"a footer of 2,049", embeds(object{"footer": object{"text": long(2049)}}), "embeds.0.footer.text", "BASE_TYPE_MAX_LENGTH"},
		{"an author of 257", embeds(object{"author": object{"name": long(257)}}), "embeds.0.author.name", "BASE_TYPE_MAX_LENGTH"},
		{"an embed's link that is none", embeds(object{"title": "a", "url": "javascript:1"}), "embeds.0.url", "URL_TYPE_INVALID_SCHEME"},
		{"a colour out of range", embeds(object{"title": "a", "color": 1 << 24}), "embeds.0.color", "NUMBER_TYPE_MAX"},

		{"five rows of five buttons", components(times(5, func(i int) object { return row(buttons(decimal(i), 5)...) })...), "", ""},
		{"six rows", components(times(6, func(i int) object { return row(button(decimal(i))) })...), "components", "BASE_TYPE_MAX_LENGTH"},
		{"six buttons in a row", components(row(buttons("a", 6)...)), "components.0.components", "BASE_TYPE_BAD_LENGTH"},
		{"an empty row", components(row()), "components.0.components", "BASE_TYPE_BAD_LENGTH"},
		{"two selects in a row", components(row(menu("a", 1), menu("b", 1))), "components.0.components.0", "COMPONENT_LAYOUT_WIDTH_EXCEEDED"},
		{"a custom_id of 100", components(row(object{"type": 2, "style": 1, "label": "a", "custom_id": long(100)})), "", ""},
		{"a custom_id of 101", components(row(object{"type": 2, "style": 1, "label": "a", "custom_id": long(101)})), "components.0.components.0.custom_id", "BASE_TYPE_MAX_LENGTH"},
		{"no custom_id", components(row(object{"type": 2, "style": 1, "label": "a"})), "components.0.components.0.custom_id", "BASE_TYPE_REQUIRED"},
		{"a custom_id twice", components(row(button("a")), row(button("a"))), "components.1.components.0.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"},
		{"a label of 81", components(row(object{"type": 2, "style": 1, "label": long(81), "custom_id": "a"})), "components.0.components.0.label", "BASE_TYPE_MAX_LENGTH"},
		{"a button without a face", components(row(object{"type": 2, "style": 1, "custom_id": "a"})), "components.0.components.0", "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED"},
		{"a button without a style", components(row(object{"type": 2, "label": "a", "custom_id": "a"})), "components.0.components.0.style", "BASE_TYPE_CHOICES"},
		{"a link without address", components(row(object{"type": 2, "style": 5, "label": "a"})), "components.0.components.0", "BUTTON_COMPONENT_URL_REQUIRED"},
		{"a link with a custom_id", components(row(object{"type": 2, "style": 5, "label": "a", "url": "https://a.example", "custom_id": "a"})), "components.0.components.0", "BUTTON_COMPONENT_CUSTOM_ID_FORBIDDEN"},
		{"an address of 513", components(row(link("https://a.example/" + long(495)))), "components.0.components.0.url", "BASE_TYPE_MAX_LENGTH"},
		{"a plain button with an address", components(row(object{"type": 2, "style": 1, "label": "a", "url": "https://a.example", "custom_id": "a"})), "components.0.components.0", "BUTTON_COMPONENT_URL_FORBIDDEN"},
		{"25 lines in a select", components(row(menu("a", 25))), "", ""},
		{"26 lines in a select", components(row(menu("a", 26))), "components.0.components.0.options", "BASE_TYPE_BAD_LENGTH"},
		{"a select without lines", components(row(menu("a", 0))), "components.0.components.0.options", "BASE_TYPE_BAD_LENGTH"},
		{"a line of 101", components(row(object{"type": 3, "custom_id": "a", "options": []object{{"label": long(101), "value": "v"}}})), "components.0.components.0.options.0.label", "BASE_TYPE_MAX_LENGTH"},
		{"a value twice", components(row(object{"type": 3, "custom_id": "a", "options": []object{{"label": "a", "value": "v"}, {"label": "b", "value": "v"}}})), "components.0.components.0.options.1.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"},
		{"a placeholder of 151", components(row(object{"type": 3, "custom_id": "a", "placeholder": long(151), "options": []object{{"label": "a", "value": "v"}}})), "components.0.components.0.placeholder", "BASE_TYPE_MAX_LENGTH"},
		{"two chosen of one", components(row(object{"type": 3, "custom_id": "a", "options": []object{{"label": "a", "value": "v", "default": true}, {"label": "b", "value": "w", "default": true}}})), "components.0.components.0.options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES"},
		{"min above max", components(row(object{"type": 5, "custom_id": "a", "min_values": 3, "max_values": 2})), "components.0.components.0", "COMPONENT_SELECT_VALUES_INVALID"},
		{"a button outside a row", components(button("a")), "components.0.type", "UNION_TYPE_CHOICES"},

		{"a container without the flag", components(object{"type": Container, "components": []object{words(1)}}), "components.0.type", "UNION_TYPE_CHOICES"},
		{"V2", v2(object{"type": Container, "components": []object{words(10), row(button("a"))}}), "", ""},
		{"V2 with a content", object{"content": "x", "flags": FlagComponentsV2, "components": []object{words(1)}}, "content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"},
		{"V2 with embeds", object{"embeds": []object{{"title": "a"}}, "flags": FlagComponentsV2, "components": []object{words(1)}}, "embeds", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"},
		{"V2 with a sticker", object{"sticker_ids": []string{"1"}, "flags": FlagComponentsV2, "components": []object{words(1)}}, "sticker_ids", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"},
		{"40 components", v2(times(40, func(int) object { return words(1) })...), "", ""},
		{"41 components", v2(times(41, func(int) object { return words(1) })...), "components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"},
		{"41 components, nested", v2(times(7, func(i int) object { return row(buttons(decimal(i), 5)...) })...), "components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"},
		{"4,001 characters of V2", v2(words(2001), words(2000)), "components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"},
		{"a section without accessory", v2(object{"type": Section, "components": []object{words(1)}}), "components.0.accessory", "BASE_TYPE_REQUIRED"},
		{"a container in a container", v2(object{"type": Container, "components": []object{{"type": Container, "components": []object{words(1)}}}}), "components.0.components.0.type", "UNION_TYPE_CHOICES"},

		{"a nonce of 25", object{"content": "a", "nonce": "0123456789012345678901234"}, "", ""},
		{"a nonce of 26", object{"content": "a", "nonce": "01234567890123456789012345"}, "nonce", "BASE_TYPE_MAX_LENGTH"},
		{"enforce_nonce without one", object{"content": "a", "enforce_nonce": true}, "nonce", "BASE_TYPE_REQUIRED"},
		{"a content that is a number", object{"content": 5}, "content", "BASE_TYPE_BAD_TYPE"},
		{"an unknown reference", object{"content": "a", "message_reference": object{"message_id": "5"}}, "message_reference", "REPLIES_UNKNOWN_MESSAGE"},
		{"an unknown reference that may be", object{"content": "a", "message_reference": object{"message_id": "5", "fail_if_not_exists": false}}, "", ""},
		{"a reference elsewhere", object{"content": "a", "message_reference": object{"message_id": "5", "channel_id": "6"}}, "message_reference", "REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, quiet(), func(d *discord) {
				g := d.do("POST", "/channels/"+d.channel.ID()+"/messages", c.body)
				if c.at == "" {
					d.want(g, 200, 0)
					return
				}
				d.want(g, 400, 50035)
				if got := g.errorAt(c.at); got != c.want {
					t.Errorf("at %s: %q, want %s; %s", c.at, got, c.want, g.raw)
				}
			})
		})
	}
}

func TestEmptyMessages(t *testing.T) {
	for _, c := range []struct {
		name string
		body any
		code int
	}{
		{"nothing", object{}, 50006},
		{"spaces", object{"content": " \n\u2003"}, 50006},
		{"an embed with nothing in it", object{"embeds": []object{{}}}, 50006},
		{"V2 without components", object{"flags": FlagComponentsV2}, 50006},
		{"a button alone", object{"components": []object{row(button("a"))}}, 0},
		{"no JSON", "{", 50109},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, quiet(), func(d *discord) {
				status := 200
				if c.code != 0 {
					status = 400
				}
				d.want(d.do("POST", "/channels/"+d.channel.ID()+"/messages", c.body), status, c.code)
			})
		})
	}
}

func TestWhatIsAcceptedAndStillAProblem(t *testing.T) {
	pinging := text("a")
	pinging["allowed_mentions"] = object{"parse": []string{"users"}}
	null := text("a")
	null["allowed_mentions"] = object{"parse": nil}
	odd := text("a")
	odd["ID"] = "5"
	for _, c := range []struct {
		name string
		body object
		want int
	}{
		{"an empty parse", text("a"), 0},
		{"no allowed_mentions", object{"content": "a"}, 1},
		{"parse null", null, 1},
		{"parse users", pinging, 1},
		{"a field nobody knows", odd, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, Options{}, func(d *discord) {
				id := d.send(d.channel, c.body)
				d.want(d.do("PATCH", "/channels/"+d.channel.ID()+"/messages/"+id, c.body), 200, 0)
				if p := d.Problems(); len(p) != 2*c.want {
					t.Errorf("problems: %q, want %d on sending and on editing", p, c.want)
				}
			})
		})
	}
}
