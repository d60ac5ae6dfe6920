package discordtest

import (
	"context"
	"maps"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// TestOnASocket is the only test with real time and a real port: the server is also a program's.
func TestOnASocket(t *testing.T) {
	s, err := New(quiet())
	if err != nil {
		t.Fatal(err)
	}
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- s.Serve(l) }()
	ws, res, err := websocket.DefaultDialer.DialContext(t.Context(), "ws://"+l.Addr().String()+"/gateway/?v=10", nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	if err := ws.WriteJSON(object{"op": opIdentify, "d": object{"token": s.Token(), "intents": usual, "properties": object{}}}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute) // far longer than it takes on a busy machine
	defer cancel()
	if err := s.Gateway().WaitReady(ctx); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
	_ = ws.Close()
}

func TestForumPostsOfPeople(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		s, _ := d.connect(usual)
		x, err := d.person.Post(d.guild.AddForum("entraide"), "Refuser", "Comment faire, "+d.Bot().Mention()+" ?")
		if err != nil {
			t.Fatal(err)
		}
		s.event("THREAD_CREATE")
		s.event("MESSAGE_CREATE")
		q := x.Question()
		if q.ID != q.Channel.ID() || q.Channel.Guild() != d.guild {
			t.Errorf("the post %s begins with %s", q.Channel.ID(), q.ID)
		}
		d.send(q.Channel, text("Ainsi."))
		if _, err := d.person.Post(d.channel, "a", "b"); err == nil {
			t.Error("a post in a text channel")
		}
		again, err := d.person.Say(q.Channel, "et encore, "+d.Bot().Mention())
		if err != nil {
			t.Fatal(err)
		}
		d.send(q.Channel, text("Encore."))
		if x.Answers() != 1 || again.Answers() != 1 {
			t.Errorf("%d and %d answers", x.Answers(), again.Answers())
		}
		s.close(1000)
	})
}

func TestPeopleOpenArchivedThreads(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		th := d.person.StartThread(d.channel, "fil")
		th.Archive(true, false)
		if _, err := d.person.Say(th, "a"); err != nil || th.Archived() {
			t.Errorf("%v, archived: %v", err, th.Archived())
		}
		th.Archive(true, true)
		if _, err := d.person.Say(th, "a"); err == nil {
			t.Error("a person wrote in a locked thread")
		}
		if _, err := d.guild.Owner().Say(th, "a"); err != nil {
			t.Error(err)
		}
		d.want(d.do("PUT", "/channels/"+th.ID()+"/thread-members/@me", nil), 204, 0)
	})
}

func TestBotsAndWebhooksTalk(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		s, _ := d.connect(usual)
		other := d.AddBot("Autre")
		d.guild.AddMember(other)
		x, err := other.Say(d.channel, d.Bot().Mention(), WithEmbeds(Embed{Title: "salut"}))
		if err != nil {
			t.Fatal(err)
		}
		if p := s.event("MESSAGE_CREATE"); !strings.Contains(string(p.D), `"bot":true`) {
			t.Errorf("the other bot says %s", p.D)
		}
		reply := text("à toi")
		reply["message_reference"] = object{"message_id": x.Question().ID}
		d.send(d.channel, reply)
		w, err := d.channel.AddWebhook("pont").Say("relayé " + d.Bot().Mention())
		if err != nil {
			t.Fatal(err)
		}
		reply["message_reference"] = object{"message_id": w.Question().ID}
		d.send(d.channel, reply)
		if x.Answers() != 1 || w.Answers() != 1 {
			t.Errorf("%d and %d answers", x.Answers(), w.Answers())
		}
		s.close(1000)
	})
}

func TestChoosingARole(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		s, _ := d.connect(usual)
		role := d.guild.AddRole("modos", ManageGuild)
		body := text("qui ?")
		body["components"] = []object{row(object{"type": RoleSelect, "custom_id": "r"}), row(link("https://example.org/"))}
		d.send(d.channel, body)
		m := d.channel.Messages(d.person)[0]
		if l := m.Links(); len(l) != 1 || l[0] != "https://example.org/" {
			t.Errorf("links: %v", l)
		}
		d.did(d.person.Choose(m, "r", role.ID()))
		if e := s.interaction(); !strings.Contains(string(e.Data), `"resolved":{"roles":{"`+role.ID()) {
			t.Errorf("data: %s", e.Data)
		}
		for _, wrong := range [][]string{{d.guild.Everyone().ID()}, {d.person.ID()}, {"5"}, {}, {role.ID(), role.ID()}} {
			if _, err := d.person.Choose(m, "r", wrong...); err == nil {
				t.Errorf("%v can be chosen", wrong)
			}
		}
		s.close(1000)
	})
}

// TestChosenAlready: the defaults of a select are checked, given back, and can be taken away where nothing need be chosen.
func TestChosenAlready(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		s, _ := d.connect(usual)
		role := d.guild.AddRole("modos", ManageGuild)
		with := func(kind int, fields object) object {
			menu := object{"type": kind, "custom_id": "r", "min_values": 0}
			maps.Copy(menu, fields)
			body := text("qui ?")
			body["components"] = []object{row(menu)}
			return body
		}
		is := func(kind string, ids ...string) object {
			list := []object{}
			for _, id := range ids {
				list = append(list, object{"type": kind, "id": id})
			}
			return object{"default_values": list}
		}
		for name, body := range map[string]object{
			"of another kind": with(RoleSelect, is("user", role.ID())), "too many": with(RoleSelect, is("role", role.ID(), "5")),
			"in a string select": with(StringSelect, object{"options": menu("m", 1)["options"], "default_values": is("role", role.ID())["default_values"]}),
			"options":            with(RoleSelect, object{"options": menu("m", 1)["options"]}),
		} {
			if g := d.do("POST", "/channels/"+d.channel.ID()+"/messages", body); g.status != 400 || g.code() != 50035 {
				t.Errorf("%s: %d %s", name, g.status, g.raw)
			}
		}
		d.send(d.channel, with(RoleSelect, is("role", role.ID())))
		m := d.channel.Messages(d.person)[0]
		if c := m.Inputs()[0]; len(c.Defaults) != 1 || c.Defaults[0] != (Default{role.ID(), "role"}) {
			t.Errorf("%+v", c)
		}
		d.did(d.person.Choose(m, "r"))
		if e := s.interaction(); !strings.Contains(string(e.Data), `"values":[]`) {
			t.Errorf("data: %s", e.Data)
		}
		s.close(1000)
	})
}

func TestOptionsOfEveryKind(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		kinds := []int{optionString, optionInteger, optionBoolean, optionUser, optionChannel, optionRole, optionNumber}
		options := times(len(kinds), func(i int) object {
			return object{"type": kinds[i], "name": "o" + decimal(kinds[i]), "description": "d"}
		})
		options[1]["max_value"] = 10
		list := []object{{"name": "tout", "description": "d", "options": options}}
		d.want(d.do("PUT", "/applications/"+d.ApplicationID()+"/commands", list), 200, 0)
		s, _ := d.connect(usual)
		d.did(d.person.Invoke(d.channel, "tout", With("o3", "a"), With("o4", 10), With("o5", true), With("o6", d.person), With("o7", d.channel), With("o8", d.guild.Everyone()), With("o10", 1.5)))
		data := string(s.interaction().Data)
		for _, want := range []string{`"value":10}`, `"value":1.5}`, `"users":{"` + d.person.ID(), `"members":{"`, `"channels":{"` + d.channel.ID(), `"roles":{"`} {
			if !strings.Contains(data, want) {
				t.Errorf("no %s in %s", want, data)
			}
		}
		for _, wrong := range []Given{With("o4", 11), With("o4", 1.5), With("o5", "oui"), With("o6", d.channel), With("o3", nil)} {
			if _, err := d.person.Invoke(d.channel, "tout", wrong); err == nil {
				t.Errorf("%v was taken", wrong)
			}
		}
		s.close(1000)
	})
}

func TestResumingAsItShouldNotBe(t *testing.T) {
	for _, c := range []struct {
		name string
		data func(*discord, ready) any
		code int
	}{
		{"a wrong token", func(_ *discord, r ready) any { return object{"token": "x", "session_id": r.SessionID, "seq": 1} }, 4004},
		{"no sequence", func(d *discord, r ready) any { return object{"token": d.Token(), "session_id": r.SessionID} }, 4002},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, quiet(), func(d *discord) {
				_, r := d.connect(usual)
				d.Gateway().Next(1, ConnectionFault{})
				s := d.dial("/gateway/resume/?v=10")
				s.op(opHello)
				s.write(opResume, c.data(d, r))
				if got := s.closed(); got != c.code {
					t.Errorf("closed with %d, want %d", got, c.code)
				}
			})
		})
	}
	inBubble(t, quiet(), func(d *discord) { // a session that still has a connection moves to the new one
		old, r := d.connect(usual)
		s := d.again(r.SessionID, 1)
		s.event("RESUMED")
		if got := old.closed(); got != 1006 {
			t.Errorf("the old connection: closed with %d", got)
		}
		d.Gateway().Next(1, ConnectionFault{CloseAfterReady: 4000})
		d.Gateway().Drop()
		s.closed()
		if got := d.again(r.SessionID, 2).closed(); got != 4000 {
			t.Errorf("closed with %d", got)
		}
		d.Gateway().Next(1, ConnectionFault{Status: 503})
		dialer := websocket.Dialer{NetDialContext: d.network.DialContext}
		_, res, err := dialer.DialContext(d.t.Context(), "ws://discord.test:80/gateway/", nil)
		if err == nil || res.StatusCode != http.StatusServiceUnavailable {
			t.Errorf("the upgrade was answered %v, %v", res, err)
		}
		_ = res.Body.Close()
	})
}

func TestAWholeMessageAsText(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		d.send(d.channel, object{"content": "a", "embeds": []object{{
			"title": "b", "description": "c", "fields": []object{{"name": "d", "value": "e"}}, "footer": object{"text": "f"},
		}}})
		if got := d.channel.Messages(d.person)[0].Text(); got != "a\nb\nc\nd\ne\nf" {
			t.Errorf("text: %q", got)
		}
		d.want(d.do("POST", "/channels/"+d.channel.ID()+"/typing", nil), 204, 0)
		if n := len(d.channel.Typed()); n != 1 {
			t.Errorf("typed %d times", n)
		}
	})
}

func TestUntilAConditionHolds(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		x, err := d.person.Say(d.person.DM(), "question")
		if err != nil {
			t.Fatal(err)
		}
		id := d.send(d.person.DM(), text("je cherche…"))
		edited := make(chan struct{})
		time.AfterFunc(time.Minute, func() {
			d.do("PATCH", "/channels/"+d.person.DM().ID()+"/messages/"+id, text("voilà"))
			close(edited)
		})
		ctx, cancel := context.WithTimeout(d.t.Context(), time.Hour)
		defer cancel()
		if err := x.Until(ctx, func(all []Message) bool { return all[0].Content == "voilà" }); err != nil {
			t.Error(err)
		}
		if d := time.Since(x.Asked()); d != time.Minute {
			t.Errorf("it held after %v", d)
		}
		<-edited
	})
}
