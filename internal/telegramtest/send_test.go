package telegramtest

import (
	"fmt"
	"strings"
	"testing"
)

func TestSendRefused(t *testing.T) {
	s := newServer(t, unlimited())
	_, private := started(t, s)
	stranger := s.NewPerson(User{})
	met := s.NewPerson(User{})
	owner, group := inGroup(t, s, Group)
	group.Join(met)
	_, super := inGroup(t, s, Supergroup)
	channel := s.NewChat(Channel, "Annonces", owner)
	if err := owner.AddBot(channel); err != nil {
		t.Fatal(err)
	}
	id, kb := private.ID(), func(b string) string { return `{"inline_keyboard":[[` + b + `]]}` }
	long := strings.Repeat("😀", 2048)
	for _, c := range []struct {
		a     args
		code  int
		words string
	}{
		{args{"chat_id": id}, 400, "Bad Request: message text is empty"},
		{args{"chat_id": id, "text": " \n "}, 400, "Bad Request: text must be non-empty"},
		{args{"chat_id": id, "text": "<b></b>", "parse_mode": "HTML"}, 400, "Bad Request: text must be non-empty"},
		{args{"chat_id": id, "text": long + "x"}, 400, "Bad Request: message is too long"},
		{args{"chat_id": id, "text": "<b>x", "parse_mode": "html"}, 400, `Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`},
		{args{"chat_id": id, "text": "a.b", "parse_mode": "MarkdownV2"}, 400, `Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\'`},
		{args{"chat_id": id, "text": "x", "parse_mode": "BBCode"}, 400, "Bad Request: unsupported parse_mode"},
		{args{"chat_id": id, "text": "😀", "entities": []Entity{{Type: "bold", Offset: 1, Length: 1}}}, 400, "Bad Request: ENTITY_BOUNDS_INVALID"},
		{args{"text": "x"}, 400, "Bad Request: chat_id is empty"},
		{args{"chat_id": 999999, "text": "x"}, 400, "Bad Request: chat not found"},
		{args{"chat_id": "@personne", "text": "x"}, 400, "Bad Request: chat not found"},
		{args{"chat_id": stranger.ID(), "text": "x"}, 400, "Bad Request: chat not found"},
		{args{"chat_id": met.ID(), "text": "x"}, 403, "Forbidden: bot can't initiate conversation with a user"},
		{args{"chat_id": id, "text": "x", "reply_markup": kb(`{"text":"x"}`)}, 400, "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"},
		{args{"chat_id": id, "text": "x", "reply_markup": kb(`{"url":"x"}`)}, 400, `Bad Request: can't parse inline keyboard button: Can't find field "text"`},
		{args{"chat_id": id, "text": "x", "reply_markup": `{"inline_keyboard":[{}]}`}, 400, `Bad Request: field "inline_keyboard" must be an Array of Arrays`},
		{args{"chat_id": id, "text": "x", "reply_markup": "{"}, 400, "Bad Request: can't parse reply keyboard markup JSON object"},
		{args{"chat_id": id, "text": "x", "reply_markup": kb(`{"text":"x","callback_data":"` + strings.Repeat("é", 32) + `x"}`)}, 400, "Bad Request: BUTTON_DATA_INVALID"},
		{args{"chat_id": id, "text": "x", "reply_markup": kb(`{"text":"x","url":"localhost:80"}`)}, 400, "Bad Request: inline keyboard button URL 'localhost:80' is invalid: Wrong HTTP URL"},
		{args{"chat_id": id, "text": "x", "reply_markup": kb(`{"text":"x","url":"ftp://a.fr"}`)}, 400, "Bad Request: inline keyboard button URL 'ftp://a.fr' is invalid: Unsupported URL protocol"},
		{args{"chat_id": id, "text": "x", "reply_markup": kb(`{"text":"x","copy_text":{"text":""}}`)}, 400, "Bad Request: BUTTON_COPY_TEXT_INVALID"},
		{args{"chat_id": id, "text": "x", "reply_markup": kb(strings.TrimSuffix(strings.Repeat(`{"text":"x","callback_data":"y"},`, 101), ","))}, 400, "Bad Request: reply markup is too long"},
		{args{"chat_id": id, "text": "x", "reply_parameters": args{"message_id": 987}}, 400, "Bad Request: message to be replied not found"},
		{args{"chat_id": id, "text": "x", "reply_parameters": args{"quote": "x"}}, 400, `Bad Request: can't find field "message_id"`},
		{args{"chat_id": id, "text": "x", "message_thread_id": 5}, 400, "Bad Request: message thread not found"},
		{args{"chat_id": super.ID(), "text": "x", "message_thread_id": 1}, 400, "Bad Request: message thread not found"},
	} {
		refused(t, s, "sendMessage", c.a, c.code, c.words)
	}
	if n := len(private.FromBot()); n != 0 {
		t.Errorf("%d refused messages arrived", n)
	}
	owner.PromoteBot(channel, Rights{})
	refused(t, s, "sendMessage", args{"chat_id": channel.ID(), "text": "x"}, 400, "Bad Request: not enough rights to send text messages to the chat")
	owner.RestrictBot(super)
	refused(t, s, "sendMessage", args{"chat_id": super.ID(), "text": "x"}, 400, "Bad Request: not enough rights to send text messages to the chat")
}

func TestSendAtTheLimits(t *testing.T) {
	s := newServer(t, unlimited())
	_, c := started(t, s)
	m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "<b>" + strings.Repeat("😀", 2048) + "</b>", "parse_mode": "HTML"})
	if Units(m.Text) != 4096 || entityString(m.Entities) != "bold[0+4096] " {
		t.Errorf("%d units, %s", Units(m.Text), entityString(m.Entities))
	}
	m = must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": strings.Repeat("<b>x</b> ", 120), "parse_mode": "HTML"})
	if len(m.Entities) != 100 {
		t.Errorf("%d entities", len(m.Entities))
	}
	m = must[Message](t, s, "sendMessage", args{
		"chat_id": c.ID(), "text": "\n <code>/x a@b.fr</code> exemple.fr ", "parse_mode": "HTML",
		"reply_markup":         `{"inline_keyboard":[[{"text":"a","callback_data":"` + strings.Repeat("é", 32) + `"},{"text":"b","url":"Exemple.FR"}]]}`,
		"link_preview_options": args{"is_disabled": true}, "protect_content": true,
	})
	if m.Text != "/x a@b.fr exemple.fr" || entityString(m.Entities) != "code[0+9] url[10+10] " || !m.LinkPreview.IsDisabled || !m.ProtectContent {
		t.Errorf("%+v %s", m, entityString(m.Entities))
	}
	if b := m.Buttons(); len(b) != 2 || b[1].URL != "http://exemple.fr/" {
		t.Errorf("buttons %+v", b)
	}
	if all := c.FromBot(); len(all) != 3 || all[2].From.ID != s.Bot().ID {
		t.Errorf("%+v", all)
	}
}

func TestReplies(t *testing.T) {
	s := newServer(t, unlimited())
	p, c := started(t, s)
	q := p.Ask("Comment refuser l’IA de LinkedIn ?").Message()
	m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "reply_parameters": args{"message_id": q.ID, "quote": "l’IA"}})
	if m.ReplyTo == nil || m.ReplyTo.ID != q.ID || m.Quote == nil || m.Quote.Position != 16 {
		t.Errorf("%+v %+v", m.ReplyTo, m.Quote)
	}
	refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "reply_parameters": args{"message_id": q.ID, "quote": "Facebook"}}, 400, "Bad Request: QUOTE_TEXT_INVALID")
	for _, gone := range []func(){func() { c.ForgetMessage(q.ID) }, func() { c.DeleteMessage(q.ID) }} {
		gone()
		refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "reply_parameters": args{"message_id": q.ID}}, 400, "Bad Request: message to be replied not found")
		m = must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "reply_parameters": args{"message_id": q.ID, "allow_sending_without_reply": true}})
		if m.ReplyTo != nil {
			t.Error("a reply to nothing")
		}
	}
}

func TestTopics(t *testing.T) {
	s := newServer(t, unlimited())
	p, c := inGroup(t, s, Forum)
	topic, err := p.NewTopic(c, "Questions")
	if err != nil {
		t.Fatal(err)
	}
	in := p.Write(c, Post{Text: "/aide", Topic: topic})
	general := p.Say(c, "/aide")
	if m := in.Message(); m.ThreadID != topic || !m.IsTopicMessage || m.ReplyTo == nil {
		t.Errorf("%+v", m)
	}
	if m := general.Message(); m.ThreadID != 0 || m.IsTopicMessage {
		t.Errorf("General has a number: %+v", m)
	}
	m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "message_thread_id": topic})
	if m.ThreadID != topic || !m.IsTopicMessage || len(in.Answers()) != 1 || len(general.Answers()) != 0 {
		t.Errorf("%+v", m)
	}
	must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "y"})
	if len(general.Answers()) != 1 {
		t.Error("General has no answer")
	}
	for _, id := range []int{1, general.Message().ID, 12345} {
		refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "message_thread_id": id}, 400, "Bad Request: message thread not found")
	}
	c.CloseTopic(topic)
	refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "message_thread_id": topic}, 400, "Bad Request: TOPIC_CLOSED")
	if p.Write(c, Post{Text: "x", Topic: topic}).Err() == nil {
		t.Error("a closed topic takes messages")
	}
	c.DeleteTopic(topic)
	refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "message_thread_id": topic}, 400, "Bad Request: message thread not found")
}

// TestPlainThreads: replies in a supergroup without topics are numbered too, and nothing can be sent to that number.
func TestPlainThreads(t *testing.T) {
	s := newServer(t, unlimited())
	p, c := inGroup(t, s, Supergroup)
	first := p.Say(c, "/aide").Message()
	second := p.Reply(first, "/aide").Message()
	third := p.Reply(second, "/aide").Message()
	if second.ThreadID != first.ID || third.ThreadID != first.ID || third.IsTopicMessage {
		t.Errorf("%d %d %v", second.ThreadID, third.ThreadID, third.IsTopicMessage)
	}
	refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x", "message_thread_id": first.ID}, 400, "Bad Request: message thread not found")
}

func TestDocuments(t *testing.T) {
	s := newServer(t, unlimited())
	_, c := started(t, s)
	r := multipartCall(t, s, "sendDocument", map[string]string{"chat_id": fmt.Sprint(c.ID()), "caption": "<b>é</b>", "parse_mode": "HTML"}, map[string]string{"document": "contenu"})
	m := as[Message](t, r.Result)
	if m.Document == nil || m.Document.FileName != "document.txt" || m.Document.FileSize != 7 || m.Caption != "é" || string(c.File(m.ID)) != "contenu" {
		t.Errorf("%s", r.Result)
	}
	again := must[Message](t, s, "sendDocument", args{"chat_id": c.ID(), "document": m.Document.FileID})
	if string(c.File(again.ID)) != "contenu" {
		t.Error("the file is not sent again by its id")
	}
	refused(t, s, "sendDocument", args{"chat_id": c.ID()}, 400, "Bad Request: there is no document in the request")
	refused(t, s, "sendDocument", args{"chat_id": c.ID(), "document": "x"}, 400, "Bad Request: wrong file identifier/HTTP URL specified")
	refused(t, s, "sendDocument", args{"chat_id": c.ID(), "document": m.Document.FileID, "caption": strings.Repeat("x", 1025)}, 400, "Bad Request: message caption is too long")
	refused(t, s, "editMessageText", args{"chat_id": c.ID(), "message_id": m.ID, "text": "x"}, 400, "Bad Request: there is no text in the message to edit")
}
