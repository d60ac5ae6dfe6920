package discord

import (
	"unicode/utf8"

	"nonmerci/adapters/internal/seal"
	"nonmerci/bot"
)

// measuring draws what nobody will press.
var measuring = drawing{embeds: true, buttons: buttons{sealer: seal.New("", "measure")}}

// Measure says how many messages a reply takes on Discord, how long the longest is, and how long one may be, in characters (API reference,
// resources/message). What is shown in an embed counts too.
func Measure(r bot.Reply) (messages, size, limit int) {
	for _, b := range measuring.render(r) {
		n := utf8.RuneCountInString(b.Content)
		for _, e := range b.Embeds {
			n += utf8.RuneCountInString(e.Description)
		}
		messages, size = messages+1, max(size, n)
	}
	return messages, size, maxContent
}
