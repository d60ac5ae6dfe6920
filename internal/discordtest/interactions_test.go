package discordtest

import (
	"testing"
	"time"
)

// asking is a person who has done something, and the paths by which a bot answers it.
type asking struct {
	d *discord
	x *Exchange
}

func (d *discord) commands() {
	d.t.Helper()
	d.want(d.do("PUT", "/applications/"+d.ApplicationID()+"/commands", someCommands()), 200, 0)
}

func (d *discord) did(x *Exchange, err error) asking {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
	return asking{d, x}
}

// ask invokes /demander in the channel.
func (d *discord) ask() asking {
	d.t.Helper()
	return d.did(d.person.Invoke(d.channel, "demander", With("question", "linkedin")))
}

func (a asking) back(kind int, data any) got {
	a.d.t.Helper()
	return a.d.do("POST", "/interactions/"+a.x.action.id+"/"+a.x.action.token+"/callback", object{"type": kind, "data": data})
}

func (a asking) hook(method, path string, body any) got {
	a.d.t.Helper()
	return a.d.do(method, "/webhooks/"+a.d.ApplicationID()+"/"+a.x.action.token+path, body)
}

// pressed is a press of a button of a message that the bot sent into the channel.
func (d *discord) pressed() asking {
	d.t.Helper()
	body := text("un message")
	body["components"] = []object{row(button("b"))}
	d.send(d.channel, body)
	all := d.channel.Messages(d.person)
	return d.did(d.person.Press(all[len(all)-1], "b"))
}

// submitted is a form of a command, sent.
func (d *discord) submitted() asking {
	d.t.Helper()
	a := d.ask()
	form := object{"custom_id": "f", "title": "t", "components": []object{row(object{"type": 4, "custom_id": "a", "label": "l", "style": 1})}}
	d.want(a.back(CallbackModal, form), 204, 0)
	return d.did(d.person.Submit(a.x.Modal(), map[string]any{"a": "texte"}))
}

func TestWhichCallbackFitsWhat(t *testing.T) {
	data := map[int]any{
		CallbackMessage: text("a"), CallbackDeferred: nil, CallbackDeferredUpdate: nil, CallbackUpdate: text("b"), CallbackChoices: object{"choices": []object{}},
		CallbackModal: object{"custom_id": "f", "title": "t", "components": []object{{"type": TextDisplay, "content": "a"}}},
	}
	for _, c := range []struct {
		name string
		do   func(*discord) asking
		ok   []int
	}{
		{"a command", (*discord).ask, []int{4, 5, 9}},
		{"a button", (*discord).pressed, []int{4, 5, 6, 7, 9}},
		{"a form of a command", (*discord).submitted, []int{4, 5}},
		{"completion", func(d *discord) asking { return d.did(d.person.Type(d.channel, "demander", "question", "li")) }, []int{8}},
	} {
		for kind := 1; kind <= 10; kind++ {
			t.Run(c.name+", callback "+decimal(kind), func(t *testing.T) {
				inBubble(t, quiet(), func(d *discord) {
					d.commands()
					a := c.do(d)
					fits := false
					for _, k := range c.ok {
						fits = fits || k == kind
					}
					if !fits {
						d.want(a.back(kind, data[kind]), 400, 50035)
						return
					}
					d.want(a.back(kind, data[kind]), 204, 0)
					if got := a.x.Callbacks(); len(got) != 1 || got[0].Type != kind {
						t.Errorf("callbacks: %v", got)
					}
					d.want(a.back(kind, data[kind]), 400, 40060)
				})
			})
		}
	}
}

func TestTheTimesOfAnInteraction(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		d.commands()
		late := d.ask()
		time.Sleep(3001 * time.Millisecond)
		if !late.x.Failed() {
			t.Error("an interaction without a callback has not failed")
		}
		d.want(late.back(CallbackMessage, text("a")), 404, 10062)
		d.want(late.hook("POST", "", text("a")), 404, 10015) // never acknowledged
		d.want(d.do("POST", "/interactions/"+late.x.InteractionID()+"/wrong/callback", object{"type": 5}), 404, 10062)

		a := d.ask()
		time.Sleep(3 * time.Second)
		d.want(a.back(CallbackDeferred, nil), 204, 0)
		if !a.x.Thinking() || a.x.Answers() != 0 {
			t.Error("a deferral counts as an answer")
		}
		time.Sleep(15*time.Minute - 3*time.Second)
		d.want(a.hook("PATCH", "/messages/@original", text("juste à temps")), 200, 0)
		time.Sleep(time.Millisecond)
		d.want(a.hook("PATCH", "/messages/@original", text("trop tard")), 401, 50027)
		d.want(a.hook("POST", "", text("trop tard")), 401, 50027)
		d.want(d.do("POST", "/webhooks/5/x", text("a")), 404, 10015)
		if m, err := a.x.Wait(d.soon()); err != nil || m.Content != "juste à temps" || m.Edits != 0 {
			t.Errorf("the person reads %+v, %v", m, err)
		}
	})
}

func TestTheDeferralDecidesWhoSeesTheFirstFollowup(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		d.commands()
		other := d.AddUser("Noe")
		d.guild.AddMember(other)
		a := d.ask()
		d.want(a.back(CallbackDeferred, object{"flags": FlagEphemeral}), 204, 0)
		d.want(a.hook("POST", "", text("pour toi")), 200, 0)
		d.want(a.hook("POST", "", text("pour tous")), 200, 0)
		got := a.x.Messages()
		if len(got) != 2 || !got[0].Ephemeral || got[1].Ephemeral || a.x.Thinking() {
			t.Fatalf("the person reads %+v", got)
		}
		if seen := d.channel.Messages(other); len(seen) != 1 || seen[0].Content != "pour tous" {
			t.Errorf("another person reads %+v", seen)
		}
		d.want(d.do("GET", "/channels/"+d.channel.ID()+"/messages/"+got[0].ID, nil), 404, 10008)
		d.want(a.hook("GET", "/messages/@original", nil), 200, 0)
		d.want(a.hook("DELETE", "/messages/@original", nil), 204, 0)
		d.want(a.hook("GET", "/messages/@original", nil), 404, 10008)
		d.want(a.hook("PATCH", "/messages/"+got[1].ID, text("changé")), 200, 0)
		d.want(a.hook("PATCH", "/messages/5", text("changé")), 404, 10008)
		if got = a.x.Messages(); len(got) != 1 || got[0].Content != "changé" || got[0].Edits != 1 {
			t.Errorf("in the end the person reads %+v", got)
		}
	})
}

func TestV2BelongsOnTheEdit(t *testing.T) {
	inBubble(t, Options{}, func(d *discord) {
		d.commands()
		a := d.ask()
		d.want(a.back(CallbackDeferred, object{"flags": FlagComponentsV2}), 204, 0)
		if p := d.Problems(); len(p) != 1 {
			t.Errorf("problems: %q", p)
		}
		body := object{"flags": FlagComponentsV2, "allowed_mentions": silent(), "components": []object{{"type": TextDisplay, "content": "a"}}}
		d.want(a.hook("PATCH", "/messages/@original", body), 200, 0)
		if m := a.x.Messages(); len(m) != 1 || m[0].Text() != "a" || m[0].Flags&FlagComponentsV2 == 0 {
			t.Errorf("the person reads %+v", m)
		}
	})
}

func TestFiveFollowupsWhenInstalledByTheUserAlone(t *testing.T) {
	o := quiet()
	o.UserInstall = true
	inBubble(t, o, func(d *discord) {
		d.commands()
		foreign := d.AddForeignGuild("loin")
		ch := foreign.AddChannel("a")
		foreign.AddMember(d.person)
		if _, err := d.person.Invoke(ch, "demander", With("question", "a")); err == nil {
			t.Error("a command is offered where nobody installed the application")
		}
		d.person.Install(true)
		a := d.did(d.person.Invoke(ch, "demander", With("question", "a")))
		d.want(a.back(CallbackMessage, text("un")), 204, 0)
		for range 5 {
			d.want(a.hook("POST", "", text("suite")), 200, 0)
		}
		d.want(a.hook("POST", "", text("six")), 400, 40094)
		d.want(a.hook("PATCH", "/messages/@original", text("deux")), 200, 0)
		d.want(d.do("POST", "/channels/"+ch.ID()+"/messages", text("a")), 403, 50001)

		ch.Overwrite(foreign.Everyone(), 0, UseExternalApps)
		a = d.did(d.person.Invoke(ch, "demander", With("question", "a")))
		d.want(a.back(CallbackMessage, text("un")), 204, 0)
		if m := a.x.Messages(); len(m) != 1 || !m[0].Ephemeral {
			t.Errorf("without USE_EXTERNAL_APPS the answer is %+v", m)
		}
	})
}

func TestCompletions(t *testing.T) {
	choices := func(n int) []object {
		return times(n, func(i int) object { return object{"name": "n" + decimal(i), "value": "v" + decimal(i)} })
	}
	for _, c := range []struct {
		name    string
		choices any
		at      string
		want    string
	}{
		{"none", nil, "", ""},
		{"25", choices(25), "", ""},
		{"26", choices(26), "data.choices", "BASE_TYPE_MAX_LENGTH"},
		{"a name of 100 characters", []object{{"name": long(100), "value": long(100)}}, "", ""},
		{"a name of 101", []object{{"name": long(101), "value": "a"}}, "data.choices.0.name", "BASE_TYPE_MAX_LENGTH"},
		{"a value of 101", []object{{"name": "a", "value": long(101)}}, "data.choices.0.value", "BASE_TYPE_MAX_LENGTH"},
		{"no name", []object{{"name": "", "value": "a"}}, "data.choices.0.name", "BASE_TYPE_REQUIRED"},
		{"a name twice", []object{{"name": "a", "value": "a"}, {"name": "a", "value": "b"}}, "data.choices.1.name", "APPLICATION_COMMAND_CHOICE_NAME_DUPLICATED"},
		{"a value twice", []object{{"name": "a", "value": "a"}, {"name": "b", "value": "a"}}, "data.choices.1.value", "APPLICATION_COMMAND_CHOICE_VALUE_DUPLICATED"},
		{"a number for a text", []object{{"name": "a", "value": 5}}, "data.choices.0.value", "BASE_TYPE_BAD_TYPE"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, quiet(), func(d *discord) {
				d.commands()
				a := d.did(d.person.Type(d.channel, "demander", "question", "li", With("public", true)))
				g := a.back(CallbackChoices, object{"choices": c.choices})
				if c.at == "" {
					d.want(g, 204, 0)
					if _, err := a.x.WaitChoices(d.soon()); err != nil {
						t.Error(err)
					}
					return
				}
				d.want(g, 400, 50035)
				if got := g.errorAt(c.at); got != c.want {
					t.Errorf("at %s: %q, want %s", c.at, got, c.want)
				}
			})
		})
	}
}

func TestForms(t *testing.T) {
	input := func(fields object) object {
		o := object{"type": TextInput, "custom_id": "a", "style": 1}
		for k, v := range fields {
			o[k] = v
		}
		return o
	}
	label := func(c object) object { return object{"type": Label, "label": "Pourquoi", "component": c} }
	for _, c := range []struct {
		name       string
		title      string
		components []object
		at         string
		want       string
	}{
		{"a label and a text", "t", []object{label(input(nil)), {"type": TextDisplay, "content": "a"}}, "", ""},
		{"the older row", "t", []object{row(input(object{"label": "l"}))}, "", ""},
		{"a title of 46", long(46), []object{label(input(nil))}, "data.title", "BASE_TYPE_MAX_LENGTH"},
		{"no line", "t", []object{}, "data.components", "BASE_TYPE_BAD_LENGTH"},
		{"six lines", "t", times(6, func(i int) object { return label(input(object{"custom_id": decimal(i)})) }), "data.components", "BASE_TYPE_BAD_LENGTH"},
		{"a label of 46", "t", []object{{"type": Label, "label": long(46), "component": input(nil)}}, "data.components.0.label", "BASE_TYPE_MAX_LENGTH"},
		{"a row without label", "t", []object{row(input(nil))}, "data.components.0.components.0.label", "BASE_TYPE_REQUIRED"},
		{"a value of 4,001", "t", []object{label(input(object{"value": long(4001)}))}, "data.components.0.component.value", "BASE_TYPE_MAX_LENGTH"},
		{"a value longer than allowed", "t", []object{label(input(object{"value": "abc", "max_length": 2}))}, "data.components.0.component.value", "BASE_TYPE_BAD_LENGTH"},
		{"a placeholder of 101", "t", []object{label(input(object{"placeholder": long(101)}))}, "data.components.0.component.placeholder", "BASE_TYPE_MAX_LENGTH"},
		{"no style", "t", []object{label(object{"type": TextInput, "custom_id": "a"})}, "data.components.0.component.style", "BASE_TYPE_CHOICES"},
		{"an id twice", "t", []object{label(input(nil)), label(input(nil))}, "data.components.1.component.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"},
		{"a select", "t", []object{label(menu("m", 3))}, "", ""},
		{"a select that is disabled", "t", []object{label(object{"type": UserSelect, "custom_id": "a", "disabled": true})}, "data.components.0.component.disabled", "COMPONENT_DISABLED_INVALID"},
		{"a button", "t", []object{row(button("a"))}, "data.components.0.components", "BASE_TYPE_BAD_LENGTH"},
		{"a button in a label", "t", []object{label(button("a"))}, "data.components.0.component.type", "UNION_TYPE_CHOICES"},
		{"an empty label", "t", []object{{"type": Label, "label": "l"}}, "data.components.0.component", "BASE_TYPE_REQUIRED"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inBubble(t, quiet(), func(d *discord) {
				d.commands()
				a := d.ask()
				g := a.back(CallbackModal, object{"custom_id": "f", "title": c.title, "components": c.components})
				if c.at == "" {
					d.want(g, 204, 0)
					return
				}
				d.want(g, 400, 50035)
				if got := g.errorAt(c.at); got != c.want {
					t.Errorf("at %s: %q, want %s; %s", c.at, got, c.want, g.raw)
				}
			})
		})
	}
}

func TestUpdatingTheMessageOfAButton(t *testing.T) {
	inBubble(t, quiet(), func(d *discord) {
		a := d.pressed()
		d.want(a.back(CallbackDeferredUpdate, nil), 204, 0)
		if a.x.Answers() != 0 {
			t.Error("nothing has changed yet")
		}
		d.want(a.hook("PATCH", "/messages/@original", text("changé")), 200, 0)
		if m, err := a.x.Wait(d.soon()); err != nil || m.Content != "changé" || m.Edits != 1 {
			t.Errorf("the person reads %+v, %v", m, err)
		}
	})
}
