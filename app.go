package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"nonmerci/bot"
	"nonmerci/config"
	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/files"
	"nonmerci/knowledge/understand"
)

// app is what the commands share.
type app struct {
	getenv    func(string) string
	in        io.Reader
	out, errs io.Writer
	wire      wire
}

func newRoot(a app) *cobra.Command {
	root := &cobra.Command{
		Use:           "nonmerci",
		Short:         "How to refuse that a service trains its AI on your data",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("unknown command %q; run « nonmerci help »", args[0])
			}
			return nil
		},
	}
	// Not cobra's own version flag: the template that its output needs keeps the linker from leaving out methods nobody calls, 3.7 MB of them.
	asked := root.Flags().BoolP("version", "v", false, "print the version")
	root.RunE = func(cmd *cobra.Command, _ []string) error {
		if *asked {
			return a.printVersion()
		}
		return cmd.Help()
	}
	root.SetOut(a.out)
	root.SetErr(a.errs)
	root.SetIn(a.in)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usagef("%w; run « %s --help »", err, cmd.CommandPath())
	})
	root.AddCommand(newAsk(a), newBackup(a), newChat(a), newDoctor(a), newEval(a), newGuard(a), newHealth(a), newKB(a), newRestore(a), newServe(a), newVersion(a))
	return root
}

func newVersion(a app) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return a.printVersion() },
	}
}

func (a app) printVersion() error {
	_, err := fmt.Fprintln(a.out, "nonmerci", version)
	return err
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("« %s » takes no argument, got %q", cmd.CommandPath(), args[0])
	}
	return nil
}

// answerer answers one question after earlier turns.
type answerer interface {
	Ask(question string, turns []string, lang string, explain bool) bot.Reply
}

// settings fills flags that were not given from the settings.
func (a app) settings(kb, lang *string) error {
	c, err := config.Load(a.getenv)
	if err != nil {
		return err
	}
	*kb, *lang = cmp.Or(*kb, c.KB), cmp.Or(*lang, c.Lang)
	return nil
}

// open builds the bot on the shared base, or on the folder or file at path. No model says anything in other words.
func (a app) open(path string) (answerer, error) {
	return a.openWith(path, func(o bot.Options) bot.Options { return o })
}

// openWith is open with further options of a bot.
func (a app) openWith(path string, more func(bot.Options) bot.Options) (answerer, error) {
	if path == "" {
		shared, err := base.Shared()
		if err != nil {
			return nil, fmt.Errorf("read the shared base: %w", err)
		}
		return newBot(shared, more)
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("%w; --kb takes a folder of base files or a file of JSON lines", err)
	}
	if !info.IsDir() {
		return a.openLines(path)
	}
	b, problems, err := files.Read(os.DirFS(path))
	if err != nil {
		return nil, err
	}
	if len(problems) > 0 {
		return nil, fmt.Errorf("%s: %d problems, the first: %w; run « nonmerci kb check %s »", path, len(problems), problems[0], path)
	}
	return newBot(b, more)
}

func newBot(b *knowledge.Base, more func(bot.Options) bot.Options) (answerer, error) {
	model, err := understand.Default()
	if err != nil {
		return nil, fmt.Errorf("read the model: %w", err)
	}
	return bot.New(more(bot.Options{Model: model, Base: b})), nil
}

func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }
