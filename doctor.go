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
		Use: "doctor", Short: "Check the settings, the model, the base, the database and the platforms, and say what to do", Args: noArgs,
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
			if err := a.checkAnswer(out, c); err != nil {
				return err
			}
			f := &findings{out: out}
			checkDatabase(cmd.Context(), f, c)
			if !offline {
				checkPlatforms(cmd.Context(), f, c)
			}
			checkModel(cmd.Context(), f, c, offline)
			return f.err()
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

// checkPlatforms asks each platform that has a token, and says what it finds with what to do.
func checkPlatforms(ctx context.Context, f *findings, c config.Config) {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	silent := slog.New(slog.DiscardHandler)
	if c.DiscordToken != "" {
		f.about("Discord")
		discord.Check(ctx, discordOptions(c, nil, silent), f.say)
	}
	if c.TelegramToken != "" {
		f.about("Telegram")
		telegram.Check(ctx, telegramOptions(c, nil, silent), f.say)
	}
	if c.DiscordToken == "" && c.TelegramToken == "" {
		f.about("no platform has a token: « nonmerci serve » has nowhere to go yet")
	}
}
