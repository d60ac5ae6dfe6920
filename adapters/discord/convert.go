package discord

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"nonmerci/bot"
)

// An asked question is a message for the bot.
type asked struct {
	bot.Message
	id       string // of the message
	channel  string // or thread
	guild    string // "" in direct messages
	author   string
	replyTo  string    // the bot's own message that it replies to, or ""
	received time.Time // by us
}

// Types of messages that people write; the others tell of pins, boosts, newcomers.
const (
	messageDefault = 0
	messageReply   = 19
)

// toQuestion reads a message, and says whether it is for the bot: a direct message, one that mentions it by name, or one that replies
// to it. Those of bots, of webhooks and of the bot itself are for nobody. Mentions of everybody or of a role do not count.
func toQuestion(m wireMessage, self string) (q asked, ok bool) {
	if m.ID == "" || m.ChannelID == "" || m.Author == nil || m.Author.ID == "" || self == "" {
		return q, false
	}
	if m.Author.Bot || m.Author.System || m.WebhookID != "" || m.Author.ID == self {
		return q, false
	}
	if m.Type != messageDefault && m.Type != messageReply {
		return q, false
	}
	q = asked{id: m.ID, channel: m.ChannelID, guild: m.GuildID, author: m.Author.ID}
	if r := m.Referenced; r != nil && r.Author != nil && r.Author.ID == self && (m.Reference == nil || m.Reference.Type == 0) {
		q.replyTo = r.ID
	}
	text, named := readText(m.Content, self)
	q.Message = bot.Message{Chat: chatID(m.ChannelID), From: userID(m.Author.ID), Text: text, Place: placeOf(m.GuildID)}
	mentioned := named || q.replyTo == "" && slices.ContainsFunc(m.Mentions, func(u wireUser) bool { return u.ID == self })
	switch {
	case m.GuildID == "", mentioned:
		return q, true
	case q.replyTo != "":
		return q, m.Content != "" // its content is hidden when the reply mentions nobody
	}
	return q, false
}

func chatID(channel string) bot.ChatID { return bot.ChatID("discord:" + channel) }
func userID(user string) bot.UserID    { return bot.UserID("discord:" + user) }

// markup is what Discord writes for mentions, channels, emoji, times and commands.
var markup = regexp.MustCompile(`<(?:@[!&]?|#|a?:\w+:|t:-?|/[^<>:]+:|id:)[^<>\s]*>`)

// readText takes Discord's markup out of a text, and says whether it mentions the bot.
func readText(s, self string) (text string, named bool) {
	named = strings.Contains(s, "<@"+self+">") || strings.Contains(s, "<@!"+self+">")
	s = markup.ReplaceAllString(s, " ")
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.Join(strings.Fields(l), " ")
	}
	return strings.TrimSpace(strings.Join(lines, "\n")), named
}
