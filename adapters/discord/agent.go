package discord

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// userAgent is how the bot names itself to Discord, which turns away who does not do it like this (docs: reference, « User Agent »): an
// address about the client library, and its version. Without a homepage of its own the bot names the library that it connects with.
func userAgent(homepage, version string) (string, error) {
	if homepage == "" {
		return "DiscordBot (https://github.com/bwmarrin/discordgo, " + discordgo.VERSION + ") NonMerci", nil
	}
	version = cmp.Or(version, "1")
	u, err := url.Parse(homepage)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return "", errors.New("the homepage that Discord is told must begin with https:// and a host")
	}
	for _, part := range []string{homepage, version} {
		if strings.ContainsFunc(part, func(r rune) bool { return r <= ' ' || r > '~' || r == '(' || r == ')' || r == ',' }) {
			return "", errors.New("the homepage and the version that Discord is told may hold no space, comma, bracket or accent")
		}
	}
	return fmt.Sprintf("DiscordBot (%s, %s)", homepage, version), nil
}
