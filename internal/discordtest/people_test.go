package discordtest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"
)

// place is what an interaction tells of where it was made.
type place struct {
	Type           int
	Data           json.RawMessage
	Context        int
	GuildID        string            `json:"guild_id"`
	AppPermissions Permission        `json:"app_permissions,string"`
	Owners         map[string]string `json:"authorizing_integration_owners"`
	Locale         string
	User           *struct{ ID string }
	Member         *struct {
		User        struct{ ID string }
		Permissions Permission `json:",string"`
	}
	Message *struct {
		ID    string
		Flags int
	}
}

func (s *socket) interaction() place {
	s.d.t.Helper()
	var e place
	if err := json.Unmarshal(s.event("INTERACTION_CREATE").D, &e); err != nil {
		s.d.t.Fatal(err)
	}
	return e
}

func TestWhereAnInteractionIsMade(t *testing.T) {
	o := quiet()
	o.UserInstall = true
	inBubble(t, o, func(d *discord) {
		d.commands()
		s, _ := d.connect(usual)
		invoke := func(c *Channel) place {
			t.Helper()
			d.did(d.person.Invoke(c, "demander", With("question", "linkedin"), With("public", true)))
			return s.interaction()
		}
		d.person.Speak("en-GB")
		e := invoke(d.channel)
		if e.Context != 0 || e.GuildID != d.guild.ID() || e.User != nil || e.Member.User.ID != d.person.ID() || e.Locale != "en-GB" {
			t.Errorf("in a guild: %+v", e)
		}
		if !e.Member.Permissions.Has(SendMessages) || e.Member.Permissions.Has(ManageGuild) || !e.AppPermissions.Has(PinMessages) || e.Owners["0"] != d.guild.ID() || len(e.Owners) != 1 {
			t.Errorf("permissions and owners in a guild: %+v", e)
		}
		if e = invoke(d.person.DM()); e.Context != 1 || e.Member != nil || e.User.ID != d.person.ID() || e.Owners["0"] != "0" || !e.AppPermissions.Has(EmbedLinks) {
			t.Errorf("in a direct message: %+v", e)
		}
		d.person.Install(true)
		if e = invoke(d.AddGroup(d.person, d.AddUser("Noe"))); e.Context != 2 || len(e.Owners) != 1 || e.Owners["1"] != d.person.ID() {
			t.Errorf("in a group: %+v", e)
		}
		if e = invoke(d.channel); len(e.Owners) != 2 {
			t.Errorf("installed for both: %+v", e.Owners)
		}
		var data struct {
			Name    string
			Options []struct {
				Name  string
				Value any
			}
		}
		if err := json.Unmarshal(e.Data, &data); err != nil || data.Name != "demander" || len(data.Options) != 2 || data.Options[0].Value != "linkedin" || data.Options[1].Value != true {
			t.Errorf("data: %s", e.Data)
		}
		s.close(1000)
	})
}

func TestWhatAClientDoesNotOffer(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*discord) error
	}{
		{"an unknown command", func(d *discord) error { _, err := d.person.Invoke(d.channel, "rien"); return err }},
		{"a required option missing", func(d *discord) error { _, err := d.person.Invoke(d.channel, "demander"); return err }},
		{"an option that is none", func(d *discord) error {
			_, err := d.person.Invoke(d.channel, "demander", With("question", "a"), With("autre", "b"))
			return err
		}},
		{"a value that is not a choice", func(d *discord) error {
			_, err := d.person.Invoke(d.channel, "demander", With("question", "a"), With("device", "fax"))
			return err
		}},
		{"a number for a text", func(d *discord) error {
			_, err := d.person.Invoke(d.channel, "demander", With("question", 5))
			return err
		}},
		{"a command for managers", func(d *discord) error {
			_, err := d.person.Invoke(d.channel, "kb edit", With("entry", "a"))
			return err
		}},
		{"a command without its subcommand", func(d *discord) error { _, err := d.guild.Owner().Invoke(d.channel, "kb"); return err }},
		{"a guild's command in private", func(d *discord) error {
			_, err := d.person.Invoke(d.person.DM(), "kb edit", With("entry", "a"))
			return err
		}},
		{"completion of an option that does not complete", func(d *discord) error { _, err := d.person.Type(d.channel, "demander", "device", "w"); return err }},
		{"commands where they are forbidden", func(d *discord) error {
			d.channel.Overwrite(d.guild.Everyone(), 0, UseApplicationCommands)
			_, err := d.person.Invoke(d.channel, "demander", With("question", "a"))
			return err
		}},
		{"a text of 2,001 characters", func(d *discord) error { _, err := d.person.Say(d.channel, long(2001)); return err }},
		{"an empty text", func(d *discord) error { _, err := d.person.Say(d.channel, " "); return err }},
		{"writing where one may not", func(d *discord) error {
			d.channel.Overwrite(d.guild.Everyone(), 0, SendMessages)
			_, err := d.person.Say(d.channel, "a")
			return err
		}},
		{"writing as who is not a member", func(d *discord) error { _, err := d.AddUser("Inconnu").Say(d.channel, "a"); return err }},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, quiet(), func(d *discord) {
				d.commands()
				if err := c.do(d); err == nil {
					t.Error("it was possible")
				}
			})
		})
	}
	inBubble(t, quiet(), func(d *discord) {
		d.commands()
		d.did(d.guild.Owner().Invoke(d.channel, "kb edit", With("entry", "linkedin")))
	})
}

func TestAnEphemeralMessageIsItsReceiversAlone(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		d.commands()
		other := d.AddUser("Noe")
		d.guild.AddMember(other)
		s, _ := d.connect(usual)
		a := d.ask()
		body := text("pour toi")
		body["flags"] = FlagEphemeral
		body["components"] = []object{row(button("b")), row(menu("m", 3))}
		d.want(a.back(CallbackMessage, body), 204, 0)
		m, err := a.x.Wait(d.soon())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := other.Press(m, "b"); !errors.Is(err, errNotShown) {
			t.Errorf("somebody else presses: %v", err)
		}
		if _, err := d.person.Press(m, "autre"); !errors.Is(err, errNoComponent) {
			t.Errorf("an unknown button: %v", err)
		}
		if _, err := d.person.Choose(m, "m", "v0", "v1"); err == nil {
			t.Error("two values of one")
		}
		d.did(d.person.Choose(m, "Choisir", "Ligne 2"))
		s.interaction()
		e := s.interaction()
		if e.Type != KindComponent || e.Message.ID != m.ID || e.Message.Flags&FlagEphemeral == 0 || !strings.Contains(string(e.Data), `"values":["v2"]`) {
			t.Errorf("chosen: %+v, %s", e, e.Data)
		}
		d.did(d.person.Forge(m, "../forgé"))
		if e = s.interaction(); !strings.Contains(string(e.Data), "forgé") {
			t.Errorf("forged: %s", e.Data)
		}
		s.close(1000)
	})
}

func TestFillingInAForm(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		d.commands()
		s, _ := d.connect(usual)
		a := d.ask()
		s.interaction()
		form := object{"custom_id": "f", "title": "Lettre", "components": []object{
			{"type": Label, "label": "Nom", "component": object{"type": TextInput, "custom_id": "name", "style": 1, "value": "Lea", "max_length": 10}},
			{"type": Label, "label": "Motif", "component": object{"type": TextInput, "custom_id": "why", "style": 2, "required": false}},
			{"type": Label, "label": "Service", "component": menu("service", 3)},
			row(object{"type": TextInput, "custom_id": "old", "label": "Ancien", "style": 1}),
		}}
		d.want(a.back(CallbackModal, form), 204, 0)
		modal, err := a.x.WaitModal(d.soon())
		if err != nil {
			t.Fatal(err)
		}
		fill := func(u *User, values map[string]any) error {
			_, err := u.Submit(modal, values)
			return err
		}
		for name, values := range map[string]map[string]any{
			"a required field empty": {"service": []string{"v1"}},
			"a text too long":        {"service": []string{"v1"}, "old": "x", "name": "onze lettres"},
			"no choice":              {"old": "x"},
			"a choice that is none":  {"old": "x", "service": []string{"v9"}},
			"a field that is none":   {"old": "x", "service": []string{"v1"}, "z": "z"},
		} {
			if fill(d.person, values) == nil {
				t.Errorf("%s was sent", name)
			}
		}
		good := map[string]any{"old": "x", "service": []string{"v1"}}
		if fill(d.AddUser("Noe"), good) == nil {
			t.Error("somebody else sent the form")
		}
		if err := fill(d.person, good); err != nil {
			t.Fatal(err)
		}
		e := s.interaction()
		for _, want := range []string{`"custom_id":"name","id":2,"type":4,"value":"Lea"`, `"values":["v1"]`, `"type":18`, `"value":"x"`} {
			if e.Type != KindModal || !strings.Contains(string(e.Data), want) {
				t.Errorf("submitted %s, want %s in it", e.Data, want)
			}
		}
		s.close(1000)
	})
}

func TestTheTargetOfAMessageCommandIsReadable(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		d.commands()
		s, _ := d.connect(usual)
		x, err := d.person.Say(d.channel, "comment refuser ?")
		if err != nil {
			t.Fatal(err)
		}
		a := d.did(d.guild.Owner().UseOnMessage("Répondre à ce message", x.Question()))
		if e := s.interaction(); !strings.Contains(string(e.Data), "comment refuser ?") {
			t.Errorf("data: %s", e.Data)
		}
		d.want(a.back(CallbackMessage, text("voilà")), 204, 0)
		if m, err := a.x.Wait(d.soon()); err != nil || m.Type != messageContextMenu {
			t.Errorf("the answer is %+v, %v", m, err)
		}
		s.close(1000)
	})
}

func TestWhichAnswerBelongsToWhichQuestion(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		ask := func(c *Channel, words string) *Exchange {
			x, err := d.person.Say(c, words+" "+d.Bot().Mention())
			if err != nil {
				t.Fatal(err)
			}
			return x
		}
		first, second := ask(d.channel, "un"), ask(d.channel, "deux")
		chatter, err := d.person.Say(d.channel, "sans rapport")
		if err != nil {
			t.Fatal(err)
		}
		reply := text("à deux")
		reply["message_reference"] = object{"message_id": second.Question().ID}
		d.send(d.channel, reply)
		d.send(d.channel, text("à un"))
		d.send(d.channel, text("à un")) // nobody waits any more: to the last one answered
		thread := ask(d.channel, "fil")
		g := d.want(d.do("POST", "/channels/"+d.channel.ID()+"/messages/"+thread.Question().ID+"/threads", object{"name": "fil"}), 201, 0)
		d.want(d.do("POST", "/channels/"+g.body["id"].(string)+"/messages", text("dans le fil")), 200, 0)
		dm, err := d.person.Say(d.person.DM(), "en privé")
		if err != nil {
			t.Fatal(err)
		}
		d.send(d.person.DM(), text("en privé"))
		for name, c := range map[string]struct {
			x         *Exchange
			n, doubly int
		}{
			"first": {first, 1, 0}, "second": {second, 2, 0}, "chatter": {chatter, 0, 0}, "thread": {thread, 1, 0}, "private": {dm, 1, 0},
		} {
			if c.x.Answers() != c.n || c.x.Duplicates() != c.doubly {
				t.Errorf("%s: %d answers, %d twice: %+v", name, c.x.Answers(), c.x.Duplicates(), c.x.Messages())
			}
		}
		reply["content"] = "à un"
		d.send(d.channel, reply)
		if second.Duplicates() != 1 {
			t.Errorf("%d duplicates", second.Duplicates())
		}
	})
}

func TestWaitingEndsWithTheContext(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		d.commands()
		a := d.ask()
		ctx, cancel := context.WithTimeout(d.t.Context(), time.Minute)
		defer cancel()
		var wg sync.WaitGroup
		for _, wait := range []func() error{
			func() error { _, err := a.x.Wait(ctx); return err },
			func() error { _, err := a.x.WaitCallback(ctx); return err },
			func() error { _, err := a.x.WaitModal(ctx); return err },
			func() error { _, err := a.x.WaitChoices(ctx); return err },
			func() error { _, err := a.x.WaitCount(ctx, 2); return err },
			func() error { return d.Gateway().WaitReady(ctx) },
		} {
			wg.Go(func() {
				if err := wait(); !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("waited, and got %v", err)
				}
			})
		}
		wg.Wait()
	})
}

// TestManyPeopleAtOnce is for the race detector.
func TestManyPeopleAtOnce(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		s, _ := d.connect(usual)
		var wg sync.WaitGroup
		for i := range 20 {
			u := d.AddUser(fmt.Sprint("personne", i))
			d.guild.AddMember(u)
			wg.Go(func() {
				x, err := u.Say(d.channel, "bonjour "+d.Bot().Mention())
				if err != nil {
					t.Error(err)
					return
				}
				body := text("oui")
				body["message_reference"] = object{"message_id": x.Question().ID}
				d.send(d.channel, body)
				if _, err := x.Wait(d.soon()); err != nil || x.Answers() != 1 {
					t.Errorf("%d answers, %v", x.Answers(), err)
				}
			})
		}
		wg.Wait()
		s.close(1000)
	})
}

func TestEditingAndDeletingAreHeard(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		s, _ := d.connect(usual)
		x, err := d.person.Say(d.person.DM(), "un")
		if err != nil {
			t.Fatal(err)
		}
		if err := d.person.Edit(x.Question(), "deux"); err != nil {
			t.Fatal(err)
		}
		if p := s.event("MESSAGE_UPDATE"); !strings.Contains(string(p.D), "deux") {
			t.Errorf("update: %s", p.D)
		}
		if err := d.person.Delete(x.Question()); err != nil {
			t.Fatal(err)
		}
		s.event("MESSAGE_DELETE")
		if _, err := d.person.Say(d.person.DM(), "a", ReplyTo(x.Question())); err == nil {
			t.Error("a reply to a deleted message")
		}
		d.guild.RemoveBot()
		s.event("GUILD_DELETE")
		d.guild.InstallBot(BotPermissions)
		s.event("GUILD_CREATE")
		s.close(1000)
	})
}

func TestFieldsThatNobodyKnowsYet(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		s, _ := d.connect(usual)
		if _, err := d.person.Say(d.person.DM(), "", WithFields(object{"components": []object{{"type": 99}}})); err != nil {
			t.Fatal(err)
		}
		if p := s.event("MESSAGE_CREATE"); !strings.Contains(string(p.D), `"type":99`) {
			t.Errorf("got %s", p.D)
		}
		s.close(1000)
	})
}
