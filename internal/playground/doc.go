// Package playground lets a person talk to the bot without an account anywhere: a Discord and a Telegram to test against, driven from
// one page in a browser, and pictures of what readers see. The bot is the real program, pointed to these servers by its settings.
package playground
