package sqlstore

import (
	"context"
	"database/sql"
	"maps"
	"path/filepath"
	"slices"
	"testing"
)

// Why a column may be there. None but the last two can hold who a reader is, or what they wrote.
const (
	community = "the id of a community, minted by the store"
	place     = "the id of a server or a group, never of a private conversation"
	entry     = "the id of an entry"
	moderator = "somebody who acts for a community, as docs/privacy says; cleared by Forget"
	written   = "what moderators or curators wrote to be read by others"
	name      = "one of a few names that the program gives"
	number    = "a number that the store counts"
	moment    = "when something was done, to the millisecond"

	gapText    = "THE GAP TABLE: a question, scrubbed, where the community switched it on; dropped after 90 days"
	suggesting = "THE SUGGESTION TABLE: what a member proposes, and who, until they have been told the decision"
)

// allowed is every column that the store may have. A column that is not here fails the test: say what it holds and why, and that it can
// hold nothing about a reader.
var allowed = map[string]map[string]string{
	"communities": {"id": community, "settings": "what moderators chose: languages, roles, channels, switches; no person", "joined_ms": moment, "left_ms": moment},
	"places":      {"platform": name, "chat": place, "community": community, "left_ms": moment},
	"records":     {"community": community, "entry": entry, "latest": number, "published": number, "draft": number, "seeded": number},
	"revisions": {
		"community": community, "entry": entry, "number": number, "at_ms": moment, "actor": moderator, "origin": name, "summary": written, "content": written,
	},
	"events": {"seq": number, "at_ms": moment, "community": community, "entry": entry, "action": name, "actor": moderator, "revision": number, "erased": community},
	"counts": {"community": community, "day": "a day", "name": name, "entry": entry, "revision": number, "total": number},
	"guides": {
		"platform": name, "chat": place, "channel": "where the bot wrote", "message": "the bot’s own message", "langs": name, "shown": "a mark of what the bot shows",
		"at_ms": moment,
	},
	"alerts":        {"id": number, "text": written, "actor": moderator, "at_ms": moment},
	"subscriptions": {"platform": name, "chat": place, "channel": "where the bot writes", "seen": number},

	"invitations": {"platform": name, "chat": place, "digest": "of a code that moderators give one another; chance", "until_ms": moment},
	"marks":       {"name": name, "number": "an edition of the shared base; when the last copy was made"},
	"leases":      {"name": "what only one instance may do, such as to receive; an update by its number", "holder": "chance: an instance", "since_ms": moment, "until_ms": moment},

	"gaps": {
		"id": number, "community": community, "lang": name, "alike": gapText, "digest": gapText, "text": gapText, "asked": number, "first_ms": moment,
		"last_ms": moment, "state": name, "entry": entry,
	},
	"suggestions": {
		"id": number, "community": community, "entry": entry, "lang": name, "text": suggesting, "actor": suggesting, "at_ms": moment, "state": name,
		"reply": "what moderators answered", "told": "whether the member knows",
	},

	"transactions": {"token": "chance", "began": "when a transaction began"}, // in PostgreSQL alone

	"schema_version":  {"id": number, "version_id": number, "is_applied": "yes", "tstamp": "when the schema was migrated"}, // of the library that migrates
	"sqlite_sequence": {"name": "a table", "seq": number},                                                                  // of SQLite
}

func TestSchemaHoldsNothingOfReadersInSQLite(t *testing.T) {
	s := openFile(t, filepath.Join(t.TempDir(), "x.db"))
	defer s.Close()
	walk(t, s.w, `SELECT m.name, c.name FROM sqlite_schema m, pragma_table_xinfo(m.name) c WHERE m.type IN ('table', 'view')`)
}

func TestSchemaHoldsNothingOfReadersInPostgres(t *testing.T) {
	s := openURL(t, schema(t, postgres(t)))
	defer s.Close()
	walk(t, s.w, "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()")
}

// walk compares the columns that are there with those allowed.
func walk(t *testing.T, db *sql.DB, columns string) {
	t.Helper()
	rows, err := db.QueryContext(context.Background(), columns)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	found := map[string]map[string]bool{}
	for rows.Next() {
		var table, column string
		if err := rows.Scan(&table, &column); err != nil {
			t.Fatal(err)
		}
		if found[table] == nil {
			found[table] = map[string]bool{}
		}
		found[table][column] = true
		if allowed[table][column] == "" {
			t.Errorf("%s.%s is not allowed: say in the table above what it holds, and that it can hold nothing about a reader", table, column)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	for _, table := range slices.Sorted(maps.Keys(allowed)) {
		if found[table] == nil && (table == "sqlite_sequence" || table == "transactions") {
			continue
		}
		for _, column := range slices.Sorted(maps.Keys(allowed[table])) {
			if !found[table][column] {
				t.Errorf("%s.%s is allowed and not there: take it out of the table", table, column)
			}
		}
	}
}
