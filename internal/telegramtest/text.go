package telegramtest

import (
	"encoding/json"
	"strings"
)

// The limits on texts, in UTF-16 units after parsing: https://core.telegram.org/bots/api#sendmessage.
const (
	maxText     = 4096
	maxCaption  = 1024
	maxQuote    = 1024
	maxEntities = 100
)

// A formatted text has its entities in order.
type formatted struct {
	text     string
	entities []Entity
}

// format parses a text with its parse mode, or with entities given beside it, as JSON; then marks what Telegram marks by itself.
func (s *Server) format(text, mode, entities string) (formatted, *Error) {
	var f formatted
	var err *Error
	if !validText(text) {
		return f, badRequest("Strings must be encoded in UTF-8")
	}
	switch strings.ToLower(mode) {
	case "html":
		f.text, f.entities, err = parseHTML(text, s.userByID)
	case "markdownv2":
		f.text, f.entities, err = parseMarkdownV2(text, s.userByID)
	case "", "none":
		f.text = text
		f.entities, err = givenEntities(text, entities)
	default: // the old Markdown too, which nothing new should use
		err = badRequest("Unsupported parse_mode")
	}
	if err != nil {
		return formatted{}, err
	}
	f = f.clean()
	f.entities = withAutomatic(f.text, f.entities)
	return f, nil
}

// givenEntities reads the parameter « entities ».
func givenEntities(text, raw string) ([]Entity, *Error) {
	if raw == "" {
		return nil, nil
	}
	var list []Entity
	if json.Unmarshal([]byte(raw), &list) != nil {
		return nil, badRequest("Can't parse entities JSON object")
	}
	kept := list[:0]
	for _, e := range list {
		if _, ok := Cut(text, e.Offset, e.Length); !ok {
			return nil, badRequest("ENTITY_BOUNDS_INVALID")
		}
		switch e.Type { // what Telegram marks by itself is not taken from anyone
		case "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number":
			continue
		}
		kept = append(kept, e)
	}
	return kept, nil
}

// clean takes the space from both ends of a text, and moves the entities.
func (f formatted) clean() formatted {
	left := strings.TrimLeft(f.text, " \t\r\n")
	shift := Units(f.text) - Units(left)
	out := formatted{text: strings.TrimRight(left, " \t\r\n")}
	length := Units(out.text)
	for _, e := range f.entities {
		from, to := max(e.Offset-shift, 0), min(e.Offset-shift+e.Length, length)
		if to <= from {
			continue
		}
		e.Offset, e.Length = from, to-from
		out.entities = append(out.entities, e)
	}
	return out
}

// messageText is the text of a message to send, within its limits.
func (s *Server) messageText(c *call) (formatted, *Error) {
	if c.args["text"] == "" {
		return formatted{}, badRequest("Message text is empty")
	}
	f, err := s.format(c.args["text"], c.args["parse_mode"], c.args["entities"])
	switch {
	case err != nil:
		return f, err
	case f.text == "":
		return f, badRequest("Text must be non-empty")
	case Units(f.text) > maxText:
		return f, badRequest("Message is too long")
	}
	return f, nil
}

// linkPreview reads link_preview_options, and the older parameter that it replaced.
func linkPreview(c *call) (*LinkPreview, *Error) {
	raw := c.args["link_preview_options"]
	if raw == "" {
		if c.boolean("disable_web_page_preview") {
			return &LinkPreview{IsDisabled: true}, nil
		}
		return nil, nil
	}
	var p LinkPreview
	if json.Unmarshal([]byte(raw), &p) != nil {
		return nil, badRequest("Can't parse link preview options JSON object")
	}
	return &p, nil
}
