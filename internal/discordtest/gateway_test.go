package discordtest

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gorilla/websocket"
)

func TestTheGatewayIsFoundByTheAPI(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		g := d.want(d.do("GET", "/gateway/bot", nil), 200, 0)
		if g.body["url"] != "ws://discord.test:80/gateway/" {
			t.Errorf("url %v", g.body["url"])
		}
		limit, _ := g.body["session_start_limit"].(object)
		if limit["total"] != 1000.0 || limit["remaining"] != 1000.0 || limit["max_concurrency"] != 1.0 {
			t.Errorf("session_start_limit %v", limit)
		}
		s, r := d.connect(usual)
		if r.ResumeURL != "ws://discord.test:80/gateway/resume/" || len(r.Guilds) != 1 || r.Guilds[0].ID != d.guild.ID() {
			t.Errorf("ready: %+v", r)
		}
		limit, _ = d.do("GET", "/gateway/bot", nil).body["session_start_limit"].(object)
		if limit["remaining"] != 999.0 || limit["reset_after"] != 86_400_000.0 {
			t.Errorf("session_start_limit after an identify: %v", limit)
		}
		s.close(1000)
	})
	o := quiet()
	o.URL = "https://discord.example"
	inBubble(t, o, func(d *discord) {
		if url := d.do("GET", "/gateway", nil).body["url"]; url != "wss://discord.example/gateway/" {
			t.Errorf("url %v", url)
		}
	})
}

func TestIdentifying(t *testing.T) {
	identification := func(change object) func(*discord) object {
		return func(d *discord) object {
			o := d.identification(usual)
			for k, v := range change {
				o[k] = v
			}
			return o
		}
	}
	for _, c := range []struct {
		name string
		path string
		data func(*discord) object
		code int // 0: READY
	}{
		{"as usual", "", identification(nil), 0},
		{"with « Bot » before the token", "", func(d *discord) object {
			o := d.identification(usual)
			o["token"] = "Bot " + d.Token()
			return o
		}, 0},
		{"a wrong token", "", identification(object{"token": "x"}), 4004},
		{"no intents", "", identification(object{"intents": nil}), 4013},
		{"unknown intents", "", identification(object{"intents": 1 << 30}), 4013},
		{"an intent that is not granted", "", identification(object{"intents": usual | IntentMessageContent}), 4014},
		{"an intent that is granted", "", identification(object{"intents": usual | IntentGuildMembers}), 0},
		{"a shard out of range", "", identification(object{"shard": []int{2, 2}}), 4010},
		{"a shard", "", identification(object{"shard": []int{0, 1}}), 0},
		{"no properties", "", identification(object{"properties": nil}), 4002},
		{"an unknown version", "/gateway/?v=5&encoding=json", identification(nil), 4012},
		{"another encoding", "/gateway/?v=10&encoding=etf", identification(nil), 4002},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := quiet()
			o.Privileged = IntentGuildMembers
			inBubble(t, o, func(d *discord) {
				path := c.path
				if path == "" {
					path = "/gateway/?v=10&encoding=json"
				}
				s := d.dial(path)
				s.op(opHello)
				_ = s.ws.WriteJSON(object{"op": opIdentify, "d": c.data(d)}) // the server may have closed
				if c.code == 0 {
					s.event("READY")
					s.close(1000)
					return
				}
				if got := s.closed(); got != c.code {
					t.Errorf("closed with %d, want %d", got, c.code)
				}
				synctest.Wait()
				if st := d.Gateway().State(); st.Identifies != 0 || st.Connections[0].ServerCode != c.code {
					t.Errorf("state: %+v", st)
				}
			})
		})
	}
}

func TestPacketsThatTheGatewayRefuses(t *testing.T) {
	for _, c := range []struct {
		name  string
		ready bool
		send  func(*socket)
		code  int
	}{
		{"no JSON", true, func(s *socket) { _ = s.ws.WriteMessage(websocket.TextMessage, []byte("{")) }, 4002},
		{"a binary frame", true, func(s *socket) { _ = s.ws.WriteMessage(websocket.BinaryMessage, []byte("{}")) }, 4002},
		{"a packet of 5,000 bytes", true, func(s *socket) { s.write(opPresence, strings.Repeat("a", 5000)) }, 4002},
		{"an unknown opcode", true, func(s *socket) { s.write(99, nil) }, 4001},
		{"a presence before identifying", false, func(s *socket) { s.write(opPresence, nil) }, 4003},
		{"identifying twice", true, func(s *socket) { s.write(opIdentify, s.d.identification(usual)) }, 4005},
		{"a sequence that was never sent", true, func(s *socket) { s.write(opHeartbeat, 999) }, 4007},
		{"121 packets in a minute", true, func(s *socket) {
			for range 120 {
				s.write(opPresence, nil)
			}
		}, 4008},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, quiet(), func(d *discord) {
				s := d.dial("/gateway/?v=10&encoding=json")
				s.op(opHello)
				if c.ready {
					s.write(opIdentify, d.identification(usual))
					s.event("READY")
				}
				c.send(s)
				if got := s.closed(); got != c.code {
					t.Errorf("closed with %d, want %d", got, c.code)
				}
			})
		})
	}
}

func TestHeartbeats(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		s, _ := d.connect(usual)
		for range 10 {
			time.Sleep(41 * time.Second)
			s.write(opHeartbeat, nil)
			s.op(opAck)
		}
		d.Gateway().SilenceAcks(true)
		s.write(opHeartbeat, nil)
		time.Sleep(5 * time.Second)
		if len(s.read) != 0 {
			t.Error("a zombie answered")
		}
		d.Gateway().SilenceAcks(false)
		if got := s.closed(); got != 4009 {
			t.Errorf("without heartbeats: closed with %d", got)
		}
		synctest.Wait()
		if c := d.Gateway().State().Connections[0]; c.Heartbeats != 11 || c.ClientCode != 4009 || c.Ended.IsZero() {
			t.Errorf("connection: %+v", c)
		}
	})
}

func TestOneIdentifyInFiveSeconds(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		first, _ := d.connect(usual)
		second := d.dial("/gateway/?v=10&encoding=json")
		second.op(opHello)
		second.write(opIdentify, d.identification(usual))
		if p := second.op(opInvalid); string(p.D) != "false" {
			t.Errorf("d: %s", p.D)
		}
		time.Sleep(5 * time.Second)
		second.write(opIdentify, d.identification(usual))
		second.event("READY")
		first.close(1000)
		second.close(1000)
		if n := d.Gateway().State().Identifies; n != 2 {
			t.Errorf("%d identifies", n)
		}
	})
}

func TestTooManySessionStartsResetTheToken(t *testing.T) {
	o := quiet()
	o.Gateway = GatewayOptions{SessionStarts: 2, IdentifyEvery: -1}
	inBubble(t, o, func(d *discord) {
		for range 2 {
			s, _ := d.connect(usual)
			s.close(1000)
		}
		s := d.dial("/gateway/?v=10&encoding=json")
		s.op(opHello)
		s.write(opIdentify, d.identification(usual))
		if got := s.closed(); got != 4004 {
			t.Errorf("closed with %d", got)
		}
		d.want(d.do("GET", "/users/@me", nil), 401, 0)
	})
}

func TestShardsGetTheirGuilds(t *testing.T) {
	o := quiet()
	o.Gateway = GatewayOptions{MaxConcurrency: 2, Shards: 2}
	inBubble(t, o, func(d *discord) {
		for range 7 {
			d.AddGuild("encore")
		}
		var seen []string
		for shard := range 2 {
			s := d.dial("/gateway/?v=10&encoding=json")
			s.op(opHello)
			id := d.identification(usual)
			id["shard"] = []int{shard, 2}
			s.write(opIdentify, id)
			var r ready
			_ = json.Unmarshal(s.event("READY").D, &r)
			for _, g := range r.Guilds {
				seen = append(seen, g.ID)
				s.event("GUILD_CREATE")
			}
			if len(r.Guilds) == 0 || len(r.Guilds) == 8 {
				t.Errorf("shard %d has %d guilds", shard, len(r.Guilds))
			}
			s.close(1000)
		}
		slices.Sort(seen)
		if len(slices.Compact(seen)) != 8 {
			t.Errorf("guilds of both shards: %v", seen)
		}
	})
	o.Gateway.RequireShards = 2
	inBubble(t, o, func(d *discord) {
		s := d.dial("/gateway/?v=10&encoding=json")
		s.op(opHello)
		s.write(opIdentify, d.identification(usual))
		if got := s.closed(); got != 4011 {
			t.Errorf("one shard where two are needed: closed with %d", got)
		}
	})
}

func TestZlibOnlyWhenBothWantIt(t *testing.T) {
	for _, server := range []bool{false, true} {
		for _, client := range []bool{false, true} {
			o := quiet()
			o.Gateway.Zlib = server
			inBubble(t, o, func(d *discord) {
				dialer := websocket.Dialer{NetDialContext: d.network.DialContext}
				ws, res, err := dialer.DialContext(d.t.Context(), "ws://discord.test:80/gateway/?v=10", http.Header{})
				if err != nil {
					t.Fatal(err)
				}
				_ = res.Body.Close()
				if kind, _, err := ws.ReadMessage(); err != nil || kind != websocket.TextMessage {
					t.Errorf("hello: %d, %v", kind, err)
				}
				id := d.identification(usual)
				id["compress"] = client
				if err := ws.WriteJSON(object{"op": opIdentify, "d": id}); err != nil {
					t.Fatal(err)
				}
				kind, _, err := ws.ReadMessage()
				if err != nil || (kind == websocket.BinaryMessage) != (server && client) {
					t.Errorf("server %v, client %v: kind %d, %v", server, client, kind, err)
				}
				_ = ws.Close()
			})
		}
	}
}

// TestWhichMessagesAreHeardAndRead checks intents, permissions and the message content rule.
func TestWhichMessagesAreHeardAndRead(t *testing.T) {
	for _, c := range []struct {
		name    string
		intents int
		granted int
		say     func(*discord) error
		heard   bool
		content bool
	}{
		{"in a guild", usual, 0, inGuild("entre nous"), true, false},
		{"in a guild, with the content intent", usual | IntentMessageContent, IntentMessageContent, inGuild("entre nous"), true, true},
		{"granted, but not asked for", usual, IntentMessageContent, inGuild("entre nous"), true, false},
		{"without guild messages", IntentGuilds, 0, inGuild("entre nous"), false, false},
		{"a mention", usual, 0, func(d *discord) error { return inGuild("oh " + d.Bot().Mention())(d) }, true, true},
		{"a reply to the bot, which pings", usual, 0, func(d *discord) error {
			d.send(d.channel, text("une réponse"))
			_, err := d.person.Say(d.channel, "et sur Android ?", ReplyTo(d.channel.Messages(d.person)[0]))
			return err
		}, true, true},
		{"a direct message", usual, 0, func(d *discord) error { _, err := d.person.Say(d.person.DM(), "seul à seul"); return err }, true, true},
		{"direct messages not asked for", IntentGuilds | IntentGuildMessages, 0, func(d *discord) error { _, err := d.person.Say(d.person.DM(), "seul à seul"); return err }, false, false},
		{"its own", usual, 0, func(d *discord) error { d.send(d.channel, text("moi")); return nil }, true, true},
		{"a channel that it does not see", usual, 0, func(d *discord) error {
			d.channel.OverwriteUser(d.Bot(), 0, ViewChannel)
			return inGuild("entre nous")(d)
		}, false, false},
		{"another guild", usual, 0, func(d *discord) error {
			g := d.AddForeignGuild("loin")
			g.AddMember(d.person)
			_, err := d.person.Say(g.AddChannel("a"), "loin")
			return err
		}, false, false},
		{"a webhook", usual, 0, func(d *discord) error { _, err := d.channel.AddWebhook("pont").Say("relayé"); return err }, true, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := quiet()
			o.Privileged = c.granted
			inBubble(t, o, func(d *discord) {
				s, _ := d.connect(c.intents)
				if err := c.say(d); err != nil {
					t.Fatal(err)
				}
				synctest.Wait()
				var last *struct {
					Content   string
					GuildID   string `json:"guild_id"`
					WebhookID string `json:"webhook_id"`
				}
				for len(s.read) > 0 {
					if p := s.next(); p.T == "MESSAGE_CREATE" {
						if err := json.Unmarshal(p.D, &last); err != nil {
							t.Fatal(err)
						}
					}
				}
				switch {
				case (last != nil) != c.heard:
					t.Errorf("heard: %+v, want %v", last, c.heard)
				case c.heard && (last.Content != "") != c.content:
					t.Errorf("content %q, want any: %v", last.Content, c.content)
				case c.name == "a webhook" && last.WebhookID == "":
					t.Error("the webhook has no id")
				}
				s.close(1000)
			})
		})
	}
}

func inGuild(words string) func(*discord) error {
	return func(d *discord) error {
		_, err := d.person.Say(d.channel, words)
		return err
	}
}
