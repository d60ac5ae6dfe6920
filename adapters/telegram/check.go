package telegram

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// Check looks at everything about the bot that is set outside the program, and says of each thing whether it is right and what to do
// when it is not. It changes nothing.
func Check(ctx context.Context, opts Options, say func(ok bool, what, remedy string)) {
	opts, err := opts.checked()
	if err != nil {
		say(false, "settings of Telegram", err.Error())
		return
	}
	m, err := newMetrics(nil)
	if err != nil {
		say(false, "settings of Telegram", err.Error())
		return
	}
	c, err := newClient(opts, m)
	if err != nil {
		say(false, "settings of Telegram", err.Error())
		return
	}
	defer c.courier.stop()
	me, err := c.getMe(ctx)
	if err != nil {
		say(false, "the Bot API at "+opts.APIURL, remedyFor(err))
		return
	}
	say(true, fmt.Sprintf("the token is of @%s: https://t.me/%s", me.Username, me.Username), "")
	checkFather(me, say)
	checkWebhook(ctx, c, opts, say)
	checkCommands(ctx, c, say)
}

func remedyFor(err error) string {
	if c := code(err); c == http.StatusUnauthorized || c == http.StatusNotFound {
		return "the token is refused: copy it again from @BotFather (https://t.me/BotFather), /mybots, API Token"
	}
	if errors.As(err, new(*lostError)) {
		return "it cannot be reached (" + err.Error() + "): check the network, the proxy and NONMERCI_TELEGRAM_API_URL"
	}
	return err.Error()
}

// checkFather looks at what is clicked in @BotFather.
func checkFather(me profile, say func(ok bool, what, remedy string)) {
	say(!me.ReadsAll, "privacy mode is on: in groups the bot sees only what is meant for it",
		"in @BotFather: /setprivacy, choose the bot, Enable; then remove the bot from its groups and add it again")
	say(me.Groups, "the bot can be added to groups: https://t.me/"+me.Username+"?startgroup=hello",
		"in @BotFather: /setjoingroups, choose the bot, Enable")
	say(me.Inline, "inline mode is on: « @"+me.Username+" » works in any chat",
		"in @BotFather: /setinline, choose the bot, and give a hint such as « LinkedIn »")
}

func checkWebhook(ctx context.Context, c *client, opts Options, say func(ok bool, what, remedy string)) {
	call := func(ctx context.Context, _ struct{}) (*models.WebhookInfo, error) { return c.lib.GetWebhookInfo(ctx) }
	_, info, err := typed(ctx, "getWebhookInfo", call, struct{}{})
	if err != nil {
		say(false, "the webhook", remedyFor(err))
		return
	}
	if opts.Webhook == nil {
		say(info.URL == "", "no webhook is set: long polling works",
			"a webhook is set: set NONMERCI_TELEGRAM_WEBHOOK_URL to use it, or delete it with the method deleteWebhook")
	} else {
		say(info.URL == opts.Webhook.URL || info.URL == "", "the webhook is ours, or is set at the next start",
			"the webhook of this bot goes to another address; the next start with this setting changes that")
		say(info.LastErrorMessage == "", "Telegram reaches the webhook", "Telegram says: "+info.LastErrorMessage)
	}
	say(info.PendingUpdateCount < 1000, fmt.Sprintf("%d updates wait", info.PendingUpdateCount), "start the bot: updates are kept for 24 hours")
}

func checkCommands(ctx context.Context, c *client, say func(ok bool, what, remedy string)) {
	for _, lang := range append([]string{""}, languages...) {
		_, now, err := typed(ctx, "getMyCommands", c.lib.GetMyCommands, &tg.GetMyCommandsParams{LanguageCode: lang})
		if err != nil {
			say(false, "the menu of commands", remedyFor(err))
			return
		}
		if !slices.Equal(now, commands(lang)) && !slices.Equal(now, members(lang)) {
			say(false, "the menu of commands", "it is set when the bot starts: « nonmerci serve »")
			return
		}
	}
	say(true, "the menu of commands is set in every language", "")
}
