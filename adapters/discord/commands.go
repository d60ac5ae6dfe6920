package discord

import (
	"github.com/bwmarrin/discordgo"

	"nonmerci/bot"
)

// Base names of the commands: ASCII, because some clients and servers stumble over others; readers see the localised ones.
const (
	askCommand     = "ask"
	askOption      = "question"
	privacyCommand = "privacy"
	helpCommand    = "help"
)

// commands are what the bot registers, with those of the desk or without.
func commands(withDesk bool) []*discordgo.ApplicationCommand {
	ask := slash(askCommand, func(w *bot.Words) (string, string) { return w.AskCommand, w.AskDescription })
	names, texts := localised(func(w *bot.Words) (string, string) { return w.AskOption, w.AskOptionDescription })
	ask.Options = []*discordgo.ApplicationCommandOption{{
		Type: discordgo.ApplicationCommandOptionString, Name: askOption, NameLocalizations: names, Required: true, Autocomplete: true,
		Description: bot.WordsIn("en").AskOptionDescription, DescriptionLocalizations: texts,
	}}
	menu := everywhere(discordgo.MessageApplicationCommand, bot.WordsIn("en").AnswerThis)
	names, _ = localised(func(w *bot.Words) (string, string) { return w.AnswerThis, "" })
	menu.NameLocalizations = &names
	out := []*discordgo.ApplicationCommand{
		ask,
		slash(helpCommand, func(w *bot.Words) (string, string) { return w.HelpCommand, w.HelpDescription }),
		slash(privacyCommand, func(w *bot.Words) (string, string) { return w.PrivacyCommand, w.PrivacyDescription }),
		menu,
	}
	if withDesk {
		out = append(out, deskCommands()...)
	}
	return out
}

// everywhere is a command that works everywhere, installed on a server or by a person.
func everywhere(kind discordgo.ApplicationCommandType, name string) *discordgo.ApplicationCommand {
	return &discordgo.ApplicationCommand{
		Type: kind, Name: name,
		Contexts: &[]discordgo.InteractionContextType{
			discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM, discordgo.InteractionContextPrivateChannel,
		},
		IntegrationTypes: &[]discordgo.ApplicationIntegrationType{
			discordgo.ApplicationIntegrationGuildInstall, discordgo.ApplicationIntegrationUserInstall,
		},
	}
}

func slash(name string, words func(*bot.Words) (name, description string)) *discordgo.ApplicationCommand {
	c := everywhere(discordgo.ChatApplicationCommand, name)
	names, texts := localised(words)
	c.NameLocalizations, c.DescriptionLocalizations = &names, &texts
	_, c.Description = words(bot.WordsIn("en"))
	return c
}

func localised(words func(*bot.Words) (string, string)) (names, descriptions map[discordgo.Locale]string) {
	names, descriptions = map[discordgo.Locale]string{}, map[discordgo.Locale]string{}
	for locale, lang := range locales() {
		names[locale], descriptions[locale] = words(bot.WordsIn(lang))
	}
	return names, descriptions
}
