package bot

import "nonmerci/knowledge"

// A ChatID names one conversation. Adapters mint it; nobody else parses it.
type ChatID string

// A UserID names one person, as the adapter that met them knows them. It is a key in memory only, and never stored or logged.
type UserID string

// A Message is one thing a person said, with its platform's markup removed.
type Message struct {
	Chat    ChatID
	From    UserID
	Text    string
	Lang    string // the language the platform or the person gives, or ""; a hint for texts too short to tell
	Explain bool   // add the candidates and the reason to the reply

	// AllDevices says that the reply is read as its Text, with the steps of every device: there are no buttons that lead to the others.
	AllDevices bool

	// Place is the server or group that the message was written in, whose community may add to the base. It is zero in private
	// conversations and where the bot is but one person's: the shared base alone is known there.
	Place knowledge.Place
}
