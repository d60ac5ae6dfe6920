package main

import (
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/VictoriaMetrics/metrics"

	"nonmerci/adapters/discord"
	"nonmerci/adapters/telegram"
	"nonmerci/bot"
	"nonmerci/config"
)

// A mount is a handler to serve beside health and metrics.
type mount struct {
	path    string
	handler http.Handler
}

// buildDoors builds the adapters that have a token, and what they need mounted. Nothing is started.
func (a app) buildDoors(c config.Config, core *bot.Bot, kept *memory, m *measures, log *slog.Logger) (doors []*door, hook *mount, err error) {
	journal := stateFile(c, "telegram-answered", log) // also without Telegram: it says when there can be no state
	if c.DiscordToken != "" {
		opts := discordOptions(c, m.set, log)
		opts.Dial = a.wire.dial
		if kept != nil {
			opts.Desk, opts.Places, opts.Curators = kept.desk, discordPlaces{places{kept.store, "discord"}}, numbers(c, "discord")
			opts.Keeps = kept.keeps
			if kept.replica != nil {
				opts.Lease = kept.shards
			}
		}
		d, err := discord.New(opts, core, answering(c, core, m, "discord", log))
		if err != nil {
			return nil, nil, err
		}
		doors = append(doors, &door{"discord", d})
	}
	if c.TelegramToken != "" {
		opts := telegramOptions(c, m.set, log)
		opts.Journal, opts.Dial = journal, a.wire.dial
		if kept != nil {
			opts.Desk, opts.Places, opts.Curators = kept.desk, places{kept.store, "telegram"}, numbers(c, "telegram")
			opts.Keeps = kept.keeps
			if kept.replica != nil {
				opts.Lease, opts.Claim = kept.updates, kept.claim
			}
		}
		t, err := telegram.New(opts, core, answering(c, core, m, "telegram", log))
		if err != nil {
			return nil, nil, err
		}
		doors = append(doors, &door{"telegram", t})
		if opts.Webhook != nil {
			u, err := url.Parse(opts.Webhook.URL)
			if err != nil {
				return nil, nil, err
			}
			hook = &mount{u.Path, t.WebhookHandler()}
			if hook.path == "" {
				hook.path = "/"
			}
		}
	}
	return doors, hook, nil
}

// answering is the handler of one platform: the bot, behind its limits, measured, and unable to end the program.
func answering(c config.Config, core *bot.Bot, m *measures, platform string, log *slog.Logger) bot.Handler {
	return bot.Wrap(core.Respond, bot.Recover(log.With("platform", platform)), bot.Observe(m.answered(platform)), bot.Within(limits(c), nil))
}

// limits are those of the settings: bursts as by default, and as many a minute as they say.
func limits(c config.Config) bot.Limits {
	l := bot.DefaultLimits
	person, chat := c.PerMinute()
	l.Person.Rate, l.Chat.Rate = float64(person)/time.Minute.Seconds(), float64(chat)/time.Minute.Seconds()
	return l
}

// numbers are the accounts of the curators on one platform.
func numbers(c config.Config, platform string) []int64 {
	var out []int64
	for _, who := range c.CuratorList() {
		if number, on := strings.CutPrefix(who, platform+":"); on {
			if n, err := strconv.ParseInt(number, 10, 64); err == nil {
				out = append(out, n)
			}
		}
	}
	return out
}

func discordOptions(c config.Config, seen *metrics.Set, log *slog.Logger) discord.Options {
	return discord.Options{Token: c.DiscordToken, APIURL: c.DiscordAPIURL, Log: log.With("platform", "discord"), Metrics: seen, Shards: c.Shards(), Homepage: homepage(c.Contact), Version: version}
}

func telegramOptions(c config.Config, seen *metrics.Set, log *slog.Logger) telegram.Options {
	o := telegram.Options{Token: c.TelegramToken, APIURL: c.TelegramAPIURL, Log: log.With("platform", "telegram"), Metrics: seen}
	if c.TelegramWebhookURL != "" {
		o.Webhook = &telegram.Webhook{URL: c.TelegramWebhookURL, Secret: c.TelegramWebhookSecret}
	}
	return o
}

// homepage is a contact that is a page, "" for a mailbox.
func homepage(contact string) string {
	if strings.HasPrefix(contact, "http") {
		return contact
	}
	return ""
}
