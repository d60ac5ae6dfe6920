package telegramtest

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// inlineResults reads « results »: at most 50, with ids of 1 to 64 bytes that differ.
func (s *Server) inlineResults(raw string) ([]InlineResult, *Error) {
	if raw == "" {
		return nil, nil
	}
	var list []json.RawMessage
	if !json.Valid([]byte(raw)) {
		return nil, badRequest("Can't parse JSON encoded inline query results")
	}
	if json.Unmarshal([]byte(raw), &list) != nil {
		return nil, badRequest("Expected an Array of inline query results")
	}
	if len(list) > 50 {
		return nil, badRequest("RESULTS_TOO_MUCH")
	}
	seen := map[string]bool{}
	var out []InlineResult
	for _, item := range list {
		r, err := s.inlineResult(item)
		if err != nil {
			return nil, err
		}
		switch {
		case r.ID == "" || len(r.ID) > 64:
			return nil, badRequest("RESULT_ID_INVALID")
		case seen[r.ID]:
			return nil, badRequest("RESULT_ID_DUPLICATE")
		}
		seen[r.ID] = true
		out = append(out, r)
	}
	return out, nil
}

// inlineResult reads one result. Of types other than article only the common fields and input_message_content are read.
func (s *Server) inlineResult(raw json.RawMessage) (InlineResult, *Error) {
	wrong := func(err any) *Error { return badRequest("Can't parse inline query result: %v", err) }
	var obj map[string]json.RawMessage
	if json.Unmarshal(raw, &obj) != nil || obj == nil {
		return InlineResult{}, wrong("expected an Object")
	}
	r := InlineResult{Raw: raw}
	for _, f := range []struct {
		to       *string
		name     string
		required bool
	}{
		{&r.Type, "type", true},
		{&r.ID, "id", true},
		{&r.Title, "title", string(obj["type"]) == `"article"`},
		{&r.Description, "description", false},
		{&r.URL, "url", false},
	} {
		var err error
		if *f.to, err = stringField(obj, f.name, f.required); err != nil {
			return r, wrong(err)
		}
	}
	kb, bad := parseMarkup(string(obj["reply_markup"]))
	if bad == nil {
		bad = kb.inline.check(false)
	}
	if bad != nil {
		return r, bad
	}
	r.Message.Keyboard = kb.inline
	return r, s.inlineContent(&r, obj)
}

// inlineContent reads input_message_content, of which only text is read here.
func (s *Server) inlineContent(r *InlineResult, obj map[string]json.RawMessage) *Error {
	if !has(obj, "input_message_content") {
		if r.Type == "article" {
			return badRequest("Can't parse inline query result: Can't find field %q", "input_message_content")
		}
		return nil
	}
	var content struct {
		Text     *string         `json:"message_text"`
		Mode     string          `json:"parse_mode"`
		Entities json.RawMessage `json:"entities"`
		Preview  *LinkPreview    `json:"link_preview_options"`
	}
	if json.Unmarshal(obj["input_message_content"], &content) != nil {
		return badRequest("Can't parse inline query result: InputMessageContent is invalid")
	}
	if content.Text == nil {
		return nil
	}
	f, err := s.format(*content.Text, content.Mode, string(content.Entities))
	switch {
	case err != nil:
		return err
	case f.text == "":
		return badRequest("MESSAGE_EMPTY")
	case Units(f.text) > maxText:
		return badRequest("Message is too long")
	}
	r.Message.Text, r.Message.Entities, r.Message.LinkPreview = f.text, f.entities, content.Preview
	return nil
}

// Choose sends one of the results into a chat. The bot hears of it when inline feedback is on, and can edit the message afterwards
// when it has buttons.
func (t *Typed) Choose(resultID string, c *Chat) (Message, error) {
	s := t.srv
	s.mu.Lock()
	defer s.mu.Unlock()
	if t.answer == nil || !t.person.sees(c) {
		return Message{}, fmt.Errorf("telegramtest: there is nothing to choose, or nowhere to send it")
	}
	for _, r := range t.answer.Results {
		if r.ID == resultID {
			return s.choose(t, r, c), nil
		}
	}
	return Message{}, fmt.Errorf("telegramtest: no such result")
}

func (s *Server) choose(t *Typed, result InlineResult, c *Chat) Message {
	user := t.person.user
	r := &record{msg: result.Message}
	r.msg.From, r.msg.ViaBot = &user, &s.me
	if r.msg.Keyboard != nil {
		r.inlineID = "inline" + strconv.Itoa(len(s.inline.messages)+1)
		s.inline.messages[r.inlineID] = r
	}
	c.add(r)
	c.deliver(r)
	if s.opts.InlineFeedback {
		chosen := map[string]any{"result_id": result.ID, "from": user, "query": t.query}
		if r.inlineID != "" {
			chosen["inline_message_id"] = r.inlineID
		}
		s.push("chosen_inline_result", "inline "+strconv.FormatInt(user.ID, 10), chosen)
	}
	return r.msg
}
