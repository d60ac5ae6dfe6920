package discord

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nonmerci/adapters/internal/discordgate"
	"nonmerci/bot"
	"nonmerci/internal/discordtest"
)

// withShards has Discord recommend n shards, of which so many may begin a session at once.
func withShards(n, concurrency int) setting {
	return withServer(func(o *discordtest.Options) { o.Gateway.Shards, o.Gateway.MaxConcurrency = n, concurrency })
}

// spread adds servers until each shard of n has one, and returns a channel in each, by shard.
func (w *world) spread(n int) []*discordtest.Channel {
	w.t.Helper()
	out := make([]*discordtest.Channel, n)
	for left := n; left > 0; {
		g := w.AddGuild("Serveur")
		if shard := discordtest.ShardOf(g, n); out[shard] == nil {
			g.AddMember(w.lea)
			out[shard] = g.AddChannel("questions")
			left--
		}
	}
	return out
}

// up waits until so many shards are connected.
func (w *world) up(n int) {
	w.t.Helper()
	if err := w.Gateway().Until(w.ctx, func(s discordtest.State) bool { return len(s.Shards()) == n }); err != nil {
		w.t.Fatalf("%v: %v\n%s", err, w.Gateway().State().Shards(), w.log)
	}
	synctest.Wait()
}

// in has Lea ask in a channel.
func (w *world) in(c *discordtest.Channel, text string) *discordtest.Exchange {
	w.t.Helper()
	return must(w.lea.Say(c, w.Bot().Mention()+" "+text))(w.t)
}

// wellBegun checks that no session was begun too soon after another.
func (w *world) wellBegun() {
	w.t.Helper()
	if s := w.Gateway().State(); s.Hasty > 0 {
		w.t.Errorf("%d sessions were begun too soon", s.Hasty)
	}
}

// TestShards: as many connections as Discord recommends, each for its servers; sessions begin as max_concurrency lets them.
func TestShards(t *testing.T) {
	for _, c := range []struct{ n, concurrency, waves int }{{1, 1, 1}, {2, 1, 2}, {16, 1, 16}, {16, 16, 1}} {
		t.Run(fmt.Sprintf("%d, %d at once", c.n, c.concurrency), func(t *testing.T) {
			inQuietWorld(t, func(w *world) {
				channels, began := w.spread(c.n), time.Now()
				w.start()
				w.up(c.n)
				if took := time.Since(began); took > time.Duration(c.waves-1)*5200*time.Millisecond {
					t.Errorf("connected after %v", took)
				}
				var all []*discordtest.Exchange
				for _, ch := range channels {
					all = append(all, w.in(ch, "bonjour"))
				}
				all = append(all, must(w.lea.Say(w.lea.DM(), "bonjour"))(t), must(w.lea.Invoke(channels[c.n-1], "ask", discordtest.With("question", "ça va ?")))(t))
				for _, x := range all {
					if w.answerOf(x); x.Sent() != 1 {
						t.Errorf("sent to %d connections", x.Sent())
					}
				}
				if err := w.adapter.Ready(); err != nil {
					t.Error(err)
				}
				if wanted, up := w.metric("nonmerci_shards"), w.metric("nonmerci_shards_connected"); wanted != float64(c.n) || up != float64(c.n) {
					t.Errorf("measured %v of %v shards", up, wanted)
				}
				if n := len(w.RequestsTo("PUT " + routeCommands)); n != 1 {
					t.Errorf("the commands were written %d times", n)
				}
				w.wellBegun()
			}, withAnswer(echo), withShards(c.n, c.concurrency))
		})
	}
}

// TestAShardIsDown: the others answer, Ready names it, and it answers what it missed when it is back.
func TestAShardIsDown(t *testing.T) {
	inQuietWorld(t, func(w *world) {
		channels := w.spread(4)
		w.start()
		w.up(4)
		w.Gateway().KeepDown(2, 4000)
		w.Gateway().DropShard(2)
		w.up(3)
		missed := w.in(channels[2], "entends-tu ?")
		for i, ch := range channels {
			if i != 2 {
				w.answerOf(w.in(ch, "bonjour"))
			}
		}
		time.Sleep(time.Minute)
		if err := w.adapter.Ready(); err == nil || !strings.Contains(err.Error(), "of 4 shards these do not receive: 2: ") {
			t.Errorf("Ready: %v", err)
		}
		if up, lost := w.metric("nonmerci_shards_connected"), w.metric("nonmerci_shard_reconnects_total"); up != 3 || lost < 3 || lost > 10 {
			t.Errorf("%v shards are connected, %v connections were lost", up, lost)
		}
		if missed.Answers() != 0 {
			t.Error("answered without a connection")
		}
		w.Gateway().ClearFaults()
		w.answerOf(missed)
		synctest.Wait() // until the resuming is over
		if s := w.Gateway().State(); s.Identifies != 4 || s.Resumes != 1 || len(w.RequestsTo(toMessages)) != 4 {
			t.Errorf("%+v, %d messages", s, len(w.RequestsTo(toMessages)))
		}
		if err := w.adapter.Ready(); err != nil {
			t.Error(err)
		}
	}, withAnswer(echo), withShards(4, 4))
}

// TestReshard: when Discord wants more shards in the middle of a stream of questions, each that was sent to a connection is answered
// once, and in the order of its channel, unless a connection had been cut as well: then what the old one missed comes late.
func TestReshard(t *testing.T) {
	for name, c := range map[string]struct {
		shards int // as set
		cut    func(*discordtest.Gateway)
		most   int // that may not be sent to any connection
	}{
		"one session is lost":       {0, func(g *discordtest.Gateway) { g.CloseShard(1, 4000, true) }, 70},
		"one is closed with 4011":   {0, func(g *discordtest.Gateway) { g.CloseShard(0, 4011, true) }, 70},
		"one is closed with 4010":   {0, func(g *discordtest.Gateway) { g.CloseShard(1, 4010, true) }, 70},
		"all are closed with 4011":  {0, func(g *discordtest.Gateway) { g.CloseWith(4011) }, 140},
		"too few were set":          {2, func(g *discordtest.Gateway) { g.CloseShard(0, 4011, true) }, 70},
		"another is away meanwhile": {0, func(g *discordtest.Gateway) { g.DropShard(0); g.CloseShard(1, 4011, true) }, 70},
	} {
		t.Run(name, func(t *testing.T) {
			inQuietWorld(t, func(w *world) {
				w.opts.Shards = c.shards
				channels := append(w.spread(4), w.lea.DM())
				w.start()
				w.up(2)
				all := make([][]*discordtest.Exchange, len(channels))
				for i := range 300 {
					if i == 100 {
						w.Gateway().RequireShards(4)
						c.cut(w.Gateway())
					}
					k := i % len(channels)
					all[k] = append(all[k], w.in(channels[k], fmt.Sprint("question ", i)))
					time.Sleep(100 * time.Millisecond)
				}
				w.up(4)
				time.Sleep(2 * time.Minute)
				if got := fmt.Sprint(w.Gateway().State().Shards()); got != "[[0 4] [1 4] [2 4] [3 4]]" {
					t.Errorf("connected: %s", got)
				}
				answered, unsent := 0, 0
				for k, list := range all {
					for _, x := range list {
						switch {
						case x.Sent() == 0:
							unsent++
						case x.Answers() != 1:
							t.Errorf("%q was sent %d times and has %d answers", x.Question().Content, x.Sent(), x.Answers())
						default:
							answered++
						}
					}
					if name != "another is away meanwhile" {
						w.inOrder(channels[k])
					}
				}
				if n := len(w.RequestsTo(toMessages)); n != answered || unsent > c.most {
					t.Errorf("%d messages for %d questions; %d were sent to nobody", n, answered, unsent)
				}
				if err := w.adapter.Ready(); err != nil {
					t.Error(err)
				}
				w.wellBegun()
			}, withAnswer(echo), withShards(2, 2))
		})
	}
}

// inOrder checks that the answers of a channel come in the order of its questions.
func (w *world) inOrder(c *discordtest.Channel) {
	w.t.Helper()
	last := -1
	for _, m := range c.Messages(w.Bot()) {
		var n int
		if _, err := fmt.Sscanf(m.Content, "Vous avez dit : question %d", &n); err == nil && m.Author == w.Bot() {
			if n <= last {
				w.t.Errorf("%d is answered after %d", n, last)
			}
			last = n
		}
	}
}

// TestReshardKeepsTheOthers: while one shard's session is lost and more are required, the servers of the other miss nothing.
func TestReshardKeepsTheOthers(t *testing.T) {
	inQuietWorld(t, func(w *world) {
		channels := w.spread(2)
		w.start()
		w.up(2)
		w.Gateway().RequireShards(8)
		w.Gateway().CloseShard(0, 4011, true)
		for range 60 {
			if x := w.in(channels[1], "toujours là ?"); x.Sent() == 0 {
				t.Fatalf("sent to nobody")
			} else {
				w.answerOf(x)
			}
			time.Sleep(time.Second)
		}
		if s := w.Gateway().State(); len(s.Shards()) != 8 || s.Identifies != 10 {
			t.Errorf("%+v", s)
		}
		w.wellBegun()
	}, withAnswer(echo), withShards(2, 1))
}

// TestNoNumberOfShardsIsRight: the bot gives up with a text that says what to do, and does not hammer.
func TestNoNumberOfShardsIsRight(t *testing.T) {
	for _, code := range []int{4010, 4011} {
		inQuietWorld(t, func(w *world) {
			w.Gateway().Next(-1, discordtest.ConnectionFault{RefuseIdentify: code})
			began := time.Now()
			w.start()
			err := <-w.ended
			w.stop = nil
			if _, ok := errors.AsType[*discordgate.FatalError](err); !ok || !strings.Contains(err.Error(), fmt.Sprint(code)) {
				t.Errorf("%v", err)
			}
			if n, took := len(w.Gateway().State().Connections), time.Since(began); n != 6 || took < 20*time.Second {
				t.Errorf("%d connections in %v", n, took)
			}
		})
	}
}

// TestSessionsOfADay: with ten sessions left for sixteen shards, ten connect, Ready names the others, which wait until there are more;
// the log says so once.
func TestSessionsOfADay(t *testing.T) {
	inQuietWorld(t, func(w *world) {
		ctx, cancel := context.WithTimeout(w.t.Context(), 72*time.Hour)
		defer cancel()
		w.ctx = ctx
		channels := w.spread(16)
		w.Gateway().Allow(10)
		w.start()
		w.up(10)
		time.Sleep(time.Hour)
		up := w.Gateway().State().Shards()[0][0]
		err := w.adapter.Ready()
		if err == nil || !strings.HasPrefix(err.Error(), "of 16 shards these do not receive: ") || strings.Count(err.Error(), ", ") != 5 || !strings.Contains(err.Error(), "no new session") {
			t.Errorf("Ready: %v", err)
		}
		if n := strings.Count(w.log.String(), "lets no more sessions begin"); n != 1 || len(w.RequestsTo("GET /gateway/bot")) > 5 {
			t.Errorf("said %d times, asked %d times", n, len(w.RequestsTo("GET /gateway/bot")))
		}
		w.answerOf(w.in(channels[up], "bonjour"))
		w.up(16)
		for _, ch := range channels {
			w.answerOf(w.in(ch, "bonjour"))
		}
		w.wellBegun()
	}, withAnswer(echo), withShards(16, 16))
}

// TestLease: a process runs the shards that it is given, leaves them when they are taken away, and asks again.
func TestLease(t *testing.T) {
	inQuietWorld(t, func(w *world) {
		lost, asked := make(chan struct{}), 0
		var held context.Context
		w.opts.Lease = func(ctx context.Context, n int) ([]int, <-chan struct{}, error) {
			if asked++; n != 4 || held != nil && held.Err() == nil {
				t.Errorf("asked for %d shards, the old ones are still held", n)
			}
			held = ctx
			return map[int][]int{1: {3, 1}, 2: {}, 3: {0}}[asked], lost, nil
		}
		channels := w.spread(4)
		w.start()
		w.up(2)
		if got := fmt.Sprint(w.Gateway().State().Shards()); got != "[[1 4] [3 4]]" {
			t.Errorf("connected: %s", got)
		}
		w.answerOf(w.in(channels[3], "bonjour"))
		was := lost
		lost = make(chan struct{})
		close(was)
		w.up(0)
		if err := w.adapter.Ready(); !errors.Is(err, bot.ErrStandBy) {
			t.Errorf("Ready: %v", err)
		}
		was = lost
		lost = nil
		close(was)
		w.up(1)
		w.answerOf(must(w.lea.Say(w.lea.DM(), "bonjour"))(t))
		if err := w.halt(); err != nil || held.Err() == nil {
			t.Errorf("%v, still held: %v", err, held.Err() == nil)
		}
		w.stop = nil
	}, withAnswer(echo), withShards(4, 4))
	t.Run("refused", func(t *testing.T) {
		inQuietWorld(t, func(w *world) {
			for _, give := range []func() ([]int, error){func() ([]int, error) { return nil, errBroken }, func() ([]int, error) { return []int{4}, nil }} {
				w.opts.Lease = func(context.Context, int) ([]int, <-chan struct{}, error) {
					ids, err := give()
					return ids, nil, err
				}
				w.opts.Metrics = nil
				w.start()
				if err := <-w.ended; err == nil || !strings.Contains(err.Error(), "lease") {
					t.Errorf("%v", err)
				}
				w.stop = nil
			}
		}, withShards(4, 4))
	})
}
