package main

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"nonmerci/adapters/discord"
	"nonmerci/adapters/telegram"
	"nonmerci/bot"
	"nonmerci/bot/desk"
	"nonmerci/config"
	"nonmerci/knowledge"
	"nonmerci/knowledge/live"
	"nonmerci/knowledge/sqlstore"
	"nonmerci/knowledge/understand"
)

// A memory is the store of a running program and what lives on it: the base as readers get it, and the desk of moderators.
type memory struct {
	store *sqlstore.Store
	live  *live.Base
	desk  *desk.Desk
	core  *bot.Bot
}

// remember opens the store, brings the release into it, and builds what lives on it. When no database was named and the one of the settings
// cannot be opened, it returns nil: questions are answered all the same, from the base of the program.
func remember(ctx context.Context, c config.Config, release *knowledge.Base, model *understand.Model, log *slog.Logger) (*memory, error) {
	if c.DatabaseURL == "" {
		if stateFile(c, config.DefaultDatabase, log) == "" {
			return nil, nil //nolint:nilnil // stateFile has said what is missing
		}
	}
	m := &memory{}
	var err error
	if m.store, err = sqlstore.Open(ctx, c.Database(), sqlstore.Options{Log: log}); err != nil {
		return nil, err
	}
	if err = m.build(ctx, release, model, log); err != nil {
		m.store.Close()
		return nil, err
	}
	return m, nil
}

func (m *memory) build(ctx context.Context, release *knowledge.Base, model *understand.Model, log *slog.Logger) error {
	report, err := live.Seed(ctx, m.store, release, version, time.Now())
	if err != nil {
		return fmt.Errorf("bring the base of this version into the database: %w", err)
	}
	if n := report.Added + report.Updated + report.Archived + len(report.Decide); n > 0 {
		log.Info("the base of this version is in the database", "added", report.Added, "updated", report.Updated, "archived", report.Archived,
			"to decide", len(report.Decide))
	}
	if m.live, err = live.Open(ctx, m.store, live.Options{Log: log}); err != nil {
		return err
	}
	m.desk = desk.New(desk.Options{Store: m.store, Refresh: m.live.Refresh, Shared: m.live.Shared, Preview: m.preview, Log: log})
	m.core = bot.New(bot.Options{Model: model, Base: m.live.Shared(), Overlays: m.live, Unknown: m.desk.Unknown, Count: m.desk.Count})
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

// run follows the store, writes counters, and hands notices to who delivers them, until ctx is done. It returns when all of it has ended.
func (m *memory) run(ctx context.Context, doors []*door, log *slog.Logger) {
	var all sync.WaitGroup
	all.Go(func() { _ = m.live.Run(ctx) })
	all.Go(func() { _ = m.desk.Run(ctx) })
	all.Go(func() { m.tell(ctx, doors, log) })
	all.Go(func() { m.watch(ctx, doors, log) })
	all.Wait()
}

// close lets go of the store.
func (m *memory) close(log *slog.Logger) {
	if err := m.store.Close(); err != nil {
		log.Warn("the database was not closed well", "error", err.Error())
	}
}
