package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/adapters/discord"
	"nonmerci/adapters/telegram"
	"nonmerci/bot"
	"nonmerci/config"
)

func newDoctor(a app) *cobra.Command {
	var quiet, offline bool
	cmd := &cobra.Command{
		Use: "doctor", Short: "Check the settings, the model, the base and the platforms, and say what to do", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			out := a.out
			if quiet {
				out = io.Discard
			}
			c, err := config.Load(a.getenv)
			if err != nil {
				return err
			}
			fmt.Fprintf(out, "settings\n%s", c)
			if err := a.checkAnswer(out, c); err != nil || offline {
				return err
			}
			return checkPlatforms(cmd.Context(), out, c)
		},
	}
	cmd.Flags().BoolVar(&quiet, "quiet", false, "print nothing when all is well")
	cmd.Flags().BoolVar(&offline, "offline", false, "ask no platform")
	return cmd
}

// checkAnswer answers one question.
func (a app) checkAnswer(out io.Writer, c config.Config) error {
	b, err := a.open(c.KB)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "base and model: read")
	if c.KB != "" {
		return nil
	}
	r := b.Ask("comment désactiver LinkedIn IA ?", nil, "fr", false)
	if r.Kind != bot.Answer || r.Entry != "linkedin/opt-out" {
		return fmt.Errorf("« comment désactiver LinkedIn IA ? » is not answered; the program is damaged, install it again")
	}
	_, err = fmt.Fprintln(out, "a question: answered")
	return err
}

// checkPlatforms asks each platform that has a token, and prints what it finds with what to do.
func checkPlatforms(ctx context.Context, out io.Writer, c config.Config) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	wrong, first := 0, ""
	say := func(ok bool, what, remedy string) {
		mark := "ok   "
		if !ok {
			mark = "WRONG"
			wrong++
			if first == "" {
				first = what
			}
		}
		fmt.Fprintf(out, "  %s %s\n", mark, what)
		if remedy != "" {
			fmt.Fprintf(out, "        → %s\n", remedy)
		}
	}
	silent := slog.New(slog.DiscardHandler)
	if c.DiscordToken != "" {
		fmt.Fprintln(out, "Discord")
		discord.Check(ctx, discordOptions(c, nil, silent), say)
	}
	if c.TelegramToken != "" {
		fmt.Fprintln(out, "Telegram")
		telegram.Check(ctx, telegramOptions(c, nil, silent), say)
	}
	if c.DiscordToken == "" && c.TelegramToken == "" {
		fmt.Fprintln(out, "no platform has a token: « nonmerci serve » has nowhere to go yet")
	}
	if wrong > 0 {
		return fmt.Errorf("%d wrong, the first: %s; « nonmerci doctor » says what to do", wrong, first)
	}
	return nil
}
