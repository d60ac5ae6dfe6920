// Package telegramtest is a working Bot API server to test against. It keeps people, chats and messages, delivers updates by long
// poll and by webhook, and refuses what Telegram refuses, in its words and with its codes. Tests drive it as people do: they write,
// press buttons, type inline queries, add and remove the bot, and see what came back.
//
// A Server is an http.Handler; it runs on a socket or on a connection in memory, and takes the time from package time alone, so that
// it works in a testing/synctest bubble. Where Telegram's own servers (not the Bot API server, whose source is public) decide,
// wording and limits are those seen from outside.
package telegramtest
