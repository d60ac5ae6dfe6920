package load

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"golang.org/x/sync/errgroup"

	"nonmerci/knowledge"
	"nonmerci/knowledge/sqlstore"
)

const (
	placesAsked   = 150 // on each platform
	unchanged     = 1.1 // how many times as long an answer may take
	communityRate = 20  // questions a second on each platform, of each of two programs
)

// communities measures what a store with many communities of fifty entries and one edit a second costs an answer, from its delivery to its
// leaving: two programs run side by side, one with them and one without, and are asked the same at the same time. One alone after the other would
// compare two minutes of a machine.
func communities(ctx context.Context, b bench) error {
	var stages [2]*stage
	var children [2]*child
	var seats [2]map[string][]*seat
	var store *sqlstore.Store
	for i := range stages {
		st, err := newStage(ctx, unlimited())
		if err != nil {
			return err
		}
		var places []knowledge.Place
		if seats[i], places, err = st.inCommunities(placesAsked); err == nil && i == 1 {
			began := time.Now()
			store, err = st.populate(ctx, b.Crowd, places)
			b.Progress("%d communities were made in %v", b.Crowd, time.Since(began).Round(time.Second))
		}
		if err == nil {
			children[i], err = st.startReady(ctx, b.Program)
		}
		if err != nil {
			_ = st.close() // err says more
			return err
		}
		stages[i] = st
		defer b.leave(st, children[i])
	}
	defer store.Close()         //nolint:errcheck // the database is thrown away
	for i, st := range stages { // each place once, so that what is its own is read; no faster than later, or the program would still hold back then
		err := both(func(p string) error {
			return st.every(ctx, b, seats[i][p], communityRate, placesAsked*time.Second/communityRate)
		})
		if err != nil {
			return err
		}
		if !st.answered(ctx, lastWithin) {
			return fmt.Errorf("the first questions were not answered")
		}
	}
	from := time.Now()
	work, asking := errgroup.WithContext(ctx)
	for i, st := range stages {
		for _, p := range []string{discord, telegram} {
			work.Go(func() error { return st.every(asking, b, seats[i][p], communityRate, b.Length) })
		}
	}
	work.Go(func() error { return edits(asking, b, store) })
	if err := work.Wait(); err != nil {
		return err
	}
	for i, st := range stages {
		st.answered(ctx, lastWithin)
		b.tell([2]string{"memory, without communities", "memory, with them"}[i], b.use(children[i]).rss, mb)
	}
	for _, p := range []string{discord, telegram} {
		without, with := between(stages[0].ledger.all(p, from), fromDelivery), between(stages[1].ledger.all(p, from), fromDelivery)
		for _, q := range []float64{50, 90, 99} {
			b.atMost(fmt.Sprintf("%s: delivered → request, p%.0f, %.2f ms without communities", p, q, without.at(q)), with.at(q), unchanged*without.at(q), ms)
		}
		b.losses(stages[1], p, from)
	}
	b.wellBehaved(stages[1])
	return nil
}

// inCommunities are people who ask in as many servers of Discord and groups of Telegram, each of which is a community.
func (st *stage) inCommunities(n int) (map[string][]*seat, []knowledge.Place, error) {
	groups, err := st.inGroups(n)
	seats := map[string][]*seat{telegram: groups}
	var places []knowledge.Place
	for _, s := range groups {
		places = append(places, knowledge.Place{Platform: telegram, Chat: s.chat[1:]})
	}
	for i := range n {
		g := st.discord.AddGuild("Club " + strconv.Itoa(i))
		seats[discord] = append(seats[discord], st.inChannel(g, i))
		places = append(places, knowledge.Place{Platform: discord, Chat: g.ID()})
	}
	return seats, places, err
}

// edits saves an entry of one community or another, one a second, as another program on the same database would.
func edits(ctx context.Context, b bench, s *sqlstore.Store) error {
	for n := range int(b.Length / time.Second) {
		if err := pause(ctx, time.Second); err != nil {
			return err
		}
		c, topic := knowledge.CommunityID(fmt.Sprintf("load-%05d", 1+n*7919%(b.Crowd-1))), topics[n%len(topics)]
		save := knowledge.Save{Community: c, Entry: ownID(topic), Expect: 1, By: knowledge.ByCommandLine, Origin: knowledge.FromImport, Content: own(topic, 2), At: time.Now()}
		if _, err := s.Save(ctx, save); err != nil {
			return fmt.Errorf("edit an entry: %w", err)
		}
	}
	return nil
}
