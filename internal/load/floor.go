package load

import (
	"context"
	"fmt"
	"path/filepath"
)

// floor holds three programs at the ceilings, one after the other, each against servers of its own that are asked the same: « serve »; a
// bot made of the same libraries that understands nothing; and one of a WebSocket and net/http alone. What the others take is what
// receiving and answering cost by themselves on this machine, and no saving of « serve » goes below it.
func floor(ctx context.Context, b bench) error {
	st, c, err := b.open(ctx, limited())
	if err != nil {
		return err
	}
	bots := filepath.Join(st.dir, "floor")
	if err = build(ctx, bots, "nonmerci/internal/cmd/floor"); err == nil {
		err = b.held(ctx, st, c, "serve")
	}
	for _, kind := range []string{"libraries", "bare"} {
		if err == nil {
			err = b.heldByBot(ctx, bots, kind)
		}
	}
	b.leave(st, c)
	return err
}

// heldByBot measures a bot that understands nothing.
func (b bench) heldByBot(ctx context.Context, program, kind string) error {
	st, err := newStage(ctx, limited())
	if err != nil {
		return err
	}
	c, err := st.startAs(ctx, program, kind, nil)
	if err != nil {
		_ = st.close() // err says more
		return err
	}
	defer b.leave(st, c)
	if !until(ctx, readyWithin, func() bool { return c.ended() || len(c.log.with("ready")) > 0 }) || c.ended() {
		return fmt.Errorf("the bot was not ready; its last words: %s", c.log.last())
	}
	return b.held(ctx, st, c, kind)
}

// held reports what a program takes at the ceilings. One that does not answer everything has not been held at them.
func (b bench) held(ctx context.Context, st *stage, c *child, who string) error {
	b.Progress("%s", who)
	people, err := st.crowd(ctx, b)
	if err != nil {
		return fmt.Errorf("%s: %w; its last words: %s", who, err, c.log.last())
	}
	h, err := st.hold(ctx, b, c, people)
	if err != nil {
		return fmt.Errorf("%s: %w", who, err)
	}
	b.tell(who+": processor, of one core", share(h.before, h.after, h.took), percent)
	b.tell(who+": processor, for one answer", h.perAnswer(), ms)
	b.atLeast(who+": requests on Discord", h.rate(discord), 0.9*discordCeiling)
	b.atLeast(who+": messages on Telegram", h.rate(telegram), 0.9*telegramCeiling)
	own := report{}
	for _, p := range []string{discord, telegram} {
		own.losses(st, p, h.from)
	}
	own.wellBehaved(st)
	for _, f := range own.figures {
		f.Name = who + ", " + f.Name
		b.add(f)
	}
	return nil
}
