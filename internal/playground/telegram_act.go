package playground

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"nonmerci/internal/telegramtest"
)

// act does what a person does. It returns when the client would show something: at once for a message, when the bot has answered a
// press or an inline query.
func (p *telegramPhone) act(ctx context.Context, a action) (result, error) {
	who, c, topic, err := p.find(a)
	if err != nil {
		return result{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	id, _ := strconv.Atoi(a.Message) // 0: none
	name := "@" + p.Bot().Username
	switch a.Do {
	case "say":
		if a.File != nil {
			return written(who.SendFile(c, telegramtest.Upload{Name: a.File.Name, Data: []byte(a.File.Text)}, a.Text))
		}
		return written(who.Write(c, telegramtest.Post{Text: a.Text, ReplyTo: id, Topic: topic}))
	case "mention":
		return written(who.Write(c, telegramtest.Post{Text: name + " " + a.Text, ReplyTo: id, Topic: topic}))
	case "command":
		text := "/" + a.Data
		if a.Place != "private" {
			text += name
		}
		return written(who.Write(c, telegramtest.Post{Text: strings.TrimSpace(text + " " + a.Text), ReplyTo: id, Topic: topic}))
	case "start":
		return written(who.Start(a.Text))
	case "press":
		return p.press(ctx, who, c, id, a.Data)
	case "inline":
		return p.inline(ctx, who, a)
	case "send":
		return result{}, p.send(a, c)
	}
	return result{}, fmt.Errorf("nobody can %q on Telegram", a.Do)
}

// written says what became of a message. That the bot is not shown it is Telegram's doing, and easily taken for a fault of the bot.
func written(sent *telegramtest.Sent) (result, error) {
	if sent.Err() == nil && !sent.Shown() {
		return result{Notice: "Telegram does not show the bot this message: in a group where it is no administrator it reads commands and replies to it alone (privacy mode)."}, nil
	}
	return result{}, sent.Err()
}

func (p *telegramPhone) press(ctx context.Context, who *telegramtest.Person, c *telegramtest.Chat, id int, data string) (result, error) {
	m, ok := c.Message(id)
	if !ok {
		return result{}, fmt.Errorf("the message is gone")
	}
	answer, err := who.Press(m, data).Wait(ctx)
	if err != nil {
		return result{}, fmt.Errorf("the button keeps turning: %w", err)
	}
	return result{Notice: answer.Text, Alert: answer.Alert}, nil
}

// chatTypes are the places as an inline query names them.
var chatTypes = map[string]string{"private": "sender", "group": "supergroup", "admin": "supergroup", "topic": "supergroup"}

// inline types an inline query and returns what there is to send.
func (p *telegramPhone) inline(ctx context.Context, who *telegramtest.Person, a action) (result, error) {
	typed := who.TypeInline(a.Text, chatTypes[a.Place], "")
	answer, err := typed.Wait(ctx)
	if err != nil {
		return result{}, err
	}
	p.mu.Lock()
	p.typed[a.As] = typed
	p.mu.Unlock()
	r := result{}
	if b := answer.Button; b != nil {
		r.Choices = append(r.Choices, choice{Title: "▸ " + b.Text, About: "opens the bot with /start " + b.Start})
	}
	for _, found := range answer.Results {
		r.Choices = append(r.Choices, choice{ID: found.ID, Title: found.Title, About: found.Description})
	}
	return r, nil
}

// send puts an inline result into a chat.
func (p *telegramPhone) send(a action, c *telegramtest.Chat) error {
	p.mu.Lock()
	typed := p.typed[a.As]
	p.mu.Unlock()
	if typed == nil {
		return fmt.Errorf("nothing was typed")
	}
	_, err := typed.Choose(a.Data, c)
	return err
}
