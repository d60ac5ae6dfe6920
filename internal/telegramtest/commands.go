package telegramtest

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
)

// A Command is https://core.telegram.org/bots/api#botcommand.
type Command struct {
	Command     string `json:"command"`
	Description string `json:"description"`
	IsEphemeral bool   `json:"is_ephemeral,omitempty"`
}

var (
	commandName = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)
	language    = regexp.MustCompile(`^([a-z]{2})?$`)
)

// setMyCommands is https://core.telegram.org/bots/api#setmycommands.
func (s *Server) setMyCommands(c *call) (any, *Error) {
	list, err := commandList(c.args["commands"])
	if err != nil {
		return nil, err
	}
	key, err := s.scopeKey(c)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		delete(s.profile.commands, key)
	} else {
		s.profile.commands[key] = list
	}
	return true, nil
}

func commandList(raw string) ([]Command, *Error) {
	if raw == "" {
		return nil, nil
	}
	var list []Command
	if !json.Valid([]byte(raw)) {
		return nil, badRequest("Can't parse commands JSON object")
	}
	if json.Unmarshal([]byte(raw), &list) != nil {
		return nil, badRequest("Expected an Array of BotCommand")
	}
	if len(list) > 100 {
		return nil, badRequest("BOT_COMMANDS_TOO_MUCH")
	}
	for i := range list {
		list[i].Command = strings.TrimPrefix(list[i].Command, "/")
		switch n := Units(list[i].Description); {
		case !commandName.MatchString(list[i].Command):
			return nil, badRequest("BOT_COMMAND_INVALID")
		case n < 1 || n > 256:
			return nil, badRequest("BOT_COMMAND_DESCRIPTION_INVALID")
		}
	}
	return list, nil
}

// getMyCommands is https://core.telegram.org/bots/api#getmycommands: what was set for exactly that scope and language.
func (s *Server) getMyCommands(c *call) (any, *Error) {
	key, err := s.scopeKey(c)
	if err != nil {
		return nil, err
	}
	if list := s.profile.commands[key]; list != nil {
		return list, nil
	}
	return []Command{}, nil
}

// deleteMyCommands is https://core.telegram.org/bots/api#deletemycommands.
func (s *Server) deleteMyCommands(c *call) (any, *Error) {
	key, err := s.scopeKey(c)
	if err == nil {
		delete(s.profile.commands, key)
	}
	return true, err
}

// scopeKey is what commands are kept under: the scope, its chat and person, and the language.
func (s *Server) scopeKey(c *call) (string, *Error) {
	lang := c.args["language_code"]
	if !language.MatchString(lang) {
		return "", badRequest("Invalid language code specified")
	}
	var scope struct {
		Type   string          `json:"type"`
		ChatID json.RawMessage `json:"chat_id"`
		UserID int64           `json:"user_id"`
	}
	raw := c.args["scope"]
	if raw == "" {
		raw = `{"type":"default"}`
	}
	if json.Unmarshal([]byte(raw), &scope) != nil {
		return "", badRequest("Can't parse BotCommandScope JSON object")
	}
	switch scope.Type {
	case "":
		return "", badRequest("Can't parse BotCommandScope: Can't find field %q", "type")
	case "default", "all_private_chats", "all_group_chats", "all_chat_administrators":
		return scope.Type + "/" + lang, nil
	case "chat", "chat_administrators", "chat_member":
	default:
		return "", badRequest("Can't parse BotCommandScope: Unsupported type specified")
	}
	id := strings.Trim(string(scope.ChatID), `"`)
	switch {
	case id == "" || id == "null":
		return "", badRequest("Can't parse BotCommandScope: Can't find field %q", "chat_id")
	case scope.Type == "chat_member" && scope.UserID <= 0:
		return "", badRequest("Can't parse BotCommandScope: Invalid user_id specified")
	}
	chat, err := s.chatArg(&call{args: map[string]string{"chat_id": id}}, toRead)
	if err != nil {
		return "", err
	}
	return scope.Type + "/" + lang + "/" + strconv.FormatInt(chat.id, 10) + "/" + strconv.FormatInt(scope.UserID, 10), nil
}

// Menu returns the commands that somebody is shown in a chat: those of the narrowest scope, in their language before no language.
func (s *Server) Menu(p *Person, c *Chat) []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := strconv.FormatInt(c.id, 10)
	admin := c.members[p.user.ID].admin()
	scopes := []struct{ name, rest string }{{"chat_member", "/" + id + "/" + strconv.FormatInt(p.user.ID, 10)}}
	if admin {
		scopes = append(scopes, struct{ name, rest string }{"chat_administrators", "/" + id + "/0"})
	}
	scopes = append(scopes, struct{ name, rest string }{"chat", "/" + id + "/0"})
	if admin {
		scopes = append(scopes, struct{ name, rest string }{"all_chat_administrators", ""})
	}
	wide := "all_private_chats"
	if c.person == nil {
		wide = "all_group_chats"
	}
	scopes = append(scopes, struct{ name, rest string }{wide, ""}, struct{ name, rest string }{"default", ""})
	for _, sc := range scopes {
		for _, lang := range []string{before(p.user.LanguageCode, "-"), ""} {
			if list := s.profile.commands[sc.name+"/"+lang+sc.rest]; list != nil {
				return list
			}
		}
	}
	return nil
}
