package telegram

import (
	"encoding/json"
	"fmt"
)

// AdminKind is what a message alone says about the rights of its author in the chat.
type AdminKind int

// The kinds of author.
const (
	NoAuthor       AdminKind = iota // nobody: a post, an automatic forward, a bot
	AskPlatform                     // a person: only getChatMember can tell
	AnonymousAdmin                  // « anonymous administrator of chat »: some administrator of this chat, nobody can say which
	ChannelAuthor                   // a channel, linked or not, that somebody speaks as: never an administrator of the chat
)

// Admin says who wrote the message of an update, as far as rights go. Telegram writes the messages of anonymous administrators with
// sender_chat equal to the chat, those of channels with another sender_chat, and gives both a stand-in user that must not be trusted
// by its id. The error says that the update cannot be read.
func Admin(raw []byte) (AdminKind, error) {
	var u update
	if err := json.Unmarshal(raw, &u); err != nil {
		return NoAuthor, fmt.Errorf("read the update: %w", err)
	}
	if u.Message == nil {
		return NoAuthor, nil
	}
	return u.Message.author(), nil
}

func (m *message) author() AdminKind {
	switch {
	case m.Automatic || m.Chat.Type == "channel" || m.From == nil && m.Sender == nil:
		return NoAuthor
	case m.Sender != nil && m.Sender.ID == m.Chat.ID:
		return AnonymousAdmin
	case m.Sender != nil:
		return ChannelAuthor
	case m.From.IsBot:
		return NoAuthor
	}
	return AskPlatform
}
