package main

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
)

// An arrival is a community of an import, with the one of the store that it is, or will be.
type arrival struct {
	namedCommunity
	id    knowledge.CommunityID // a stand-in until it is made
	fresh bool                  // it is not there yet
}

// arriving finds the community of a file by its places; nil, and a word about it, for one that is in no place.
func (i *importing) arriving(ctx context.Context, c namedCommunity) (*arrival, error) {
	j := &arrival{namedCommunity: c, id: knowledge.CommunityID("new " + c.file), fresh: true}
	for _, p := range c.Places {
		if !placeForm.MatchString(p.String()) {
			return nil, fmt.Errorf("%s: %q is not a place; write discord:1234 or telegram:-1001234", c.file, p)
		}
		have, err := i.s.At(ctx, p)
		switch {
		case errors.Is(err, knowledge.ErrNotFound):
		case err != nil:
			return nil, err
		case !j.fresh && have.ID != j.id:
			return nil, fmt.Errorf("%s: its places belong to two communities here; link them in a chat first, or make two files of it", c.file)
		default:
			j.id, j.fresh = have.ID, false
		}
	}
	if len(c.Places) == 0 && len(c.problems) == 0 {
		_, err := fmt.Fprintf(i.out, "%s: left out, it is in no place; import it by itself, with --community\n", c.file)
		return nil, err
	}
	return j, nil
}

// planCommunity plans for one community upon the shared base as it will be, and returns its saves.
func (i *importing) planCommunity(ctx context.Context, j *arrival, after *look) ([]knowledge.Save, error) {
	one := &stored{Store: i.s.Store, home: j.id, community: knowledge.Community{ID: j.id, Places: j.Places}}
	l := &look{base: knowledge.NewBase(), records: map[knowledge.ID]knowledge.Record{}, community: &one.community, shared: after.base, numbers: after.published()}
	title := "new community " + j.Community.Places[0].String()
	if !j.fresh {
		var err error
		if l, err = one.lookUpon(ctx, after); err != nil {
			return nil, err
		}
		title = "community " + string(j.id)
	}
	p, err := i.Plan(ctx, l.state(), &bulk.Incoming{Community: j.Community, Problems: j.problems})
	if err != nil {
		return nil, err
	}
	return p.Saves, titled(i.out, title, func() error { return i.tell(p) })
}

// settle makes the communities that are new, with their settings, and saves everything. When the save is refused, what was made is erased.
func (i *importing) settle(ctx context.Context, all []*arrival, saves []knowledge.Save) (err error) {
	ids := map[knowledge.CommunityID]knowledge.CommunityID{}
	defer func() {
		if err == nil {
			return
		}
		for _, made := range ids {
			if gone := i.s.Erase(context.WithoutCancel(ctx), made); gone != nil && !errors.Is(gone, knowledge.ErrNotFound) {
				err = fmt.Errorf("%w; and the community %s, which was made for it, could not be erased: %w", err, made, gone)
			}
		}
	}()
	for _, j := range all {
		if !j.fresh {
			continue
		}
		ids[j.id], err = i.found(ctx, j)
		if err == nil {
			err = i.furnish(ctx, j, ids[j.id])
		}
		if err != nil {
			return err
		}
	}
	for n, s := range saves {
		if id, ok := ids[s.Community]; ok {
			saves[n].Community = id
		}
	}
	_, err = i.s.SaveAll(ctx, saves)
	return saved(err)
}

// found makes a community with its places.
func (i *importing) found(ctx context.Context, j *arrival) (knowledge.CommunityID, error) {
	at := j.Joined
	if at.IsZero() {
		at = i.At
	}
	c, err := i.s.Join(ctx, j.Places[0], at)
	if err != nil {
		return "", err
	}
	for _, p := range j.Places[1:] {
		alone, err := i.s.Join(ctx, p, at)
		if err == nil {
			err = i.s.Link(ctx, p, c.ID, knowledge.ByCommandLine, i.At)
		}
		if err == nil && alone.ID != c.ID {
			err = i.s.Erase(ctx, alone.ID) // it was made a moment ago, and is empty
		}
		if err != nil {
			return c.ID, err
		}
	}
	return c.ID, nil
}

// furnish gives a community that was made its settings, and notes when it had left.
func (i *importing) furnish(ctx context.Context, j *arrival, id knowledge.CommunityID) error {
	if s := j.Settings; s != nil && !reflect.DeepEqual(*s, knowledge.Settings{}) {
		if err := i.s.Configure(ctx, id, *s, knowledge.ByCommandLine, i.At); err != nil {
			return err
		}
	}
	if j.Left.IsZero() {
		return nil
	}
	for _, p := range j.Places {
		if err := i.s.Leave(ctx, p, j.Left); err != nil {
			return err
		}
	}
	return nil
}
