package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"

	"github.com/spf13/cobra"

	"nonmerci/bot"
	"nonmerci/bot/rephrase"
	"nonmerci/config"
	"nonmerci/knowledge"
	"nonmerci/knowledge/base"
	"nonmerci/knowledge/understand"
)

// An adapter is a way for people to reach the bot.
type adapter interface {
	Run(ctx context.Context) error
	Ready() error
}

// A door is an adapter with its name.
type door struct {
	name string
	adapter
}

func newServe(a app) *cobra.Command {
	return &cobra.Command{
		Use: "serve", Short: "Meet people on every platform that has a token", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := config.Load(a.getenv)
			if err != nil {
				return err
			}
			return a.serve(cmd.Context(), c)
		},
	}
}

// errNoToken says what to do when there is nowhere to serve.
var errNoToken = errors.New("no token is set, so there is nowhere to meet people; set NONMERCI_TELEGRAM_TOKEN (ask @BotFather: https://t.me/BotFather) " +
	"or NONMERCI_DISCORD_TOKEN (New Application, then Bot: https://discord.com/developers/applications), or talk here with « nonmerci chat »")

// serve runs every adapter that has a token, and the server for health and metrics, until ctx is done.
func (a app) serve(ctx context.Context, c config.Config) error {
	if c.DiscordToken == "" && c.TelegramToken == "" {
		return errNoToken
	}
	log := a.logger(c)
	release, err := a.release(c)
	if err != nil {
		return err
	}
	model, err := understand.Default()
	if err != nil {
		return fmt.Errorf("read the model: %w", err)
	}
	m := newMeasures()
	kept, err := remember(ctx, c, release, model, m, log)
	if err != nil {
		return err
	}
	if kept != nil {
		defer kept.close(log)
	}
	core, words, err := a.speaker(c, release, model, kept, m, log)
	if err != nil {
		return err
	}
	if words != nil {
		defer words.Close() // before the store, which gets what was spent last
	}
	m.watch(words)
	doors, hook, err := a.buildDoors(c, core, kept, m, log)
	if err != nil {
		return err
	}
	web, err := a.listen(ctx, c, log)
	if err != nil {
		return err
	}
	stopWeb := web.start(doors, kept, m, hook, log)
	defer stopWeb()
	if kept != nil {
		lives, end := context.WithCancel(ctx)
		ended := make(chan struct{})
		go func() { defer close(ended); kept.run(lives, doors, log) }()
		defer func() { end(); <-ended }() // the last counters are written before the store is closed
	}
	debug.FreeOSMemory() // what starting needed, above all reading the base twice, is more than what serving does
	return runDoors(ctx, doors, log)
}

// speaker is the bot that answers, and the model that may put its answers into other words; nil where the settings name none.
func (a app) speaker(c config.Config, release *knowledge.Base, model *understand.Model, kept *memory, m *measures, log *slog.Logger) (*bot.Bot, *rephrase.Rewriter, error) {
	if kept != nil {
		return kept.core, kept.model, nil
	}
	words, err := newModel(c, nil, log)
	return bot.New(withModel(bot.Options{Model: model, Base: release}, words, c, m.rewrote, log)), words, err
}

// release is the base that the program answers from, or that it brings into the store: the shared one, or the folder of the settings.
func (a app) release(c config.Config) (*knowledge.Base, error) {
	if info, err := os.Stat(c.KB); c.KB != "" && err == nil && !info.IsDir() {
		return nil, fmt.Errorf("NONMERCI_KB: serve needs a folder of base files, or the shared base; unset it")
	}
	if c.KB == "" {
		return base.Read()
	}
	return readBase(c.KB)
}

// runDoors runs every adapter until ctx is done. One that ends before is logged, and the others go on; when none is left, their errors
// are returned.
func runDoors(ctx context.Context, doors []*door, log *slog.Logger) error {
	errs := make([]error, len(doors))
	var wg sync.WaitGroup
	for i, d := range doors {
		wg.Go(func() {
			log.Info("starting", "platform", d.name)
			if err := d.Run(ctx); err != nil {
				errs[i] = fmt.Errorf("%s: %w", d.name, err)
				log.Error("ended", "platform", d.name, "error", err.Error())
				return
			}
			log.Info("ended", "platform", d.name)
		})
	}
	wg.Wait()
	if ctx.Err() != nil {
		return nil //nolint:nilerr // asked to end: what an adapter could not finish is in the log
	}
	return joined(errs)
}

// joined is the errors that are not nil, as one line.
func joined(errs []error) error {
	var all error
	for _, err := range errs {
		switch {
		case err == nil:
		case all == nil:
			all = err
		default:
			all = fmt.Errorf("%w; %w", all, err)
		}
	}
	return all
}

// logger writes to standard error, as the settings say.
func (a app) logger(c config.Config) *slog.Logger {
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(a.errs, nil))
	}
	return slog.New(slog.NewTextHandler(a.errs, nil))
}

// stateFile returns the path of a file in the folder for state, which it makes; "" when that cannot be, and it says so in the log.
func stateFile(c config.Config, name string, log *slog.Logger) string {
	dir := cmp.Or(c.StateDir, config.DefaultStateDir)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		log.Warn("no folder for state: moderators can edit nothing, and after a crash some questions may be answered twice; point NONMERCI_STATE_DIR to a folder that can be written", "error", err.Error())
		return ""
	}
	return filepath.Join(dir, name)
}
