package discord

import (
	"github.com/bwmarrin/discordgo"
)

// defaultLang is what is spoken where nobody said what to speak.
const defaultLang = "fr"

// locales are Discord's locales that the bot has words for, with its language.
func locales() map[discordgo.Locale]string {
	return map[discordgo.Locale]string{
		discordgo.French: "fr", discordgo.EnglishUS: "en", discordgo.EnglishGB: "en", discordgo.German: "de", discordgo.SpanishES: "es",
		discordgo.SpanishLATAM: "es", discordgo.Italian: "it", discordgo.PortugueseBR: "pt", discordgo.Dutch: "nl",
	}
}

// language is the bot's language of a locale, "" for one that it does not speak.
func language(locale string) string { return locales()[discordgo.Locale(locale)] }

func orDefault(lang string) string {
	if lang == "" {
		return defaultLang
	}
	return lang
}
