package discordtest

import (
	"strings"
	"testing"
	"time"
)

// conversation uses every route that the server has, the way a careful client does.
func conversation(d *discord) {
	ch := "/channels/" + d.channel.ID()
	for _, path := range []string{
		"/gateway", "/gateway/bot", "/users/@me", "/applications/@me", ch, ch + "/messages",
		"/guilds/" + d.guild.ID() + "/members/" + d.Bot().ID(), "/guilds/" + d.guild.ID() + "/roles", "/users/@me/guilds",
	} {
		d.want(d.do("GET", path, nil), 200, 0)
	}
	d.want(d.do("PUT", "/applications/"+d.ApplicationID()+"/commands", someCommands()), 200, 0)
	d.want(d.do("GET", "/applications/"+d.ApplicationID()+"/commands?with_localizations=true", nil), 200, 0)
	d.want(d.do("PUT", "/applications/"+d.ApplicationID()+"/guilds/"+d.guild.ID()+"/commands", someCommands()[:1]), 200, 0)
	asked, err := d.person.Say(d.channel, "bonjour "+d.Bot().Mention())
	if err != nil {
		d.t.Fatal(err)
	}
	full := text("Voici")
	full["embeds"] = []object{{
		"title": "Titre", "description": "Texte", "url": "https://example.org/", "color": 0x123456, "fields": []object{{"name": "a", "value": "b"}},
		"footer": object{"text": "pied"}, "author": object{"name": "qui"}, "timestamp": "2026-11-22T10:00:00Z",
	}}
	full["components"] = []object{row(button("a")), row(menu("b", 3))}
	full["message_reference"] = object{"message_id": asked.Question().ID, "fail_if_not_exists": false}
	full["nonce"], full["enforce_nonce"] = "abc", true
	id := d.send(d.channel, full)
	d.want(d.do("PATCH", ch+"/messages/"+id, text("autre")), 200, 0)
	d.want(d.do("GET", ch+"/messages/"+id, nil), 200, 0)
	d.want(d.do("GET", ch+"/messages?limit=5", nil), 200, 0)
	d.want(d.do("PUT", ch+"/messages/pins/"+id, nil), 204, 0)
	d.want(d.do("GET", ch+"/messages/pins", nil), 200, 0)
	d.want(d.do("GET", ch+"/pins", nil), 200, 0)
	d.want(d.do("DELETE", ch+"/messages/pins/"+id, nil), 204, 0)
	d.want(d.do("POST", ch+"/typing", nil), 204, 0)
	d.want(d.do("POST", ch+"/messages/"+id+"/threads", object{"name": "fil"}), 201, 0)
	d.want(d.do("GET", "/channels/"+id, nil), 200, 0)
	d.want(d.do("PUT", "/channels/"+id+"/thread-members/@me", nil), 204, 0)
	d.want(d.do("PATCH", "/channels/"+id, object{"archived": true}), 200, 0)
	forum := d.guild.AddForum("entraide")
	d.want(d.do("GET", "/channels/"+forum.ID(), nil), 200, 0)
	d.want(d.do("POST", "/channels/"+forum.ID()+"/threads", object{"name": "post", "message": text("premier")}), 201, 0)
	d.want(d.do("POST", "/users/@me/channels", object{"recipient_id": d.person.ID()}), 200, 0)
	d.send(d.person.DM(), text("en privé"))
	d.want(d.do("DELETE", ch+"/messages/"+id, nil), 204, 0)
	d.interactions()
}

// interactions answers commands, buttons and forms in every way.
func (d *discord) interactions() {
	t := d.t
	s, _ := d.connect(usual)
	say := func(x *Exchange, err error) (id, token string) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		s.event("INTERACTION_CREATE")
		return x.action.id, x.action.token
	}
	back := func(id, token string) string { return "/interactions/" + id + "/" + token + "/callback" }
	hook := func(token string) string { return "/webhooks/" + d.ApplicationID() + "/" + token }

	id, token := say(d.person.Invoke(d.channel, "demander", With("question", "linkedin")))
	shown := text("Voici")
	shown["components"] = []object{row(button("encore"))}
	d.want(d.do("POST", back(id, token)+"?with_response=true", object{"type": 4, "data": shown}), 200, 0)
	d.want(d.do("GET", hook(token)+"/messages/@original", nil), 200, 0)
	followup := d.want(d.do("POST", hook(token), text("suite")), 200, 0).body["id"].(string)
	d.want(d.do("PATCH", hook(token)+"/messages/"+followup, text("suite 2")), 200, 0)
	d.want(d.do("GET", hook(token)+"/messages/"+followup, nil), 200, 0)
	d.want(d.do("DELETE", hook(token)+"/messages/"+followup, nil), 204, 0)
	message := d.channel.Messages(d.person)
	last := message[len(message)-1]

	id, token = say(d.person.Press(last, "encore"))
	form := object{"type": 9, "data": object{"custom_id": "form", "title": "Lettre", "components": []object{
		{"type": 18, "label": "Pourquoi", "component": object{"type": 4, "custom_id": "why", "style": 2}},
	}}}
	d.want(d.do("POST", back(id, token), form), 204, 0)
	var modal *Modal
	for _, x := range d.asked {
		if x.Modal() != nil {
			modal = x.Modal()
		}
	}
	id, token = say(d.person.Submit(modal, map[string]any{"why": "parce que"}))
	d.want(d.do("POST", back(id, token)+"?with_response=true", object{"type": 5, "data": object{"flags": 64}}), 200, 0)
	v2 := object{"flags": FlagComponentsV2, "allowed_mentions": silent(), "components": []object{
		{"type": 17, "components": []object{{"type": 10, "content": "# Titre"}, {"type": 14}}},
		{"type": 9, "components": []object{{"type": 10, "content": "Texte"}}, "accessory": button("x")},
		row(link("https://example.org/")),
	}}
	d.want(d.do("PATCH", hook(token)+"/messages/@original", v2), 200, 0)
	d.want(d.do("DELETE", hook(token)+"/messages/@original", nil), 204, 0)

	id, token = say(d.person.Type(d.channel, "demander", "question", "link"))
	d.want(d.do("POST", back(id, token), object{"type": 8, "data": object{"choices": []object{{"name": "LinkedIn", "value": "linkedin"}}}}), 204, 0)
	id, token = say(d.person.Press(last, "encore"))
	d.want(d.do("POST", back(id, token)+"?with_response=true", object{"type": 7, "data": text("changé")}), 200, 0)
	_ = s.ws.Close()
}

func TestACarefulClientHasNoProblem(t *testing.T) {
	path := needSpec(t)
	inBubble(t, Options{Spec: path, Limits: Limits{Off: true}}, func(d *discord) {
		conversation(d)
		d.noProblems()
	})
}

func TestRefusalsFollowTheSpecificationToo(t *testing.T) {
	path := needSpec(t)
	inBubble(t, Options{Spec: path}, func(d *discord) {
		d.want(d.do("GET", "/channels/1/messages/2", nil), 404, 10003)
		d.want(d.do("POST", "/channels/"+d.channel.ID()+"/messages", text(strings.Repeat("é", 2001))), 400, 50035)
		d.LimitGlobally(time.Second)
		d.want(d.do("GET", "/users/@me", nil), 429, 0)
		d.noProblems()
	})
}

func TestTheSpecificationCatchesWhatTheRoutesTake(t *testing.T) {
	path := needSpec(t)
	for _, c := range []struct {
		name, method, path string
		body               any
		want               string
	}{
		{"a mistyped field", "POST", "/channels/{c}/messages", object{"content": "a", "tts": "yes", "allowed_mentions": silent()}, "tts"},
		{"an over-long nonce", "POST", "/channels/{c}/messages", object{"content": "a", "nonce": strings.Repeat("n", 26), "allowed_mentions": silent()}, "nonce"},
		{"a bad parameter", "GET", "/channels/{c}/messages?limit=500", nil, "limit"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, Options{Spec: path}, func(d *discord) {
				d.do(c.method, strings.ReplaceAll(c.path, "{c}", d.channel.ID()), c.body)
				if p := d.Problems(); len(p) != 1 || !strings.Contains(p[0], c.want) {
					t.Errorf("problems: %q, want one about %s", p, c.want)
				}
			})
		})
	}
}

func TestASpecificationThatIsNotThere(t *testing.T) {
	if _, err := New(Options{Spec: "testdata/none.json"}); err == nil {
		t.Error("no error")
	}
}
