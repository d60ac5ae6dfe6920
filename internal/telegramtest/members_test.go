package telegramtest

import (
	"strings"
	"testing"
)

// TestPrivacy: which messages of a group the bot is shown, with privacy mode on, off, and as an administrator.
func TestPrivacy(t *testing.T) {
	s := newServer(t, unlimited())
	owner, hidden := inGroup(t, s, Supergroup)
	s.SetReadsAll(true)
	_, open := inGroup(t, s, Supergroup)
	s.SetReadsAll(false)
	other := s.NewPerson(User{FirstName: "Autre", Username: "other_bot", IsBot: true})
	for _, c := range []*Chat{hidden, open} {
		c.Join(owner, other)
		m := must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "Bonjour"})
		mine := owner.Say(c, "/aide").Message()
		for _, w := range []struct {
			post     Post
			by       *Person
			shut, op bool
		}{
			{Post{Text: "/aide"}, owner, true, true},
			{Post{Text: "/aide@test_BOT quoi"}, owner, true, true},
			{Post{Text: "/aide@other_bot"}, owner, false, true},
			{Post{Text: "dis /aide"}, owner, false, true},
			{Post{Text: "bonjour"}, owner, false, true},
			{Post{Text: "@test_bot bonjour"}, owner, false, true},
			{Post{Text: "merci", ReplyTo: m.ID}, owner, true, true},
			{Post{Text: "oui", ReplyTo: mine.ID}, owner, false, true},
			{Post{Text: "/aide", ReplyTo: m.ID}, other, false, false},
		} {
			want := w.shut
			if c == open {
				want = w.op
			}
			if got := w.by.Write(c, w.post); got.Err() != nil || got.Shown() != want {
				t.Errorf("%+v in %v: shown %v, err %v", w.post, c == open, got.Shown(), got.Err())
			}
		}
	}
	owner.PromoteBot(hidden, Rights{})
	if !owner.Say(hidden, "bonjour").Shown() {
		t.Error("an administrator does not see everything")
	}
	owner.DemoteBot(hidden)
	if owner.Say(hidden, "bonjour").Shown() {
		t.Error("a member sees everything")
	}
	// Switching privacy mode off reaches a group when the bot is added again.
	s.SetReadsAll(true)
	before := owner.Say(hidden, "bonjour").Shown()
	owner.RemoveBot(hidden)
	if err := owner.AddBot(hidden); err != nil || before || !owner.Say(hidden, "bonjour").Shown() {
		t.Errorf("before %v, %v", before, err)
	}
}

func TestBotComesAndGoes(t *testing.T) {
	for _, kind := range []ChatKind{Group, Supergroup, Channel} {
		s := newServer(t, unlimited())
		owner := s.NewPerson(User{})
		c := s.NewChat(kind, "Salon", owner)
		refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x"}, 400, "Bad Request: chat not found")
		if err := owner.AddBot(c); err != nil {
			t.Fatal(err)
		}
		must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x"})
		owner.KickBot(c)
		refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x"}, 403, "Forbidden: bot was kicked from the "+string(kind)+" chat")
		owner.RemoveBot(c)
		refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x"}, 403, "Forbidden: bot is not a member of the "+string(kind)+" chat")
		if err := owner.AddBot(c); err != nil {
			t.Fatal(err)
		}
		must[bool](t, s, "leaveChat", args{"chat_id": c.ID()})
		var path []string
		for _, u := range fresh(t, s) {
			if u.Mine != nil {
				path = append(path, u.Mine.Old.Status+">"+u.Mine.New.Status)
			}
		}
		want := "left>member member>kicked kicked>left left>member member>left"
		if kind == Channel {
			want = strings.ReplaceAll(want, "member", "administrator")
		}
		if got := strings.Join(path, " "); got != want {
			t.Errorf("%s: %s, want %s", kind, got, want)
		}
	}
}

func TestBlockedAndDeleted(t *testing.T) {
	s := newServer(t, unlimited())
	p, c := started(t, s)
	p.Block()
	refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x"}, 403, "Forbidden: bot was blocked by the user")
	if p.Ask("x").Err() == nil {
		t.Error("who blocked the bot writes to it")
	}
	p.Unblock()
	must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x"})
	if all := fresh(t, s); len(all) != 2 || all[0].Mine.New.Status != "kicked" || all[1].Mine.New.Status != "member" {
		t.Errorf("%+v", all)
	}
	p.DeleteAccount()
	refused(t, s, "sendMessage", args{"chat_id": c.ID(), "text": "x"}, 403, "Forbidden: user is deactivated")
	bot := s.NewPerson(User{IsBot: true})
	refused(t, s, "sendMessage", args{"chat_id": bot.ID(), "text": "x"}, 403, "Forbidden: bot can't send messages to bots")
}

func TestMigration(t *testing.T) {
	s := newServer(t, unlimited())
	owner, old := inGroup(t, s, Group)
	m := must[Message](t, s, "sendMessage", args{"chat_id": old.ID(), "text": "x"})
	c, err := owner.Migrate(old)
	if err != nil {
		t.Fatal(err)
	}
	for method, a := range map[string]args{
		"sendMessage": {"chat_id": old.ID(), "text": "y"}, "editMessageText": {"chat_id": old.ID(), "message_id": m.ID, "text": "y"},
		"getChatMember": {"chat_id": old.ID(), "user_id": owner.ID()}, "getChatAdministrators": {"chat_id": old.ID()},
		"deleteMessage": {"chat_id": old.ID(), "message_id": m.ID},
	} {
		r := refused(t, s, method, a, 400, "Bad Request: group chat was upgraded to a supergroup chat")
		if r.Parameters == nil || r.Parameters.MigrateToChatID != c.ID() {
			t.Errorf("%s: %+v", method, r.Error)
		}
	}
	must[Message](t, s, "sendMessage", args{"chat_id": c.ID(), "text": "y"})
	all := fresh(t, s)
	if len(all) != 2 || all[0].Message.MigrateTo != c.ID() || all[0].Message.Chat.ID != old.ID() || all[1].Message.MigrateFrom != old.ID() || all[1].Message.Chat.ID != c.ID() {
		t.Errorf("%+v", all)
	}
	if owner.Say(old, "x").Err() == nil || owner.Say(c, "/aide").Err() != nil || old.MigratedTo() != c {
		t.Error("people do not follow")
	}
	if _, err := owner.Migrate(c); err == nil {
		t.Error("a supergroup migrates")
	}
}

// TestSpeakingAsSomeoneElse: anonymous administrators, channels, and posts that come from a linked channel.
func TestSpeakingAsSomeoneElse(t *testing.T) {
	s := newServer(t, unlimited())
	s.SetReadsAll(true)
	owner, c := inGroup(t, s, Supergroup)
	channel := s.NewChat(Channel, "Annonces", owner)
	channel.Link(c)
	c.Anonymous(owner, true)
	m := owner.Say(c, "/admin").Message()
	if m.From.ID != 1087968824 || !m.From.IsBot || m.SenderChat.ID != c.ID() {
		t.Errorf("anonymous: %+v", m)
	}
	c.Anonymous(owner, false)
	m = owner.Write(c, Post{Text: "/admin", As: channel}).Message()
	if m.From.ID != 136817688 || m.SenderChat.ID != channel.ID() {
		t.Errorf("as a channel: %+v", m)
	}
	if q := owner.Say(channel, "Une nouvelle"); q.Err() != nil || q.Shown() {
		t.Errorf("a post: %v %v", q.Err(), q.Shown())
	}
	var last *Message
	for _, u := range fresh(t, s) {
		last = u.Message
	}
	if last == nil || last.From.ID != 777000 || !last.IsAutomaticForward || last.SenderChat.ID != channel.ID() || last.ForwardOrigin.Chat.ID != channel.ID() {
		t.Errorf("forwarded: %+v", last)
	}
	if err := owner.AddBot(channel); err != nil {
		t.Fatal(err)
	}
	fresh(t, s)
	owner.Say(channel, "Une autre")
	if all := fresh(t, s); len(all) != 2 || all[0].Post == nil || all[0].Post.From != nil || all[1].Message == nil {
		t.Errorf("%+v", all)
	}
}

func TestGetChat(t *testing.T) {
	s := newServer(t, unlimited())
	owner, c := inGroup(t, s, Forum)
	admin, bot := s.NewPerson(User{FirstName: "Luc"}), s.NewPerson(User{IsBot: true})
	c.Join(admin, bot)
	c.Promote(admin, Rights{Pin: true}, true)
	c.Promote(bot, AllRights(), false)
	status := func(id int64) any {
		return must[map[string]any](t, s, "getChatMember", args{"chat_id": c.ID(), "user_id": id})["status"]
	}
	if a, b, d := status(owner.ID()), status(admin.ID()), status(s.Bot().ID); a != "creator" || b != "administrator" || d != "member" {
		t.Error(a, b, d)
	}
	c.Leave(admin)
	if got := status(admin.ID()); got != "left" {
		t.Error(got)
	}
	c.SetName("salon")
	full := must[map[string]any](t, s, "getChat", args{"chat_id": "@Salon"})
	if full["is_forum"] != true || full["title"] != "Salon" || full["username"] != "salon" {
		t.Errorf("%v", full)
	}
	if list := must[[]any](t, s, "getChatAdministrators", args{"chat_id": c.ID()}); len(list) != 1 {
		t.Errorf("%v", list)
	}
	if list := must[[]any](t, s, "getChatAdministrators", args{"chat_id": c.ID(), "return_bots": true}); len(list) != 2 {
		t.Errorf("%v", list)
	}
	if n := must[int](t, s, "getChatMemberCount", args{"chat_id": c.ID()}); n != 4 {
		t.Error(n)
	}
	p, private := started(t, s)
	refused(t, s, "getChatAdministrators", args{"chat_id": private.ID()}, 400, "Bad Request: there are no administrators in the private chat")
	refused(t, s, "getChatMember", args{"chat_id": c.ID(), "user_id": 999}, 400, "Bad Request: user not found")
	refused(t, s, "getChatMember", args{"chat_id": c.ID()}, 400, "Bad Request: invalid user_id specified")
	refused(t, s, "leaveChat", args{"chat_id": private.ID()}, 400, "Bad Request: chat member status can't be changed in private chats")
	if got := must[map[string]any](t, s, "getChat", args{"chat_id": p.ID()}); got["first_name"] != "Zoé" || got["type"] != "private" {
		t.Errorf("%v", got)
	}
	if me := must[map[string]any](t, s, "getMe", nil); me["can_read_all_group_messages"] != false || me["supports_inline_queries"] != true {
		t.Errorf("%v", me)
	}
}
