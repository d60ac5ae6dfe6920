package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"time"

	"nonmerci/config"
	"nonmerci/knowledge/sqlstore"
)

const (
	lookAtMost = 20 * time.Second
	littleFree = 200_000_000 // bytes; less than this beside a database is soon nothing
	oldBackup  = 31 * 24 * time.Hour
)

// checkDatabase looks at the database that serve would use, and changes nothing in it.
func checkDatabase(ctx context.Context, f *findings, c config.Config) {
	ctx, cancel := context.WithTimeout(ctx, lookAtMost)
	defer cancel()
	f.about("database")
	if dir := cmp.Or(c.StateDir, config.DefaultStateDir); c.DatabaseURL == "" && !isThere(dir) {
		f.say(true, "there is none yet", "« nonmerci serve » makes it in "+dir)
		return
	}
	s, err := sqlstore.Inspect(ctx, c.Database())
	if err != nil {
		f.say(false, "it cannot be looked at: "+oneLine(err), "")
		return
	}
	checkSchema(f, s)
	if s.Unwritable != nil {
		f.say(false, "nothing can be saved: "+oneLine(s.Unwritable), "")
	} else if !s.Absent {
		f.say(true, "it can be written", "")
	}
	checkRoom(f, s)
	if s.Absent || s.Schema != s.Newest {
		return
	}
	f.say(true, fmt.Sprintf("%s of %s and subjects, %s", count(s.Revisions, "revision"), count(s.Entries, "entry"), communitiesOf(s.Communities)), "")
	checkBackup(f, s, time.Now())
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// checkSchema says what database it is, and whether this program knows its tables.
func checkSchema(f *findings, s sqlstore.State) {
	at := s.Kind + ", " + s.Where
	switch {
	case s.Absent || s.Schema == 0:
		f.say(true, at+": there is nothing yet", "« nonmerci serve » makes it at its first start")
	case s.Schema > s.Newest:
		f.say(false, fmt.Sprintf("%s: its schema is %d and this program knows %d", at, s.Schema, s.Newest), "install the newer version of nonmerci")
	case s.Schema < s.Newest:
		f.say(true, fmt.Sprintf("%s: its schema is %d, of an older version; this program brings it to %d", at, s.Schema, s.Newest),
			"back it up, then start « nonmerci serve »: an older program is refused from then on")
	default:
		f.say(true, fmt.Sprintf("%s: schema %d", at, s.Schema), "")
	}
}

func checkRoom(f *findings, s sqlstore.State) {
	switch {
	case s.Free < 0 && s.Size > 0:
		f.say(true, bytesOf(s.Size), "")
	case s.Free >= 0 && s.Free < littleFree+2*s.Size: // a backup and a migration each copy it
		f.say(false, fmt.Sprintf("%s, and %s are left on its disk", bytesOf(s.Size), bytesOf(s.Free)), "make room: a backup and a migration each need as much again")
	case s.Free >= 0:
		f.say(true, fmt.Sprintf("%s, and %s are left on its disk", bytesOf(s.Size), bytesOf(s.Free)), "")
	}
}

// checkBackup says when the last copy was made. That there is none is no fault: it may be made by something else.
func checkBackup(f *findings, s sqlstore.State, now time.Time) {
	switch {
	case s.Kind != "SQLite":
		f.say(true, "copies of it are not known here", "see that pg_dump runs, for example every night")
	case s.LastBackup.IsZero():
		f.say(true, "no copy of it was made with « nonmerci backup »", "make one, and one each night: nonmerci backup FILE")
	case now.Sub(s.LastBackup) > oldBackup:
		f.say(true, "the last copy was made on "+s.LastBackup.Format(moment), "make another: nonmerci backup FILE")
	default:
		f.say(true, "the last copy was made on "+s.LastBackup.Format(moment), "")
	}
}
