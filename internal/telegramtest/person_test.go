package telegramtest

import (
	"strings"
	"testing"
	"time"
)

func TestCommandsInUTF16(t *testing.T) {
	s := newServer(t, unlimited())
	p, c := started(t, s)
	p.Ask("😀é /aide@test_bot quoi ?")
	m := fresh(t, s)[0].Message
	if part, ok := Cut(m.Text, m.Entities[0].Offset, m.Entities[0].Length); !ok || part != "/aide@test_bot" || m.Entities[0].Offset != 4 {
		t.Errorf("%q %+v", part, m.Entities)
	}
	owner, group := inGroup(t, s, Supergroup)
	for _, w := range []struct {
		sent *Sent
		text string
	}{
		{p.Command(c, "aide", "linkedin"), "/aide linkedin"},
		{owner.Command(group, "aide", ""), "/aide@test_bot"},
		{owner.Mention(group, "et LinkedIn ?"), "@test_bot et LinkedIn ?"},
	} {
		if got := w.sent.Message().Text; got != w.text {
			t.Errorf("%q, want %q", got, w.text)
		}
	}
	if p.Say(group, "x").Err() == nil || p.Say(c, "").Err() == nil || p.Say(c, strings.Repeat("x", 4097)).Err() == nil {
		t.Error("what cannot be written is written")
	}
	if p.Reply(Message{Chat: ChatInfo{ID: 5}}, "x").Err() == nil || p.Write(c, Post{Text: "x", ReplyTo: 999}).Err() == nil {
		t.Error("a reply to nothing")
	}
	if len(p.Visible(group)) != 0 || len(owner.Visible(group)) != 3 {
		t.Errorf("%d %d", len(p.Visible(group)), len(owner.Visible(group)))
	}
}

func TestDeepLinks(t *testing.T) {
	s := newServer(t, unlimited())
	p := s.NewPerson(User{})
	for value, ok := range map[string]bool{
		"linkedin_opt-out": true, strings.Repeat("a", 64): true, strings.Repeat("a", 65): false, "é": false, "a b": false, "": true,
	} {
		q := p.Start(value)
		if (q.Err() == nil) != ok {
			t.Errorf("%q: %v", value, q.Err())
		}
		if want := strings.TrimSpace("/start " + value); ok && q.Message().Text != want {
			t.Errorf("%q", q.Message().Text)
		}
	}
	group := s.NewChat(Supergroup, "Salon", p)
	fresh(t, s)
	if p.StartGroup(group, "").Err() == nil || p.StartGroup(p.Private(), "x").Err() == nil {
		t.Error("a link that cannot be is followed")
	}
	if q := p.StartGroup(group, "linkedin"); q.Err() != nil || q.Message().Text != "/start@test_bot linkedin" || !q.Shown() {
		t.Errorf("%v %+v", q.Err(), q.Message())
	}
	if all := fresh(t, s); len(all) != 3 || all[0].Mine == nil || len(all[1].Message.NewMembers) != 1 {
		t.Errorf("%+v", all)
	}
}

func TestPeopleEdit(t *testing.T) {
	s := newServer(t, unlimited())
	p, c := started(t, s)
	q := p.Ask("linkdin")
	fresh(t, s)
	if err := p.Edit(q, "linkedin"); err != nil {
		t.Fatal(err)
	}
	if all := fresh(t, s); len(all) != 1 || all[0].Edited.Text != "linkedin" || all[0].Edited.EditDate == 0 {
		t.Errorf("%+v", all)
	}
	if s.NewPerson(User{}).Edit(q, "x") == nil {
		t.Error("somebody else's message is edited")
	}
	c.DeleteMessage(q.Message().ID)
	if p.Edit(q, "x") == nil || len(fresh(t, s)) != 0 {
		t.Error("a deleted message is edited")
	}
}

// TestAnswers: what counts as the answer to what.
func TestAnswers(t *testing.T) {
	s := newServer(t, unlimited())
	p, c := started(t, s)
	one, two := p.Ask("un"), p.Ask("deux")
	say := func(c *Chat, text string, replyTo int) {
		a := args{"chat_id": c.ID(), "text": text}
		if replyTo != 0 {
			a["reply_parameters"] = args{"message_id": replyTo}
		}
		must[Message](t, s, "sendMessage", a)
	}
	say(c, "à deux", two.Message().ID)
	say(c, "à un", 0)
	say(c, "à un", 0)
	if a, b := one.Answers(), two.Answers(); len(a) != 2 || len(b) != 1 || b[0].Text != "à deux" {
		t.Errorf("%+v\n%+v", a, b)
	}
	last := p.Ask("trois")
	say(c, "à trois", 0)
	if len(last.Answers()) != 1 {
		t.Error("an answer goes to a question that has one")
	}
	say(c, "suite à deux", two.Answers()[0].ID)
	if len(two.Answers()) != 2 {
		t.Error("a reply to an answer belongs to no question")
	}
	owner, group := inGroup(t, s, Supergroup)
	three, four := owner.Command(group, "aide", ""), owner.Command(group, "aide", "x")
	say(group, "à quatre", 0)
	say(group, "à trois", three.Message().ID)
	if len(three.Answers()) != 1 || len(four.Answers()) != 1 || four.Answers()[0].Text != "à quatre" {
		t.Error("in a group")
	}
	n := s.Counts()
	n.Shown -= 2 // « /start » and the one that follows
	if n.Answered != 5 || n.Answers != 7 || n.Duplicates != 1 {
		t.Errorf("%+v", n)
	}
	if len(s.Sents()) != 6 || len(s.People()) != 3 || len(s.Chats()) != 2 {
		t.Error(len(s.Sents()), len(s.People()), len(s.Chats()))
	}
}

func TestWait(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newServer(t, unlimited())
		p, c := started(t, s)
		q := p.Ask("x")
		changed := s.Changed()
		time.AfterFunc(500*time.Millisecond, func() { must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "y"}) })
		if m, err := q.Wait(soon(t)); err != nil || m.Text != "y" {
			t.Errorf("%+v %v", m, err)
		}
		<-changed
		if _, err := p.Ask("z").Wait(soon(t)); err == nil {
			t.Error("an answer came to a question without one")
		}
	})
}
