package telegram

import (
	"context"
	"fmt"
	"slices"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"nonmerci/bot"
)

// announce sets the commands and the texts of the profile in every language, those that differ. A failure is told and changes nothing
// else: the bot works without.
func (a *Adapter) announce(ctx context.Context) {
	for _, lang := range append([]string{""}, languages...) {
		for _, set := range []func(context.Context, string) error{a.setCommands, a.setAbout, a.setShort} {
			if err := set(ctx, lang); err != nil {
				if ctx.Err() == nil {
					a.opts.Log.Warn("the menu of commands could not be set", "language", lang, "err", err.Error())
				}
				return
			}
		}
	}
}

// commands are the menu in a language; "" is for readers of any other one.
func commands(lang string) []models.BotCommand {
	w := bot.WordsIn(lang)
	return []models.BotCommand{
		{Command: w.AskCommand, Description: w.AskDescription},
		{Command: w.HelpCommand, Description: w.HelpDescription},
		{Command: w.PrivacyCommand, Description: w.PrivacyDescription},
	}
}

func (a *Adapter) setCommands(ctx context.Context, lang string) error {
	_, now, err := typed(ctx, "getMyCommands", a.client.lib.GetMyCommands, &tg.GetMyCommandsParams{LanguageCode: lang})
	if want := commands(lang); err == nil && !slices.Equal(now, want) {
		_, _, err = typed(ctx, "setMyCommands", a.client.lib.SetMyCommands, &tg.SetMyCommandsParams{Commands: want, LanguageCode: lang})
	}
	return wrap("set the commands", err)
}

func (a *Adapter) setAbout(ctx context.Context, lang string) error {
	_, now, err := typed(ctx, "getMyDescription", a.client.lib.GetMyDescription, &tg.GetMyDescriptionParams{LanguageCode: lang})
	if want := shorten(bot.WordsIn(lang).About, 512); err == nil && now.Description != want {
		_, _, err = typed(ctx, "setMyDescription", a.client.lib.SetMyDescription, &tg.SetMyDescriptionParams{Description: want, LanguageCode: lang})
	}
	return wrap("set the description", err)
}

func (a *Adapter) setShort(ctx context.Context, lang string) error {
	_, now, err := typed(ctx, "getMyShortDescription", a.client.lib.GetMyShortDescription, &tg.GetMyShortDescriptionParams{LanguageCode: lang})
	if want := shorten(bot.WordsIn(lang).ShortAbout, 120); err == nil && now.ShortDescription != want {
		_, _, err = typed(ctx, "setMyShortDescription", a.client.lib.SetMyShortDescription,
			&tg.SetMyShortDescriptionParams{ShortDescription: want, LanguageCode: lang})
	}
	return wrap("set the short description", err)
}

func wrap(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}
