package playground

import (
	"strconv"
	"time"

	"nonmerci/internal/telegramtest"
)

// screen is what a person sees in a place.
func (p *telegramPhone) screen(as, place string) (screen, error) {
	who, c, topic, err := p.find(action{As: as, Place: place})
	if err != nil {
		return screen{}, err
	}
	var s screen
	for _, cmd := range p.Menu(who, c) {
		s.Commands = append(s.Commands, choice{ID: cmd.Command, Title: "/" + cmd.Command, About: cmd.Description})
	}
	for _, m := range who.Visible(c) {
		if topic != 0 && m.ThreadID != topic {
			continue
		}
		shown := p.message(m)
		if m.Document != nil {
			shown.Files = append(shown.Files, fileOf(m.Document.FileName, c.File(m.ID)))
			shown.Body = entities(m.Caption, m.CaptionEntities)
		}
		shown.Mine = m.From != nil && m.From.ID == who.ID()
		if !shown.System {
			shown.Menu = []control{{Do: "reply", Label: "Répondre", Data: shown.ID}}
		}
		s.Messages = append(s.Messages, shown)
	}
	return s, nil
}

// message draws a message.
func (p *telegramPhone) message(m telegramtest.Message) message {
	out := message{
		ID: strconv.Itoa(m.ID), Author: author(m), Time: time.Unix(m.Date, 0).Format("15:04"), Edited: m.EditDate != 0,
		Bot: m.From != nil && m.From.ID == p.Bot().ID, Body: entities(m.Text, m.Entities),
	}
	out.Initial = initial(out.Author)
	if m.ViaBot != nil {
		out.Via = "@" + m.ViaBot.Username
	}
	if r := m.ReplyTo; r != nil && r.TopicCreated == nil {
		out.ReplyTo = author(*r) + " : " + excerpt(r.Text)
	}
	if text := event(m); text != "" {
		out.System, out.Body = true, []node{plain(text)}
	}
	if m.Keyboard != nil {
		for _, row := range m.Keyboard.Rows {
			out.Rows = append(out.Rows, keys(row))
		}
	}
	return out
}

func keys(row []telegramtest.Button) []control {
	var out []control
	for _, b := range row {
		switch {
		case b.URL != "":
			out = append(out, control{Label: b.Text, URL: b.URL})
		case b.Data != "":
			out = append(out, control{Do: "press", Label: b.Text, Data: b.Data, Style: b.Style})
		default:
			out = append(out, control{Label: b.Text + " (not on this page)", Off: true})
		}
	}
	return out
}

func author(m telegramtest.Message) string {
	switch {
	case m.SenderChat != nil:
		return m.SenderChat.Title
	case m.From != nil:
		return m.From.FirstName
	}
	return "?"
}

// event is what a message of nobody says, "" for one that somebody wrote.
func event(m telegramtest.Message) string {
	switch {
	case len(m.NewMembers) > 0:
		return m.NewMembers[0].FirstName + " a rejoint le groupe"
	case m.LeftMember != nil:
		return m.LeftMember.FirstName + " a quitté le groupe"
	case m.TopicCreated != nil:
		return "Sujet « " + m.TopicCreated.Name + " »"
	case m.Pinned != nil:
		return "Message épinglé"
	case m.Text == "" && m.Document == nil:
		return "(événement)"
	}
	return ""
}
