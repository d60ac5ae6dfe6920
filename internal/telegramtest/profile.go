package telegramtest

import "encoding/json"

// profile is what the bot says of itself, by language.
type profile struct {
	commands          map[string][]Command
	name, long, short map[string]string
	menu              json.RawMessage
}

func newProfile() profile {
	return profile{commands: map[string][]Command{}, name: map[string]string{}, long: map[string]string{}, short: map[string]string{}}
}

// setText sets one text of the profile; an empty one takes the language away.
func setText(c *call, field string, most int, texts map[string]string) (any, *Error) {
	lang, text := c.args["language_code"], c.args[field]
	switch {
	case !language.MatchString(lang):
		return nil, badRequest("Invalid language code specified")
	case Units(text) > most:
		return nil, badRequest("%s is too long", field)
	case text == "":
		delete(texts, lang)
	default:
		texts[lang] = text
	}
	return true, nil
}

// getText answers with the text of a language, or with that of no language.
func getText(c *call, field string, texts map[string]string) (any, *Error) {
	lang := c.args["language_code"]
	if !language.MatchString(lang) {
		return nil, badRequest("Invalid language code specified")
	}
	text, ok := texts[lang]
	if !ok {
		text = texts[""]
	}
	return map[string]string{field: text}, nil
}

func (s *Server) setMyName(c *call) (any, *Error) { return setText(c, "name", 64, s.profile.name) }

func (s *Server) getMyName(c *call) (any, *Error) {
	result, err := getText(c, "name", s.profile.name)
	if m, ok := result.(map[string]string); ok && m["name"] == "" {
		m["name"] = s.me.FirstName
	}
	return result, err
}

func (s *Server) setMyDescription(c *call) (any, *Error) {
	return setText(c, "description", 512, s.profile.long)
}

func (s *Server) getMyDescription(c *call) (any, *Error) {
	return getText(c, "description", s.profile.long)
}

func (s *Server) setMyShortDescription(c *call) (any, *Error) {
	return setText(c, "short_description", 120, s.profile.short)
}

func (s *Server) getMyShortDescription(c *call) (any, *Error) {
	return getText(c, "short_description", s.profile.short)
}

// setChatMenuButton is https://core.telegram.org/bots/api#setchatmenubutton.
func (s *Server) setChatMenuButton(c *call) (any, *Error) {
	raw := c.args["menu_button"]
	if raw == "" {
		raw = `{"type":"default"}`
	}
	var b struct {
		Type string          `json:"type"`
		Text string          `json:"text"`
		App  json.RawMessage `json:"web_app"`
	}
	if json.Unmarshal([]byte(raw), &b) != nil {
		return nil, badRequest("Can't parse menu button JSON object")
	}
	switch {
	case b.Type == "default" || b.Type == "commands":
	case b.Type != "web_app":
		return nil, badRequest("Can't parse menu button: MenuButton has unsupported type")
	case b.Text == "" || b.App == nil:
		return nil, badRequest("Can't parse menu button: Can't find field %q", "web_app")
	}
	if c.args["chat_id"] == "" {
		s.profile.menu = json.RawMessage(raw)
		return true, nil
	}
	chat, err := s.chatArg(c, toRead)
	if err != nil {
		return nil, err
	}
	chat.menu = []byte(raw)
	return true, nil
}

// getChatMenuButton is https://core.telegram.org/bots/api#getchatmenubutton.
func (s *Server) getChatMenuButton(c *call) (any, *Error) {
	if c.args["chat_id"] != "" {
		chat, err := s.chatArg(c, toRead)
		if err != nil {
			return nil, err
		}
		if chat.menu != nil {
			return json.RawMessage(chat.menu), nil
		}
	}
	if s.profile.menu != nil {
		return s.profile.menu, nil
	}
	return map[string]string{"type": "default"}, nil
}
