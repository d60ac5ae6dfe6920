package config

import (
	"fmt"
	"net"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// languages are those that can be set.
var languages = []string{"fr", "en", "de", "es", "it", "pt", "nl"}

// The tokens and the secret, by their form alone: Telegram's is the id of the bot, a colon and 35 characters or so; a secret of a
// webhook is as setWebhook of the Bot API says.
var (
	telegramToken = regexp.MustCompile(`^[0-9]+:[A-Za-z0-9_-]+$`)
	webhookSecret = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)
)

// Validate returns the first setting that cannot be used, with the remedy.
func (c Config) Validate() error {
	if c.Lang != "" && !slices.Contains(languages, c.Lang) {
		return fmt.Errorf("NONMERCI_LANG is %q; write one of %s, or unset it", c.Lang, strings.Join(languages, ", "))
	}
	if c.KB != "" {
		if _, err := os.Stat(c.KB); err != nil {
			return fmt.Errorf("NONMERCI_KB: %w; point it to a folder of base files or a file of JSON lines, or unset it", plain(err))
		}
	}
	if strings.ContainsAny(c.DiscordToken, " \t\r\n") {
		return fmt.Errorf("NONMERCI_DISCORD_TOKEN has a space in it; copy it again from https://discord.com/developers/applications, page Bot, without « Bot » before it")
	}
	if c.TelegramToken != "" && !telegramToken.MatchString(c.TelegramToken) {
		return fmt.Errorf("NONMERCI_TELEGRAM_TOKEN is not a token; it looks like 123456789:ABC…: ask @BotFather on Telegram for it with /token")
	}
	for name, value := range map[string]string{"DISCORD_API_URL": c.DiscordAPIURL, "TELEGRAM_API_URL": c.TelegramAPIURL, "TELEGRAM_WEBHOOK_URL": c.TelegramWebhookURL} {
		if err := checkURL(name, value); err != nil {
			return err
		}
	}
	if err := c.validateServing(); err != nil {
		return err
	}
	if err := c.validateStore(); err != nil {
		return err
	}
	return c.validateLLM()
}

func checkURL(name, value string) error {
	if value == "" {
		return nil
	}
	u, err := url.Parse(value)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("NONMERCI_%s is not an address; write it as https://host/path, or unset it", name)
	}
	return nil
}

func (c Config) validateServing() error {
	if c.TelegramWebhookURL != "" && !webhookSecret.MatchString(c.TelegramWebhookSecret) {
		return fmt.Errorf("NONMERCI_TELEGRAM_WEBHOOK_SECRET must be 1 to 256 letters, digits, _ or - when NONMERCI_TELEGRAM_WEBHOOK_URL is set; for example: openssl rand -hex 32")
	}
	if c.HTTPAddr != "" {
		if _, _, err := net.SplitHostPort(c.HTTPAddr); err != nil {
			return fmt.Errorf("NONMERCI_HTTP_ADDR is %q; write host:port, such as %s or :8080", c.HTTPAddr, DefaultHTTPAddr)
		}
	}
	if c.LogFormat != "" && c.LogFormat != "text" && c.LogFormat != "json" {
		return fmt.Errorf("NONMERCI_LOG_FORMAT is %q; write text or json", c.LogFormat)
	}
	if _, err := perMinute("PERSON_PER_MINUTE", c.PersonPerMinute, DefaultPersonPerMinute); err != nil {
		return err
	}
	_, err := perMinute("CHAT_PER_MINUTE", c.ChatPerMinute, DefaultChatPerMinute)
	return err
}

// PerMinute returns how many questions a minute are answered of one person and in one chat; zero means no bound. c must be valid.
func (c Config) PerMinute() (person, chat int) {
	person, _ = perMinute("PERSON_PER_MINUTE", c.PersonPerMinute, DefaultPersonPerMinute)
	chat, _ = perMinute("CHAT_PER_MINUTE", c.ChatPerMinute, DefaultChatPerMinute)
	return person, chat
}

func perMinute(name, value string, otherwise int) (int, error) {
	if value == "" {
		return otherwise, nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("NONMERCI_%s is %q; write a number, or 0 for no bound", name, value)
	}
	return n, nil
}
