package telegram

import (
	"cmp"
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
		for _, set := range []func(context.Context, string) error{a.setCommands, a.setModerators, a.setAbout, a.setShort} {
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

// members are commands with that to suggest, moderators those with everything of the desk: administrators are shown their own menu only.
func members(lang string) []models.BotCommand {
	return append(commands(lang), models.BotCommand{Command: "suggest", Description: deskWordsIn(cmp.Or(lang, "en")).Suggest})
}

func moderators(lang string) []models.BotCommand {
	w := deskWordsIn(cmp.Or(lang, "en"))
	return append(members(lang), models.BotCommand{Command: "kb", Description: w.KB}, models.BotCommand{Command: "guide", Description: w.Guide},
		models.BotCommand{Command: "test", Description: w.Test}, models.BotCommand{Command: "digest", Description: w.Digest})
}

func (a *Adapter) setCommands(ctx context.Context, lang string) error {
	want := commands(lang)
	if a.room != nil {
		want = members(lang)
	}
	return a.setMenu(ctx, nil, lang, want)
}

// setModerators sets the menu of the administrators of groups, where there is a desk.
func (a *Adapter) setModerators(ctx context.Context, lang string) error {
	if a.room == nil {
		return nil
	}
	return a.setMenu(ctx, &models.BotCommandScopeAllChatAdministrators{}, lang, moderators(lang))
}

func (a *Adapter) setMenu(ctx context.Context, scope models.BotCommandScope, lang string, want []models.BotCommand) error {
	_, now, err := typed(ctx, "getMyCommands", a.client.lib.GetMyCommands, &tg.GetMyCommandsParams{Scope: scope, LanguageCode: lang})
	if err == nil && !slices.Equal(now, want) {
		_, _, err = typed(ctx, "setMyCommands", a.client.lib.SetMyCommands, &tg.SetMyCommandsParams{Commands: want, Scope: scope, LanguageCode: lang})
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
