package playground

import (
	"fmt"
	"strings"
	"sync"

	"nonmerci/internal/telegramtest"
)

// A telegramPhone is a Telegram with a group, a forum with one topic, and three people.
type telegramPhone struct {
	*telegramtest.Server
	people map[string]*telegramtest.Person
	group  *telegramtest.Chat
	trusts *telegramtest.Chat // has made the bot an administrator
	forum  *telegramtest.Chat
	topic  int

	mu    sync.Mutex
	typed map[string]*telegramtest.Typed // the last inline query of each person
}

func newTelegramPhone(o telegramtest.Options) (*telegramPhone, error) {
	o.Name, o.Username, o.Inline = "NonMerci", "NonMerciBot", true
	s, err := telegramtest.New(o)
	if err != nil {
		return nil, fmt.Errorf("make a Telegram: %w", err)
	}
	person := func(name, lang string) *telegramtest.Person {
		return s.NewPerson(telegramtest.User{FirstName: name, Username: strings.ToLower(name) + "_test", LanguageCode: lang})
	}
	p := &telegramPhone{Server: s, typed: map[string]*telegramtest.Typed{}, people: map[string]*telegramtest.Person{
		camille: person("Camille", "fr"), sam: person("Sam", "en"), nora: person("Nora", "fr"),
	}}
	boss, others := p.people[nora], []*telegramtest.Person{p.people[nora], p.people[camille], p.people[sam]}
	p.group = s.NewChat(telegramtest.Supergroup, "Entraide", others...)
	p.trusts = s.NewChat(telegramtest.Supergroup, "Amis", others...)
	p.forum = s.NewChat(telegramtest.Forum, "Forum", others...)
	for _, c := range []*telegramtest.Chat{p.group, p.trusts, p.forum} {
		if err := boss.AddBot(c); err != nil {
			return nil, fmt.Errorf("add the bot to a group: %w", err)
		}
	}
	boss.PromoteBot(p.trusts, telegramtest.AllRights())
	if p.topic, err = boss.NewTopic(p.forum, "Vie privée"); err != nil {
		return nil, fmt.Errorf("open a topic: %w", err)
	}
	return p, nil
}

// find is who acts, and where; topic is 0 outside the forum.
func (p *telegramPhone) find(a action) (who *telegramtest.Person, c *telegramtest.Chat, topic int, err error) {
	if who = p.people[a.As]; who == nil {
		return nil, nil, 0, fmt.Errorf("nobody is called %q", a.As)
	}
	switch a.Place {
	case "private":
		return who, who.Private(), 0, nil
	case "group":
		return who, p.group, 0, nil
	case "admin":
		return who, p.trusts, 0, nil
	case "topic":
		return who, p.forum, p.topic, nil
	}
	return nil, nil, 0, fmt.Errorf("there is no place %q", a.Place)
}
