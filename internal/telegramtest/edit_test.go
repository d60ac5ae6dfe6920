package telegramtest

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestEdits(t *testing.T) {
	s := newServer(t, unlimited())
	p, c := started(t, s)
	q := p.Ask("x")
	kb := `{"inline_keyboard":[[{"text":"Oui","callback_data":"o"}]]}`
	m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "a", "reply_markup": kb})
	edit := func(a args) args {
		a["chat_id"], a["message_id"] = c.ID(), m.ID
		return a
	}
	same := "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"
	refused(t, s, "editMessageText", edit(args{"text": "a", "reply_markup": kb}), 400, same)
	refused(t, s, "editMessageReplyMarkup", edit(args{"reply_markup": kb}), 400, same)
	refused(t, s, "editMessageText", edit(args{"text": ""}), 400, "Bad Request: message text is empty")
	refused(t, s, "editMessageText", args{"chat_id": c.ID(), "message_id": 9999, "text": "b"}, 400, "Bad Request: message to edit not found")
	refused(t, s, "editMessageText", args{"chat_id": c.ID(), "message_id": q.Message().ID, "text": "b"}, 400, "Bad Request: message can't be edited")
	refused(t, s, "editMessageText", args{"text": "b"}, 400, "Bad Request: message identifier is not specified")
	refused(t, s, "editMessageText", args{"inline_message_id": "x", "text": "b"}, 400, "Bad Request: MESSAGE_ID_INVALID")
	got := must[Message](t, s, "editMessageText", edit(args{"text": "<b>a</b>", "parse_mode": "HTML"}))
	if got.Keyboard != nil || len(got.Entities) != 1 || got.EditDate == 0 {
		t.Errorf("%+v", got)
	}
	must[Message](t, s, "editMessageReplyMarkup", edit(args{"reply_markup": kb}))
	if v := c.Versions(m.ID); len(v) != 3 || v[0].Text != "a" || len(v[2].Buttons()) != 1 || len(q.Answers()) != 1 {
		t.Errorf("%+v", v)
	}
	c.ForgetMessage(m.ID)
	refused(t, s, "editMessageText", edit(args{"text": "c"}), 400, "Bad Request: message to edit not found")
	p.Block()
	refused(t, s, "sendChatAction", args{"chat_id": c.ID(), "action": "typing"}, 403, "Forbidden: bot was blocked by the user")
}

func TestDelete(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		p, c := inGroup(t, s, Supergroup)
		q := p.Say(c, "/aide").Message()
		m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "a"})
		old := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "b"})
		del := func(id int) args { return args{"chat_id": c.ID(), "message_id": id} }
		refused(t, s, "deleteMessage", del(q.ID), 400, "Bad Request: message can't be deleted")
		must[bool](t, s, "deleteMessage", del(m.ID))
		refused(t, s, "deleteMessage", del(m.ID), 400, "Bad Request: message to delete not found")
		time.Sleep(49 * time.Hour)
		refused(t, s, "deleteMessage", del(old.ID), 400, "Bad Request: message can't be deleted")
		p.PromoteBot(c, Rights{Delete: true})
		must[bool](t, s, "deleteMessage", del(q.ID))
		owner, group := inGroup(t, s, Group)
		q = owner.Say(group, "/aide").Message()
		refused(t, s, "deleteMessage", args{"chat_id": group.ID(), "message_id": q.ID}, 400, "Bad Request: message can't be deleted for everyone")
	})
}

func TestPins(t *testing.T) {
	s := newServer(t, unlimited())
	p, c := inGroup(t, s, Supergroup)
	m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "a"})
	pin := args{"chat_id": c.ID(), "message_id": m.ID}
	refused(t, s, "pinChatMessage", pin, 400, "Bad Request: not enough rights to manage pinned messages in the chat")
	p.PromoteBot(c, Rights{Pin: true})
	fresh(t, s)
	must[bool](t, s, "pinChatMessage", pin)
	refused(t, s, "pinChatMessage", pin, 400, "Bad Request: CHAT_NOT_MODIFIED")
	refused(t, s, "pinChatMessage", args{"chat_id": c.ID(), "message_id": 999}, 400, "Bad Request: message to pin not found")
	if all := fresh(t, s); len(all) != 1 || all[0].Message.Pinned.ID != m.ID || len(c.Pinned()) != 1 {
		t.Errorf("%+v", all)
	}
	if full := must[map[string]any](t, s, "getChat", args{"chat_id": c.ID()}); full["pinned_message"] == nil {
		t.Error("getChat shows no pinned message")
	}
}

func TestDraftsAndActions(t *testing.T) {
	s := newServer(t, unlimited())
	_, c := started(t, s)
	_, group := inGroup(t, s, Supergroup)
	must[bool](t, s, "sendMessageDraft", args{"chat_id": c.ID(), "draft_id": 7, "text": "<b>en cours</b>", "parse_mode": "HTML"})
	must[bool](t, s, "sendMessageDraft", args{"chat_id": c.ID(), "draft_id": "7"})
	for _, bad := range []any{0, "", "x"} {
		refused(t, s, "sendMessageDraft", args{"chat_id": c.ID(), "draft_id": bad, "text": "x"}, 400, "Bad Request: RANDOM_ID_INVALID")
	}
	refused(t, s, "sendMessageDraft", args{"chat_id": group.ID(), "draft_id": 7, "text": "x"}, 400, "Bad Request: TEXTDRAFT_PEER_INVALID")
	if d := s.Drafts(); len(d) != 2 || d[0].Text != "en cours" || d[0].ID != 7 || len(c.FromBot()) != 0 {
		t.Errorf("%+v", d)
	}
	must[bool](t, s, "sendChatAction", args{"chat_id": c.ID(), "action": "typing"})
	refused(t, s, "sendChatAction", args{"chat_id": c.ID(), "action": "sleeping"}, 400, "Bad Request: wrong parameter action in request")
	if a := s.Actions(); len(a) != 1 || a[0].Action != "typing" {
		t.Errorf("%+v", a)
	}
}
