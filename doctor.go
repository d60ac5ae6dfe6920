package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"nonmerci/bot"
	"nonmerci/config"
)

func newDoctor(a app) *cobra.Command {
	var quiet bool
	cmd := &cobra.Command{
		Use: "doctor", Short: "Check the settings, the model and the base, and answer one question", Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			out := a.out
			if quiet {
				out = io.Discard
			}
			c, err := config.Load(a.getenv)
			if err != nil {
				return err
			}
			fmt.Fprintf(out, "settings\n%s", c)
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
		},
	}
	cmd.Flags().BoolVar(&quiet, "quiet", false, "print nothing when all is well (for health checks)")
	return cmd
}
