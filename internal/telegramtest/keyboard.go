package telegramtest

import (
	"encoding/json"
)

// maxButtons is how many buttons a message may have, and maxData how many bytes a button may carry.
const (
	maxButtons = 100
	maxData    = 64
)

// An InlineKeyboard is https://core.telegram.org/bots/api#inlinekeyboardmarkup.
type InlineKeyboard struct {
	Rows [][]Button `json:"inline_keyboard"`
}

// A Button is https://core.telegram.org/bots/api#inlinekeyboardbutton, reduced to the action that won.
type Button struct {
	Text         string          `json:"text"`
	Style        string          `json:"style,omitempty"`
	URL          string          `json:"url,omitempty"`
	Data         string          `json:"callback_data,omitempty"`
	SwitchInline *string         `json:"switch_inline_query,omitempty"`
	SwitchHere   *string         `json:"switch_inline_query_current_chat,omitempty"`
	SwitchChosen json.RawMessage `json:"switch_inline_query_chosen_chat,omitempty"`
	CopyText     *CopyText       `json:"copy_text,omitempty"`
	WebApp       json.RawMessage `json:"web_app,omitempty"`
	LoginURL     json.RawMessage `json:"login_url,omitempty"`
	Pay          bool            `json:"pay,omitempty"`
}

// CopyText is https://core.telegram.org/bots/api#copytextbutton.
type CopyText struct {
	Text string `json:"text"`
}

// Buttons are the buttons of a message, row after row.
func (m Message) Buttons() []Button {
	var all []Button
	if m.Keyboard != nil {
		for _, row := range m.Keyboard.Rows {
			all = append(all, row...)
		}
	}
	return all
}

// A markup is what reply_markup asks for: an inline keyboard, or another kind, of which only the JSON is kept.
type markup struct {
	inline *InlineKeyboard
	other  json.RawMessage
}

// parseMarkup reads reply_markup; "" and an inline keyboard without buttons are none.
func parseMarkup(raw string) (markup, *Error) {
	if raw == "" {
		return markup{}, nil
	}
	var obj map[string]json.RawMessage
	if !json.Valid([]byte(raw)) {
		return markup{}, badRequest("Can't parse reply keyboard markup JSON object")
	}
	if json.Unmarshal([]byte(raw), &obj) != nil || obj == nil {
		return markup{}, badRequest("Object expected as reply markup")
	}
	rows, ok := obj["inline_keyboard"]
	if !ok {
		return markup{other: json.RawMessage(raw)}, nil
	}
	kb, err := parseRows(rows)
	return markup{inline: kb}, err
}

func parseRows(raw json.RawMessage) (*InlineKeyboard, *Error) {
	var rows []json.RawMessage
	if json.Unmarshal(raw, &rows) != nil {
		return nil, badRequest("Field %q must be of type Array", "inline_keyboard")
	}
	kb := &InlineKeyboard{}
	for _, row := range rows {
		var cells []json.RawMessage
		if json.Unmarshal(row, &cells) != nil {
			return nil, badRequest("Field %q must be an Array of Arrays", "inline_keyboard")
		}
		var out []Button
		for _, cell := range cells {
			b, err := parseButton(cell)
			if err != nil {
				return nil, badRequest("Can't parse inline keyboard button: %s", err)
			}
			out = append(out, b)
		}
		if len(out) > 0 {
			kb.Rows = append(kb.Rows, out)
		}
	}
	if len(kb.Rows) == 0 {
		return nil, nil
	}
	return kb, nil
}

// parseButton keeps the first action in the order in which the real server looks for them.
func parseButton(raw json.RawMessage) (Button, error) {
	var obj map[string]json.RawMessage
	if json.Unmarshal(raw, &obj) != nil || obj == nil {
		return Button{}, says("InlineKeyboardButton must be an Object")
	}
	text, err := stringField(obj, "text", true)
	if err != nil {
		return Button{}, err
	}
	b := Button{Text: text}
	b.Style, _ = stringField(obj, "style", false)
	if b.URL, err = stringField(obj, "url", false); err != nil || b.URL != "" {
		return b, err
	}
	if b.Data, err = stringField(obj, "callback_data", false); err != nil || b.Data != "" {
		return b, err
	}
	return b, b.otherAction(obj)
}

func (b *Button) otherAction(obj map[string]json.RawMessage) error {
	switch {
	case has(obj, "pay"):
		b.Pay = true
	case has(obj, "switch_inline_query"):
		v, err := stringField(obj, "switch_inline_query", true)
		b.SwitchInline = &v
		return err
	case has(obj, "switch_inline_query_chosen_chat"):
		b.SwitchChosen = obj["switch_inline_query_chosen_chat"]
	case has(obj, "switch_inline_query_current_chat"):
		v, err := stringField(obj, "switch_inline_query_current_chat", true)
		b.SwitchHere = &v
		return err
	case has(obj, "login_url"):
		b.LoginURL = obj["login_url"]
	case has(obj, "web_app"):
		b.WebApp = obj["web_app"]
	case has(obj, "copy_text"):
		b.CopyText = &CopyText{}
		if json.Unmarshal(obj["copy_text"], b.CopyText) != nil {
			return says("Field %q must be of type Object", "copy_text")
		}
	default:
		return says("Text buttons are unallowed in the inline keyboard")
	}
	return nil
}

func has(obj map[string]json.RawMessage, name string) bool {
	raw, ok := obj[name]
	return ok && string(raw) != "null"
}

func stringField(obj map[string]json.RawMessage, name string, required bool) (string, error) {
	if !has(obj, name) {
		if required {
			return "", says("Can't find field %q", name)
		}
		return "", nil
	}
	var s string
	if json.Unmarshal(obj[name], &s) != nil {
		return "", says("Field %q must be of type String", name)
	}
	return s, nil
}
