package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
)

// baseFlags say which base a command looks at: a path, what a database holds, or with nothing set the shared base of the program.
type baseFlags struct {
	kb string
	storeFlags
}

func (f *baseFlags) add(cmd *cobra.Command) {
	kbFlag(cmd, &f.kb)
	f.storeFlags.add(cmd)
}

func (f *baseFlags) check() error {
	if f.kb != "" && (f.database != "" || f.community != "") {
		return usagef("--kb names a base in files, --database and --community one in a database; leave one of the two out")
	}
	return f.storeFlags.check()
}

// A look is a base to look at, with what a store knows of it besides.
type look struct {
	base    *knowledge.Base
	records map[knowledge.ID]knowledge.Record // nil without a store

	community *knowledge.Community // nil for a whole base; the rest is for a community
	shared    *knowledge.Base      // what lies beneath
	numbers   map[knowledge.ID]int // the revision of each shared entry that is published
}

// look reads the base that the flags name.
func (a app) look(ctx context.Context, f baseFlags) (*look, error) {
	if f.kb != "" {
		b, err := readBase(f.kb)
		return &look{base: b}, err
	}
	s, err := a.openStored(ctx, f.storeFlags)
	if errors.Is(err, errNoDatabase) && f.community == "" {
		b, err := readBase("")
		return &look{base: b}, err
	}
	if errors.Is(err, errNoDatabase) {
		return nil, errors.New("--community needs a database: set NONMERCI_DATABASE_URL, or add for example --database " + a.likelyDatabase())
	}
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return s.look(ctx)
}

// look reads the shared base of a store, or what its community makes of it.
func (s *stored) look(ctx context.Context) (*look, error) {
	shared, err := s.Records(ctx, knowledge.SharedBase)
	if err != nil {
		return nil, err
	}
	l := &look{base: bulk.BaseOf(shared), records: byID(shared)}
	if s.home == knowledge.SharedBase {
		return l, nil
	}
	return s.lookUpon(ctx, l)
}

// lookUpon reads what the community makes of the shared base, which was read before.
func (s *stored) lookUpon(ctx context.Context, shared *look) (*look, error) {
	all, err := s.Records(ctx, s.home)
	if err != nil {
		return nil, err
	}
	l := &look{base: bulk.BaseOf(all), records: byID(all), community: &s.community, shared: shared.base, numbers: shared.published()}
	for _, e := range l.base.Entries {
		if subject := l.shared.Subjects[e.ID.Subject()]; subject != nil && l.base.Subjects[subject.Slug] == nil {
			l.base.Subjects[subject.Slug] = bulk.Named(subject, l.base.Of(subject.Slug))
		}
	}
	return l, nil
}

// published are the numbers of the revisions that readers see.
func (l *look) published() map[knowledge.ID]int {
	out := make(map[knowledge.ID]int, len(l.records))
	for id, r := range l.records {
		if r.Published != nil {
			out[id] = r.Published.Number
		}
	}
	return out
}

// state is the look as what is about to change; for a dry run without a store it has no records.
func (l *look) state() *bulk.State {
	s := &bulk.State{Records: l.records, Base: l.base, Shared: l.base, Numbers: l.numbers}
	if l.community != nil {
		s.Home, s.Shared = l.community.ID, l.shared
	}
	return s
}
