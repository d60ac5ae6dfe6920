package discord

import (
	"encoding/json"
	"errors"

	"nonmerci/adapters/internal/jsoncut"
)

// What Discord sends, as far as the bot reads it (docs: resources/message, interactions/receiving-and-responding). Components of other
// bots' messages are not read at all: new kinds of them appear every few months.

type wireUser struct {
	ID         string `json:"id"`
	Username   string `json:"username"`
	GlobalName string `json:"global_name"`
	Bot        bool   `json:"bot"`
	System     bool   `json:"system"`
}

type wireMessage struct {
	ID         string       `json:"id"`
	ChannelID  string       `json:"channel_id"`
	GuildID    string       `json:"guild_id"`
	Type       int          `json:"type"`
	Content    string       `json:"content"`
	Author     *wireUser    `json:"author"`
	WebhookID  string       `json:"webhook_id"`
	Mentions   []wireUser   `json:"mentions"`
	Flags      int          `json:"flags"`
	Reference  *wireRef     `json:"message_reference"`
	Referenced *wireMessage `json:"referenced_message"`
}

type wireRef struct {
	Type      int    `json:"type"` // 0 for a reply, 1 for a message that was forwarded
	MessageID string `json:"message_id"`
}

type wireInteraction struct {
	ID             string                     `json:"id"`
	ApplicationID  string                     `json:"application_id"`
	Type           int                        `json:"type"`
	Token          string                     `json:"token"`
	ChannelID      string                     `json:"channel_id"`
	GuildID        string                     `json:"guild_id"`
	Locale         string                     `json:"locale"`
	Context        *int                       `json:"context"`
	AppPermissions string                     `json:"app_permissions"`
	Owners         map[string]json.RawMessage `json:"authorizing_integration_owners"`
	Member         *wireMember                `json:"member"`
	User           *wireUser                  `json:"user"`
	Message        *wireMessage               `json:"message"`
	Data           wireData                   `json:"data"`
}

type wireMember struct {
	User        *wireUser `json:"user"`
	Nick        string    `json:"nick"`
	Roles       []string  `json:"roles"`
	Permissions string    `json:"permissions"`
}

type wireData struct {
	Name     string       `json:"name"`
	Type     int          `json:"type"`
	TargetID string       `json:"target_id"`
	CustomID string       `json:"custom_id"`
	Values   []string     `json:"values"` // chosen in a select
	Options  []wireOption `json:"options"`
	Resolved struct {
		Messages    map[string]wireMessage    `json:"messages"`
		Attachments map[string]wireAttachment `json:"attachments"`
	} `json:"resolved"`
	Components []wireField `json:"components"` // of a form
}

type wireOption struct {
	Name    string          `json:"name"`
	Value   json.RawMessage `json:"value"`
	Focused bool            `json:"focused"`
	Options []wireOption    `json:"options"` // of a subcommand
}

// A wireField is a part of a form that was filled in: a label around an input, a row of inputs, or an input.
type wireField struct {
	CustomID   string          `json:"custom_id"`
	Value      json.RawMessage `json:"value"`
	Values     []string        `json:"values"`
	Component  *wireField      `json:"component"`
	Components []wireField     `json:"components"`
}

type wireReady struct {
	Guilds      []wireGuild `json:"guilds"` // every server of the shard; nil where a server does not tell
	Shard       [2]int      `json:"shard"`  // which, of how many; zero for the only one
	User        wireUser    `json:"user"`
	Application struct {
		ID string `json:"id"`
	} `json:"application"`
}

// decode reads JSON tolerantly: a field of a type that is not expected is left empty, and the others are read.
func decode(raw json.RawMessage, into any) error {
	err := json.Unmarshal(raw, into)
	if _, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return nil
	}
	return err
}

// isBy says that a message is surely by somebody. Whatever the bot posts comes back as an event, larger than most questions, and half of what
// comes in a rush is that: it is not decoded.
func isBy(message json.RawMessage, id string) bool {
	author, ok := jsoncut.Text(jsoncut.Member(jsoncut.Member(message, `"author"`), `"id"`))
	return ok && id != "" && string(author) == id
}

// text is an option's value when it is a string, "" otherwise.
func (o wireOption) text() string {
	var s string
	_ = json.Unmarshal(o.Value, &s) // anything but a string is no question
	return s
}
