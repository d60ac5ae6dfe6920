package load

import (
	"context"
	"fmt"
	"time"
)

const (
	inOneChat  = 10  // questions of a burst in each chat of each platform
	burstSlack = 1.0 // seconds beyond what the ceilings force, besides a tenth of that
)

// burst asks everything at once and waits for every answer.
func burst(ctx context.Context, b bench) error {
	st, c, err := b.open(ctx, limited())
	if err != nil {
		return err
	}
	defer b.leave(st, c)
	n := b.Burst / 2
	chats := max(1, n/inOneChat)
	seats := map[string][]*seat{discord: mixed(st.inChannels((chats+1)/2), st.inMessages(chats/2)), telegram: st.inPrivate(chats)}
	if err := pause(ctx, time.Second); err != nil { // the guilds were announced
		return err
	}
	before, sent := b.use(c), st.counted()
	memory, from := watchMemory(ctx, c.pid()), time.Now()
	err = both(func(p string) error {
		questions := &deck{all: b.Questions, next: chats}
		for i := range n {
			if err := st.ask(seats[p][i%chats], questions.deal()); err != nil {
				return err
			}
		}
		b.Progress("burst: %d asked on %s in %s", n, p, time.Since(from).Round(time.Millisecond))
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	forced := longest(n)
	st.answered(ctx, time.Duration(2*forced*float64(time.Second))+lastWithin)
	most, now := memory.end(), st.counted()
	b.tell("memory before", before.rss, mb)
	b.atMost("memory, highest", most, before.rss+float64(2*n)*perQuestion+60, mb)
	for _, p := range []string{discord, telegram} {
		b.lateness(st.ledger.all(p, from), p, int(now[p]-sent[p]))
		b.losses(st, p, from)
		b.zero(p+": out of order in a conversation", disorder(st.ledger.all(p, from)))
	}
	b.tell("processor time", (b.use(c).cpu - before.cpu).Seconds(), seconds)
	b.wellBehaved(st)
	return nil
}

// perQuestion is what one question that waits may take, in MB.
const perQuestion = 0.010

// lateness reports how much later the last answer came than the limits of the platform force.
func (b bench) lateness(asks []ask, platform string, messages int) {
	d := between(asks, fromAsking)
	last := d.at(100) / 1000
	most := map[string]int{}
	for _, a := range asks {
		most[a.chat]++
	}
	deepest := 0
	for _, k := range most {
		deepest = max(deepest, k)
	}
	forced := forcedBy(platform, messages, len(most), deepest)
	b.tell(fmt.Sprintf("%s: %d messages, forced by the limits", platform, messages), forced, seconds)
	b.atMost(platform+": last answer", last, 1.1*forced+burstSlack, seconds)
	b.tell(platform+": last answer, of what is forced", last/forced, times)
}

// forcedBy is how many seconds the limits of a platform force for messages in chats, the most of them in one chat being deepest.
func forcedBy(platform string, messages, chats, deepest int) float64 {
	if platform == discord { // five in five seconds in a channel; the last of all channels must still pass the ceiling
		windows := (deepest - 1) / 5
		return max(float64(messages)/discordCeiling, float64(5*windows)+float64(chats*(deepest-5*windows))/discordCeiling)
	}
	return max(float64(messages)/telegramCeiling, float64(deepest-3)+float64(chats)/telegramCeiling) // three, then one a second in a chat
}

func longest(n int) float64 {
	return max(forcedBy(discord, n, n/inOneChat, inOneChat), forcedBy(telegram, n, n/inOneChat, inOneChat))
}
