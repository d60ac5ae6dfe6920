package playground

import (
	"fmt"
	"sync"

	"nonmerci/internal/discordtest"
)

// What both phones have: people, and where they are.
const (
	camille = "camille" // asks, in French
	sam     = "sam"     // another person, in English
	nora    = "nora"    // looks after the community
)

// A discordPhone is a Discord with a server, a channel without the bot, and three people.
type discordPhone struct {
	*discordtest.Server
	people map[string]*discordtest.User
	places map[string]*discordtest.Channel // without direct messages

	mu    sync.Mutex
	forms map[string]*discordtest.Modal // the one that each person was shown last
}

func newDiscordPhone(o discordtest.Options) (*discordPhone, error) {
	o.UserInstall, o.KeepRequests = true, 1000
	s, err := discordtest.New(o)
	if err != nil {
		return nil, fmt.Errorf("make a Discord: %w", err)
	}
	p := &discordPhone{Server: s, forms: map[string]*discordtest.Modal{}, people: map[string]*discordtest.User{
		camille: s.AddUser("Camille"), sam: s.AddUser("Sam").Speak("en-US"), nora: s.AddUser("Nora"),
	}}
	here, elsewhere := s.AddGuild("Entraide"), s.AddForeignGuild("Ailleurs")
	here.AddMember(p.people[nora], here.AddRole("Modération", discordtest.ManageMessages|discordtest.ManageGuild|discordtest.PinMessages))
	for _, name := range []string{camille, sam} {
		here.AddMember(p.people[name])
	}
	for _, u := range p.people {
		elsewhere.AddMember(u)
		u.Install(true)
	}
	p.places = map[string]*discordtest.Channel{"channel": here.AddChannel("général"), "elsewhere": elsewhere.AddChannel("ailleurs")}
	return p, nil
}

func (p *discordPhone) find(a action) (*discordtest.User, *discordtest.Channel, error) {
	u := p.people[a.As]
	if u == nil {
		return nil, nil, fmt.Errorf("nobody is called %q", a.As)
	}
	if a.Place == "private" {
		return u, u.DM(), nil
	}
	if c := p.places[a.Place]; c != nil {
		return u, c, nil
	}
	return nil, nil, fmt.Errorf("there is no place %q", a.Place)
}
