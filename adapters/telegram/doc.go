// Package telegram is where people meet the bot on Telegram: private chats, groups, topics, inline mode.
//
// An update is received (poll.go, webhook.go), met once (window.go, journal.go), made into a question, a press or a query (convert.go,
// aim.go), put into its lane (accept.go), and answered in the order of its conversation (handle.go, callback.go, inline.go). Replies
// are laid out (layout.go, split.go, html.go, keyboard.go) and leave through one place (send.go, edit.go, limiter.go, client.go);
// an answer whose fate is unknown is looked for before it is sent again (find.go, numbers.go).
//
// go-telegram/bot writes the requests of the methods that it has right; what is received is read by structs of our own, which know
// fewer fields and so fail less.
package telegram
