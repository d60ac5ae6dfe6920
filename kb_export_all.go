package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"nonmerci/knowledge"
	"nonmerci/knowledge/transfer"
)

// What a folder with everything of a database holds: a mark, the shared base in one of three forms, the drafts of it, and a file for each
// community. Places name communities there, because their ids are those of one database.
const (
	exportMark   = "nonmerci.json"
	exportMarked = "{\"format\": \"nonmerci-export\", \"version\": 1}\n"
	allBase      = "base" // a folder of Markdown, or with .json or .csv behind it a file
	allDrafts    = "drafts.json"
	allOthers    = "communities"
)

// exportAll writes everything of a store into a folder that is not there yet, or empty. It is written beside and renamed, so that a folder of
// that name is whole.
func (a app) exportAll(ctx context.Context, s *stored, format, path string) error {
	if all, err := os.ReadDir(path); err == nil && len(all) > 0 || err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already, and not an empty folder; name a new one", path)
	}
	if err := os.MkdirAll(filepath.Dir(filepath.Clean(path)), 0o755); err != nil {
		return fmt.Errorf("cannot write in %s: %w; choose a folder that can be written", filepath.Dir(path), cause(err))
	}
	part, err := os.MkdirTemp(filepath.Dir(filepath.Clean(path)), ".nonmerci-export-*")
	if err != nil {
		return fmt.Errorf("cannot write in %s: %w; choose a folder that can be written", filepath.Dir(path), cause(err))
	}
	defer func() { _ = os.RemoveAll(part) }()
	entries, communities, err := a.writeAll(ctx, s, format, part)
	if err != nil {
		return err
	}
	_ = os.Remove(path) // an empty folder would be in the way on some systems
	if err := os.Rename(part, path); err != nil {
		return fmt.Errorf("cannot write %s: %w; choose a path that can be written", path, cause(err))
	}
	_, err = fmt.Fprintf(a.errs, "%s of the shared base and %s written to %s\n", count(entries, "entry"), communitiesOf(communities), path)
	return err
}

func (a app) writeAll(ctx context.Context, s *stored, format, folder string) (entries, communities int, err error) {
	shared, err := s.look(ctx)
	if err != nil {
		return 0, 0, err
	}
	name := allBase
	if format != "markdown" {
		name += "." + format
	}
	if _, err := exportBase(shared.base, format, filepath.Join(folder, name)); err != nil {
		return 0, 0, err
	}
	if drafts := draftsOf(shared); len(drafts.Entries) > 0 {
		if err := writeCommunity(filepath.Join(folder, allDrafts), drafts); err != nil {
			return 0, 0, err
		}
	}
	if err := os.Mkdir(filepath.Join(folder, allOthers), 0o755); err != nil {
		return 0, 0, err
	}
	p := newProgress(a.errs, "communities")
	defer p.done()
	err = eachCommunity(ctx, s, func(c knowledge.Community) error {
		p.step()
		communities++
		one := &stored{Store: s.Store, home: c.ID, community: c}
		l, err := one.lookUpon(ctx, shared)
		if err != nil {
			return err
		}
		return writeCommunity(filepath.Join(folder, allOthers, fileOf(c)), l.exported(false))
	})
	if err != nil {
		return 0, 0, err
	}
	return len(shared.base.Entries), communities, replaceFile(filepath.Join(folder, exportMark), []byte(exportMarked))
}

func writeCommunity(path string, c *transfer.Community) error {
	var buf bytes.Buffer
	if err := transfer.WriteCommunity(&buf, c); err != nil {
		return err
	}
	return replaceFile(path, buf.Bytes())
}

// draftsOf are the drafts that wait above a published entry of the shared base. Those of a release come with the program.
func draftsOf(shared *look) *transfer.Community {
	out := &transfer.Community{}
	for _, id := range shared.base.IDs() {
		if r := shared.records[id]; r.Published != nil && r.Draft != nil && r.Draft.Origin != knowledge.FromRelease && r.Draft.Content.Entry != nil {
			out.Entries = append(out.Entries, transfer.Written{ID: id, Draft: &r.Draft.Content})
		}
	}
	return out
}

var placeForm = regexp.MustCompile(`^[a-z]{1,20}:-?[0-9]{1,20}$`)

// fileOf names the file of a community: after its first place, and after its id when it has none.
func fileOf(c knowledge.Community) string {
	if len(c.Places) > 0 && placeForm.MatchString(c.Places[0].String()) {
		return c.Places[0].Platform + "-" + c.Places[0].Chat + ".json"
	}
	return "no-place-" + string(c.ID) + ".json"
}
