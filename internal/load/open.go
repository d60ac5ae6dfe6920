package load

import (
	"context"
	"time"
)

// open sets a stage and starts the program on it.
func (b bench) open(ctx context.Context, how setting) (*stage, *child, error) {
	st, err := newStage(ctx, how)
	if err != nil {
		return nil, nil, err
	}
	c, err := st.startReady(ctx, b.Program)
	if err != nil {
		_ = st.close() // err says more
		return nil, nil, err
	}
	return st, c, nil
}

// leave ends the program and the stage.
func (b bench) leave(st *stage, c *child) {
	c.kill()
	if err := st.close(); err != nil {
		b.Progress("close the servers: %v", err)
	}
}

// use is what the program has taken so far; it has ended when that cannot be told, and then its last words are worth more.
func (b bench) use(c *child) usage {
	u, err := usageOf(c.pid())
	if err != nil {
		b.Progress("%v; the program's last words: %s", err, c.log.last())
	}
	return u
}

// rest measures the program when nobody asks.
func rest(ctx context.Context, b bench) error {
	st, c, err := b.open(ctx, limited())
	if err != nil {
		return err
	}
	defer b.leave(st, c)
	if err := pause(ctx, 15*time.Second); err != nil { // what a start leaves to do
		return err
	}
	before, from := b.use(c), time.Now()
	w := watchMemory(ctx, c.pid())
	if err := pause(ctx, b.Length); err != nil {
		return err
	}
	most := w.end()
	after := b.use(c)
	b.atMost("memory, resident", most, 60, mb)
	b.tell("memory, highest since the start", after.peak, mb)
	b.atMost("processor, of one core", share(before, after, time.Since(from)), 0.1, percent)
	b.tell("goroutines", float64(c.metrics().goroutines()), none)
	code := c.stop(15 * time.Second)
	b.check("an interrupt", "exit 0", exitText(code), code == 0)
	return nil
}
