package telegramtest

import (
	"fmt"
	"strings"
	"testing"
)

func TestCommands(t *testing.T) {
	s := newServer(t, unlimited())
	p, private := started(t, s) // reads French
	owner, group := inGroup(t, s, Supergroup)
	list := func(names ...string) (out []Command) {
		for _, n := range names {
			out = append(out, Command{Command: n, Description: "Décrit " + n})
		}
		return out
	}
	many := make([]string, 101)
	for i := range many {
		many[i] = fmt.Sprint("c", i)
	}
	for _, c := range []struct {
		a     args
		words string
	}{
		{args{"commands": list("Aide")}, "BOT_COMMAND_INVALID"},
		{args{"commands": list("réglages")}, "BOT_COMMAND_INVALID"},
		{args{"commands": list(strings.Repeat("a", 33))}, "BOT_COMMAND_INVALID"},
		{args{"commands": []Command{{Command: "a"}}}, "BOT_COMMAND_DESCRIPTION_INVALID"},
		{args{"commands": []Command{{Command: "a", Description: strings.Repeat("é", 257)}}}, "BOT_COMMAND_DESCRIPTION_INVALID"},
		{args{"commands": list(many...)}, "BOT_COMMANDS_TOO_MUCH"},
		{args{"commands": list("a"), "language_code": "french"}, "invalid language code specified"},
		{args{"commands": list("a"), "scope": args{"type": "moon"}}, "can't parse BotCommandScope: Unsupported type specified"},
		{args{"commands": list("a"), "scope": args{"type": "chat"}}, `can't parse BotCommandScope: Can't find field "chat_id"`},
		{args{"commands": list("a"), "scope": args{"type": "chat", "chat_id": 77}}, "chat not found"},
		{args{"commands": list("a"), "scope": args{"type": "chat_member", "chat_id": group.ID()}}, "can't parse BotCommandScope: Invalid user_id specified"},
		{args{"commands": "{}"}, "expected an Array of BotCommand"},
	} {
		refused(t, s, "setMyCommands", c.a, 400, "Bad Request: "+c.words)
	}
	must[bool](t, s, "setMyCommands", args{"commands": list(many[:100]...)})
	must[bool](t, s, "setMyCommands", args{"commands": list("/help"), "scope": args{"type": "all_private_chats"}})
	must[bool](t, s, "setMyCommands", args{"commands": list("aide"), "scope": args{"type": "all_private_chats"}, "language_code": "fr"})
	must[bool](t, s, "setMyCommands", args{"commands": list("admin"), "scope": args{"type": "all_chat_administrators"}})
	first := func(p *Person, c *Chat) string { return s.Menu(p, c)[0].Command }
	english := s.NewPerson(User{LanguageCode: "en-GB"})
	group.Join(english)
	if a, b, c, d := first(p, private), first(english, english.Private()), first(owner, group), first(english, group); a != "aide" || b != "help" || c != "admin" || d != "c0" {
		t.Error(a, b, c, d)
	}
	if got := must[[]Command](t, s, "getMyCommands", args{"scope": args{"type": "all_private_chats"}, "language_code": "fr"}); len(got) != 1 || got[0].Command != "aide" {
		t.Errorf("%+v", got)
	}
	must[bool](t, s, "deleteMyCommands", args{"scope": args{"type": "all_private_chats"}, "language_code": "fr"})
	if got := must[[]Command](t, s, "getMyCommands", args{"scope": args{"type": "all_private_chats"}, "language_code": "fr"}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestProfile(t *testing.T) {
	s := newServer(t, unlimited())
	for _, c := range []struct {
		set, get, field string
		most            int
	}{
		{"setMyName", "getMyName", "name", 64},
		{"setMyDescription", "getMyDescription", "description", 512},
		{"setMyShortDescription", "getMyShortDescription", "short_description", 120},
	} {
		get := func(lang string) string {
			return must[map[string]string](t, s, c.get, args{"language_code": lang})[c.field]
		}
		full := strings.Repeat("é", c.most)
		must[bool](t, s, c.set, args{c.field: full})
		must[bool](t, s, c.set, args{c.field: "en français", "language_code": "fr"})
		if get("") != full || get("fr") != "en français" || get("de") != full {
			t.Errorf("%s: %q %q", c.get, get("fr"), get("de"))
		}
		must[bool](t, s, c.set, args{c.field: "", "language_code": "fr"})
		if get("fr") != full {
			t.Errorf("%s keeps what was taken away", c.get)
		}
		refused(t, s, c.set, args{c.field: full + "x"}, 400, "Bad Request: "+c.field+" is too long")
		refused(t, s, c.set, args{c.field: "x", "language_code": "FR"}, 400, "Bad Request: invalid language code specified")
	}
	_, c := started(t, s)
	button := func(a args) string { return must[map[string]string](t, s, "getChatMenuButton", a)["type"] }
	if got := button(nil); got != "default" {
		t.Error(got)
	}
	must[bool](t, s, "setChatMenuButton", args{"menu_button": args{"type": "commands"}})
	if got := button(args{"chat_id": c.ID()}); got != "commands" {
		t.Error(got)
	}
	must[bool](t, s, "setChatMenuButton", args{"chat_id": c.ID(), "menu_button": args{"type": "default"}})
	if got := button(args{"chat_id": c.ID()}); got != "default" {
		t.Error(got)
	}
	refused(t, s, "setChatMenuButton", args{"menu_button": args{"type": "x"}}, 400, "Bad Request: can't parse menu button: MenuButton has unsupported type")
}
