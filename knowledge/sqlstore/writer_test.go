package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"time"

	"nonmerci/knowledge"
)

// The entries of a writer: three that are saved together, one that all fight for, and drafts.
var together = []knowledge.ID{"all/a", "all/b", "all/c"}

const fought, drafted = knowledge.ID("fought/over"), knowledge.ID("drafted/often")

// writeForEver saves until it is killed. It writes a line for each revision, after it was acknowledged: « save entry number text ».
func writeForEver(url string) error {
	ctx := context.Background()
	s, err := Open(ctx, url, Options{})
	if err != nil {
		return err
	}
	errs := make(chan error)
	var out sync.Mutex
	say := func(action string, all ...knowledge.Revision) {
		var b strings.Builder
		for _, r := range all {
			fmt.Fprintf(&b, "%s %s %d %s\n", action, r.Entry, r.Number, r.Content.Note["fr"])
		}
		out.Lock()
		defer out.Unlock()
		_, _ = os.Stdout.WriteString(b.String())
	}
	for _, one := range []func() error{
		func() error {
			latest, err := s.latest(ctx, together[0])
			if err != nil {
				return err
			}
			var all []knowledge.Save
			for _, id := range together {
				all = append(all, note(id, latest))
			}
			saved, err := s.SaveAll(ctx, all)
			say("save", saved...)
			return err
		},
		func() error { return fight(ctx, s, say) },
		func() error { return fight(ctx, s, say) },
		func() error {
			latest, err := s.latest(ctx, drafted)
			if err != nil {
				return err
			}
			save := note(drafted, latest)
			save.Draft = true
			r, err := s.Save(ctx, save)
			if err != nil {
				return err
			}
			say("draft", r)
			if latest%3 == 0 {
				err = s.Publish(ctx, "", drafted, r.Number, "test:1", time.Now())
				say("publish", r)
			}
			return err
		},
	} {
		go func() {
			for {
				if err := one(); err != nil {
					errs <- err
				}
			}
		}()
	}
	return <-errs
}

func fight(ctx context.Context, s *Store, say func(string, ...knowledge.Revision)) error {
	latest, err := s.latest(ctx, fought)
	if err != nil {
		return err
	}
	r, err := s.Save(ctx, note(fought, latest))
	if errors.As(err, new(*knowledge.StaleError)) {
		return nil
	}
	if err == nil {
		say("save", r)
	}
	return err
}

func (s *Store) latest(ctx context.Context, id knowledge.ID) (int, error) {
	r, err := s.Record(ctx, "", id)
	if errors.Is(err, knowledge.ErrNotFound) {
		return 0, nil
	}
	return r.Latest, err
}

// note is a revision whose text no other has.
func note(id knowledge.ID, latest int) knowledge.Save {
	return knowledge.Save{
		Entry: id, Expect: latest, By: "test:1", Origin: knowledge.FromPerson, At: time.Now(),
		Content: knowledge.Content{Note: map[string]string{"fr": fmt.Sprintf("%d-%s", latest+1, strings.Repeat("x", rand.N(3000)))}},
	}
}
