package main

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"time"

	"nonmerci/internal/telegramtest"
)

// A telegramPlace is a group on Telegram with the bot in it. Nora is its owner, Max a member.
type telegramPlace struct {
	*town
	group     *telegramtest.Chat
	nora, max *telegramtest.Person
}

func (v *town) group(name string) *telegramPlace {
	v.t.Helper()
	p := &telegramPlace{town: v}
	p.nora, p.max = v.person("Nora"), v.person("Max")
	p.group = v.telegram.NewChat(telegramtest.Supergroup, name, p.nora, p.max)
	if err := p.nora.AddBot(p.group); err != nil {
		v.t.Fatal(err)
	}
	p.nora.PromoteBot(p.group, telegramtest.Rights{Pin: true})
	time.Sleep(5 * time.Second)
	return p
}

// person is somebody who has started the bot, in French.
func (v *town) person(name string) *telegramtest.Person {
	v.t.Helper()
	p := v.telegram.NewPerson(telegramtest.User{FirstName: name, LanguageCode: "fr"})
	if _, err := p.Start("").Wait(v.ctx); err != nil {
		v.t.Fatal(err)
	}
	return p
}

// shown is all that somebody reads in a message, labels of buttons in brackets.
func shown(m telegramtest.Message) string {
	out := m.Text
	for _, b := range m.Buttons() {
		out += "\n[" + b.Text + "]"
	}
	return out
}

// answer waits for what a message is answered with.
func (v *town) answer(sent *telegramtest.Sent) telegramtest.Message {
	v.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, time.Minute)
	defer cancel()
	m, err := sent.Wait(ctx)
	if err != nil {
		v.t.Fatalf("no answer to %q: %v", sent.Message().Text, err)
	}
	return m
}

// settles is how long the bot is left alone after something: longer than it takes for whatever is on its way.
const settles = 3 * time.Second

// private is the message that somebody's private chat ends with.
func (v *town) private(who *telegramtest.Person) telegramtest.Message {
	v.t.Helper()
	time.Sleep(settles)
	for _, m := range slices.Backward(who.Private().FromBot()) {
		if m.Document == nil {
			return m
		}
	}
	v.t.Fatal("nothing in private")
	return telegramtest.Message{}
}

// arrives writes « /kb » in the group, with words behind it, follows the link of its answer and returns the screen in private.
func (p *telegramPlace) arrives(who *telegramtest.Person, words string) telegramtest.Message {
	p.t.Helper()
	return p.follows(who, p.answer(who.Command(p.group, "kb", words)), "Continuer en privé")
}

// follows opens a link of a message, found by how its label begins.
func (v *town) follows(who *telegramtest.Person, m telegramtest.Message, label string) telegramtest.Message {
	v.t.Helper()
	for _, b := range m.Buttons() {
		if u, err := url.Parse(b.URL); err == nil && strings.HasPrefix(plain(b.Text), label) && u.Query().Get("start") != "" {
			if err := who.Start(u.Query().Get("start")).Err(); err != nil {
				v.t.Fatal(err)
			}
			return v.private(who)
		}
	}
	v.t.Fatalf("there is no link %q in:\n%s", label, shown(m))
	return m
}

// says writes something in private and returns the screen after it.
func (v *town) says(who *telegramtest.Person, text string) telegramtest.Message {
	v.t.Helper()
	if err := who.Ask(text).Err(); err != nil {
		v.t.Fatal(err)
	}
	return v.private(who)
}

// taps has somebody press buttons one after the other, each found by how its label begins, and returns the last screen: the same message, or
// a newer one.
func (v *town) taps(who *telegramtest.Person, m telegramtest.Message, words ...string) telegramtest.Message {
	v.t.Helper()
	for _, w := range words {
		before := len(who.Private().FromBot())
		if a, err := who.Press(m, v.button(m, w)).Wait(v.ctx); err != nil || a.Text != "" {
			v.t.Fatalf("%q is answered by %q, %v", w, a.Text, err)
		}
		time.Sleep(settles)
		if len(who.Private().FromBot()) > before {
			m = v.private(who)
		} else {
			m, _ = who.Private().Message(m.ID)
		}
	}
	return m
}

// button is the data of a button of a message.
func (v *town) button(m telegramtest.Message, words string) string {
	v.t.Helper()
	for _, b := range m.Buttons() {
		if strings.HasPrefix(plain(b.Text), words) && b.Data != "" {
			return b.Data
		}
	}
	v.t.Fatalf("there is no button %q in:\n%s", words, shown(m))
	return ""
}

// numbered is the label of the button of a list whose title begins with words, with its number.
func (v *town) numbered(m telegramtest.Message, title string) string {
	v.t.Helper()
	for _, b := range m.Buttons() {
		if n, rest, ok := strings.Cut(plain(b.Text), ". "); ok && labelled(rest, title) {
			return n + ". "
		}
	}
	v.t.Fatalf("%q is not in:\n%s", title, shown(m))
	return ""
}

// asks has somebody ask in the group, and returns what they are answered.
func (p *telegramPlace) asks(who *telegramtest.Person, question string) telegramtest.Message {
	p.t.Helper()
	return p.answer(who.Command(p.group, "ask", question))
}

// switches turns settings on: each by how the label of its button begins.
func (p *telegramPlace) switches(labels ...string) {
	p.t.Helper()
	p.taps(p.nora, p.arrives(p.nora, ""), append([]string{"Réglages"}, labels...)...)
}

// edits opens an entry from the group, types its short answer, and returns the draft.
func (p *telegramPlace) edits(who *telegramtest.Person, typed, title, short string) telegramtest.Message {
	p.t.Helper()
	m := p.arrives(who, typed)
	m = p.taps(who, m, p.numbered(m, title), "Modifier", "Garder", "Garder")
	p.wants(m.Text, "Réponse courte")
	m = p.taps(who, p.says(who, short), "Suite")
	return p.taps(who, m, "Garder tout le reste")
}
