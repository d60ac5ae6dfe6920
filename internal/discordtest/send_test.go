package discordtest

import (
	"encoding/json"
	"testing"
	"time"
)

func TestWhoMayDoWhat(t *testing.T) {
	say := func(d *discord, c *Channel, body object) got {
		return d.do("POST", "/channels/"+c.ID()+"/messages", body)
	}
	deny := func(d *discord, p Permission) { d.channel.OverwriteUser(d.Bot(), 0, p) }
	reply := func(d *discord) object {
		x, err := d.person.Say(d.channel, "question")
		if err != nil {
			d.t.Fatal(err)
		}
		body := text("réponse")
		body["message_reference"] = object{"message_id": x.Question().ID}
		return body
	}
	for _, c := range []struct {
		name         string
		status, code int
		do           func(*discord) got
	}{
		{"an ordinary message", 200, 0, func(d *discord) got { return say(d, d.channel, text("a")) }},
		{"an unknown channel", 404, 10003, func(d *discord) got { return d.do("GET", "/channels/5", nil) }},
		{"a channel that the bot does not see", 403, 50001, func(d *discord) got { deny(d, ViewChannel); return say(d, d.channel, text("a")) }},
		{"a guild without the bot", 403, 50001, func(d *discord) got {
			return say(d, d.AddForeignGuild("loin").AddChannel("a"), text("a"))
		}},
		{"no SEND_MESSAGES", 403, 50013, func(d *discord) got { deny(d, SendMessages); return say(d, d.channel, text("a")) }},
		{"denied to everyone, allowed to the bot", 200, 0, func(d *discord) got {
			d.channel.Overwrite(d.guild.Everyone(), 0, SendMessages)
			d.channel.OverwriteUser(d.Bot(), SendMessages, 0)
			return say(d, d.channel, text("a"))
		}},
		{"denied to a role of the bot's", 403, 50013, func(d *discord) got {
			role := d.guild.AddRole("muet", 0)
			d.guild.AddMember(d.Bot(), role)
			d.channel.Overwrite(role, 0, SendMessages)
			return say(d, d.channel, text("a"))
		}},
		{"denied to one role, allowed to another", 200, 0, func(d *discord) got {
			mute, loud := d.guild.AddRole("muet", 0), d.guild.AddRole("fort", 0)
			d.guild.AddMember(d.Bot(), mute, loud)
			d.channel.Overwrite(mute, 0, SendMessages)
			d.channel.Overwrite(loud, SendMessages, 0)
			return say(d, d.channel, text("a"))
		}},
		{"an embed without EMBED_LINKS", 403, 50013, func(d *discord) got {
			deny(d, EmbedLinks)
			return say(d, d.channel, object{"embeds": []object{{"title": "a"}}})
		}},
		{"a reply", 200, 0, func(d *discord) got { return say(d, d.channel, reply(d)) }},
		{"a reply without READ_MESSAGE_HISTORY", 403, 160002, func(d *discord) got {
			body := reply(d)
			deny(d, ReadMessageHistory)
			return say(d, d.channel, body)
		}},
		{"a forum", 400, 50008, func(d *discord) got { return say(d, d.guild.AddForum("f"), text("a")) }},
		{"a thread", 200, 0, func(d *discord) got { return say(d, d.person.StartThread(d.channel, "fil"), text("a")) }},
		{"a thread without SEND_MESSAGES_IN_THREADS", 403, 50013, func(d *discord) got {
			deny(d, SendMessagesInThreads)
			return say(d, d.person.StartThread(d.channel, "fil"), text("a"))
		}},
		{"an archived thread", 400, 50083, func(d *discord) got {
			th := d.person.StartThread(d.channel, "fil")
			th.Archive(true, false)
			return say(d, th, text("a"))
		}},
		{"an archived thread, opened again", 200, 0, func(d *discord) got {
			th := d.person.StartThread(d.channel, "fil")
			th.Archive(true, false)
			d.want(d.do("PATCH", "/channels/"+th.ID(), object{"archived": false}), 200, 0)
			return say(d, th, text("a"))
		}},
		{"opening a locked thread", 403, 50013, func(d *discord) got {
			th := d.person.StartThread(d.channel, "fil")
			th.Archive(true, true)
			return d.do("PATCH", "/channels/"+th.ID(), object{"archived": false})
		}},
		{"a direct message", 200, 0, func(d *discord) got { return say(d, d.person.DM(), text("a")) }},
		{"a direct message to who refuses", 403, 50007, func(d *discord) got {
			d.person.RefuseDMs(true)
			d.want(d.do("POST", "/users/@me/channels", object{"recipient_id": d.person.ID()}), 200, 0)
			return say(d, d.person.DM(), text("a"))
		}},
		{"a direct message to nobody", 404, 10013, func(d *discord) got {
			return d.do("POST", "/users/@me/channels", object{"recipient_id": "5"})
		}},
		{"a group without the bot", 403, 50001, func(d *discord) got { return say(d, d.AddGroup(d.person), text("a")) }},
		{"an unknown message", 404, 10008, func(d *discord) got {
			return d.do("PATCH", "/channels/"+d.channel.ID()+"/messages/5", text("a"))
		}},
		{"somebody else's message", 403, 50005, func(d *discord) got {
			x, _ := d.person.Say(d.channel, "à moi")
			return d.do("PATCH", "/channels/"+d.channel.ID()+"/messages/"+x.Question().ID, text("a"))
		}},
		{"deleting somebody else's message", 403, 50013, func(d *discord) got {
			x, _ := d.person.Say(d.channel, "à moi")
			return d.do("DELETE", "/channels/"+d.channel.ID()+"/messages/"+x.Question().ID, nil)
		}},
		{"an unknown member", 404, 10007, func(d *discord) got { return d.do("GET", "/guilds/"+d.guild.ID()+"/members/5", nil) }},
		{"an unknown guild", 404, 10004, func(d *discord) got { return d.do("GET", "/guilds/5/roles", nil) }},
		{"a path that is none", 404, 0, func(d *discord) got { return d.do("GET", "/nowhere", nil) }},
		{"a method that is none", 405, 0, func(d *discord) got { return d.do("PATCH", "/gateway", nil) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, quiet(), func(d *discord) { d.want(c.do(d), c.status, c.code) })
		})
	}
}

func TestTokensAndVersions(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		for _, header := range []string{"", "Bot wrong", d.Token(), "Bearer " + d.Token()} {
			g, err := d.try("GET", "/users/@me", nil, header)
			if err != nil {
				t.Fatal(err)
			}
			d.want(g, 401, 0)
		}
		g, err := d.try("GET", "/gateway", nil, "")
		if err != nil {
			t.Fatal(err)
		}
		d.want(g, 200, 0)
		if d.InvalidRequests() != 4 {
			t.Errorf("%d invalid requests, want the four refused", d.InvalidRequests())
		}
		d.want(d.do("GET", "/applications/5/commands", nil), 403, 20012)
	})
}

func TestPinning(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		role := d.guild.AddRole("bot", ViewChannel|SendMessages|ReadMessageHistory|ManageMessages)
		d.guild.AddMember(d.Bot(), role)
		id := d.send(d.channel, text("guide"))
		path := "/channels/" + d.channel.ID() + "/messages/pins/"
		d.want(d.do("PUT", path+id, nil), 403, 50013) // MANAGE_MESSAGES no longer grants it
		role.Grant(ViewChannel | SendMessages | ReadMessageHistory | PinMessages)
		d.want(d.do("PUT", path+id, nil), 204, 0)
		d.want(d.do("PUT", path+id, nil), 204, 0)
		if pins := d.channel.Pins(); len(pins) != 1 || pins[0] != id {
			t.Errorf("pins: %v", pins)
		}
		for range 249 {
			d.want(d.do("PUT", path+d.send(d.channel, text("a")), nil), 204, 0)
		}
		d.want(d.do("PUT", path+d.send(d.channel, text("a")), nil), 400, 30003)
		var page struct {
			Items   []object
			HasMore bool `json:"has_more"`
		}
		if err := json.Unmarshal(d.do("GET", "/channels/"+d.channel.ID()+"/messages/pins?limit=20", nil).raw, &page); err != nil {
			t.Fatal(err)
		}
		if len(page.Items) != 20 || !page.HasMore {
			t.Errorf("%d pins on a page, more: %v", len(page.Items), page.HasMore)
		}
		d.want(d.do("DELETE", path+id, nil), 204, 0)
		if n := len(d.channel.Pins()); n != 249 {
			t.Errorf("%d pins left", n)
		}
	})
}

func TestForumPosts(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		forum := d.guild.AddForum("entraide")
		tag := forum.AddTag("IA", true)
		path := "/channels/" + forum.ID() + "/threads"
		d.want(d.do("POST", path, object{"name": "a", "message": text("a")}), 400, 40067)
		d.want(d.do("POST", path, object{"name": "a", "applied_tags": []string{tag}}), 400, 50035)
		d.want(d.do("POST", path, object{"name": long(101), "message": text("a")}), 400, 50035)
		g := d.want(d.do("POST", path, object{"name": "a", "applied_tags": []string{tag}, "message": text("premier")}), 201, 0)
		id := g.body["id"].(string)
		if got := d.channels[id].Messages(d.person); len(got) != 1 || got[0].ID != id || got[0].Content != "premier" {
			t.Errorf("the post has %+v", got)
		}
	})
}

func TestANonceIsAnsweredOnce(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		body := text("une fois")
		body["nonce"], body["enforce_nonce"] = "n1", true
		first := d.send(d.channel, body)
		if again := d.send(d.channel, body); again != first {
			t.Error("a repeated nonce made another message")
		}
		time.Sleep(nonceWindow + time.Second)
		if later := d.send(d.channel, body); later == first {
			t.Error("a nonce was remembered for too long")
		}
		body["nonce"], body["enforce_nonce"] = "n2", false
		if loose := d.send(d.channel, body); d.send(d.channel, body) == loose {
			t.Error("a nonce that is not enforced counted")
		}
	})
}

func TestOnceV2AlwaysV2(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		id := d.send(d.channel, object{"flags": FlagComponentsV2, "components": []object{{"type": TextDisplay, "content": "a"}}})
		path := "/channels/" + d.channel.ID() + "/messages/" + id
		d.want(d.do("PATCH", path, object{"flags": 0}), 400, 50035)
		d.want(d.do("PATCH", path, object{"content": "x"}), 400, 50035)
		d.want(d.do("PATCH", path, object{"components": []object{}}), 400, 50006)
		d.want(d.do("PATCH", path, object{"components": []object{{"type": TextDisplay, "content": "b"}}}), 200, 0)
	})
}

func TestWhomAMessagePings(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		role := d.guild.AddRole("modos", 0)
		d.channel.OverwriteUser(d.Bot(), MentionEveryone, 0)
		words := d.person.Mention() + " <@&" + role.ID() + "> @everyone"
		for _, c := range []struct {
			name           string
			allowed        any
			user, role, ev bool
		}{
			{"no rules", nil, true, true, true},
			{"nobody", silent(), false, false, false},
			{"users", object{"parse": []string{"users"}}, true, false, false},
			{"one by one", object{"parse": []string{}, "users": []string{d.person.ID()}, "roles": []string{role.ID()}}, true, true, false},
		} {
			d.send(d.channel, object{"content": words, "allowed_mentions": c.allowed})
			all := d.channel.Messages(d.person)
			m := all[len(all)-1]
			if (len(m.Pings) == 1) != c.user || (len(m.PingsRoles) == 1) != c.role || m.Everyone != c.ev {
				t.Errorf("%s: pings %v, roles %v, everyone %v", c.name, m.Pings, m.PingsRoles, m.Everyone)
			}
		}
	})
}

// TestContentIsHiddenOnRESTToo without the intent: in a guild, unless the bot is mentioned.
func TestContentIsHiddenOnRESTToo(t *testing.T) {
	for _, intents := range []int{0, IntentMessageContent} {
		o := quiet()
		o.Privileged = intents
		inBubble(t, o, func(d *discord) {
			read := func(c *Channel, words string) string {
				x, err := d.person.Say(c, words)
				if err != nil {
					t.Fatal(err)
				}
				content, _ := d.do("GET", "/channels/"+c.ID()+"/messages/"+x.Question().ID, nil).body["content"].(string)
				return content
			}
			if got := read(d.channel, "entre nous"); (got == "entre nous") != (intents != 0) {
				t.Errorf("intents %d: content %q", intents, got)
			}
			if read(d.channel, "à toi "+d.Bot().Mention()) == "" || read(d.person.DM(), "en privé") == "" {
				t.Errorf("intents %d: content meant for the bot is hidden", intents)
			}
		})
	}
}
