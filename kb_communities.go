package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nonmerci/knowledge"
	"nonmerci/knowledge/bulk"
)

func newKBCommunities(a app) *cobra.Command {
	var f storeFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "communities",
		Short: "List the communities of a database, with their places, entries and settings",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := noArgs(cmd, args); err != nil {
				return err
			}
			return f.check()
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := a.mustStored(cmd, f)
			if err != nil {
				return err
			}
			defer s.Close()
			all, err := a.communities(cmd.Context(), s)
			if err != nil {
				return err
			}
			if asJSON {
				return communitiesJSON(a.out, all)
			}
			return communitiesText(a.out, all)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON array, one community a line")
	f.addDatabase(cmd)
	return cmd
}

// listedCommunity is a community in a list.
type listedCommunity struct {
	ID       knowledge.CommunityID `json:"community"`
	Places   []string              `json:"places"`
	Entries  int                   `json:"entries"` // that it says anything of
	Settings knowledge.Settings    `json:"settings"`
	Joined   time.Time             `json:"joined"`
	Left     time.Time             `json:"left,omitzero"`
}

// communities are all of a store, in the order of their ids.
func (a app) communities(ctx context.Context, s *stored) ([]listedCommunity, error) {
	p := newProgress(a.errs, "communities")
	defer p.done()
	var out []listedCommunity
	err := eachCommunity(ctx, s, func(c knowledge.Community) error {
		p.step()
		records, err := s.Records(ctx, c.ID)
		if err != nil {
			return err
		}
		one := listedCommunity{ID: c.ID, Places: []string{}, Settings: c.Settings, Joined: c.Joined, Left: c.Left}
		for _, place := range c.Places {
			one.Places = append(one.Places, place.String())
		}
		for _, r := range records {
			if c := bulk.Standing(r).Content; c.Entry != nil || c.Hidden || len(c.Note)+len(c.Phrases) > 0 {
				one.Entries++
			}
		}
		out = append(out, one)
		return nil
	})
	return out, err
}

// eachCommunity calls do with every community of a store, in the order of their ids, until it fails.
func eachCommunity(ctx context.Context, s knowledge.Communities, do func(knowledge.Community) error) error {
	const page = 500
	var after knowledge.CommunityID
	for {
		ids, err := s.CommunityIDs(ctx, after, page)
		if err != nil {
			return err
		}
		for _, id := range ids {
			c, err := s.Community(ctx, id)
			if err != nil {
				return err
			}
			if err := do(c); err != nil {
				return err
			}
		}
		if len(ids) < page {
			return nil
		}
		after = ids[len(ids)-1]
	}
}

func communitiesText(w io.Writer, all []listedCommunity) error {
	out := bufio.NewWriter(w)
	left := 0
	for _, c := range all {
		line := []string{string(c.ID), strings.Join(c.Places, " "), count(c.Entries, "entry")}
		if len(c.Places) == 0 {
			line[1] = "no place"
		}
		if s := chosen(c.Settings); s != "" {
			line = append(line, s)
		}
		if !c.Left.IsZero() {
			left++
			line = append(line, "left "+c.Left.UTC().Format(moment))
		}
		fmt.Fprintln(out, strings.Join(line, "  "))
	}
	fmt.Fprintf(out, "%s, %d of them left\n", communitiesOf(len(all)), left)
	return out.Flush()
}

// communitiesOf is « 1 community », « 2 communities ».
func communitiesOf(n int) string {
	if n == 1 {
		return "1 community"
	}
	return fmt.Sprintf("%d communities", n)
}

// chosen names the settings that are not as they were at first, « » for none.
func chosen(s knowledge.Settings) string {
	var out []string
	add := func(has bool, what string) {
		if has {
			out = append(out, what)
		}
	}
	add(s.Lang != "", "lang="+s.Lang)
	for _, place := range slices.Sorted(maps.Keys(s.Roles)) {
		out = append(out, "role of "+place)
	}
	add(s.TwoPersons, "two persons")
	add(s.KeepGaps, "keeps gaps")
	add(s.Suggest, "suggestions")
	add(s.Digest != "", "digest")
	add(s.Rephrase, "rephrased")
	add(s.AskModel, "model is asked")
	return strings.Join(out, ", ")
}

func communitiesJSON(w io.Writer, all []listedCommunity) error {
	var lines []string
	for _, c := range all {
		line, err := json.Marshal(c)
		if err != nil {
			return err
		}
		lines = append(lines, "\n"+string(line))
	}
	_, err := io.WriteString(w, "["+strings.Join(lines, ",")+"\n]\n")
	return err
}
