package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"nonmerci/adapters/discord"
	"nonmerci/adapters/telegram"
	"nonmerci/bot"
	"nonmerci/bot/desk"
	"nonmerci/bot/rephrase"
	"nonmerci/config"
	"nonmerci/internal/replica"
	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/sqlstore"
	"nonmerci/knowledge/understand"
)

// followEvery is how often it is looked whether another instance, or the command line, has changed something: what they publish must be seen within
// a second, and a program at rest should do next to nothing. What is changed here is seen at once.
const followEvery = 750 * time.Millisecond

// settled is how long after the start every platform has been met, most likely.
const settled = 10 * time.Second

// A memory is the store of a running program and what lives on it: the base as readers get it, and the desk of moderators.
type memory struct {
	store *sqlstore.Store
	live  *live.Base
	desk  *desk.Desk
	core  *bot.Bot
	model *rephrase.Rewriter // nil when there is none

	replica *replica.Replica // among those that share the database; nil for the only one
	keeper  atomic.Bool      // this instance does the upkeep
}

// remember opens the store, brings the release into it, and builds what lives on it. When no database was named and the usual one cannot be
// used, it says so and returns nil: questions are answered all the same, from the base of the program, and nobody can edit.
func remember(ctx context.Context, c config.Config, release *knowledge.Base, model *understand.Model, counted *measures, log *slog.Logger) (*memory, error) {
	m, err := recall(ctx, c, release, model, counted, log)
	switch {
	case err == nil:
		return m, nil
	case errors.Is(err, errNoFolder):
		return nil, nil //nolint:nilnil // stateFile says it
	case c.DatabaseURL != "" || errors.Is(err, knowledge.ErrReadOnly) || errors.Is(err, errModel) || ctx.Err() != nil:
		return nil, err
	}
	log.Warn("no database: readers are answered, and moderators can edit nothing; point NONMERCI_STATE_DIR to a folder that can be written, or set "+
		"NONMERCI_DATABASE_URL", "error", err.Error())
	return nil, nil //nolint:nilnil // there is none, and it was said
}

// errNoFolder says that the folder for state cannot be made.
var errNoFolder = errors.New("no folder for state")

func recall(ctx context.Context, c config.Config, release *knowledge.Base, model *understand.Model, counted *measures, log *slog.Logger) (m *memory, err error) {
	if dir := cmp.Or(c.StateDir, config.DefaultStateDir); c.DatabaseURL == "" {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, errNoFolder
		}
	}
	m = &memory{}
	if m.store, err = sqlstore.Open(ctx, c.Database(), sqlstore.Options{Log: log}); err != nil {
		return nil, err
	}
	m.replica = newReplica(c, m.store, log)
	if err = m.build(ctx, c, release, model, counted, log); err != nil {
		m.store.Close()
		return nil, err
	}
	return m, nil
}

func (m *memory) build(ctx context.Context, c config.Config, release *knowledge.Base, model *understand.Model, counted *measures, log *slog.Logger) error {
	report, err := live.Seed(ctx, m.store, release, version, time.Now())
	if err != nil {
		return fmt.Errorf("bring the base of this version into the database: %w", err)
	}
	if report.Older {
		log.Warn("the base in the database is of a newer version than this program: its texts stay; install the newer version of nonmerci")
	}
	if n := report.Added + report.Updated + report.Archived + len(report.Decide); n > 0 {
		log.Info("the base of this version is in the database", "added", report.Added, "updated", report.Updated, "archived", report.Archived,
			"to decide", len(report.Decide))
	}
	if m.live, err = live.Open(ctx, m.store, live.Options{Every: followEvery, Log: log}); err != nil {
		return err
	}
	if m.model, err = newModel(c, m.store, log); err != nil {
		return fmt.Errorf("%w: %w", errModel, err)
	}
	m.desk = desk.New(desk.Options{Model: newDeskModel(m, c), Store: m.store, Refresh: m.live.Refresh, Shared: m.live.Shared, Preview: m.preview, Closest: m.closest, Try: m.try, Log: log})
	m.core = bot.New(withModel(bot.Options{
		Model: model, Base: m.live.Shared(), Release: release, Overlays: m.live, Unknown: m.desk.Unknown, Count: m.desk.Count,
	}, m.model, c, counted.rewrote, log))
	m.live.OnChange(func(ch live.Change) {
		if len(ch.Entries) > 0 {
			m.core.SetBase(m.live.Shared())
		}
	})
	return nil
}

// preview says how an entry would look on each platform.
func (m *memory) preview(_ context.Context, _ knowledge.Place, e *knowledge.Entry, lang string) ([]desk.Preview, error) {
	r := m.core.Draft(e, lang)
	out := []desk.Preview{{Platform: "Discord"}, {Platform: "Telegram"}}
	for i, measure := range []func(bot.Reply) (messages, size, limit int){discord.Measure, telegram.Measure} {
		out[i].Blocks = r.Blocks()
		out[i].Messages, out[i].Size, out[i].Limit = measure(r)
	}
	return out, nil
}

// try answers a question as a member of a place would be answered.
func (m *memory) try(ctx context.Context, p knowledge.Place, question, lang string) (bot.Trial, error) {
	return m.core.Try(ctx, p, question, lang)
}

// run follows the store, writes counters, and hands notices to who delivers them, until ctx is done. It returns when all of it has ended.
func (m *memory) run(ctx context.Context, doors []*door, log *slog.Logger) {
	var all sync.WaitGroup
	all.Go(func() { _ = m.live.Run(ctx) })
	all.Go(func() { _ = m.desk.Run(ctx) })
	if m.replica != nil {
		all.Go(func() { m.replica.Run(ctx) })
		all.Go(func() { m.keep(ctx, doors) })
	}
	all.Go(func() { m.tell(ctx, doors, log) })
	all.Go(func() { m.watch(ctx, doors, log) })
	tidy := time.AfterFunc(settled, func() {
		if err := m.store.Trim(ctx); err != nil {
			log.Debug("the database keeps the memory of its start", "error", err.Error())
		}
		debug.FreeOSMemory() // what connecting needed
	})
	defer tidy.Stop()
	all.Wait()
}

// close lets go of the store.
func (m *memory) close(log *slog.Logger) {
	if err := m.store.Close(); err != nil {
		log.Warn("the database was not closed well", "error", err.Error())
	}
}
