package main

import (
	"github.com/spf13/cobra"

	"nonmerci/adapters/console"
	"nonmerci/bot"
)

func newChat(a app) *cobra.Command {
	var lang, kb string
	cmd := &cobra.Command{
		Use: "chat", Short: "Talk with the bot in this terminal", Args: func(cmd *cobra.Command, args []string) error {
			if err := noArgs(cmd, args); err != nil {
				return err
			}
			return checkLang(lang)
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.settings(&kb, &lang); err != nil {
				return err
			}
			b, done, err := a.openTalking(kb)
			if err != nil {
				return err
			}
			defer done()
			talker, ok := b.(*bot.Bot)
			if !ok {
				return usagef("chat needs a folder of base files; for a file of JSON lines use « nonmerci ask --kb »")
			}
			return console.New(console.Options{In: a.in, Out: a.out, Lang: lang}, aloud(talker)).Run(cmd.Context())
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "", "language of the reader (found out when left out)")
	cmd.Flags().StringVar(&kb, "kb", "", "folder of base files to answer from instead of the shared base")
	return cmd
}
