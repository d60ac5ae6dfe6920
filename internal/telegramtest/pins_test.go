package telegramtest

import "testing"

func TestUnpin(t *testing.T) {
	s := newServer(t, unlimited())
	p, c := inGroup(t, s, Supergroup)
	a, b := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "a"}), must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "b"})
	refused(t, s, "unpinChatMessage", args{"chat_id": c.ID(), "message_id": a.ID}, 400, "Bad Request: not enough rights to manage pinned messages in the chat")
	p.PromoteBot(c, Rights{Pin: true})
	for _, m := range []Message{a, b} {
		must[bool](t, s, "pinChatMessage", args{"chat_id": c.ID(), "message_id": m.ID})
	}
	must[bool](t, s, "unpinChatMessage", args{"chat_id": c.ID(), "message_id": a.ID})
	refused(t, s, "unpinChatMessage", args{"chat_id": c.ID(), "message_id": a.ID}, 400, "Bad Request: message to unpin not found")
	if got := c.Pinned(); len(got) != 1 || got[0] != b.ID {
		t.Errorf("%v", got)
	}
	must[bool](t, s, "unpinChatMessage", args{"chat_id": c.ID()})
	refused(t, s, "unpinChatMessage", args{"chat_id": c.ID()}, 400, "Bad Request: message to unpin not found")
}

func TestAttachments(t *testing.T) {
	s := newServer(t, unlimited())
	p, c := started(t, s)
	for _, kind := range []AttachmentKind{Voice, Photo, Sticker} {
		if got := p.Attach(c, kind); got.Err() != nil || !got.Shown() {
			t.Errorf("%s: %v", kind, got.Err())
		}
	}
	captioned := p.Write(c, Post{Text: "ceci", Attached: Photo})
	all := fresh(t, s)
	if len(all) != 4 || all[0].Message.Voice == nil || len(all[1].Message.Photo) != 1 || all[2].Message.Sticker == nil {
		t.Errorf("%+v", all)
	}
	if m := captioned.Message(); m.Text != "" || m.Caption != "ceci" {
		t.Errorf("%+v", m)
	}
}
