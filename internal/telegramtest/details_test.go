package telegramtest

import (
	"strings"
	"testing"
	"time"
)

// TestButtons: of several actions one wins, and each kind comes back as it was sent.
func TestButtons(t *testing.T) {
	s := newServer(t, unlimited())
	_, c := started(t, s)
	_, group := inGroup(t, s, Supergroup)
	for in, want := range map[string]string{
		`{"text":"a","url":"https://a.fr/","callback_data":"x"}`:               `{"text":"a","url":"https://a.fr/"}`,
		`{"text":"a","callback_data":"x","copy_text":{"text":""}}`:             `{"text":"a","callback_data":"x"}`,
		`{"text":"a","style":"danger","callback_data":"x"}`:                    `{"text":"a","style":"danger","callback_data":"x"}`,
		`{"text":"a","switch_inline_query":""}`:                                `{"text":"a","switch_inline_query":""}`,
		`{"text":"a","switch_inline_query_current_chat":"q"}`:                  `{"text":"a","switch_inline_query_current_chat":"q"}`,
		`{"text":"a","copy_text":{"text":"b"}}`:                                `{"text":"a","copy_text":{"text":"b"}}`,
		`{"text":"a","web_app":{"url":"https://a.fr/"}}`:                       `{"text":"a","web_app":{"url":"https://a.fr/"}}`,
		`{"text":"a","login_url":{"url":"https://a.fr/"}}`:                     `{"text":"a","login_url":{"url":"https://a.fr/"}}`,
		`{"text":"a","pay":true}`:                                              `{"text":"a","pay":true}`,
		`{"text":"a","url":"tg://user?id=5"}`:                                  `{"text":"a","url":"tg://user?id=5"}`,
		`{"text":"a","switch_inline_query_chosen_chat":{"query":"q"}}`:         `{"text":"a","switch_inline_query_chosen_chat":{"query":"q"}}`,
		`{"text":"a","url":"https://A.fr:8443/b?c=d#e","unknown":"x"}`:         `{"text":"a","url":"https://a.fr:8443/b?c=d#e"}`,
		`{"text":"a","url":"","callback_data":"x","switch_inline_query":null}`: `{"text":"a","callback_data":"x"}`,
	} {
		m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "reply_markup": `{"inline_keyboard":[[` + in + `],[]]}`})
		if got := string(mustJSON(m.Keyboard)); got != `{"inline_keyboard":[[`+want+`]]}` {
			t.Errorf("%s: %s", in, got)
		}
	}
	for in, words := range map[string]string{
		`1`:                                "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
		`{"text":1}`:                       `can't parse inline keyboard button: Field "text" must be of type String`,
		`{"text":"a","copy_text":"x"}`:     `can't parse inline keyboard button: Field "copy_text" must be of type Object`,
		`{"text":" ","callback_data":"x"}`: "keyboard button text must be non-empty",
		`{"text":"a","url":"https://"}`:    "inline keyboard button URL 'https://' is invalid: URL host is empty",
		`{"text":"a","url":"https://a.fr:99999/"}`:       "inline keyboard button URL 'https://a.fr:99999/' is invalid: Wrong port number specified in the URL",
		`{"text":"a","web_app":{"url":"https://a.fr/"}}`: "BUTTON_TYPE_INVALID",
	} {
		refused(t, s, "sendMessage", args{"chat_id": group.ID(), "text": "x", "reply_markup": `{"inline_keyboard":[[` + in + `]]}`}, 400, "Bad Request: "+words)
	}
	if m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "reply_markup": args{"remove_keyboard": true}}); m.Keyboard != nil {
		t.Error("another kind of keyboard comes back")
	}
}

func TestOldParameters(t *testing.T) {
	s := newServer(t, unlimited())
	p, c := started(t, s)
	q := p.Ask("x").Message()
	m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "y", "reply_to_message_id": q.ID, "disable_web_page_preview": true})
	if m.ReplyTo.ID != q.ID || !m.LinkPreview.IsDisabled {
		t.Errorf("%+v", m)
	}
	for raw, words := range map[string]string{
		"{":                              "can't parse reply parameters JSON object",
		"[]":                             "object expected as reply parameters",
		`{"message_id":"x"}`:             "can't parse reply parameters JSON object",
		`{"message_id":1,"chat_id":555}`: "chat not found",
	} {
		refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "y", "reply_parameters": raw}, 400, "Bad Request: "+words)
	}
	refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "y", "link_preview_options": "[]"}, 400, "Bad Request: can't parse link preview options JSON object")
}

// TestGivenEntities: what a bot may mark it marks; what Telegram marks by itself it cannot.
func TestGivenEntities(t *testing.T) {
	s := newServer(t, unlimited())
	_, c := started(t, s)
	m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": " 😀 gras", "entities": []Entity{{Type: "bold", Offset: 4, Length: 4}, {Type: "bot_command", Offset: 1, Length: 2}}})
	if got := entityString(m.Entities); got != "bold[3+4] " {
		t.Error(got)
	}
	refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "entities": "{}"}, 400, "Bad Request: can't parse entities JSON object")
	refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "entities": []Entity{{Type: "bold", Offset: 0, Length: 2}}}, 400, "Bad Request: ENTITY_BOUNDS_INVALID")
}

// TestAfterAPress: an answer may be an edit of the message, or a new one.
func TestAfterAPress(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		p, c := inGroup(t, s, Supergroup)
		kb := `{"inline_keyboard":[[{"text":"Oui","callback_data":"o"}]]}`
		m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "a", "reply_markup": kb})
		must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "avant"})
		press := p.Press(m, "Oui")
		time.AfterFunc(time.Second/10, func() { must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "après"}) })
		got, err := press.WaitMessage(soon(t), func(m Message) bool { return strings.HasPrefix(m.Text, "a") && m.Text != "a" })
		if err != nil || got.Text != "après" {
			t.Errorf("%+v %v", got, err)
		}
		if _, err := p.Press(m, "Non").WaitMessage(soon(t), func(Message) bool { return true }); err == nil {
			t.Error("a press that was none has an answer")
		}
		if _, err := p.Press(m, "Oui").Wait(soon(t)); err == nil {
			t.Error("nobody answered")
		}
		refused(t, s, "answerCallbackQuery", args{"callback_query_id": press.ID(), "url": "nowhere"}, 400, "Bad Request: URL_INVALID")
	})
}

func TestPlacesOfPeople(t *testing.T) {
	s := newServer(t, unlimited())
	owner, c := inGroup(t, s, Supergroup)
	carl := s.NewPerson(User{FirstName: "Carl"})
	c.Join(carl)
	c.Promote(carl, AllRights(), false)
	status := func() any {
		return must[map[string]any](t, s, "getChatMember", args{"chat_id": c.ID(), "user_id": carl.ID()})["status"]
	}
	if got := status(); got != "administrator" {
		t.Error(got)
	}
	c.Demote(carl)
	if got := status(); got != "member" {
		t.Error(got)
	}
	if owner.User().FirstName != "Ana" || c.Info().Title != "Salon" || c.Info().ID != c.ID() {
		t.Error("handles do not say what they are")
	}
	channel := s.NewChat(Channel, "Annonces", owner, carl)
	if carl.Say(channel, "x").Err() == nil || owner.Say(channel, "x").Err() != nil {
		t.Error("who may write in a channel")
	}
	if _, err := carl.NewTopic(c, "x"); err == nil {
		t.Error("a topic without a forum")
	}
	other := s.NewPerson(User{IsBot: true})
	if other.Ask("/aide").Shown() {
		t.Error("another bot's message is shown")
	}
	s.ClearInlineCache()
}
