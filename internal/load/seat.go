package load

import (
	"fmt"
	"strconv"
	"sync"
	"time"

	"nonmerci/internal/discordtest"
	"nonmerci/internal/telegramtest"
)

// A seat is a place where one person asks.
type seat struct {
	platform, chat string
	put            func(text string) (key string, count func() outcome, err error)
	guard          sync.Locker // held while asking; nil is none
}

// ask asks a question in a seat.
func (st *stage) ask(s *seat, text string) error {
	if s.guard != nil {
		s.guard.Lock()
		defer s.guard.Unlock()
	}
	at := time.Now()
	key, count, err := s.put(text)
	if err != nil {
		return fmt.Errorf("ask on %s: %w", s.platform, err)
	}
	st.ledger.note(key, s, at, count)
	return nil
}

// inPrivate are people who write to the bot in private on Telegram, a chat each.
func (st *stage) inPrivate(n int) []*seat {
	var out []*seat
	for i := range n {
		p := st.telegram.NewPerson(telegramtest.User{FirstName: fmt.Sprint("Personne ", i), LanguageCode: "fr"})
		out = append(out, st.telegramSeat(p.Private(), p.Ask))
	}
	return out
}

// inGroups are people who use the command in groups on Telegram, a group each: there a bot is shown little else.
func (st *stage) inGroups(n int) ([]*seat, error) {
	var out []*seat
	for i := range n {
		p := st.telegram.NewPerson(telegramtest.User{FirstName: fmt.Sprint("Membre ", i), LanguageCode: "fr"})
		c := st.telegram.NewChat(telegramtest.Supergroup, fmt.Sprint("Groupe ", i), p)
		if err := p.AddBot(c); err != nil {
			return nil, fmt.Errorf("add the bot to a group: %w", err)
		}
		out = append(out, st.telegramSeat(c, func(text string) *telegramtest.Sent { return p.Command(c, "ask", text) }))
	}
	return out, nil
}

func (st *stage) telegramSeat(c *telegramtest.Chat, ask func(string) *telegramtest.Sent) *seat {
	s := &seat{platform: telegram, chat: "t" + strconv.FormatInt(c.ID(), 10)}
	s.put = func(text string) (string, func() outcome, error) {
		sent := ask(text)
		id := sent.Message().ID
		return telegramKey(c.ID(), id), func() outcome { return telegramOutcome(sent, id, c.ID() > 0) }, sent.Err()
	}
	return s
}

func telegramKey(chat int64, message int) string { return fmt.Sprintf("t%d/%d", chat, message) }

// telegramOutcome counts the answers to a message. In a private chat they quote it only when it was not the last.
func telegramOutcome(sent *telegramtest.Sent, id int, private bool) (o outcome) {
	seen, bare := map[string]bool{}, 0
	for _, m := range sent.Answers() {
		switch {
		case m.ReplyTo != nil && m.ReplyTo.ID == id:
			o.answers++
		case m.ReplyTo == nil && private:
			bare = 1 // what follows are further parts of it
		}
		if seen[m.Text] {
			o.doubles++
		}
		seen[m.Text] = true
	}
	if private { // what is not quoted may be taken for the answer to the question before it
		o.answers = max(o.answers, bare)
		return o
	}
	o.doubles = max(o.doubles, o.answers-1)
	return o
}

// inChannels are people who name the bot in channels of Discord, a channel each.
func (st *stage) inChannels(n int) []*seat {
	const each = 50
	var g *discordtest.Guild
	var out []*seat
	for i := range n {
		if i%each == 0 {
			g = st.discord.AddGuild(fmt.Sprint("Serveur ", i/each))
		}
		out = append(out, st.inChannel(g, i))
	}
	return out
}

// inChannel is somebody who names the bot in a channel of their own.
func (st *stage) inChannel(g *discordtest.Guild, i int) *seat {
	u, c := st.discord.AddUser(fmt.Sprint("Membre ", i)), g.AddChannel(fmt.Sprint("salon-", i))
	g.AddMember(u)
	return discordSeat(c, func(text string) (*discordtest.Exchange, error) { return u.Say(c, st.discord.Bot().Mention()+" "+text) })
}

// inMessages are people who write to the bot in direct messages on Discord.
func (st *stage) inMessages(n int) []*seat {
	var out []*seat
	for i := range n {
		u := st.discord.AddUser(fmt.Sprint("Personne ", i))
		c := u.DM()
		out = append(out, discordSeat(c, func(text string) (*discordtest.Exchange, error) { return u.Say(c, text) }))
	}
	return out
}

// byCommand are people who use the command in direct messages on Discord.
func (st *stage) byCommand(n int) []*seat {
	var out []*seat
	for i := range n {
		u := st.discord.AddUser(fmt.Sprint("Curieux ", i))
		c := u.DM()
		out = append(out, discordSeat(c, func(text string) (*discordtest.Exchange, error) {
			return u.Invoke(c, "ask", discordtest.With("question", text))
		}))
	}
	return out
}

func discordSeat(c *discordtest.Channel, ask func(string) (*discordtest.Exchange, error)) *seat {
	s := &seat{platform: discord, chat: "d" + c.ID()}
	s.put = func(text string) (string, func() outcome, error) {
		x, err := ask(text)
		if err != nil {
			return "", nil, err
		}
		key := x.InteractionID()
		if key == "" {
			key = x.Question().ID
		}
		return "d" + key, func() outcome { return discordOutcome(x) }, nil
	}
	return s
}

func discordOutcome(x *discordtest.Exchange) outcome {
	if x.InteractionID() != "" {
		return outcome{answers: min(len(x.Callbacks()), x.Answers()), doubles: x.Duplicates()}
	}
	o, id := outcome{doubles: x.Duplicates()}, x.Question().ID
	for _, m := range x.Messages() {
		if m.ReplyTo == id {
			o.answers++
		}
	}
	o.doubles = max(o.doubles, o.answers-1)
	return o
}

// mixed are two lists of seats, one of each in turn.
func mixed(a, b []*seat) []*seat {
	var out []*seat
	for i := range max(len(a), len(b)) {
		if i < len(a) {
			out = append(out, a[i])
		}
		if i < len(b) {
			out = append(out, b[i])
		}
	}
	return out
}
